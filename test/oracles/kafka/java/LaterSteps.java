import java.io.File;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What a start does after KafkaConfig and the file alone decides. Kafka's own code is called; where that would touch the disk or a socket, its condition is restated. */
final class LaterSteps {
    private LaterSteps() { }

    interface Step {
        void run() throws Throwable;
    }

    static void run(Object config, List<Refusal> into) {
        boolean zookeeper = Reflect.flag(config, "requiresZookeeper", false);
        String roles = String.valueOf(Reflect.peek(config, "processRoles")).toLowerCase();
        boolean broker = zookeeper || roles.contains("broker");
        boolean controller = !zookeeper && roles.contains("controller");
        if (!zookeeper) step(into, "voters", () -> voters(config));
        step(into, "log directories", () -> logDirectories(config));
        step(into, "nested log directories", () -> nestedLogDirectories(config));
        if (broker) step(into, "log defaults", () -> logDefaults(config));
        step(into, "ports", () -> ports(config, controller));
        if (broker && !zookeeper) step(into, "advertised ports", () -> advertisedPorts(config));
        SecuritySteps.run(config, broker, into);
        step(into, "authorizer", () -> authorizer(config, zookeeper));
        step(into, "classes", () -> classes(config));
        step(into, "metrics", () -> metrics(config));
        if (zookeeper) step(into, "zookeeper.connect", () -> zookeeperConnect(config));
    }

    static void step(List<Refusal> into, String stage, Step step) {
        try {
            step.run();
        } catch (Throwable t) {
            if (!(t instanceof NoSuchMethodException || t instanceof LinkageError)) into.add(new Refusal(stage, t));   // those mean that the harness does not fit the version
        }
    }

    /** SharedServer and KafkaRaftServer. */
    private static void voters(Object config) throws Throwable {
        Object quorum = Reflect.peek(config, "quorumConfig");
        Object voters = quorum == null ? Reflect.peek(config, "quorumVoters") : Reflect.peek(quorum, "voters");
        Object servers = quorum == null ? Reflect.peek(config, "quorumBootstrapServers") : Reflect.peek(quorum, "bootstrapServers");
        Class<?> type = Reflect.first("org.apache.kafka.raft.QuorumConfig", "org.apache.kafka.raft.RaftConfig");
        if (voters != null) Reflect.call(type.getMethod("parseVoterConnections", List.class), null, voters);
        if (servers != null) Reflect.call(type.getMethod("parseBootstrapServers", List.class), null, servers);
    }

    /** LogManager.createAndValidateLogDirs without making the folders. */
    private static void logDirectories(Object config) throws Throwable {
        Set<String> seen = new HashSet<>();
        for (Object folder : Reflect.list(Reflect.get(config, "logDirs")))
            if (!seen.add(new File(String.valueOf(folder)).getCanonicalPath())) throw new Refusal.Named("org.apache.kafka.common.KafkaException", "Duplicate log directory found: " + folder);
    }

    /** LogManager.loadLogs takes every folder in a log directory for a partition. */
    private static void nestedLogDirectories(Object config) throws Throwable {
        Method parse = null;
        for (String name : List.of("org.apache.kafka.storage.internals.log.LocalLog", "org.apache.kafka.storage.internals.log.UnifiedLog", "kafka.log.UnifiedLog", "kafka.log.LocalLog", "kafka.log.Log")) {
            Class<?> type = Reflect.first(name);
            if (parse != null || type == null) continue;
            try {
                parse = type.getMethod("parseTopicPartitionName", File.class);
            } catch (NoSuchMethodException e) { /* of another version */ }
        }
        List<Path> folders = new ArrayList<>();
        for (Object folder : Reflect.list(Reflect.get(config, "logDirs"))) folders.add(new File(String.valueOf(folder)).getCanonicalFile().toPath());
        if (parse == null) return;
        for (Path outer : folders) for (Path inner : folders)
            if (!outer.equals(inner) && inner.startsWith(outer)) Reflect.call(parse, null, outer.resolve(outer.relativize(inner).getName(0)).toFile());
    }

    /** LogManager.apply: LogConfig.validateBrokerLogConfigValues, before 3.5 LogConfig.validateValues. */
    private static void logDefaults(Object config) throws Throwable {
        Object map = Reflect.peek(config, "extractLogConfigMap");
        Class<?> config4 = Class.forName("kafka.server.KafkaConfig");
        for (String name : List.of("kafka.log.LogConfig", "kafka.server.KafkaServer")) for (String method : List.of("extractLogConfigMap", "copyKafkaConfigToLog")) {
            Class<?> type = Reflect.first(name);
            if (map != null || type == null) continue;
            try {
                map = Reflect.call(type.getMethod(method, config4), null, config);
            } catch (NoSuchMethodException e) { /* of another version */ }
        }
        if (map == null) return;
        Object remote = Reflect.peek(config, "remoteLogManagerConfig");
        boolean tiered = Reflect.flag(remote, "isRemoteStorageSystemEnabled", Reflect.flag(remote, "enableRemoteStorageSystem", Reflect.flag(config, "isRemoteLogStorageSystemEnabled", false)));
        Class<?> type = Reflect.first("org.apache.kafka.storage.internals.log.LogConfig", "kafka.log.LogConfig");
        for (Method method : type.getMethods()) {
            if (!method.getName().equals("validateBrokerLogConfigValues")) continue;
            Reflect.call(method, null, map, tiered);
            return;
        }
        for (Method method : type.getMethods())
            if (method.getName().equals("validateValues") && method.getParameterCount() == 1 && method.getParameterTypes()[0] == Map.class) Reflect.call(method, null, map);
    }

    /** SocketServer: the address of every listener that is opened here. */
    private static void ports(Object config, boolean controller) throws Throwable {
        Set<String> controllerNames = Reflect.texts(Reflect.peek(config, "controllerListenerNames"));
        for (Object listener : Reflect.list(Reflect.get(config, "listeners")))
            if (controller || !controllerNames.contains(Listeners.name(listener))) InetSocketAddress.createUnresolved("h", (int) Reflect.get(listener, "port"));
    }

    /** BrokerRegistrationRequest: the port is an unsigned short. */
    private static void advertisedPorts(Object config) throws Throwable {
        Object advertised = Reflect.peek(config, "effectiveAdvertisedBrokerListeners");
        if (advertised == null) advertised = Reflect.peek(config, "effectiveAdvertisedListeners");
        if (advertised == null) advertised = Reflect.peek(config, "advertisedListeners");
        Class<?> type = Reflect.first("org.apache.kafka.common.message.BrokerRegistrationRequestData$Listener");
        if (type == null) return;
        for (Object listener : Reflect.list(advertised)) Reflect.call(type.getMethod("setPort", int.class), type.getConstructor().newInstance(), (int) Reflect.get(listener, "port"));
    }

    /** The class exists; what its configuration reads from the file. */
    private static void authorizer(Object config, boolean zookeeper) throws Throwable {
        String name = String.valueOf(Reflect.call(config.getClass().getMethod("getString", String.class), config, "authorizer.class.name")).trim();
        if (name.isEmpty() || !isJudged(name)) return;
        Object authorizer = Class.forName(name).getDeclaredConstructor().newInstance();
        boolean withoutZookeeper = !zookeeper && name.endsWith(".AclAuthorizer") && String.valueOf(Reflect.peek(config, "zkConnect")).matches("null|\\s*");   // else it would open a session
        if (name.endsWith(".StandardAuthorizer") || withoutZookeeper) Reflect.call(authorizer.getClass().getMethod("configure", Map.class), authorizer, Reflect.get(config, "originals"));
    }

    /** getConfiguredInstance(s) of names in Kafka's own packages; other jars are not here. */
    private static void classes(Object config) throws Throwable {
        Map<?, ?> originals = (Map<?, ?>) Reflect.get(config, "originals");
        for (String key : List.of("metric.reporters", "kafka.metrics.reporters", "replica.selector.class", "client.quota.callback.class", "alter.config.policy.class.name",
                "create.topic.policy.class.name", "security.providers", "remote.log.storage.manager.class.name", "remote.log.metadata.manager.class.name")) {
            if (!originals.containsKey(key)) continue;
            for (String name : String.valueOf(originals.get(key)).split(",")) if (isJudged(name.trim()) && !name.contains("${")) Class.forName(name.trim());
        }
    }

    /** Kafka's own classes, and what is the name of none: a jar that is not here may hold the others. */
    private static boolean isJudged(String name) {
        return Reflect.isKafkas(name) || name.matches(".*\\s.*");
    }

    /** Kafka.main: KafkaMetricsReporter.startReporters. */
    private static void metrics(Object config) throws Throwable {
        Class<?> properties = Reflect.first("kafka.utils.VerifiableProperties", "org.apache.kafka.server.util.VerifiableProperties");
        Class<?> metrics = Reflect.first("kafka.metrics.KafkaMetricsConfig", "org.apache.kafka.server.metrics.KafkaMetricsConfig");
        if (properties == null || metrics == null) return;
        Properties props = new Properties();
        ((Map<?, ?>) Reflect.get(config, "originals")).forEach((key, value) -> {
            if (value != null) props.put(String.valueOf(key), String.valueOf(value));
        });
        make(metrics.getConstructor(properties), make(properties.getConstructor(Properties.class), props));
    }

    /** new ZooKeeper(connectString, ...): its two parsers. */
    private static void zookeeperConnect(Object config) throws Throwable {
        Object connect = Reflect.peek(config, "zkConnect");
        Class<?> parser = Reflect.first("org.apache.zookeeper.client.ConnectStringParser");
        Class<?> hosts = Reflect.first("org.apache.zookeeper.client.StaticHostProvider");
        if (connect == null || parser == null) return;
        Object parsed = make(parser.getConstructor(String.class), connect);
        make(hosts.getConstructor(Collection.class), Reflect.get(parsed, "getServerAddresses"));
    }

    private static Object make(java.lang.reflect.Constructor<?> constructor, Object... args) throws Throwable {
        try {
            return constructor.newInstance(args);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
