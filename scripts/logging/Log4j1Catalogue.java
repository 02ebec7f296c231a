import java.beans.*;
import java.io.File;
import java.lang.reflect.Modifier;
import java.util.*;
import java.util.jar.*;

/**
 * Prints, as JSON, the classes of a reload4j jar that a log4j.properties can name, with the options that PropertySetter can set on each.
 * java -Djava.awt.headless=true -cp reload4j-1.2.25.jar Log4j1Catalogue.java reload4j-1.2.25.jar
 */
public class Log4j1Catalogue {
  static final String[] KINDS = { "org.apache.log4j.Appender", "org.apache.log4j.Layout", "org.apache.log4j.spi.Filter", "org.apache.log4j.spi.ErrorHandler" };

  static String q(String s) { return "\"" + s.replace("\\", "\\\\").replace("\"", "\\\"") + "\""; }

  public static void main(String[] args) throws Exception {
    List<String> out = new ArrayList<>();
    List<String> others = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    try (JarFile jar = new JarFile(new File(args[0]))) {
      for (JarEntry e : Collections.list(jar.entries())) if (e.getName().endsWith(".class") && !e.getName().startsWith("META-INF")) names.add(e.getName().replace('/', '.').replaceAll("\\.class$", ""));
    }
    for (String name : names) {
      Class<?> c;
      try { c = Class.forName(name, false, Log4j1Catalogue.class.getClassLoader()); } catch (Throwable t) { continue; }
      String kind = null;
      for (String k : KINDS) if (Class.forName(k).isAssignableFrom(c)) { kind = k; break; }
      Object instance = null;
      if (kind != null && !Modifier.isAbstract(c.getModifiers()) && Modifier.isPublic(c.getModifiers())) try { instance = c.getConstructor().newInstance(); } catch (Throwable t) { /* log4j could not make one either, or needs a screen */ }
      if (kind == null || Modifier.isAbstract(c.getModifiers()) || !Modifier.isPublic(c.getModifiers())) { if (!name.contains("$") && Modifier.isPublic(c.getModifiers())) others.add(q(name)); continue; }
      TreeMap<String, String> options = new TreeMap<>();
      PropertyDescriptor[] found;
      try { found = Introspector.getBeanInfo(c).getPropertyDescriptors(); } catch (NoClassDefFoundError missing) { continue; /* needs a library that Kafka does not ship (JMS, mail) */ }
      for (PropertyDescriptor p : found) {
        if (p.getPropertyType() == null) continue;
        Class<?> t = p.getPropertyType();
        String type = p.getWriteMethod() == null ? "read-only" : t == String.class || t.isPrimitive() ? t.getSimpleName() : t.getName().equals("org.apache.log4j.Priority") || t.getName().equals("org.apache.log4j.Level") ? "Level" : t.getName();
        options.put(p.getName(), type);
      }
      StringBuilder o = new StringBuilder();
      for (Map.Entry<String, String> e : options.entrySet()) o.append(o.length() > 0 ? "," : "").append(q(e.getKey())).append(":").append(q(e.getValue()));
      boolean layout = instance instanceof org.apache.log4j.Appender && ((org.apache.log4j.Appender) instance).requiresLayout();
      out.add(q(name) + ":{\"kind\":" + q(kind.replaceAll(".*\\.", "").toLowerCase(Locale.ROOT)) + ",\"requiresLayout\":" + layout + ",\"options\":{" + o + "}}");
    }
    System.out.println("{\"source\":" + q("reload4j, read by reflection from " + new File(args[0]).getName()) + ",\"classes\":{\n" + String.join(",\n", out) + "\n},\n\"others\":[" + String.join(",", others) + "]}");
    System.exit(0);
  }
}
