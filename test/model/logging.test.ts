import assert from 'node:assert/strict';
import { parseProperties } from '../../server/src/documents/properties';
import { loggingModel, type LoggingModel } from '../../server/src/model/logging';

const log4j1 = (...lines: readonly string[]): LoggingModel => {
  const text = `${lines.join('\n')}\n`;
  return loggingModel('log4j', text, parseProperties(text));
};
const yaml = (text: string): LoggingModel => loggingModel('log4j2-yaml', text, undefined);
const codes = (model: LoggingModel): readonly string[] => model.problems.map(({ code }) => code);

const STDOUT = ['log4j.appender.stdout=org.apache.log4j.ConsoleAppender', 'log4j.appender.stdout.layout=org.apache.log4j.SimpleLayout'];

describe('logging model, log4j 1', () => {
  it('takes an unknown word as DEBUG and inherits through INHERITED', () => {
    const model = log4j1('log4j.rootLogger=WARN, stdout', ...STDOUT, 'log4j.logger.kafka=WARNING', 'log4j.logger.kafka.server=INHERITED', 'log4j.logger.org=INHERITED');
    assert.equal(model.effective('kafka.server.KafkaApis').level, 'DEBUG');
    assert.equal(model.effective('kafka.server.KafkaApis').levelFrom.name, 'kafka');
    assert.equal(model.effective('org.apache').level, 'WARN');
    assert.ok(model.effective('org.apache').levelFrom.isRoot);
  });

  it('has a root at DEBUG when no line sets it', () => {
    assert.equal(log4j1(...STDOUT).effective('anything').level, 'DEBUG');
    assert.equal(log4j1('log4j.rootLogger=, stdout', ...STDOUT).effective('anything').level, 'DEBUG');
  });

  it('collects appenders up to the first logger without additivity', () => {
    const model = log4j1('log4j.rootLogger=INFO, stdout', ...STDOUT, 'log4j.appender.a=org.apache.log4j.varia.NullAppender', 'log4j.logger.kafka=INFO, a', 'log4j.additivity.kafka=false', 'log4j.logger.kafka.server=INFO');
    const names = (logger: string): readonly string[] => model.effective(logger).appenders.map(({ appender, via }) => `${appender.name} via ${via.name}`);
    assert.deepEqual(names('kafka.server'), ['a via kafka']);
    assert.deepEqual(names('org'), ['stdout via ']);
  });

  it('follows variables of the file back to the words they stand in for', () => {
    const text = 'my.level=WARN\nlog4j.rootLogger=${my.level}, stdout\n';
    const model = loggingModel('log4j', text, parseProperties(text));
    const span = model.root.level?.span;
    assert.equal(model.root.level?.level, 'WARN');
    assert.equal(text.slice(span?.start, span?.end), '${my.level}');
  });

  it('comes to an end with variables that double each other', () => {
    const doubled = Array.from({ length: 40 }, (_, i) => `v${i}=\${v${i + 1}}\${v${i + 1}}`);
    assert.deepEqual(codes(log4j1('log4j.rootLogger=${v0}, stdout', ...STDOUT, ...doubled, 'v40=INFO')), []);
  });

  it('knows nothing of a level that something else fills in', () => {
    const model = log4j1('log4j.rootLogger=${kafka.root.level}, stdout', ...STDOUT, 'log4j.logger.a={{ level }}', 'log4j.logger.b=<%= level %>');
    assert.equal(model.effective('').level, undefined);
    assert.deepEqual(codes(model), []);
  });

  it('says how files are rolled and whether they go', () => {
    const file = (kind: string, ...options: readonly string[]): LoggingModel => log4j1('log4j.rootLogger=INFO, a', `log4j.appender.a=org.apache.log4j.${kind}`, 'log4j.appender.a.layout=org.apache.log4j.SimpleLayout', 'log4j.appender.a.File=/x/server.log', ...options.map((option) => `log4j.appender.a.${option}`));
    assert.deepEqual(file('DailyRollingFileAppender', "DatePattern='.'yyyy-MM-dd-HH").appender('a')?.rolling, { period: 'hour', maxBytes: undefined, maxFiles: undefined, deletes: false, known: true });
    assert.deepEqual(file('RollingFileAppender', 'MaxFileSize=1GB', 'MaxBackupIndex=3').appender('a')?.rolling, { period: undefined, maxBytes: 1024 ** 3, maxFiles: 3, deletes: true, known: true });
    assert.equal(file('FileAppender').appender('a')?.rolling?.deletes, false);
  });
});

describe('logging model, log4j 2', () => {
  it('comes to an end with properties that double each other, and with braces in braces', () => {
    const doubled = Array.from({ length: 40 }, (_, i) => `      - {name: v${i}, value: "\${v${i + 1}}\${v${i + 1}}"}`);
    const nested = `${'${'.repeat(5000)}x${'}'.repeat(5000)}`;
    const model = yaml(`Configuration:\n  Properties:\n    Property:\n${doubled.join('\n')}\n      - {name: v40, value: x}\n  Appenders:\n    File:\n      name: F\n      fileName: "\${v0}${nested}"\n  Loggers:\n    Root:\n      level: "\${v0}"\n`);
    assert.ok(!codes(model).includes('level-unknown'));
  });

  const file = (loggers: string): string => `Configuration:\n  Appenders:\n    Console:\n      name: STDOUT\n  Loggers:\n${loggers}`;

  it('falls to ERROR at the root and inherits below it', () => {
    const model = yaml(file('    Root:\n      level: WARNING\n    Logger:\n      - name: kafka\n        level: INFOO\n'));
    assert.equal(model.effective('').level, 'ERROR');
    assert.equal(model.effective('kafka.server').level, 'ERROR');
    assert.deepEqual(codes(model), ['level-unknown', 'level-unknown']);
  });

  it('reads an unquoted OFF as false', () => {
    assert.deepEqual(codes(yaml(file('    Root:\n      level: OFF\n'))), ['level-boolean']);
    assert.equal(yaml(file('    Root:\n      level: "OFF"\n')).effective('').level, 'OFF');
  });

  it('loses all appenders to one unknown element, and says it once', () => {
    const model = yaml('Configuration:\n  Appenders:\n    Console:\n      name: STDOUT\n    Consoel:\n      name: STDERR\n  Loggers:\n    Root:\n      level: INFO\n      AppenderRef:\n        - ref: STDOUT\n');
    assert.deepEqual(codes(model), ['element-unknown']);
    assert.deepEqual(model.effective('').appenders, []);
  });

  it('keeps what it could read of a file that is no YAML, and one problem', () => {
    const model = yaml(`${file('    Root:\n      level: INFO\n')}\n   - x: [\n`);
    assert.deepEqual(codes(model), ['syntax']);
    assert.ok(model.fatal);
    assert.equal(model.appender('STDOUT')?.kind, 'console');
  });

  it('takes every word but true as false', () => {
    const model = yaml(file('    Root:\n      level: INFO\n    Logger:\n      - name: a\n        additivity: flase\n      - name: b\n        additivity: yes\n'));
    assert.equal(model.logger('a')?.additive, false);
    assert.equal(model.logger('b')?.additive, true);
  });

  it('deletes only with a Delete action, or by count where the name has no date', () => {
    const rolling = (pattern: string, rest: string): boolean | undefined => yaml(`Configuration:\n  Appenders:\n    RollingFile:\n      name: A\n      fileName: logs/a.log\n      filePattern: '${pattern}'\n      Policies:\n        SizeBasedTriggeringPolicy:\n          size: 1MB\n${rest}  Loggers:\n    Root:\n      AppenderRef:\n        ref: A\n`).appender('A')?.rolling?.deletes;
    assert.equal(rolling('logs/a.%i', ''), true);
    assert.equal(rolling('logs/a.%d{yyyy-MM-dd}.%i', ''), false);
    assert.equal(rolling('logs/a.%d{yyyy-MM-dd}.%i', "      DefaultRolloverStrategy:\n        Delete:\n          basePath: logs\n          IfLastModified:\n            age: 7D\n"), true);
    assert.equal(rolling('logs/a.%d{yyyy-MM-dd}.%i', '      DefaultRolloverStrategy:\n        Delete:\n          basePath: logs\n'), false);
  });
});
