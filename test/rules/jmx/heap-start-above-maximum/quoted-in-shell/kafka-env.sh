export KAFKA_HEAP_OPTS="-Xmx4096m -Xms6g"
