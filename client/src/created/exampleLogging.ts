/** A short log4j.properties to try hovers and fixes on. It is never saved unasked. */
export const EXAMPLE_LOGGING = `# An example: hover the words, and try the lamp (Ctrl+.) on what is underlined. Nothing is saved.
# kafka-version: 3.9

# A level: what it writes, and what a step down costs.
log4j.rootLogger=INFO, kafkaAppender
log4j.logger.kafka.controller=DEBUG, controllerAppender
log4j.additivity.kafka.controller=false

# An appender: which log it fills, and what that log records.
log4j.appender.kafkaAppender=org.apache.log4j.DailyRollingFileAppender
log4j.appender.kafkaAppender.DatePattern='.'yyyy-MM-dd-HH
log4j.appender.kafkaAppender.File=\${kafka.logs.dir}/server.log
log4j.appender.kafkaAppender.layout=org.apache.log4j.PatternLayout
log4j.appender.kafkaAppender.layout.ConversionPattern=[%d] %p %m (%c)%n

log4j.appender.controllerAppender=org.apache.log4j.RollingFileAppender
log4j.appender.controllerAppender.File=\${kafka.logs.dir}/controller.log
log4j.appender.controllerAppender.MaxFileSize=100MB
log4j.appender.controllerAppender.MaxBackupIndex=10
log4j.appender.controllerAppender.layout=org.apache.log4j.PatternLayout
log4j.appender.controllerAppender.layout.ConversionPattern=[%d] %p %m (%c)%n
`;
