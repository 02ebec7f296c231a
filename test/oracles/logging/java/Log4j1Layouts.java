import java.io.*;
import java.util.*;
import org.apache.log4j.*;
import org.apache.log4j.spi.*;

/** What reload4j's PatternLayout writes: for each pattern on stdin one JSON text a line, with the events of LayoutEvents one behind the other. */
public class Log4j1Layouts {
  public static void main(String[] args) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    Level[] levels = {Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR, Level.FATAL};
    for (String pattern; (pattern = in.readLine()) != null;) {
      PatternLayout layout = new PatternLayout(pattern);
      StringBuilder log = new StringBuilder();
      for (int i = 0; i < LayoutEvents.COUNT; i++) {
        Throwable thrown = LayoutEvents.thrown(i);
        LoggingEvent event = new LoggingEvent("x", Logger.getLogger(LayoutEvents.LOGGERS[i % 2]), LayoutEvents.time(i), levels[i % 6], LayoutEvents.message(i), LayoutEvents.THREADS[i % 2], thrown == null ? null : new ThrowableInformation(thrown), null, null, new HashMap<String, String>());
        log.append(layout.format(event));
        // As WriterAppender does.
        String[] lines = event.getThrowableStrRep();
        if (lines != null) for (String line : lines) log.append(line).append('\n');
      }
      out.println(Json.text(log.toString()));
    }
    out.flush();
  }
}
