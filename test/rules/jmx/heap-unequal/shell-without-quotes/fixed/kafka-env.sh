export KAFKA_HEAP_OPTS="-Xms6G -Xmx6G"
