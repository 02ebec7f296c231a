/** A filter by logger as a search: where the log's pattern writes the logger, one of the names or a name below it. */
import type { TextTerm } from './engine';
import { loggerPlace } from './layoutText';
import type { LinePattern } from './linePattern';
import { escaped } from './search';

/** The condition for loggers, as an expression over lines. */
export function loggerTerm(loggers: readonly string[], pattern: LinePattern): TextTerm {
  return { text: placeOf(`(?:${loggers.map(escaped).join('|')})`, pattern), regex: true, matchCase: true, exclude: false };
}

function placeOf(names: string, { body, layout, prefix }: LinePattern): string {
  switch (body) {
    case 'kafka': return `\\(${names}(?:\\.[\\w.$]+)?\\)(?:\\x1b\\[m|\\\\n.*)?$`;
    case 'json': case 'json-pretty': return `"(?:loggerName|logger_name|logger|log\\.logger)" ?: ?"${names}(?:\\.[^"]*)?"`;
    // ZooKeeper has the class between the thread and the line: `[main:o.a.z.s.ZooKeeperServer@123]`.
    case 'dated': return `(?:^|[\\s\\[(:])${names}(?:\\.[\\w.$]+)?(?:[:@]\\d+)?(?:[\\s\\])]|$)`;
    case 'layout': return loggerPlace(layout ?? '', names, prefix === 'none') ?? names;
    case 'gc': case 'plain': return names;
  }
}
