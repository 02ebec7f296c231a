import { isBelow, isPartitionFolder } from '../../model/logDirectories';
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
    for (const inner of directories) {
      for (const outer of directories) {
        if (!inner.part || !isBelow(inner.normal, outer.normal)) continue;
        const folder = inner.normal.slice(outer.normal === '/' ? 1 : outer.normal.length + 1).split('/')[0] ?? '';
        if (isPartitionFolder(folder, broker.in('>=3.6'))) continue;
        yield {
          span: inner.part.span,
          text: `${quote(inner.path)} lies inside ${outer.path}, where every folder is a partition. ${doesNotStart(broker)}`,
          help: 'Put the directories side by side.',
          program: `Kafka: Found directory ${outer.normal === '/' ? '' : outer.normal}/${folder}, '${folder}' is not in the form of topic-partition or topic-partition.uniqueId-delete (if marked for deletion).`,
          related: outer.part ? [{ span: outer.part.span, text: 'the directory around it' }] : [],
        };
      }
    }
  },
});
