import java.io.*;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;

/** What log4j 2's PatternLayout writes: for each pattern on stdin one JSON text a line, with the events of LayoutEvents one behind the other. */
public class Log4j2Layouts {
  public static void main(String[] args) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    Level[] levels = {Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR, Level.FATAL};
    for (String pattern; (pattern = in.readLine()) != null;) {
      PatternLayout layout = PatternLayout.newBuilder().withPattern(pattern).build();
      StringBuilder log = new StringBuilder();
      for (int i = 0; i < LayoutEvents.COUNT; i++) {
        log.append(layout.toSerializable(Log4jLogEvent.newBuilder().setLoggerName(LayoutEvents.LOGGERS[i % 2]).setLevel(levels[i % 6]).setMessage(new SimpleMessage(LayoutEvents.message(i)))
            .setThreadName(LayoutEvents.THREADS[i % 2]).setTimeMillis(LayoutEvents.time(i)).setThrown(LayoutEvents.thrown(i)).build()));
      }
      out.println(Json.text(log.toString()));
    }
    out.flush();
  }
}
