import java.util.*;

/** The little JSON that the judges print. */
final class Json {
  private Json() {}

  static String text(Object value) {
    if (value == null) return "null";
    StringBuilder out = new StringBuilder("\"");
    for (char c : String.valueOf(value).toCharArray()) {
      if (c == '"' || c == '\\') out.append('\\').append(c);
      else if (c >= 32 && c < 127) out.append(c);
      else out.append(String.format("\\u%04x", (int) c));
    }
    return out.append('"').toString();
  }

  static String list(Collection<?> values) {
    List<String> parts = new ArrayList<>();
    for (Object value : values) parts.add(text(value));
    return "[" + String.join(",", parts) + "]";
  }

  static String logger(String name, Object level, boolean additive, Collection<String> appenders) {
    return "{\"name\":" + text(name) + ",\"level\":" + text(level) + ",\"additive\":" + additive + ",\"appenders\":" + list(appenders) + "}";
  }
}
