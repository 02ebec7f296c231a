/** Where a name is used, by the family of the file. */
import type { Span } from '../documents/span';
import type { KafkaFile } from '../model/file';
import { brokerReferences } from './references/broker';
import { appenderAt, appenderSpans } from './references/appenders';

/** All places of the name at an offset, its definition included; empty where no name stands. */
export function references(file: KafkaFile, offset: number): readonly Span[] {
  switch (file.family) {
    case 'broker': return brokerReferences(file, offset);
    case 'logging': {
      const found = appenderAt(file, offset);
      return found ? appenderSpans(file, found.appender) : [];
    }
    case 'environment':
    case 'zookeeper':
    case 'other': return [];
  }
}
