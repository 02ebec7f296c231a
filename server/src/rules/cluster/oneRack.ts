import { clusterRule } from '../rule';

export const oneRack = clusterRule({
  id: 'cluster/one-rack',
  severity: 'info',
  cites: ['guide:K11', 'kafka:broker.rack'],
  title: 'All brokers stand in one rack',
  why: 'When the power or the switch of the rack fails, all copies are gone at once.',

  *check({ brokers }) {
    const parts = brokers.filter(({ broker }) => broker.isBroker).map((file) => ({ file, part: file.broker.settings.part('broker.rack') }));
    const [first] = parts;
    if (parts.length < 3 || !first?.part || first.part.templated || parts.some(({ part }) => part?.text !== first.part?.text)) return;
    yield {
      path: first.file.path,
      span: first.part.span,
      text: `"${first.part.text}" is the rack of all ${parts.length} brokers: its power and its switch are those of the whole cluster.`,
      help: 'Spread the brokers over racks or availability zones, and write where each one stands.',
      related: parts.slice(1).map(({ file, part }) => ({ path: file.path, span: part?.span ?? { start: 0, end: 0 }, text: 'the same rack' })),
    };
  },
});
