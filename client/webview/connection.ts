/** The page's side of the protocol: requests that always end, and the events of the extension. */
import type { Answer, Events, Methods, MethodName, Outcome, Request } from '../src/logViewer/protocol';
import { isNotice, isResponse } from '../src/logViewer/protocol';

/** Asks the extension. Never rejects. */
export type Call = <M extends MethodName>(method: M, ...args: Parameters<Methods[M]>) => Promise<Outcome<Answer<M>>>;

export interface Connection {
  readonly call: Call;
  /** Takes a message of the extension; anything that is not of the protocol is left alone. */
  receive(message: unknown): void;
}

/** What the connection needs of the world: sending, and a clock for the time-outs. */
export interface Wire {
  post(request: Request): void;
  /** Runs later; gives back the function that prevents it. */
  after(ms: number, run: () => void): () => void;
}

export type EventHandlers = { readonly [E in keyof Events]: (value: Events[E]) => void };

/** Most answers take milliseconds; counting reads the whole file. */
const TIME_OUT_MS = 15_000;
const LONG_TIME_OUT_MS = 120_000;
const LONG: ReadonlySet<MethodName> = new Set<MethodName>(['count', 'filter', 'copyRecord', 'reopen', 'runs', 'nextSilence', 'exportReport']);

/** Connects the page. */
export function connect(wire: Wire, handlers: EventHandlers): Connection {
  const waiting = new Map<number, (outcome: Outcome<unknown>) => void>();
  let lastId = 0;

  const ask = (method: MethodName, args: readonly unknown[]): Promise<Outcome<unknown>> => new Promise((resolve) => {
    const id = ++lastId;
    const ms = LONG.has(method) ? LONG_TIME_OUT_MS : TIME_OUT_MS;
    const stop = wire.after(ms, () => {
      waiting.delete(id);
      resolve({ ok: false, problem: { code: 'timeout', message: `no answer to ${method} in ${ms / 1000} s` } });
    });
    waiting.set(id, (outcome) => {
      stop();
      resolve(outcome);
    });
    wire.post({ kind: 'request', id, method, args } as Request);
  });

  return {
    call: async (method, ...args) => (await ask(method, args)) as never,
    receive: (message) => {
      if (isResponse(message)) {
        waiting.get(message.id)?.(message.outcome);
        waiting.delete(message.id);
      } else if (isNotice(message) && Object.hasOwn(handlers, message.event)) {
        const handler: (value: never) => void = handlers[message.event];
        handler(message.value as never);
      }
    },
  };
}
