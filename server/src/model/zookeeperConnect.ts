/** zookeeper.connect as ZooKeeper's client reads it: ConnectStringParser, PathUtils.validatePath, StaticHostProvider. */
import { javaInteger } from './numbers';
import type { ValuePart } from './valuePart';

export interface ConnectProblem {
  readonly part: ValuePart;
  /** `comma`: a full-width comma makes one host, which no resolver knows, of several. */
  readonly reason: 'no-host' | 'port' | 'path' | 'bracket' | 'comma';
  /** True when other elements may still lead to a server. */
  readonly hasOthers: boolean;
  readonly program: string;
}

/** The hosts that the client tries, without ports and the chroot; those that a template fills in are left out. */
export function connectHosts(part: ValuePart): readonly string[] {
  const slash = part.shape.indexOf('/');
  return (slash < 0 ? part : part.slice(0, slash)).items.filter(({ text, templated }) => text !== '' && !templated).map(({ text }) => text.replace(/:\d*$/, ''));
}

/** What the client refuses; undefined when it takes the text. Everything behind the first slash is the chroot. */
export function connectProblem(part: ValuePart): ConnectProblem | undefined {
  const slash = part.shape.indexOf('/');
  const chroot = slash < 0 ? undefined : part.slice(slash);
  const hosts = slash < 0 ? part : part.slice(0, slash);
  const reason = chroot && chroot.text.length > 1 && !chroot.templated ? pathProblem(chroot.text) : undefined;
  if (chroot && reason !== undefined) return { part: chroot, reason: 'path', hasOthers: false, program: reason };
  const items = hosts.text === '' ? [] : hosts.split().filter(({ text }) => text !== '');
  for (const item of items) {
    const problem = item.templated ? undefined : hostProblem(item);
    if (problem) return { ...problem, hasOthers: problem.reason === 'comma' && items.length > 1 };
  }
  return items.length === 0 ? { part, reason: 'no-host', hasOthers: false, program: 'A HostProvider may not be empty!' } : undefined;
}

function hostProblem(item: ValuePart): Omit<ConnectProblem, 'hasOthers'> | undefined {
  const { text } = item;
  if (text.includes('\uFF0C')) return { part: item, reason: 'comma', program: 'Timed out waiting for connection while in state: CONNECTING' };
  const bracket = text.startsWith('[') ? text.lastIndexOf(']') : -1;
  if (text.startsWith('[')) {
    if (bracket < 0) return { part: item, reason: 'bracket', program: `${text} starts with '[' but has no matching ']'` };
    if (bracket === 1) return { part: item, reason: 'bracket', program: ' is empty.' };
    if (text.length === bracket + 1) return undefined;
    if (text[bracket + 1] !== ':') return { part: item, reason: 'bracket', program: `${text} does not have : after ]` };
    if (text.length === bracket + 2) return { part: item, reason: 'bracket', program: `${text} doesn't have a port after colon.` };
  }
  const colon = bracket > 0 ? bracket + 1 : text.lastIndexOf(':');
  if (colon < 0 || colon === text.length - 1) return undefined;
  const port = item.slice(colon + 1);
  const number = javaInteger(port.text, 'int');
  if (number === null) return { part: port, reason: 'port', program: `For input string: "${port.text}"` };
  return number < 0 || number > 65535 ? { part: port, reason: 'port', program: `port out of range:${number}` } : undefined;
}

function pathProblem(path: string): string | undefined {
  if (path.endsWith('/')) return 'Path must not end with / character';
  for (const [at, step] of path.slice(1).split('/').entries()) {
    if (step === '') return `Invalid path string "${path}" caused by empty node name specified @${1 + at}`;
    if (step === '.' || step === '..') return `Invalid path string "${path}" caused by relative paths not allowed @${path.indexOf(`/${step}`) + step.length}`;
  }
  return undefined;
}
