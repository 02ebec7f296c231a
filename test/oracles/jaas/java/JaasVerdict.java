import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.security.auth.login.AppConfigurationEntry;

/**
 * What Kafka's JaasContext says about JAAS texts. A line in: the bytes of a properties file with the setting "jaas", in Base64.
 * A line out, tab separated: "takes", the login module, the flag, then name and value of each option; or "refuses", the exception's class, "text" or "none", its text. Texts in Base64.
 */
final class JaasVerdict {
    private JaasVerdict() { }

    public static void main(String[] args) throws Exception {
        Class<?> listenerName = Class.forName("org.apache.kafka.common.network.ListenerName");
        Class<?> password = Class.forName("org.apache.kafka.common.config.types.Password");
        Class<?> context = Class.forName("org.apache.kafka.common.security.JaasContext");
        Method load = context.getMethod("loadServerContext", listenerName, String.class, Map.class);
        Method entries = context.getMethod("configurationEntries");
        Object listener = listenerName.getConstructor(String.class).newInstance("L");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Properties file = new Properties();
            file.load(new ByteArrayInputStream(Base64.getDecoder().decode(line)));
            // ConfigDef.parseType trims, then makes a Password.
            Object text = password.getConstructor(String.class).newInstance(file.getProperty("jaas").trim());
            try {
                Object loaded = load.invoke(null, listener, "PLAIN", Map.of("plain.sasl.jaas.config", text));
                AppConfigurationEntry entry = (AppConfigurationEntry) ((List<?>) entries.invoke(loaded)).get(0);
                StringBuilder verdict = new StringBuilder("takes\t").append(encoded(entry.getLoginModuleName())).append('\t').append(encoded(String.valueOf(entry.getControlFlag()).replaceAll(".*: ", "")));
                TreeMap<String, Object> options = new TreeMap<>();
                entry.getOptions().forEach((key, value) -> options.put(key == null ? "" : key, value));
                options.forEach((key, value) -> verdict.append('\t').append(encoded(key)).append('\t').append(encoded(String.valueOf(value))));
                out.println(verdict);
            } catch (InvocationTargetException e) {
                String message = e.getCause().getMessage();
                out.println("refuses\t" + e.getCause().getClass().getName() + "\t" + (message == null ? "none" : "text") + "\t" + encoded(message == null ? "" : message));
            }
        }
        out.flush();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_16BE));
    }
}
