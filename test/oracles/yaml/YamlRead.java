import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What Jackson's YAML reader, the one of log4j 2, makes of a text. In: one text per line, base64. Out: one JSON value per line, nested as in the text,
 * every scalar as [type, text]; null for a text without content; {"error": message} for one that is refused.
 */
public final class YamlRead {
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    ObjectMapper json = new ObjectMapper();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Object answer;
      try {
        JsonNode root = yaml.readTree(new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8));
        answer = root == null || root.isMissingNode() ? null : plain(json, root);
      } catch (Exception refused) {
        answer = json.createObjectNode().put("error", refused.getClass().getSimpleName() + ": " + String.valueOf(refused.getMessage()).replace('\n', ' '));
      }
      out.println(json.writeValueAsString(answer));
    }
    out.flush();
  }

  private static JsonNode plain(ObjectMapper json, JsonNode node) {
    if (node.isObject()) {
      var map = json.createObjectNode();
      node.properties().forEach(entry -> map.set(entry.getKey(), plain(json, entry.getValue())));
      return json.createObjectNode().set("map", map);
    }
    if (node.isArray()) {
      var list = json.createArrayNode();
      node.forEach(item -> list.add(plain(json, item)));
      return json.createObjectNode().set("list", list);
    }
    return json.createArrayNode().add(node.getNodeType().toString().toLowerCase()).add(node.asText());
  }
}
