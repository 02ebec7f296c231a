import { clusterRule } from '../rule';

/** ControllerServer gives the controller its own num.partitions and default.replication.factor (all versions with KRaft); brokers use theirs for topics that make themselves, up to 4.2. */
export const topicDefaultNotOnControllers = clusterRule({
  id: 'cluster/topic-default-not-on-controllers',
  severity: 'warning',
  cites: ['kafka:default.replication.factor', 'kafka:num.partitions', 'https://kafka.apache.org/43/getting-started/upgrade/'],
  title: 'Brokers have a default for new topics, and the controllers do not',
  why: 'Whoever creates a topic without a number of partitions or copies gets the default of the active controller, whatever the brokers say: one partition, one copy.',

  *check({ brokers: files }) {
    const ofKraft = files.filter(({ broker }) => broker.roles.mode === 'kraft' && !broker.template);
    const controllers = ofKraft.filter(({ broker }) => broker.roles.controller && !broker.roles.broker);
    for (const key of ['default.replication.factor', 'num.partitions']) {
      const model = ofKraft.find(({ broker }) => !broker.roles.controller && (broker.settings.number(key).part?.text ?? '1') !== '1');
      const part = model?.broker.settings.part(key);
      if (!model || !part || part.templated) continue;
      for (const { path, broker } of controllers) {
        const place = broker.roles.part;
        if (broker.settings.part(key) || !place) continue;
        yield {
          path,
          span: place.entry.span,
          text: `"${key}" is missing on this controller: topics without a number of their own get 1, not the ${part.text} of the brokers.`,
          help: `Write ${key}=${part.text} on every controller.`,
          related: [{ path: model.path, span: part.entry.span, text: 'the default of a broker' }],
          fixes: [{ kind: 'choice', title: `Add ${key}=${part.text}`, edits: [{ span: { start: place.entry.lineSpan.end, end: place.entry.lineSpan.end }, newText: `${key}=${part.text}\n` }] }],
        };
      }
    }
  },
});
