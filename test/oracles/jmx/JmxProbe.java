import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.Attribute;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** `serve`: a program with the management agent of its command line, until its input ends. `read PORT [USER PASSWORD]`: what a client gets from it. */
public class JmxProbe {
  public static void main(String[] args) throws Exception {
    if (args[0].equals("serve")) {
      System.out.println("ready");
      while (System.in.read() >= 0) { }
      return;
    }
    Map<String, ?> environment = args.length < 4 ? Map.of() : Map.of(JMXConnector.CREDENTIALS, new String[] { args[2], args[3] });
    try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + args[1] + "/jmxrmi"), environment)) {
      MBeanServerConnection beans = connector.getMBeanServerConnection();
      ObjectName memory = new ObjectName(ManagementFactory.MEMORY_MXBEAN_NAME);
      System.out.println("read " + (beans.getAttribute(memory, "HeapMemoryUsage") != null));
      try {
        beans.setAttribute(memory, new Attribute("Verbose", true));
        System.out.println("changed");
      } catch (SecurityException e) {
        System.out.println("not changed");
      }
    } catch (SecurityException e) {
      System.out.println("refused");
    }
  }
}
