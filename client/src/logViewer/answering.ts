/** Turns requests of the page into responses: runs the method, contains what it throws, always answers. */
import type { Answers, MethodName, Outcome, Request, Response } from './protocol';

/** Runs one request and gives its response. Never rejects. */
export async function answer(answers: Answers, request: Request): Promise<Response> {
  return { kind: 'response', id: request.id, outcome: await run(answers, request.method, request.args) };
}

async function run(answers: Answers, method: MethodName, args: readonly unknown[]): Promise<Outcome<unknown>> {
  if (!Object.hasOwn(answers, method)) return failed(`unknown method ${method}`);
  const call: unknown = answers[method];
  try {
    // On the way from the page an argument that is undefined becomes null.
    return await (call as (...args: readonly unknown[]) => Promise<Outcome<unknown>>)(...args.map((value) => value ?? undefined));
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

function failed(message: string): Outcome<unknown> {
  return { ok: false, problem: { code: 'failed', message } };
}
