import { loggingFileOptions } from '../../model/jvmLogging';
import { environmentRule } from '../rule';
import { quote } from './words';

/** LogManager of reload4j 1.2.25: a value that is no URL is looked for on the class path, which holds no absolute path. Tried. */
export const loggingFileMissing = environmentRule({
  id: 'jmx/logging-file-missing',
  severity: 'error',
  cites: ['guide:L3', 'https://github.com/strimzi/strimzi-kafka-operator/issues/538', 'https://github.com/apache/kafka/pull/3260'],
  title: 'A logging file that is not found',
  why: 'A broker without its logging file runs and writes no log. Only the console says so, once, at the start.',

  *check({ environment: { options }, context }) {
    const { version, versionKnown, machine } = context;
    const named = loggingFileOptions(options);
    for (const { option, library, holds, path, isAddress } of named) {
      if (path === undefined || named.some((other) => other.option !== option && other.option.name === option.name && other.option.span.start > option.span.start)) continue;
      const place = machine?.places.get(folderOf(path));
      if (versionKnown && version.value.major < 4 && library === 'log4j1' && holds !== 'log4j2' && !isAddress) {
        yield {
          span: option.valueSpan,
          text: `${quote(option.value ?? '')} has no "file:" in front: log4j 1 looks for it on the class path and does not find it. The broker writes no log.`,
          help: `Write file:${path}.`,
          program: 'log4j: No appenders could be found for logger',
          fixes: [{ kind: 'safe', title: 'Write file: in front', edits: [{ span: { start: option.valueSpan.start, end: option.valueSpan.start }, newText: 'file:' }] }],
        };
      } else if (place?.kind === 'folder' && place.open === true && !machine?.places.has(path)) {
        yield {
          span: option.valueSpan, severity: 'warning',
          text: `${quote(path)} is not on this machine, only its folder is. A broker that starts here writes no log.`,
          help: 'Name a file that is there.',
          program: library === 'log4j1' ? `log4j: Could not read configuration file from URL [file:${path}].` : 'log4j: Reconfiguration failed: No configuration found',
        };
      }
    }
  },
});

function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}
