import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig;

/**
 * What ZooKeeper says about its file: QuorumPeerConfig.parse, the first step of QuorumPeerMain. In: one file per line, base64.
 * Out: one line each, `ok` or the simple names and messages of the exceptions from the outermost in, separated by tabs.
 */
public final class ZooKeeperParse {
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    Path file = Files.createTempDirectory("zookeeper").resolve("zoo.cfg");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      for (String key : new ArrayList<>(System.getProperties().stringPropertyNames())) if (key.startsWith("zookeeper.")) System.clearProperty(key);
      QuorumPeerConfig.setStandaloneEnabled(true);
      QuorumPeerConfig.setReconfigEnabled(false);
      Files.write(file, Base64.getDecoder().decode(line));
      StringBuilder answer = new StringBuilder();
      try {
        new QuorumPeerConfig().parse(file.toString());
        answer.append("ok");
      } catch (Exception refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) answer.append(cause.getClass().getSimpleName()).append(": ").append(cause.getMessage()).append('\t');
      }
      out.println(answer.toString().replace('\n', ' '));
    }
    out.flush();
  }
}
