export JMX_PORT="9999"
