/** What a node is: process.roles, or a broker with ZooKeeper up to 3.9. */
import type { Settings } from './settings';
import type { ValuePart } from './valuePart';

export interface Roles {
  /** The elements of process.roles as written. */
  readonly items: readonly ValuePart[];
  /** The written value; undefined when the key is missing. */
  readonly part: ValuePart | undefined;
  /** `unknown`: a template decides, or the value is refused. `none`: 4.0 and 4.1 take an empty process.roles as a node without a role. */
  readonly mode: 'zookeeper' | 'kraft' | 'none' | 'unknown';
  readonly broker: boolean;
  readonly controller: boolean;
}

export function rolesOf(settings: Settings): Roles {
  const part = settings.part('process.roles');
  const items = part?.items ?? [];
  const nobody = { items, part, broker: false, controller: false };
  if (part?.templated) return { ...nobody, mode: 'unknown' };
  const names = new Set(items.map((item) => item.text));
  if (names.size === 0) {
    if (settings.in('>=4.0')) return { ...nobody, mode: part ? 'none' : 'unknown' };
    // In a template the roles may come from a branch that is not taken here.
    return settings.template && !settings.part('zookeeper.connect') ? { ...nobody, mode: 'unknown' } : { ...nobody, mode: 'zookeeper', broker: true };
  }
  const broker = names.delete('broker');
  const controller = names.delete('controller');
  return names.size > 0 ? { ...nobody, mode: 'unknown' } : { items, part, mode: 'kraft', broker, controller };
}
