/** Two formats are read out in the rows instead of shown as written: completed requests and decisions of the authorizer. Pure. */
import { t } from './texts';

/** A part of a row: quiet ones step back, bad ones stand out; `width` in characters lines parts up under each other. */
export interface ReadPart {
  readonly text: string;
  readonly kind: 'plain' | 'quiet' | 'bad';
  readonly width?: number;
}

/** From here on a request is slow, ms. */
const SLOW_MS = 1000;
/** kafka.request.logger at DEBUG (RequestConvertToJson, 2.7 to 4.4): the header stands first, the times last. */
const REQUEST = /^Completed request:\{/;
/** kafka.authorizer.logger of both authorizers. */
const DECISION = /^Principal = (\S+) is (Denied|Allowed) [Oo]peration = (\w+) from host = (\S+) on resource = (\w+):(\w+):(.*?) for request = (\w+)/;

/** The parts of a message of one of the two formats; undefined for every other, and for a request whose header is not in the text. */
export function readingOf(message: string): readonly ReadPart[] | undefined {
  if (REQUEST.test(message)) return request(message);
  const decision = DECISION.exec(message);
  if (!decision) return undefined;
  const [, principal = '', verdict = '', operation = '', host = '', type = '', pattern = '', name = '', api = ''] = decision;
  return [
    { text: verdict, kind: verdict === 'Denied' ? 'bad' : 'plain', width: 8 },
    { text: `${operation.toUpperCase()} on ${type.toLowerCase()} ${name}${/^literal$/i.test(pattern) ? '' : ` (${pattern.toLowerCase()})`}`, kind: 'plain' },
    { text: `  ${t('for {0} from {1}, request {2}', principal, host, api)}`, kind: 'quiet' },
  ];
}

function request(message: string): readonly ReadPart[] | undefined {
  const api = /"requestApiKeyName":"(\w+)"/.exec(message)?.[1];
  if (api === undefined) return undefined;
  const version = /"requestApiVersion":(\d+)/.exec(message)?.[1] ?? '';
  const client = /"clientId":"([^"]*)"/.exec(message)?.[1] ?? '';
  const time = (name: string): number | undefined => {
    const found = new RegExp(`"${name}":([\\d.]+)`).exec(message)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const total = time('totalTimeMs');
  const queue = time('requestQueueTimeMs');
  const local = time('localTimeMs');
  const remote = time('remoteTimeMs');
  return [
    { text: api, kind: 'plain', width: 24 }, { text: `v${version}`, kind: 'quiet', width: 5 }, { text: client, kind: 'plain', width: 28 },
    { text: total === undefined ? '' : `${total.toFixed(1)} ms`, kind: total !== undefined && total >= SLOW_MS ? 'bad' : 'plain', width: 13 },
    ...(queue === undefined || local === undefined || remote === undefined ? [] : [{ text: t('queue {0}  local {1}  remote {2}', queue.toFixed(1), local.toFixed(1), remote.toFixed(1)), kind: 'quiet' as const }]),
  ];
}
