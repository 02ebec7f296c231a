import java.lang.annotation.Annotation;
import java.lang.reflect.*;
import java.util.*;
import org.apache.logging.log4j.core.config.plugins.*;
import org.apache.logging.log4j.core.config.plugins.util.*;
import org.apache.logging.log4j.core.config.plugins.validation.constraints.*;
import org.apache.logging.log4j.core.pattern.ConverterKeys;

/**
 * Prints, as JSON, the plugins of log4j-core as a configuration file can name them: attributes with aliases, type, default and whether they are required,
 * nested elements, and which element types a plugin fits into. Also the conversion words of patterns and the names of lookups.
 * java -cp log4j-api.jar:log4j-core.jar Log4j2Catalogue.java VERSION
 */
public class Log4j2Catalogue {
  static final Set<Class<?>> elementTypes = new LinkedHashSet<>();
  static final Map<String, Class<?>> pluginClasses = new TreeMap<>();

  static String q(Object o) { return o == null ? "null" : "\"" + String.valueOf(o).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\""; }

  static boolean has(Annotation[] as, Class<?> c) { for (Annotation a : as) if (c.isInstance(a)) return true; return false; }

  static String required(Annotation[] as) {
    for (Annotation a : as) if (a instanceof Required) return q(((Required) a).message());
    return null;
  }

  static String attribute(String name, Class<?> t, Annotation[] as, String def, boolean value, String field) {
    StringBuilder s = new StringBuilder("{\"name\":" + q(name) + ",\"type\":" + q(t.isEnum() ? "enum" : t.getSimpleName()) + ",\"class\":" + q(t.getName()));
    if (field != null && !field.equals(name)) s.append(",\"field\":" + q(field));
    for (Annotation a : as) if (a instanceof PluginAliases) { List<String> l = new ArrayList<>(); for (String x : ((PluginAliases) a).value()) l.add(q(x)); s.append(",\"aliases\":[" + String.join(",", l) + "]"); }
    if (t.isEnum()) { List<String> l = new ArrayList<>(); for (Object c : t.getEnumConstants()) l.add(q(((Enum<?>) c).name())); s.append(",\"enum\":[" + String.join(",", l) + "]"); }
    if (required(as) != null) s.append(",\"required\":" + required(as));
    for (Annotation a : as) if (a instanceof NotBlank) s.append(",\"notBlank\":true");
    if (value) s.append(",\"value\":true");
    if (def != null && !def.isEmpty()) s.append(",\"default\":" + q(def));
    return s.append("}").toString();
  }

  static String element(String name, Class<?> t, Annotation[] as, String field) {
    Class<?> c = t.isArray() ? t.getComponentType() : t;
    elementTypes.add(c);
    return "{\"name\":" + q(name) + ",\"type\":" + q(c.getName()) + ",\"array\":" + t.isArray() + (field == null ? "" : ",\"field\":" + q(field)) + (required(as) == null ? "" : ",\"required\":" + required(as)) + "}";
  }

  static String defaultOf(Annotation a, Class<?> t) {
    if (!(a instanceof PluginAttribute)) return null;
    PluginAttribute p = (PluginAttribute) a;
    if (t == boolean.class || t == Boolean.class) return String.valueOf(p.defaultBoolean());
    if (t == int.class || t == Integer.class) return String.valueOf(p.defaultInt());
    if (t == long.class || t == Long.class) return String.valueOf(p.defaultLong());
    return p.defaultString().isEmpty() ? null : p.defaultString();
  }

  public static void main(String[] args) {
    PluginManager pm = new PluginManager("Core");
    pm.collectPlugins();
    List<String> rows = new ArrayList<>();
    for (Map.Entry<String, PluginType<?>> en : new TreeMap<>(pm.getPlugins()).entrySet()) {
      PluginType<?> pt = en.getValue();
      List<String> attrs = new ArrayList<>(), elems = new ArrayList<>();
      Class<?> c;
      String made = "none";
      try {
        c = pt.getPluginClass();
        Method builder = null, factory = null;
        for (Method m : c.getDeclaredMethods()) if (Modifier.isStatic(m.getModifiers())) {
          if (m.isAnnotationPresent(PluginBuilderFactory.class) && org.apache.logging.log4j.core.util.Builder.class.isAssignableFrom(m.getReturnType())) builder = m;
          else if (m.isAnnotationPresent(PluginFactory.class)) factory = m;
        }
        if (builder != null) {
          made = factory == null ? "builder" : "builder, then factory";
          builder.setAccessible(true);
          Object instance = null;
          Class<?> bc = builder.getReturnType();
          try { instance = builder.invoke(null); bc = instance.getClass(); } catch (Throwable t) { /* a class that is not on the path */ }
          for (; bc != null && bc != Object.class; bc = bc.getSuperclass()) for (Field f : bc.getDeclaredFields()) {
            PluginBuilderAttribute pa = f.getAnnotation(PluginBuilderAttribute.class);
            PluginElement pe = f.getAnnotation(PluginElement.class);
            PluginValue pv = f.getAnnotation(PluginValue.class);
            PluginAttribute pat = f.getAnnotation(PluginAttribute.class);
            String d = null;
            try { f.setAccessible(true); Object v = instance == null ? null : f.get(instance); d = v == null || v.getClass().isArray() || v instanceof Class ? null : String.valueOf(v); } catch (Throwable t) { /* no default to show */ }
            if (d != null && d.contains("@")) d = null;
            if (pa != null) attrs.add(attribute(pa.value().isEmpty() ? f.getName() : pa.value(), f.getType(), f.getAnnotations(), d, false, f.getName()));
            if (pat != null) attrs.add(attribute(pat.value(), f.getType(), f.getAnnotations(), defaultOf(pat, f.getType()), false, f.getName()));
            if (pv != null) attrs.add(attribute(pv.value(), f.getType(), f.getAnnotations(), null, true, f.getName()));
            if (pe != null) elems.add(element(pe.value().isEmpty() ? f.getName() : pe.value(), f.getType(), f.getAnnotations(), f.getName()));
          }
        } else if (factory != null) {
          made = "factory";
          Annotation[][] pas = factory.getParameterAnnotations();
          Class<?>[] pts = factory.getParameterTypes();
          for (int i = 0; i < pts.length; i++) for (Annotation x : pas[i]) {
            if (x instanceof PluginAttribute) attrs.add(attribute(((PluginAttribute) x).value(), pts[i], pas[i], defaultOf(x, pts[i]), false, null));
            if (x instanceof PluginElement) elems.add(element(((PluginElement) x).value(), pts[i], pas[i], null));
            if (x instanceof PluginValue) attrs.add(attribute(((PluginValue) x).value(), pts[i], pas[i], null, true, null));
          }
        }
        pluginClasses.put(en.getKey(), c);
      } catch (Throwable t) { rows.add(q(en.getKey()) + ":{\"elementName\":" + q(pt.getElementName()) + ",\"class\":" + q(pt.getKey()) + ",\"made\":\"missing class\",\"attributes\":[],\"elements\":[]}"); continue; }
      rows.add(q(en.getKey()) + ":{\"simpleName\":" + q(c.getSimpleName()) + ",\"elementName\":" + q(pt.getElementName()) + ",\"class\":" + q(c.getName()) + ",\"defer\":" + pt.isDeferChildren() + ",\"made\":" + q(made) + ",\"attributes\":[" + String.join(",", attrs) + "],\"elements\":[" + String.join(",", elems) + "]}");
    }
    List<String> fits = new ArrayList<>();
    for (Map.Entry<String, Class<?>> e : pluginClasses.entrySet()) {
      List<String> l = new ArrayList<>();
      for (Class<?> t : elementTypes) if (t.isAssignableFrom(e.getValue())) l.add(q(t.getName()));
      if (!l.isEmpty()) fits.add(q(e.getKey()) + ":[" + String.join(",", l) + "]");
    }
    List<String> words = new ArrayList<>();
    for (String category : new String[] { "Converter", "FileConverter", "Lookup" }) {
      PluginManager m = new PluginManager(category);
      m.collectPlugins();
      TreeSet<String> keys = new TreeSet<>();
      for (Map.Entry<String, PluginType<?>> e : m.getPlugins().entrySet()) {
        ConverterKeys k;
        try { k = e.getValue().getPluginClass().getAnnotation(ConverterKeys.class); } catch (Throwable t) { continue; }
        if (category.equals("Lookup")) keys.add(e.getKey());
        else if (k != null) keys.addAll(Arrays.asList(k.value()));
      }
      List<String> l = new ArrayList<>();
      for (String k : keys) l.add(q(k));
      words.add(q(category) + ":[" + String.join(",", l) + "]");
    }
    System.out.println("{\"source\":" + q("log4j-core " + args[0] + ", read by reflection") + ",\"plugins\":{\n" + String.join(",\n", rows) + "\n},\n\"fits\":{" + String.join(",\n", fits) + "},\n\"words\":{" + String.join(",", words) + "}}");
    System.exit(0);
  }
}
