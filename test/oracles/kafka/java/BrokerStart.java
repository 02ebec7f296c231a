import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What the real Kafka decides about a broker file before it needs a disk, a port or another machine.
 * Reads paths from stdin, one a line; writes one line for each: path, stage, exception class, message, separated by tabs; stage is "accepts" when nothing refuses.
 * Reflection only, so that one compilation serves every version on the class path.
 * Stages: "read" (Utils.loadProps), "config" (KafkaConfig.fromProps), then the steps of LaterSteps, each by itself; the first refusal counts.
 */
public final class BrokerStart {
    public static void main(String[] args) throws Exception {
        Writer out = new BufferedWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), 1 << 16);
        System.setOut(new PrintStream(System.err));
        StandIns standIns = new StandIns(BrokerStart.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(standIns);
        Method loadProps = Class.forName("org.apache.kafka.common.utils.Utils").getMethod("loadProps", String.class);
        Method fromProps = Class.forName("kafka.server.KafkaConfig").getMethod("fromProps", Properties.class, boolean.class);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String path; (path = in.readLine()) != null; ) {
            if (path.isBlank()) continue;
            Refusal refusal = judge(path, loadProps, fromProps, standIns);
            out.write(path + '\t' + (refusal == null ? "accepts\t\t" : refusal.stage + '\t' + refusal.exception + '\t' + refusal.message) + '\n');
        }
        out.flush();
        System.exit(0);   // some versions leave threads behind
    }

    private static Refusal judge(String path, Method loadProps, Method fromProps, StandIns standIns) {
        Properties props;
        try {
            props = (Properties) Reflect.call(loadProps, null, path);
        } catch (Throwable t) {
            return new Refusal("read", t);
        }
        standIns.allow(props);
        Object config;
        try {
            config = Reflect.call(fromProps, null, props, false);
        } catch (Throwable t) {
            return new Refusal("config", t);
        }
        List<Refusal> later = new ArrayList<>();
        LaterSteps.run(config, later);
        return later.isEmpty() ? null : later.get(0);
    }
}
