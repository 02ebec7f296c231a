import java.io.*;
import java.util.*;
import org.apache.log4j.*;
import org.apache.log4j.spi.RootLogger;

/**
 * What reload4j makes of log4j.properties files: one JSON object a line for each path on stdin, each file in a fresh hierarchy.
 * Run in an empty folder: appenders open files there (their File is replaced by a name of this folder).
 */
public class Log4j1Judge {
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String path; (path = in.readLine()) != null;) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      PrintStream catching = new PrintStream(said, true);
      Hierarchy hierarchy = new Hierarchy(new RootLogger(Level.DEBUG));
      String thrown = null;
      System.setErr(catching);
      System.setOut(catching);
      try {
        Properties properties = new Properties();
        try (InputStream file = new FileInputStream(path)) { properties.load(file); }
        for (String key : properties.stringPropertyNames()) {
          String value = properties.getProperty(key);
          if (key.matches("log4j\\.appender\\.[^.]+\\.[Ff]ile") && !value.trim().isEmpty() && (!value.contains("${") || value.matches(".*\\$\\{[^}]*\\}.*") && !value.contains("${cycle"))) properties.setProperty(key, "sandbox-" + Integer.toHexString(value.hashCode()) + ".log");
        }
        new PropertyConfigurator().doConfigure(properties, hierarchy);
      } catch (Throwable t) {
        thrown = t.toString();
      } finally {
        System.setErr(err);
        System.setOut(out);
      }
      List<String> messages = new ArrayList<>();
      for (String line : said.toString().split("\n")) {
        String text = line.startsWith("log4j:WARN ") ? line.substring(11) : line.startsWith("log4j:ERROR ") ? line.substring(12) : null;
        if (text != null) messages.add(text);
      }
      List<String> loggers = new ArrayList<>();
      for (Enumeration<?> e = hierarchy.getCurrentLoggers(); e.hasMoreElements();) {
        Logger logger = (Logger) e.nextElement();
        loggers.add(Json.logger(logger.getName(), logger.getEffectiveLevel(), logger.getAdditivity(), names(logger)));
      }
      Logger root = hierarchy.getRootLogger();
      out.println("{\"file\":" + Json.text(path) + ",\"thrown\":" + Json.text(thrown) + ",\"threshold\":" + Json.text(hierarchy.getThreshold())
          + ",\"root\":" + Json.logger("", root.getLevel(), false, names(root)) + ",\"loggers\":[" + String.join(",", loggers) + "],\"messages\":" + Json.list(messages) + "}");
      hierarchy.shutdown();
    }
  }

  static List<String> names(Category logger) {
    List<String> names = new ArrayList<>();
    for (Enumeration<?> e = logger.getAllAppenders(); e.hasMoreElements();) names.add(((Appender) e.nextElement()).getName());
    return names;
  }
}
