import type { Span } from '../../documents/span';
import { environmentRule } from '../rule';

const FOLDER = /\bconfig\/kraft(?=\/(?:server|broker|controller)\.properties\b)/g;

/** Kafka 4.0 ships config/server.properties, broker.properties and controller.properties; config/kraft is gone (notable changes of 4.0). */
export const kraftFolderGone = environmentRule({
  id: 'jmx/kraft-folder-gone',
  severity: 'warning',
  versions: '>=4.0',
  cites: ['https://kafka.apache.org/40/documentation.html#upgrade_servers_400'],
  title: 'A path leads into a folder that Kafka 4 does not have',
  why: 'The files of config/kraft moved to config with 4.0. After an upgrade the start script does not find its file, unless somebody carried the old folder along.',

  *check({ environment: { unit, variables }, context }) {
    if (!context.versionKnown) return;
    const places: Span[] = variables.flatMap((variable) => [...variable.value.matchAll(FOLDER)].map(({ index, 0: text }) => variable.valuePart(index, index + text.length)));
    const command = unit?.command;
    if (command && command.span.end - command.span.start === command.text.length) {
      for (const { index, 0: text } of command.text.matchAll(FOLDER)) places.push({ start: command.span.start + index, end: command.span.start + index + text.length });
    }
    for (const span of places) {
      yield {
        span,
        text: '"config/kraft" is no folder of Kafka 4: its files lie in config.',
        help: 'Write config, or make sure that the old folder came along.',
        fixes: [{ kind: 'choice', title: 'Change to config', edits: [{ span, newText: 'config' }] }],
      };
    }
  },
});
