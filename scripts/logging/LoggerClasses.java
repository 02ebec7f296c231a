import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.jar.*;

/**
 * Prints, as JSON, the classes of Kafka's jars that make a logger of their own name, with the releases in which the class exists.
 * A class counts when in one of the releases its constant pool names slf4j's LoggerFactory, LogContext or Kafka's trait Logging;
 * in the other releases it may get its logger from a parent class, so there its file is enough.
 * java LoggerClasses.java 2.8.2=DIR 3.3.2=DIR ...   (each DIR holds the jars of that release)
 */
public class LoggerClasses {
  static final String[] MARKS = { "org/slf4j/LoggerFactory", "org/apache/kafka/common/utils/LogContext", "kafka/utils/Logging", "com/typesafe/scalalogging/Logger" };

  public static void main(String[] args) throws Exception {
    TreeMap<String, Set<String>> found = new TreeMap<>();
    Set<String> logging = new HashSet<>();
    List<String> versions = new ArrayList<>();
    for (String arg : args) {
      String version = arg.substring(0, arg.indexOf('='));
      versions.add(version);
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arg.substring(arg.indexOf('=') + 1)), "*.jar")) {
        for (Path jar : jars) if (jar.getFileName().toString().matches("(kafka|connect)[-_].*") && !jar.getFileName().toString().contains("streams")) read(jar, version, found, logging);
      }
    }
    List<String> rows = new ArrayList<>();
    for (Map.Entry<String, Set<String>> e : found.entrySet()) {
      if (!logging.contains(e.getKey())) continue;
      StringBuilder bits = new StringBuilder();
      for (String v : versions) bits.append(e.getValue().contains(v) ? '1' : '0');
      rows.add("\"" + e.getKey() + "\":\"" + bits + "\"");
    }
    System.out.println("{\"source\":\"constant pools of the classes in Kafka's jars\",\"versions\":[\"" + String.join("\",\"", versions) + "\"],\"classes\":{\n" + String.join(",\n", rows) + "\n}}");
  }

  static void read(Path path, String version, Map<String, Set<String>> found, Set<String> logging) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry e : Collections.list(jar.entries())) {
        String name = e.getName();
        if (!name.endsWith(".class") || !(name.startsWith("kafka/") || name.startsWith("org/apache/kafka/"))) continue;
        String text = new String(jar.getInputStream(e).readAllBytes(), StandardCharsets.ISO_8859_1);
        boolean marked = false;
        for (String mark : MARKS) marked |= text.contains(mark);
        String simple = name.substring(name.lastIndexOf('/') + 1, name.length() - 6);
        // Anonymous classes and lambdas log under the name of their owner.
        if (simple.matches(".*\\$(\\d+|\\$?anon.*|\\$?Lambda.*|delayedInit.*)") || simple.matches(".*\\$\\d+.*")) continue;
        String logger = name.substring(0, name.length() - 6).replace('/', '.');
        if (marked) logging.add(logger);
        found.computeIfAbsent(logger, k -> new TreeSet<>()).add(version);
      }
    }
  }
}
