import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls by name, so that one harness fits all versions. */
final class Reflect {
    private static final Map<String, Method> METHODS = new HashMap<>();

    private Reflect() { }

    /** The first class of these names that exists; null when none does. */
    static Class<?> first(String... names) {
        for (String name : names) {
            try {
                return Class.forName(name);
            } catch (ClassNotFoundException e) { /* the next one */ }
        }
        return null;
    }

    static Object call(Method method, Object on, Object... args) throws Throwable {
        try {
            return method.invoke(on, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    static Object get(Object on, String method) throws Throwable {
        return call(method(on, method), on);
    }

    /** As get, but null when there is no such method or it fails. */
    static Object peek(Object on, String method) {
        if (on == null) return null;
        try {
            return get(on, method);
        } catch (Throwable t) {
            return null;
        }
    }

    static boolean flag(Object on, String method, boolean otherwise) {
        Object value = peek(on, method);
        return value instanceof Boolean ? (Boolean) value : otherwise;
    }

    static Method method(Object on, String name) throws NoSuchMethodException {
        String key = on.getClass().getName() + '#' + name;
        Method method = METHODS.get(key);
        if (method == null) {
            method = on.getClass().getMethod(name);
            method.setAccessible(true);
            METHODS.put(key, method);
        }
        return method;
    }

    /** Elements of a Java or a Scala collection. */
    static List<Object> list(Object collection) {
        List<Object> elements = new ArrayList<>();
        if (collection == null) return elements;
        if (collection instanceof Iterable) {
            ((Iterable<?>) collection).forEach(elements::add);
            return elements;
        }
        try {
            Object iterator = collection.getClass().getMethod("iterator").invoke(collection);
            Class<?> type = Class.forName("scala.collection.Iterator");
            Method hasNext = type.getMethod("hasNext"), next = type.getMethod("next");
            while ((Boolean) hasNext.invoke(iterator)) elements.add(next.invoke(iterator));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return elements;
    }

    static Set<String> texts(Object collection) {
        Set<String> texts = new HashSet<>();
        for (Object element : list(collection)) texts.add(String.valueOf(element));
        return texts;
    }

    static boolean isKafkas(String className) {
        return className.startsWith("kafka.") || className.startsWith("org.apache.kafka.");
    }
}
