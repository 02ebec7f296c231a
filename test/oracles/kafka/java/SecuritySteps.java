import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What SocketServer and ChannelBuilders refuse when they build a listener, as far as the file alone decides: stores and networks are not here. */
final class SecuritySteps {
    private SecuritySteps() { }

    static void run(Object config, boolean broker, List<Refusal> into) {
        LaterSteps.step(into, "listener prefix", () -> {
            for (Object name : Listeners.names(config)) values(config, Listeners.prefix(name));
        });
        LaterSteps.step(into, "jaas", () -> jaas(config));
        LaterSteps.step(into, "ssl", () -> stores(config));
        if (broker) LaterSteps.step(into, "ssl handshake with itself", () -> handshake(config));
        LaterSteps.step(into, "oauth", () -> oauth(config));
    }

    /** AbstractConfig.valuesWithPrefixOverride parses listener.name.* values. */
    private static Map<?, ?> values(Object config, String prefix) throws Throwable {
        return (Map<?, ?>) Reflect.call(config.getClass().getMethod("valuesWithPrefixOverride", String.class), config, prefix);
    }

    private static Map<?, ?> originals(Object config) throws Throwable {
        return (Map<?, ?>) Reflect.get(config, "originals");
    }

    private static Object jaasContext(Object listener, String mechanism, Map<?, ?> values) throws Throwable {
        Method load = Arrays.stream(Class.forName("org.apache.kafka.common.security.JaasContext").getMethods()).filter(m -> m.getName().equals("loadServerContext")).findFirst().orElseThrow();
        return Reflect.call(load, null, listener, mechanism, values);
    }

    /** The JAAS texts that the file gives for mechanisms of SASL listeners: without one Kafka asks a file that only the JVM knows. */
    private static void jaas(Object config) throws Throwable {
        Map<?, ?> originals = originals(config);
        Map<Object, String> own = Listeners.protocols(config);
        for (Object name : Listeners.names(config)) {
            String protocol = own.containsKey(name) ? own.get(name) : Listeners.mappedProtocol(config, name), prefix = Listeners.prefix(name);
            if (!protocol.startsWith("SASL")) continue;
            Map<?, ?> values = values(config, prefix);
            Set<String> mechanisms = new LinkedHashSet<>();
            if (own.containsKey(name)) for (Object mechanism : (List<?>) values.get("sasl.enabled.mechanisms")) mechanisms.add(String.valueOf(mechanism));
            Object called = values.get("sasl.mechanism.controller.protocol");
            if (called != null && Listeners.isController(config, name)) mechanisms.add(String.valueOf(called));
            for (String mechanism : mechanisms) {
                for (Map.Entry<?, ?> entry : originals.entrySet()) {
                    boolean isMeant = String.valueOf(entry.getKey()).equalsIgnoreCase(prefix + mechanism + ".sasl.jaas.config") && String.valueOf(entry.getKey()).startsWith(prefix);
                    if (isMeant && !String.valueOf(entry.getValue()).trim().startsWith("${")) jaasContext(name, mechanism, values);
                }
            }
        }
    }

    /** DefaultSslEngineFactory.configure, up to the point where it opens a store. */
    private static void stores(Object config) throws Throwable {
        Class<?> engine = Reflect.first("org.apache.kafka.common.security.ssl.DefaultSslEngineFactory");
        for (Map.Entry<Object, String> listener : Listeners.protocols(config).entrySet()) {
            if (!listener.getValue().endsWith("SSL")) continue;
            Map<?, ?> values = values(config, Listeners.prefix(listener.getKey()));
            Object custom = values.get("ssl.engine.factory.class");
            if (custom != null && !custom.equals(engine)) continue;
            configure(engine, values, originals(config));
            Map<Object, Object> withoutKeystore = new HashMap<>(values);   // its file may be missing here: what stands behind it is judged too
            for (String key : List.of("location", "password", "key", "certificate.chain")) withoutKeystore.put("ssl.keystore." + key, null);
            configure(engine, withoutKeystore, originals(config));
        }
    }

    private static void configure(Class<?> engine, Map<?, ?> values, Map<?, ?> originals) throws Throwable {
        try {
            Reflect.call(engine.getMethod("configure", Map.class), engine.getConstructor().newInstance(), values);
        } catch (Throwable t) {
            if (!isAbsent(t, originals)) throw t;
        }
    }

    /** The store is on another machine, or a reference stands where its text would be. */
    private static boolean isAbsent(Throwable t, Map<?, ?> originals) {
        if (String.valueOf(t.getMessage()).startsWith("Invalid PEM"))
            for (Map.Entry<?, ?> entry : originals.entrySet()) if (String.valueOf(entry.getKey()).contains("ssl.") && String.valueOf(entry.getValue()).contains("${")) return true;
        for (Throwable cause = t; cause != null; cause = cause.getCause())
            if (cause instanceof NoSuchFileException || String.valueOf(cause.getMessage()).startsWith("Unable to read file")) return true;
        return false;
    }

    /** SslFactory: the inter-broker listener must be able to talk to itself. Decided here only where no keystore is named. */
    private static void handshake(Object config) throws Throwable {
        Object listener = Reflect.peek(config, "interBrokerListenerName");
        String protocol = listener == null ? null : Listeners.protocols(config).get(listener);
        if (protocol == null || !protocol.endsWith("SSL")) return;
        Map<String, Object> values = new HashMap<>();
        values(config, Listeners.prefix(listener)).forEach((key, value) -> values.put(String.valueOf(key), value));
        Object custom = values.get("ssl.engine.factory.class");
        if (custom != null && !custom.equals(Reflect.first("org.apache.kafka.common.security.ssl.DefaultSslEngineFactory"))) return;
        for (String key : List.of("ssl.keystore.location", "ssl.keystore.certificate.chain", "ssl.keystore.key", "ssl.keystore.password")) if (values.get(key) != null) return;
        for (String key : List.of("ssl.truststore.location", "ssl.truststore.password", "ssl.truststore.certificates")) values.put(key, null);   // without a keystore no truststore helps
        Class<?> factory = Class.forName("org.apache.kafka.common.security.ssl.SslFactory");
        for (Constructor<?> constructor : factory.getConstructors()) {
            if (constructor.getParameterCount() != 3) continue;
            Object server = Arrays.stream(constructor.getParameterTypes()[0].getEnumConstants()).filter(x -> x.toString().equals("SERVER")).findFirst().orElseThrow();
            Reflect.call(factory.getMethod("configure", Map.class), constructor.newInstance(server, null, true), values);
        }
    }

    /** Kafka's own OAUTHBEARER validator, up to the point where it asks the network. */
    private static void oauth(Object config) throws Throwable {
        for (Map.Entry<Object, String> listener : Listeners.protocols(config).entrySet()) {
            if (!listener.getValue().startsWith("SASL")) continue;
            String prefix = Listeners.prefix(listener.getKey());
            Map<?, ?> values = values(config, prefix);
            Object mechanisms = values.get("sasl.enabled.mechanisms");
            if (!(mechanisms instanceof Collection) || !((Collection<?>) mechanisms).contains("OAUTHBEARER")) continue;
            Object handler = values.get("oauthbearer.sasl.server.callback.handler.class");
            if (handler == null) handler = values.get("sasl.server.callback.handler.class");
            String name = handler instanceof Class ? ((Class<?>) handler).getName() : String.valueOf(handler).trim();
            if (!name.endsWith(".OAuthBearerValidatorCallbackHandler") || !Reflect.isKafkas(name)) continue;
            System.setProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls", values.get("sasl.oauthbearer.jwks.endpoint.url") + "," + values.get("sasl.oauthbearer.token.endpoint.url"));
            Object validator = Class.forName(name).getConstructor().newInstance();
            try {
                Object context = jaasContext(listener.getKey(), "OAUTHBEARER", values);
                Reflect.call(validator.getClass().getMethod("configure", Map.class, String.class, List.class), validator, values, "OAUTHBEARER", Reflect.get(context, "configurationEntries"));
            } catch (Throwable t) {
                for (Throwable cause = t; cause != null; cause = cause.getCause())      // all else hangs on the network or is decided by another step
                    if (String.valueOf(cause.getMessage()).contains("The OAuth validator for the broker requires")) throw cause;
            }
        }
    }
}
