import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The listeners of a config as every version gives them: EndPoint of Scala, Endpoint of Java. */
final class Listeners {
    private Listeners() { }

    static String name(Object listener) {
        Object name = Reflect.peek(listener, "listenerName");
        if (name == null) name = Reflect.peek(listener, "listener");
        Object value = name instanceof String ? name : Reflect.peek(name, "value");
        return String.valueOf(value);
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
}
