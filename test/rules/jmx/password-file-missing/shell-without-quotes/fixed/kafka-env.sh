export JMX_PORT=9999
export KAFKA_JMX_OPTS="-Dcom.sun.management.jmxremote.authenticate=true -Dcom.sun.management.jmxremote.password.file=/etc/kafka/secrets/jmx.password"
