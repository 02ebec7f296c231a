LOG_DIR=/var/log/kafka
KAFKA_HEAP_OPTS= "-Xms6G -Xmx6G"
