/** Files of about a size, for the measurements: what an operator's file looks like, only longer. */
import { readFileSync } from 'node:fs';
import { brokerFact, brokerKeyNames } from '../../server/src/knowledge/catalogue';
import { NEWEST } from '../../server/src/knowledge/version';

/** About as many lines as asked for, of keys of the newest version with their defaults and comments between them. */
export function brokerText(lines: number): string {
  const keys = brokerKeyNames(NEWEST).filter((key) => !/^(?:listeners|node\.id|process\.roles|controller\.)/.test(key));
  const out = ['# kafka-version: 4.1', 'node.id=1', 'process.roles=broker', 'listeners=PLAINTEXT://b1.example.com:9092', 'controller.listener.names=CONTROLLER', 'controller.quorum.bootstrap.servers=c1:9093'];
  for (let i = 0; out.length < lines; i++) {
    const key = keys[i % keys.length] ?? '';
    out.push(i % 3 === 0 ? `# ${key} is kept at its default` : i < keys.length ? `${key}=${brokerFact(key, NEWEST)?.default ?? ''}` : `my.plugin.setting.${i}=${i}`);
  }
  return `${out.join('\n')}\n`;
}

/** Kafka 3.9's log4j.properties with appenders of further teams. */
export function log4jText(lines: number): string {
  return grown(readFileSync('test/fixtures/kafka-defaults/3.9/log4j.properties', 'utf8'), lines, (i) => {
    const appender = `log4j.appender.team${i}Appender`;
    return [
      '', `# logger of team ${i}`, `log4j.logger.com.example.team${i}.service=INFO, team${i}Appender`, `${appender}=org.apache.log4j.RollingFileAppender`, `${appender}.MaxFileSize=10MB`, `${appender}.MaxBackupIndex=5`,
      `${appender}.File=\${kafka.logs.dir}/team${i}.log`, `${appender}.layout=org.apache.log4j.PatternLayout`, `${appender}.layout.ConversionPattern=[%d] %p %m (%c)%n`,
    ];
  });
}

/** Kafka 4.0's log4j2.yaml with loggers of further teams. */
export function log4j2Text(lines: number): string {
  return grown(readFileSync('test/fixtures/kafka-defaults/4.0/log4j2.yaml', 'utf8'), lines, (i) => ['', `      - name: com.example.team${i}.service`, '        level: INFO', '        AppenderRef:', '          ref: KafkaAppender']);
}

/** An environment file with the variables of many programs. */
export function environmentText(lines: number): string {
  const head = '# Environment of a broker.\nLOG_DIR=/var/log/kafka\nKAFKA_HEAP_OPTS="-Xms6G -Xmx6G"\nKAFKA_JVM_PERFORMANCE_OPTS="-server -XX:+UseG1GC -XX:MaxGCPauseMillis=20 -XX:InitiatingHeapOccupancyPercent=35"\nJMX_PORT=9999\n';
  return grown(head, lines, (i) => [`# of program ${i}`, `PROGRAM_${i}_HOME="/opt/program ${i}"`, `export PROGRAM_${i}_PORT=${10_000 + i}`]);
}

function grown(text: string, lines: number, more: (i: number) => readonly string[]): string {
  const out = text.trimEnd().split('\n');
  for (let i = 1; out.length < lines; i++) out.push(...more(i));
  return `${out.join('\n')}\n`;
}
