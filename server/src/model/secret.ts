/** Which parts of a file nobody may read over a shoulder: passwords, keys, JAAS options. Everything that shows a line or a value asks here. */
import type { PropertiesEntry } from '../documents/properties';
import type { Edit, Span } from '../documents/span';
import { isBrokerKey, isSecret } from '../knowledge/catalogue';
import type { KafkaFile } from './file';
import { isOpenOption, parseJaas } from './jaas';
import { placeholders } from './template';
import { ValuePart } from './valuePart';

const JAAS_KEY = /(?:^|\.)sasl\.jaas\.config$/i;
/** `-Djavax.net.ssl.keyStorePassword=x`, `KAFKA_SSL_KEY_PASSWORD=x`, `password: x` in files without a properties document. */
const ASSIGNMENT = /[\w.-]*(?:password|passwd|secret|token|passphrase|user_[\w.-]+)["']?[ \t]*[=:][ \t]*("[^"\n]*"?|'[^'\n]*'?|[^\s"']+)/gi;
const SETS_SECRET = /(?:password|passwd|secret|token|passphrase|user_[\w.-]+)["']?[\s=:]/i;
/** A reference to a value that lies elsewhere shows nothing, unless it brings a default along: `${VAR:-text}`, `{{ name | default('text') }}`. */
const REFERENCE = /^(?:\$\{(?:(?!:-)[^}"'])*\}|\{\{[^"'}]*\}\}|<%[^"']*%>|\$\w+)$/;

/** True for a text that only says where a secret lies. */
export function isReference(text: string): boolean {
  return REFERENCE.test(text);
}

/** True when the value of a setting must not be shown: its name says so, or the value itself sets a password, as the rest of a broken JAAS text does. */
export function holdsSecret(entry: PropertiesEntry): boolean {
  if (isSecret(entry.key)) return true;
  if (isBrokerKey(entry.key)) return false;
  return SETS_SECRET.test(entry.value) || (isOpenOption(entry.key) && /[\s=]/.test(entry.value.trim()));
}

/** The places in the file's text that are never shown, in file order. */
export function secretSpans(file: KafkaFile): readonly Span[] {
  if (!('document' in file)) return assignments(file.text);
  const spans: Span[] = [];
  for (const entry of file.document.entries) {
    if (!holdsSecret(entry) || isReference(entry.trimmed.text)) continue;
    if (JAAS_KEY.test(entry.key)) spans.push(...jaasSecrets(entry));
    else if (entry.value !== '') spans.push(entry.valueSpan);
  }
  return spans;
}

/** Everything in a JAAS text that is not known to be open: also what a comment holds, and what stands behind a broken option. */
function jaasSecrets(entry: PropertiesEntry): readonly Span[] {
  const part = ValuePart.of(entry);
  const references = placeholders(part.text).filter(({ start, end }) => isReference(part.text.slice(start, end))).map(({ start, end }) => part.slice(start, end));
  const open = [...parseJaas(part).open, ...references].map(({ span }) => span).sort((a, b) => a.start - b.start);
  const spans: Span[] = [];
  let at = entry.valueSpan.start;
  for (const { start, end } of open) {
    if (start > at) spans.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < entry.valueSpan.end) spans.push({ start: at, end: entry.valueSpan.end });
  return spans;
}

function assignments(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(ASSIGNMENT)) {
    const secret = match[1] ?? '';
    if (isReference(secret.replace(/^["']|["']$/g, ''))) continue;
    const end = match.index + match[0].length;
    spans.push({ start: end - secret.length, end });
  }
  return spans;
}

/** `line` (the text from offset `start` on) with every secret in it drawn as dots of the same length. */
export function withoutSecrets(line: string, start: number, secrets: readonly Span[]): string {
  let shown = line;
  for (const secret of secrets) {
    const from = Math.max(0, secret.start - start);
    const to = Math.min(line.length, secret.end - start);
    if (from < to) shown = shown.slice(0, from) + shown.slice(from, to).replace(/[^\s\\]/g, '•') + shown.slice(to);
  }
  return shown;
}

/** True when an edit writes again what it replaces of a secret: such an edit is made, but never put into a report. */
export function repeatsSecret(text: string, { span, newText }: Edit, secrets: readonly Span[]): boolean {
  return secrets.some(({ start, end }) => {
    const replaced = text.slice(Math.max(start, span.start), Math.min(end, span.end));
    return replaced.match(/[\p{L}\p{N}]{2,}/gu)?.some((piece) => newText.includes(piece)) ?? false;
  });
}
