import type { BrokerFile } from '../../model/file';
import { ValuePart } from '../../model/valuePart';
import { replace, type Finding } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart } from './words';

/**
 * ConfigDef trims what it parses; these two are read as they stand in the file. AclAuthorizer and StandardAuthorizer up to 3.5 (tried on 2.8.2 to 4.1.1);
 * ReplicationControlManager.getTopicEffectiveMinIsr from 3.7, out of KafkaConfigSchema (tried on 4.1.1 and 4.4.0).
 */
export const trailingBlank = brokerRule({
  id: 'broker/trailing-blank',
  severity: 'error',
  cites: ['https://issues.apache.org/jira/browse/KAFKA-14962', 'https://issues.apache.org/jira/browse/KAFKA-20532'],
  title: 'A blank behind a value that Kafka does not trim',
  why: 'Kafka trims almost every value. The authorizer up to 3.5 and the controller read some as they are: nobody sees the blank, and "true " is not true.',

  *check(file) {
    for (const key of ['allow.everyone.if.no.acl.found', 'min.insync.replicas']) {
      const entry = file.document.get(key);
      const part = entry && ValuePart.of(entry);
      if (!entry || !part || part.templated || part.text === entry.value) continue;
      const finding = key === 'min.insync.replicas' ? ofController(file, entry.value) : ofAuthorizer(file, entry.value);
      if (!finding) continue;
      const span = { start: part.span.end, end: entry.valueSpan.end };
      yield { span, ...finding, help: 'Remove it.', fixes: [replace(finding.severity === 'warning' ? 'choice' : 'safe', 'Remove the blank', span, '')] };
    }
  },
});

type Words = Pick<Finding, 'text' | 'program'> & { readonly severity?: 'warning' };

function ofController({ broker }: BrokerFile, value: string): Words | undefined {
  if (broker.roles.mode !== 'kraft' || !broker.roles.controller || !broker.in('>=3.7')) return undefined;
  return { text: 'The blank is part of the number for the controller. It fails at the first partition that changes, and so does every controller after it.', program: `Kafka: java.lang.NumberFormatException: For input string: "${value}"` };
}

function ofAuthorizer({ broker }: BrokerFile, value: string): Words | undefined {
  const authorizer = broker.settings.word('authorizer.class.name').value ?? '';
  if (!broker.in('<3.6') || !/^true$/i.test(value.trim())) return undefined;
  if (authorizer.endsWith('.AclAuthorizer')) return { text: `The blank is part of the value for the authorizer. ${doesNotStart(broker)}`, program: `Kafka: java.lang.IllegalArgumentException: For input string: "${value}"` };
  return authorizer.endsWith('.StandardAuthorizer') ? { severity: 'warning', text: 'The blank is part of the value for the authorizer, which reads anything but true as false: what has no ACL is closed.' } : undefined;
}
