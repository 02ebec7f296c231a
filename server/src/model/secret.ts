/** Which parts of a file nobody may read over a shoulder: passwords, keys, JAAS options. Everything that shows a line or a value asks here. */
import type { Span } from '../documents/span';
import { isSecret } from '../knowledge/catalogue';
import type { KafkaFile } from './file';

const JAAS_KEY = /(?:^|\.)sasl\.jaas\.config$/i;
/** Options of login modules that are no secret. */
const OPEN_OPTION = /^(?:username|serviceName|principal|keyTab|useKeyTab|storeKey|useTicketCache|renewTGT|doNotPrompt|debug|client|isInitiator|refreshKrb5Config|unsecuredLoginStringClaim_sub)$/;
const OPTION = /([A-Za-z_][\w.]*)([ \t]*=[ \t\\\r\n]*)("(?:[^"\\]|\\[^])*(?:"|$)|'(?:[^'\\]|\\[^])*(?:'|$)|[^\s;"']+)/g;
/** `-Djavax.net.ssl.keyStorePassword=x`, `KAFKA_SSL_KEY_PASSWORD=x`, `password: x` in files without a properties document. */
const ASSIGNMENT = /[\w.-]*(?:password|passwd|secret|token|passphrase)["']?[ \t]*[=:][ \t]*("[^"\n]*"?|'[^'\n]*'?|[^\s"']+)/gi;
/** A reference to a value that lies elsewhere shows nothing. */
const REFERENCE = /^(?:\$\{[^}]*\}|\{\{.*\}\}|<%.*%>|\$\w+)$/;

/** The places in the file's text that are never shown, in file order. */
export function secretSpans(file: KafkaFile): readonly Span[] {
  if (!('document' in file)) return assignments(file.text);
  const spans: Span[] = [];
  for (const entry of file.document.entries) {
    if (!isSecret(entry.key) || REFERENCE.test(entry.trimmed.text)) continue;
    if (JAAS_KEY.test(entry.key)) spans.push(...jaasSecrets(file.text, entry.valueSpan));
    else if (entry.value !== '') spans.push(entry.valueSpan);
  }
  return spans;
}

function jaasSecrets(text: string, value: Span): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.slice(value.start, value.end).matchAll(OPTION)) {
    const [, name = '', equals = '', secret = ''] = match;
    if (OPEN_OPTION.test(name) || REFERENCE.test(secret.replace(/^["']|["']$/g, ''))) continue;
    const start = value.start + match.index + name.length + equals.length;
    spans.push({ start, end: start + secret.length });
  }
  return spans;
}

function assignments(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(ASSIGNMENT)) {
    const secret = match[1] ?? '';
    if (REFERENCE.test(secret.replace(/^["']|["']$/g, ''))) continue;
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
