/** What every handler of a request goes through: cancellation, containment of failures, a line in the log for a slow answer. */
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/** Where the guard writes; `console` of the connection. */
export interface GuardLog {
  warn(text: string): void;
  error(text: string): void;
}

/** An answer that takes longer is written to the log, in milliseconds. */
export const SLOW_MS = 100;

const CANCELLED = new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');

/** Asked anew each time: the token changes while a handler waits. */
function isCancelled(token: CancellationToken): boolean {
  return token.isCancellationRequested;
}

/**
 * Wraps the handler of one request. It first lets the messages that wait go by, so that a request that was cancelled meanwhile costs nothing;
 * a handler that throws is logged and answered with `fallback`: one bad file never takes the server down, nor shows a box to the person who types.
 */
export function guarded<P, R>(name: string, fallback: R, log: GuardLog, handler: (params: P, token: CancellationToken) => R | Promise<R>): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return async (params, token) => {
    await new Promise((resolve) => { setImmediate(resolve); });
    if (isCancelled(token)) return CANCELLED;
    const start = performance.now();
    try {
      const answer = await handler(params, token);
      return isCancelled(token) ? CANCELLED : answer;
    } catch (error) {
      if (error instanceof ResponseError) return error as ResponseError<never>;
      log.error(`${name} failed: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
      return fallback;
    } finally {
      const took = performance.now() - start;
      if (took > SLOW_MS) log.warn(`${name} took ${Math.round(took)} ms`);
    }
  };
}
