import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The listeners of a config as every version gives them: EndPoint of Scala, Endpoint of Java. */
final class Listeners {
    private Listeners() { }

    static String name(Object listener) {
        Object name = Reflect.peek(listener, "listenerName");
        if (name == null) name = Reflect.peek(listener, "listener");
        if (name instanceof Optional) name = ((Optional<?>) name).map(String::valueOf).orElse("");
        return name instanceof String ? (String) name : String.valueOf(Reflect.peek(name, "value"));
    }

    /** ListenerName.normalised. */
    static Object normalised(String name) throws Throwable {
        Method method = Class.forName("org.apache.kafka.common.network.ListenerName").getMethod("normalised", String.class);
        return Reflect.call(method, null, name);
    }

    static String prefix(Object listenerName) throws Throwable {
        return (String) Reflect.get(listenerName, "configPrefix");
    }

    /** Names of the listeners and of the controllers' listeners. */
    static Set<Object> names(Object config) throws Throwable {
        Set<Object> names = new LinkedHashSet<>();
        for (Object listener : Reflect.list(Reflect.get(config, "listeners"))) names.add(normalised(name(listener)));
        for (String name : Reflect.texts(Reflect.peek(config, "controllerListenerNames"))) names.add(normalised(name));
        return names;
    }

    /** Listeners of this node and what they speak. */
    static Map<Object, String> protocols(Object config) throws Throwable {
        Map<Object, String> protocols = new LinkedHashMap<>();
        for (Object listener : Reflect.list(Reflect.get(config, "listeners"))) protocols.put(normalised(name(listener)), String.valueOf(Reflect.get(listener, "securityProtocol")));
        return protocols;
    }

    static boolean isController(Object config, Object listenerName) throws Throwable {
        for (String name : Reflect.texts(Reflect.peek(config, "controllerListenerNames"))) if (normalised(name).equals(listenerName)) return true;
        return false;
    }

    /** What a listener of other nodes speaks, out of the map, whose class and name change with the version. */
    static String mappedProtocol(Object config, Object listenerName) {
        Object map = Reflect.peek(config, "effectiveListenerSecurityProtocolMap");
        if (map == null) map = Reflect.peek(config, "listenerSecurityProtocolMap");
        Matcher found = Pattern.compile(Pattern.quote(String.valueOf(listenerName)) + "(?: -> |=)(\\w+)").matcher(String.valueOf(map));
        return found.find() ? found.group(1) : "";
    }
}
