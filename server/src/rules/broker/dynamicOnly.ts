import { dynamicOnlyKey } from '../../knowledge/catalogue';
import { brokerRule } from '../rule';

export const dynamicOnly = brokerRule({
  id: 'broker/dynamic-only',
  severity: 'warning',
  cites: ['https://issues.apache.org/jira/browse/KAFKA-20125'],
  title: 'A setting that a file cannot give',
  why: 'Throttles of replication exist as dynamic values only. In a file nothing reads them.',

  *check({ broker, document }) {
    for (const entry of document.entries) {
      if (document.get(entry.key) !== entry || broker.settings.fact(entry.key) || !dynamicOnlyKey(entry.key)) continue;
      yield {
        span: entry.span,
        tag: 'unnecessary',
        text: `"${entry.key}" is not read from a file.`,
        help: 'Set it while the broker runs, and remove the line.',
        fixes: [
          { kind: 'safe', title: 'Remove this setting', edits: [{ span: entry.lineSpan, newText: '' }] },
          { kind: 'command', title: 'Copy the command that sets it', copy: `kafka-configs.sh --bootstrap-server localhost:9092 --alter --entity-type brokers --entity-name ${broker.nodeId.value ?? 'ID'} --add-config ${entry.key}=${entry.trimmed.text}` },
        ],
      };
    }
  },
});
