import { versionText, type KafkaVersion } from '../../knowledge/version';
import { loggingFileOptions, type LoggingFileOption } from '../../model/jvmLogging';
import type { Finding } from '../finding';
import { replace } from '../finding';
import { environmentRule } from '../rule';
import { quote } from './words';

/** Tried on reload4j 1.2.25 and log4j-core 2.25.5: ConfigurationFactory takes `log4j.configuration` for files of log4j 1 only; log4j 1 asks for no other name. */
export const loggingOption = environmentRule({
  id: 'jmx/logging-option',
  severity: 'error',
  cites: ['guide:L3', 'https://kafka.apache.org/40/getting-started/upgrade/'],
  title: 'The logging file is named by the option of the other log4j',
  why: 'Kafka up to 3.9 finds its file through log4j.configuration, Kafka 4 through log4j2.configurationFile. With the other one the broker runs without its logs: nothing is written, or only errors to the console.',

  *check({ environment: { options }, context: { version, versionKnown } }) {
    const named = loggingFileOptions(options);
    for (const one of named) {
      const isOverruled = named.some(({ option }) => option !== one.option && option.name === one.option.name && option.span.start > one.option.span.start);
      if (isOverruled) continue;
      if (one.library === 'log4j1' && one.holds === 'log4j2') yield newFileOldOption(one);
      else if (!versionKnown) continue;
      else if (one.library === 'log4j1' && version.value.major >= 4) yield oldFile(one, version.value);
      else if (one.library === 'log4j2' && version.value.major < 4 && !named.some(({ library }) => library === 'log4j1')) yield newOption(one, version.value);
    }
  },
});

function newFileOldOption({ option }: LoggingFileOption): Finding {
  const name = { start: option.span.start, end: option.span.start + `-D${option.name}`.length };
  return {
    span: option.span,
    text: `${quote(option.text)} does not find the file: log4j.configuration names files of log4j 1 only. Only ERROR and FATAL are written, to the console.`,
    help: 'Write -Dlog4j2.configurationFile=, the option of Kafka 4.',
    program: 'log4j: Reconfiguration failed: No configuration found',
    fixes: [replace('choice', 'Change to -Dlog4j2.configurationFile', name, '-Dlog4j2.configurationFile')],
  };
}

function oldFile({ option }: LoggingFileOption, version: KafkaVersion): Finding {
  return {
    span: option.span, severity: 'warning',
    text: `${quote(option.text)} is the option of log4j 1. Kafka ${versionText(version)} reads such a file through a deprecated bridge, which custom appenders do not survive.`,
    help: 'Convert the file with Kafka: Convert to log4j2.yaml, and name it with -Dlog4j2.configurationFile=.',
  };
}

function newOption({ option }: LoggingFileOption, version: KafkaVersion): Finding {
  return {
    span: option.span,
    text: `${quote(option.text)} is not read by Kafka ${versionText(version)}, which has log4j 1.`,
    help: 'Write -Dlog4j.configuration=file:/etc/kafka/log4j.properties and a file of log4j 1.',
  };
}
