import { brokerRule } from '../rule';
import { adviceFor } from './advice';

export const singlePartition = brokerRule({
  id: 'broker/single-partition',
  severity: 'hint',
  cites: ['kafka:num.partitions'],
  title: 'Topics that make themselves have one partition',
  why: 'One partition is written by one broker and read by one consumer of a group. It can be raised later, and then keys move.',

  *check(file) {
    const { settings, roles } = file.broker;
    const { value, part } = settings.number('num.partitions');
    const isBound = roles.mode === 'kraft' && !roles.controller && file.broker.in('>=4.3');
    if (value !== 1 || !part || isBound || settings.flag('auto.create.topics.enable').value !== true || adviceFor(file)?.severity !== 'warning') return;
    yield { span: part.span, text: '"1": topics that are created automatically are written by one broker and read by one consumer of a group.', help: 'Write the number that most topics need, or switch automatic creation off.' };
  },
});
