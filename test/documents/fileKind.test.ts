import assert from 'node:assert/strict';
import { fileKind, type FileKindName } from '../../server/src/documents/fileKind';
import type { TemplateLanguage } from '../../server/src/documents/templateSyntax';

type Sample = readonly [path: string, text: string, kind: FileKindName | undefined, template?: TemplateLanguage];

const BROKER = 'broker.id=0\nlisteners=PLAINTEXT://:9092\nlog.dirs=/var/lib/kafka\nzookeeper.connect=zk1:2181\n';

const OURS: readonly Sample[] = [
  ['config/server.properties', BROKER, 'broker'],
  ['C:\\kafka\\config\\server.properties', BROKER.replaceAll('\n', '\r\n'), 'broker'],
  ['server.properties', 'num.network.threads=eight\n', 'broker'],
  ['server.properties', 'log.retention.hours=168', 'broker'],
  ['kafka/server.properties', '', 'broker'],
  ['config/kraft/server.properties', '# The role of this server\n', 'broker'],
  ['kafka/server.properties', 'num.netwrk.threads=8\n', 'broker'],
  ['server.properties', 'node.id=1\nprocess.roles=broker,controller\ncontroller.quorum.voters=1@c:9093\n', 'broker'],
  ['config/kraft/controller.properties', 'process.roles=controller\nnode.id=3000\n', 'broker'],
  ['config/server-1.properties', 'broker.id=1\n', 'broker'],
  ['server2.properties', 'broker.id=2\nport=9093\nlog.dir=/tmp/kafka-logs-2\n', 'broker'],
  ['broker.properties', BROKER, 'broker'],
  ['conf/node-a.properties', BROKER, 'broker'],
  ['etc/kafka/kafka.properties', 'log.dirs=/d\n', 'broker'],
  ['whatever.properties', 'advertised.listeners=PLAINTEXT://a:9092\nnum.io.threads=8\n', 'broker'],
  ['server.properties', '\ufeffbroker.id=0\nlog.dirs=/d\n', 'broker'],
  ['server.properties', 'broker.id 0\rlog.dirs : /d\r', 'broker'],
  ['roles/kafka/templates/server.properties.j2', 'broker.id={{ kafka_broker_id }}\nlog.dirs={{ dirs | join(",") }}\n', 'broker', 'jinja'],
  ['roles/kafka/templates/server.properties.j2', '{% for key, value in config.items() %}\n{{ key }}={{ value }}\n{% endfor %}\n', 'broker', 'jinja'],
  ['templates/server.properties.erb', 'broker.id=<%= @broker_id %>\nlog.dirs=<%= @dirs.join(",") %>\n', 'broker', 'erb'],
  ['modules/kafka/templates/server.properties.epp', 'broker.id=<%= $id %>\n', 'broker', 'erb'],
  ['kafka/server.properties.ctmpl', 'broker.id={{ key "kafka/id" }}\n', 'broker', 'go'],
  ['confd/server.properties.tmpl', 'broker.id={{getv "/kafka/id"}}\nlog.dirs=/d\n', 'broker', 'go'],
  ['charts/kafka/server.properties.tpl', 'broker.id={{ .Values.id }}\n', 'broker', 'go'],
  ['kafka/server.properties.mustache', 'broker.id={{id}}\n', 'broker', 'go'],
  ['config/server.properties.template', 'broker.id=${BROKER_ID}\nlog.dirs=/d\n', 'broker', 'shell'],
  ['config/server-template.properties', 'broker.id=#id#\nlog.dirs=/d\n', 'broker', 'shell'],
  ['kafkatest/templates/kafka.properties', 'listeners={{ listeners }}\nbroker.id={{ id }}\n', 'broker', 'jinja'],
  ['config/server.properties', 'broker.id=1\nadvertised.listeners=PLAINTEXT://${HOSTNAME}:9092\n', 'broker', 'shell'],
  ['config/server.properties', 'broker.id=1\nssl.key.password=${file:/etc/secrets:key}\n# path is ${HOME}\n', 'broker'],
  ['config/server.properties.example', BROKER, 'broker'],
  ['kafka_2.13-3.9.1/config/zookeeper.properties', 'dataDir=/tmp/zookeeper\nclientPort=2181\nmaxClientCnxns=0\n', 'zookeeper'],
  ['zookeeper.properties', '', 'zookeeper'],
  ['conf/zoo.cfg', 'tickTime=2000\ndataDir=/d\nserver.1=a:2888:3888\n', 'zookeeper'],
  ['ensemble.cfg', 'tickTime=2000\ninitLimit=10\nserver.1=a:2888:3888\n', 'zookeeper'],
  ['templates/zookeeper.properties.j2', 'dataDir={{ dir }}\n{% for z in zks %}\nserver.{{ loop.index }}={{ z }}:2888:3888\n{% endfor %}\n', 'zookeeper', 'jinja'],
  ['config/log4j.properties', 'log4j.rootLogger=INFO, stdout, kafkaAppender\n', 'log4j'],
  ['log4j.properties', '', 'log4j'],
  ['config/tools-log4j.properties', 'log4j.rootLogger=WARN, stderr\n', 'log4j'],
  ['config/connect-log4j.properties', 'log4j.rootLogger=INFO, stdout\n', 'log4j'],
  ['templates/log4j.properties.j2', 'log4j.rootLogger={{ level }}, stdout\n', 'log4j', 'jinja'],
  ['core/src/test/resources/log4j.properties', 'log4j.rootLogger=OFF, stdout\nlog4j.logger.kafka=WARN\n', 'log4j'],
  ['logging.properties', 'log4j.rootLogger=INFO, a\nlog4j.appender.a=org.apache.log4j.ConsoleAppender\n', 'log4j'],
  ['config/log4j.properties', 'rootLogger.level=INFO\nappender.a.type=Console\n', 'log4j2-properties'],
  ['config/log4j2.properties', 'status=error\nrootLogger=INFO, STDOUT\nappender.c.type=Console\n', 'log4j2-properties'],
  ['config/log4j2.yaml', 'Configuration:\n  Loggers:\n    Root:\n      level: INFO\n', 'log4j2-yaml'],
  ['config/connect-log4j2.yaml', '', 'log4j2-yaml'],
  ['kafka/logging.yml', 'Configuration:\n  Appenders:\n    Console:\n      name: STDOUT\n', 'log4j2-yaml'],
  ['config/mm2.properties', 'clusters = A, B\nA.bootstrap.servers = a:9092\nA->B.enabled = true\n', 'mirror-maker'],
  ['connect-mirror-maker.properties', 'clusters = A, B\n', 'mirror-maker'],
  ['config/connect-distributed.properties', 'bootstrap.servers=localhost:9092\ngroup.id=connect\nkey.converter=org.apache.kafka.connect.json.JsonConverter\nlisteners=HTTP://:8083\n', 'connect'],
  ['config/connect-file-sink.properties', 'name=local\nconnector.class=FileStreamSink\ntasks.max=1\n', 'connect'],
  ['config/producer.properties', 'bootstrap.servers=localhost:9092\ncompression.type=none\n', 'client'],
  ['config/consumer.properties', 'zookeeper.connect=127.0.0.1:2181\ngroup.id=test\n', 'client'],
  ['admin.properties', 'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n', 'client'],
  ['kafka.env', 'JMX_PORT=9999\n', 'environment'],
  ['config/kafka.env', '', 'environment'],
  ['deploy/kafka.env', 'KAFKA_BROKER_ID=1\nKAFKA_LISTENERS=PLAINTEXT://:9092\n', 'environment'],
  ['templates/kafka.env.j2', 'KAFKA_HEAP_OPTS={{ heap }}\n', 'environment', 'jinja'],
  ['kafka/config/jmx', 'JMX_PORT=9999\n', 'environment'],
  ['config/jmx', 'JMX_PORT=9999\n', 'environment'],
  ['roles/kafka/files/jmx', 'JMX_PORT=9999', 'environment'],
  ['kafka-env.sh', '#!/bin/sh\nexport KAFKA_HEAP_OPTS="-Xmx4G -Xms4G"\n', 'environment'],
  ['etc/profile.d/kafka.sh', 'export JMX_PORT=9999\n', 'environment'],
  ['/etc/default/kafka', 'KAFKA_HEAP_OPTS="-Xmx1G"\n', 'environment'],
  ['/etc/sysconfig/kafka', 'KAFKA_OPTS=""\n', 'environment'],
  ['files/kafka.sysconfig', 'LOG_DIR=/var/log/kafka\n', 'environment'],
  ['kafka/environment', 'LOG_DIR=/var/log/kafka\nJMX_PORT=9999\n', 'environment'],
  ['broker-1/settings.env', 'KAFKA_HEAP_OPTS=-Xmx4G\n', 'environment'],
  ['kafka/.env', 'JMX_PORT=9999\n', 'environment'],
  ['kafka.service', '[Unit]\nDescription=Kafka\n[Service]\nExecStart=/opt/kafka/bin/kafka-server-start.sh /opt/kafka/config/server.properties\n', 'unit'],
  ['templates/kafka.service.j2', '[Service]\nUser={{ user }}\nExecStart={{ dir }}/bin/kafka-server-start.sh\n', 'unit', 'jinja'],
  ['broker@.service', '[Service]\nExecStart=/opt/kafka/bin/kafka-server-start.sh /etc/kafka/%i.properties\n', 'unit'],
  ['etc/systemd/system/kafka.service.d/override.conf', '[Service]\nEnvironment=JMX_PORT=9999\n', 'unit'],
  ['zookeeper.service', '[Unit]\n[Service]\nExecStart=/opt/kafka/bin/zookeeper-server-start.sh x\n', 'unit'],
  ['jmx-exporter/kafka-broker.yml', 'lowercaseOutputName: true\nrules:\n- pattern: kafka.server<type=(.+)>\n', 'exporter'],
  ['kafka-2_0_0.yml', 'rules:\n  # Special cases\n  - pattern : kafka.server<type=(.+), name=(.+)><>Value\n', 'exporter'],
  ['templates/jmx_exporter.yml.j2', 'hostPort: 127.0.0.1:{{ port }}\nrules:\n{% for r in rules %}\n- pattern: kafka.{{ r }}\n{% endfor %}\n', 'exporter', 'jinja'],
  ['prometheus.yml', 'global:\n  scrape_interval: 15s\nscrape_configs:\n  - job_name: kafka\n', 'prometheus'],
  ['prometheus/kafka.yaml', '# Kafka\nglobal:\n  external_labels:\n    a: b\n  scrape_interval: 15s\n', 'prometheus'],
];

const FOREIGN_SERVER_PROPERTIES: readonly string[] = [
  'server-port=25565\nlevel-name=world\nmotd=A Minecraft Server\nmax-players=20\n',
  '#Minecraft server properties\n#Mon Jan 01 2024\nenable-jmx-monitoring=false\nrcon.port=25575\ngamemode=survival\n',
  'server-name=Dedicated Server\ngamemode=survival\nserver-portv6=19133\n',
  'level-seed=\nallow-flight=false\nonline-mode=true\nview-distance=10\n',
  'GameserverHostname=*\nGameserverPort=7777\nLoginPort=9014\nLoginHost=127.0.0.1\nURL=jdbc:mysql://localhost/l2jdb\n',
  'LoginserverHostname = *\nLoginserverPort = 2106\nAutoCreateAccounts = True\nDriver = com.mysql.jdbc.Driver\n',
  '# Lineage\nRequestServerID = 1\nAcceptAlternateID = True\nCnameTemplate = .*\nMaximumOnlineUsers = 100\n',
  'node.id=0\nmax.threads=100\nhttp.enable=true\nsocket.enable=true\nbdb.cache.size=1G\nstorage.configs=voldemort.store.bdb.BdbStorageConfiguration\n',
  '# the node\nnode.id=1\nenable.rebalancing=false\nslop.store.engine=bdb\n',
  'server.port=8080\nspring.datasource.url=jdbc:h2:mem\nspring.kafka.bootstrap-servers=localhost:9092\n',
  'server.servlet.context-path=/api\nlogging.level.root=INFO\n',
  'teamcity.installation.completed=true\nteamcity.data.path=/data\n',
  'framework.server.name = localhost\nframework.server.hostname = localhost\nframework.server.port = 4440\n',
  'rtmp.host=0.0.0.0\nrtmp.port=1935\nhttp.port=5080\n',
  'server.host=0.0.0.0\ndb.url=jdbc:postgresql://db/app\ndb.user=app\n',
  'port=8080\nhost=localhost\ncontext=/\n',
  'port=9000\n',
  'hazelcast.group.name=dev\nhazelcast.port=5701\n',
  'store.mode=file\nseata.registry.type=file\n',
  'canal.port = 11111\ncanal.serverMode = kafka\nkafka.bootstrap.servers = 127.0.0.1:9092\n',
  'name=demo\nversion=1.0\nadmin.email=a@example.org\n',
  '# nothing yet\n',
  'ssl.enabled=true\n',
  'url=http://localhost\ntimeout=30\nthreads=8\n',
  'max.connections=100\nserver.port=1883\nmysql.host=db\n',
];

const NOT_OURS: readonly Sample[] = [
  ['src/main/resources/application.properties', 'spring.kafka.bootstrap-servers=localhost:9092\nserver.port=80\n', undefined],
  ['application-kafka.properties', 'bootstrap.servers=localhost:9092\nacks=all\n', undefined],
  ['schema-registry.properties', 'listeners=http://0.0.0.0:8081\nkafkastore.bootstrap.servers=PLAINTEXT://localhost:9092\nkafkastore.topic=_schemas\n', undefined],
  ['ksql-server.properties', 'listeners=http://0.0.0.0:8088\nbootstrap.servers=localhost:9092\nksql.schema.registry.url=http://localhost:8081\n', undefined],
  ['config/cruisecontrol.properties', 'bootstrap.servers=localhost:9092\nzookeeper.connect=localhost:2181\nnum.metric.fetchers=1\n', undefined],
  ['gradle.properties', 'scalaVersion=2.13.14\nversion=3.9.0\n', undefined],
  ['kafka/gradle.properties', 'group=org.apache.kafka\nversion=3.9.0\n', undefined],
  ['src/main/resources/log4j.properties', 'log4j.rootLogger=DEBUG, stdout\nlog4j.logger.org.springframework=INFO\n', undefined],
  ['src/main/resources/log4j2.yaml', 'Configuration:\n  Loggers:\n    Root:\n      level: INFO\n', undefined],
  ['docker-compose.yml', 'services:\n  kafka:\n    image: apache/kafka:3.9.1\n', undefined],
  ['cassandra.yml', 'lowercaseOutputName: true\nrules:\n- pattern: org.apache.cassandra.metrics<type=(.+)>\n', undefined],
  ['prometheus.yml', 'scrape_configs:\n  - job_name: node\n', undefined],
  ['nginx.service', '[Unit]\n[Service]\nExecStart=/usr/sbin/nginx\n', undefined],
  ['app.service', '[Unit]\nAfter=kafka.service\n[Service]\nExecStart=/opt/app/run\n', undefined],
  ['kafka-exporter.service', '[Unit]\n[Service]\nExecStart=/usr/bin/kafka_exporter\n', undefined],
  ['kafka-ui.service', '[Service]\nExecStart=/usr/bin/java -jar kafka-ui.jar\n', undefined],
  ['.env', 'KAFKA_BROKERS=localhost:9092\nDB_HOST=db\n', undefined],
  ['.env', 'PORT=3000\n', undefined],
  ['config/jmx', '# nothing\nsome text\n', undefined],
  ['bin/kafka-server-start.sh', 'export KAFKA_HEAP_OPTS="-Xmx1G -Xms1G"\n', undefined],
  ['bin/kafka-run-class.sh', 'KAFKA_JMX_OPTS="-Dcom.sun.management.jmxremote"\n', undefined],
  ['kafka.md', 'JMX_PORT=9999\n', undefined],
  ['kafka/README', '# Kafka\nSet things.\n', undefined],
  ['kafka/values.yaml', 'replicaCount: 3\n', undefined],
  ['logs/server.log', 'INFO KafkaConfig values:\n\tbroker.id = 1\n', undefined],
  ['server.properties.md', BROKER, undefined],
  ['', '', undefined],
];

const STANDS_FOR = [
  ['server.properties', 'broker'], ['config/kraft/broker.properties', 'broker'], ['controller.properties', 'broker'], ['log4j.properties', 'log4j'], ['tools-log4j.properties', 'log4j'], ['log4j2.yaml', 'log4j2-yaml'],
  ['log4j2.properties', 'log4j2-properties'], ['zookeeper.properties', 'zookeeper'], ['zoo.cfg', 'zookeeper'], ['kafka.env', 'environment'], ['kafka-env.sh', 'environment'], ['kafka.service', 'unit'],
  ['connect-distributed.properties', 'connect'], ['producer.properties', 'client'], ['mm2.properties', 'mirror-maker'],
] as const;

describe('documents/fileKind', () => {
  for (const [path, text, kind, template] of [...OURS, ...NOT_OURS]) {
    it(`${path || '(no name)'}: ${JSON.stringify(text.slice(0, 40))} is ${kind ?? 'not ours'}`, () => {
      assert.deepEqual(fileKind(path, text), kind && { name: kind, template });
    });
  }

  for (const [standsFor, kind] of STANDS_FOR) {
    it(`a file that is said to be ${standsFor} is ${kind}, whatever it holds`, () => {
      for (const text of ['', 'my.own=1\n', 'server-port=25565\nlevel-name=world\n']) assert.deepEqual(fileKind('/srv/odd.txt', text, standsFor), { name: kind, template: undefined });
      assert.deepEqual(fileKind('/srv/odd.conf.j2', 'a={{ b }}\n', standsFor), { name: kind, template: 'jinja' });
    });
  }

  it('a file that is said to be something else is recognised as one of that name', () => {
    assert.equal(fileKind('/srv/server.properties', BROKER, 'notes.md'), undefined);
    assert.equal(fileKind('/srv/odd.txt', BROKER, 'anything.properties')?.name, 'broker');
  });

  for (const text of FOREIGN_SERVER_PROPERTIES) {
    it(`server.properties of another program: ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.equal(fileKind('server.properties', text), undefined);
      assert.equal(fileKind('templates/server.properties.j2', text), undefined);
    });
  }
});
