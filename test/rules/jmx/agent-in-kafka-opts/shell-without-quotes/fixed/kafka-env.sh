export EXTRA_ARGS="-name kafkaServer -loggc -javaagent:/opt/jmx/jmx_prometheus_javaagent.jar=7071:/etc/kafka/exporter.yml"
