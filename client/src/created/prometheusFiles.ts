/**
 * Files that bring the metrics of a broker into Prometheus: rules for the JMX exporter, a scrape configuration, alerts. Pure.
 * The names are those that the exporter 1.0.1 makes of the MBeans of real brokers; test/oracles/prometheusFiles.test.ts starts a broker, the exporter and Prometheus with them.
 */

export interface CreatedFile {
  readonly name: string;
  readonly text: string;
}

/** `port` is the one on which the exporter answers, `hosts` the names of the brokers. */
export function prometheusFiles(port: number, hosts: readonly string[]): readonly CreatedFile[] {
  return [{ name: 'kafka-exporter.yml', text: exporter(port) }, { name: 'prometheus.yml', text: prometheus(port, hosts) }, { name: 'kafka-alerts.yml', text: ALERTS }];
}

function exporter(port: number): string {
  return `# Rules of the JMX exporter: which metrics of a broker Prometheus gets, and under which names.
# The exporter runs inside the broker. In the environment of the broker alone, not in that of the tools:
#   EXTRA_ARGS=-name kafkaServer -loggc -javaagent:/opt/jmx_prometheus_javaagent.jar=${port}:/etc/kafka/kafka-exporter.yml
# The port shows metrics to whoever reaches it, and takes no commands.
lowercaseOutputName: true
lowercaseOutputLabelNames: true
includeObjectNames:
  - kafka.server:type=ReplicaManager,*
  - kafka.server:type=ReplicaFetcherManager,*
  - kafka.server:type=BrokerTopicMetrics,*
  - kafka.server:type=KafkaRequestHandlerPool,*
  - kafka.server:type=raft-metrics
  - kafka.controller:type=KafkaController,*
  - kafka.controller:type=ControllerStats,*
  - kafka.network:type=RequestMetrics,name=TotalTimeMs,*
  - kafka.network:type=RequestChannel,*
  - kafka.network:type=SocketServer,*
  - kafka.log:type=LogManager,*
rules:
  # 1 is idle, 0 is busy.
  - pattern: kafka.server<type=KafkaRequestHandlerPool, name=RequestHandlerAvgIdlePercent><>OneMinuteRate
    name: kafka_server_request_handler_idle_ratio
    type: GAUGE
  - pattern: kafka.network<type=RequestMetrics, name=TotalTimeMs, request=(Produce|FetchConsumer|FetchFollower)><>(50|99)thPercentile
    name: kafka_network_request_total_time_ms
    labels:
      request: $1
      quantile: "0.$2"
    type: GAUGE
  - pattern: kafka.(\\w+)<type=(\\w+), name=(\\w+)PerSec, topic=(.+)><>Count
    name: kafka_$1_$2_$3_total
    labels:
      topic: $4
    type: COUNTER
  - pattern: kafka.(\\w+)<type=(\\w+), name=(\\w+)PerSec><>Count
    name: kafka_$1_$2_$3_total
    type: COUNTER
  - pattern: kafka.(\\w+)<type=(\\w+), name=(\\w+), (\\w+)=(.+)><>Value
    name: kafka_$1_$2_$3
    labels:
      $4: $5
    type: GAUGE
  - pattern: kafka.(\\w+)<type=(\\w+), name=(\\w+)><>Value
    name: kafka_$1_$2_$3
    type: GAUGE
  - pattern: kafka.server<type=raft-metrics><>(current-leader|current-epoch|high-watermark|poll-idle-ratio-avg)
    name: kafka_server_raft_$1
    type: GAUGE
`;
}

function prometheus(port: number, hosts: readonly string[]): string {
  return `# Prometheus asks the exporter of every broker each 15 s.
global:
  scrape_interval: 15s
  scrape_timeout: 10s
  evaluation_interval: 15s

rule_files:
  - kafka-alerts.yml

scrape_configs:
  - job_name: kafka
    static_configs:
      - targets: [${hosts.map((host) => `"${host}:${port}"`).join(', ')}]
`;
}

const ALERTS = `# Alerts of a Kafka cluster. Each says what happens; the times are long enough for a restart.
groups:
  - name: kafka
    rules:
      - alert: KafkaBrokerSilent
        expr: up{job="kafka"} == 0
        for: 2m
        annotations:
          summary: "{{ $labels.instance }} does not answer: the broker or its exporter is down."
      - alert: KafkaUnderMinIsr
        expr: kafka_server_replicamanager_underminisrpartitioncount > 0
        for: 1m
        annotations:
          summary: "{{ $value }} partitions of {{ $labels.instance }} have fewer copies than min.insync.replicas: producers with acks=all cannot write."
      - alert: KafkaUnderReplicated
        expr: kafka_server_replicamanager_underreplicatedpartitions > 0
        for: 10m
        annotations:
          summary: "{{ $value }} partitions of {{ $labels.instance }} lack copies."
      - alert: KafkaOfflinePartitions
        expr: max(kafka_controller_kafkacontroller_offlinepartitionscount) > 0
        for: 1m
        annotations:
          summary: "{{ $value }} partitions have no leader: nobody reads or writes them."
      - alert: KafkaNoActiveController
        expr: sum(kafka_controller_kafkacontroller_activecontrollercount) != 1
        for: 1m
        annotations:
          summary: "{{ $value }} active controllers instead of one."
      - alert: KafkaLogDirectoryOffline
        expr: kafka_log_logmanager_offlinelogdirectorycount > 0
        annotations:
          summary: "{{ $labels.instance }} lost a log directory."
      - alert: KafkaUncleanElection
        expr: increase(kafka_controller_controllerstats_uncleanleaderelections_total[5m]) > 0
        annotations:
          summary: "A copy that lagged behind became leader: records are lost."
      - alert: KafkaRequestThreadsBusy
        expr: kafka_server_request_handler_idle_ratio < 0.3
        for: 10m
        annotations:
          summary: "Request threads of {{ $labels.instance }} are idle {{ $value | humanizePercentage }} of the time: num.io.threads or the disks are at their limit."
      - alert: KafkaNetworkThreadsBusy
        expr: kafka_network_socketserver_networkprocessoravgidlepercent < 0.3
        for: 10m
        annotations:
          summary: "Network threads of {{ $labels.instance }} are idle {{ $value | humanizePercentage }} of the time."
      - alert: KafkaOpenFiles
        expr: process_open_fds{job="kafka"} / process_max_fds{job="kafka"} > 0.8
        for: 5m
        annotations:
          summary: "{{ $labels.instance }} uses {{ $value | humanizePercentage }} of the files that it may open."
`;
