import java.io.*;
import java.util.*;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.*;
import org.apache.logging.log4j.core.appender.*;
import org.apache.logging.log4j.core.config.*;
import org.apache.logging.log4j.status.*;

/**
 * What log4j-core makes of log4j2.yaml and log4j2.properties files: one JSON object a line for each path on stdin.
 * Run in an empty folder: appenders open files there.
 */
public class Log4j2Judge {
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    List<String> messages = new ArrayList<>();
    StatusListener listener = new StatusListener() {
      @Override public void log(StatusData data) { messages.add(data.getMessage().getFormattedMessage()); }
      @Override public Level getStatusLevel() { return Level.WARN; }
      @Override public void close() {}
    };
    StatusLogger status = StatusLogger.getLogger();
    // Open files are shared between configurations by name; each file here is to be judged for itself.
    java.lang.reflect.Field managers = AbstractManager.class.getDeclaredField("MAP");
    managers.setAccessible(true);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String path; (path = in.readLine()) != null;) {
      messages.clear();
      ((Map<?, ?>) managers.get(null)).clear();
      String thrown = null;
      Configuration configuration = null;
      LoggerContext context = new LoggerContext("judge");
      PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
      System.setOut(nowhere);
      System.setErr(nowhere);
      status.registerListener(listener);
      try (InputStream file = new FileInputStream(path)) {
        configuration = ConfigurationFactory.getInstance().getConfiguration(context, new ConfigurationSource(file, new File(path)));
        if (configuration != null) configuration.initialize();
      } catch (Throwable t) {
        thrown = t.toString();
      }
      status.removeListener(listener);
      System.setOut(out);
      System.setErr(err);
      List<String> loggers = new ArrayList<>();
      Map<String, String> files = new TreeMap<>();
      if (configuration != null && thrown == null) {
        for (LoggerConfig logger : configuration.getLoggers().values()) loggers.add(Json.logger(logger.getName(), logger.getLevel(), logger.isAdditive(), new TreeSet<>(logger.getAppenders().keySet())));
        for (Appender appender : configuration.getAppenders().values()) {
          String file = appender instanceof RollingFileAppender ? ((RollingFileAppender) appender).getFileName() : appender instanceof FileAppender ? ((FileAppender) appender).getFileName() : null;
          if (file != null) files.put(appender.getName(), file);
        }
      }
      List<String> fileRows = new ArrayList<>();
      for (Map.Entry<String, String> e : files.entrySet()) fileRows.add(Json.text(e.getKey()) + ":" + Json.text(e.getValue()));
      out.println("{\"file\":" + Json.text(path) + ",\"thrown\":" + Json.text(thrown) + ",\"loggers\":[" + String.join(",", loggers) + "],\"files\":{" + String.join(",", fileRows) + "},\"messages\":" + Json.list(messages) + "}");
      try {
        context.stop();
        if (configuration != null) for (Appender appender : configuration.getAppenders().values()) appender.stop();
      } catch (Throwable t) { /* half-built ones may refuse to stop */ }
    }
    System.exit(0);
  }
}
