export JMX_PORT=${PORT:-9999}
