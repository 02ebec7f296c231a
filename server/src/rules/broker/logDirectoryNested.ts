import { foldersAbove, isPartitionFolder } from '../../model/logDirectories';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** LogManager.loadLogs takes every folder in a log directory for a partition, in all versions and roles. */
export const logDirectoryNested = brokerRule({
  id: 'broker/log-directory-nested',
  severity: 'error',
  cites: ['kafka:log.dirs'],
  title: 'A log directory lies inside another one',
  why: 'Kafka reads every folder in a log directory as a partition, named topic-0, topic-1. A folder of another name stops the start, a fitting one would be mixed up with a partition.',

  *check({ broker }) {
    const { directories } = broker.logDirectories;
    const byPath = new Map(directories.map((directory) => [directory.normal, directory]));
    for (const { path, normal, part } of directories) {
      for (const above of part ? foldersAbove(normal) : []) {
        const outer = byPath.get(above);
        const folder = normal.slice(above === '/' ? 1 : above.length + 1).split('/')[0] ?? '';
        if (!part || !outer || isPartitionFolder(folder, broker.in('>=3.6'))) continue;
        yield {
          span: part.span,
          text: `${quote(path)} lies inside ${outer.path}, where every folder is a partition. ${doesNotStart(broker)}`,
          help: 'Put the directories side by side.',
          program: `Kafka: Found directory ${above === '/' ? '' : above}/${folder}, '${folder}' is not in the form of topic-partition or topic-partition.uniqueId-delete (if marked for deletion).`,
          related: outer.part ? [{ span: outer.part.span, text: 'the directory around it' }] : [],
        };
      }
    }
  },
});
