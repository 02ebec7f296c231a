import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Makes an empty class for every class name of the file that is neither Kafka's nor the JDK's, as if the jar of that plug-in were there. */
final class StandIns extends ClassLoader {
    private static final String SERDE = "org/apache/kafka/common/security/auth/KafkaPrincipalSerde";   // asked of principal.builder.class from 3.0
    private final Set<String> allowed = new HashSet<>();
    private final Map<String, Class<?>> made = new HashMap<>();

    StandIns(ClassLoader parent) {
        super(parent);
    }

    void allow(Properties props) {
        allowed.clear();
        for (Object value : props.values()) for (String word : String.valueOf(value).trim().split("[\\s,]+")) allowed.add(word);
    }

    @Override protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (Reflect.isKafkas(name) || !allowed.contains(name) || name.matches("javax?\\..*") || !name.matches("[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)+")) throw new ClassNotFoundException(name);
        return made.computeIfAbsent(name, n -> {
            byte[] code = emptyClass(n.replace('.', '/'), Reflect.first(SERDE.replace('/', '.')) != null);
            return defineClass(n, code, 0, code.length);
        });
    }

    /** public class NAME [implements KafkaPrincipalSerde] { public NAME() { super(); } } in the class file format of Java 8. */
    private static byte[] emptyClass(String name, boolean isSerde) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0xCAFEBABE);
            out.writeInt(52);
            out.writeShort(12);                                             // constants 1 to 11
            for (String text : new String[] {name, "java/lang/Object", SERDE}) {
                out.writeByte(1);
                out.writeUTF(text);
            }
            for (int i = 1; i <= 3; i++) {
                out.writeByte(7);
                out.writeShort(i);
            }
            for (String text : new String[] {"<init>", "()V"}) {
                out.writeByte(1);
                out.writeUTF(text);
            }
            out.writeByte(12);
            out.writeShort(7);
            out.writeShort(8);
            out.writeByte(10);
            out.writeShort(5);
            out.writeShort(9);
            out.writeByte(1);
            out.writeUTF("Code");
            out.writeShort(0x21);                                           // public, this, super
            out.writeShort(4);
            out.writeShort(5);
            out.writeShort(isSerde ? 1 : 0);
            if (isSerde) out.writeShort(6);
            out.writeShort(0);
            out.writeShort(1);                                              // one method: the constructor
            out.writeShort(1);
            out.writeShort(7);
            out.writeShort(8);
            out.writeShort(1);
            out.writeShort(11);
            out.writeInt(17);
            out.writeShort(1);
            out.writeShort(1);
            out.writeInt(5);
            out.write(new byte[] {0x2a, (byte) 0xb7, 0, 10, (byte) 0xb1});  // aload_0, invokespecial, return
            out.writeShort(0);
            out.writeShort(0);
            out.writeShort(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
