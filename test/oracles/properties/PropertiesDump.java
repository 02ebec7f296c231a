import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;

/**
 * What java.util.Properties reads. In: one text per line, its UTF-16BE bytes in base64.
 * Out: one JSON object per line, {"puts":[[key,value],...],"error":"..."}: every put in file order, and the message when the load was refused.
 */
public final class PropertiesDump {
  private static final class Puts extends Properties {
    private static final long serialVersionUID = 1;
    private final transient StringBuilder json = new StringBuilder();

    @Override
    public synchronized Object put(Object key, Object value) {
      json.append(json.length() == 0 ? "[" : ",[");
      quote(json, (String) key);
      json.append(',');
      quote(json, (String) value);
      json.append(']');
      return super.put(key, value);
    }
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') json.append('\\').append(c);
      else if (c >= 0x20 && c < 0x7f) json.append(c);
      else json.append(String.format("\\u%04x", (int) c));
    }
    json.append('"');
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false, StandardCharsets.US_ASCII);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      // Not through a decoder: that would replace half surrogate pairs.
      String text = ByteBuffer.wrap(Base64.getDecoder().decode(line)).asCharBuffer().toString();
      Puts puts = new Puts();
      StringBuilder json = new StringBuilder();
      try {
        puts.load(new StringReader(text));
      } catch (IllegalArgumentException refused) {
        json.append(",\"error\":");
        quote(json, String.valueOf(refused.getMessage()));
      }
      out.println("{\"puts\":[" + puts.json + "]" + json + "}");
    }
    out.flush();
  }
}
