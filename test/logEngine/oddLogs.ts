/** Generated logs with everything that goes wrong in real ones: CRLF, cut headers, NUL, bytes that are no UTF-8, huge lines, no newline at the end. Seeded: the same seed is the same log. */

export type Random = (below: number) => number;

/** xorshift32. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b9) | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'INFO', 'INFO', 'WARN', 'ERROR', 'FATAL', 'NOTICE', ''];
const WORDS = ['partition', 'orders-7', 'No space left on device', 'leader', 'ISR', 'naïve', '10.0.3.7:9092', 'epoch', 'NotLeaderOrFollowerException', 'UnknownHost'];
const two = (n: number): string => String(n).padStart(2, '0');

function header(random: Random): string {
  const date = `${2000 + random(40)}-${two(1 + random(12))}-${two(1 + random(28))} ${two(random(24))}:${two(random(60))}:${two(random(60))},${String(random(1000)).padStart(3, '0')}`;
  return `[${date}] ${LEVELS[random(LEVELS.length)] ?? ''} `;
}

function words(random: Random, most: number): string {
  return Array.from({ length: random(most) }, () => WORDS[random(WORDS.length)]).join(' ');
}

function line(random: Random): string {
  switch (random(14)) {
    case 0: return '\tat ' + words(random, 6);
    case 1: return header(random).slice(0, random(34));
    case 2: return header(random).replace(',', '.') + words(random, 4);
    case 3: return '\0'.repeat(random(40));
    case 4: return Array.from({ length: random(30) }, () => String.fromCharCode(128 + random(128))).join('');
    case 5: return '';
    case 6: return 'Caused by: ' + words(random, 5);
    case 7: return header(random).replace(/\d/, 'x') + words(random, 4);
    default: return header(random) + words(random, 12) + ' (kafka.server.KafkaServer)';
  }
}

/** A log of about `bytes` bytes as latin-1 text; now and then with a line of `hugeLine` bytes. */
export function oddLog(seed: number, bytes: number, hugeLine = 0): string {
  const random = randomFrom(seed);
  const ending = random(3) === 0 ? '\r\n' : '\n';
  const parts: string[] = [];
  for (let length = 0; length < bytes;) {
    let text = line(random);
    if (hugeLine > 0 && random(200) === 0) text += 'x'.repeat(hugeLine);
    text += random(20) === 0 ? '\r\n' : ending;
    parts.push(text);
    length += text.length;
  }
  if (random(2) === 0) parts.push(header(random) + 'the last line has no end');
  return Buffer.from(parts.join(''), 'latin1').toString('latin1');
}
