/** Secrets that stand in a broker file in clear text: passwords and keys, and the passwords inside JAAS texts. */
import { isSecret } from '../knowledge/catalogue';
import type { PropertiesDocument } from '../documents/properties';
import { parseJaas } from './jaas';
import { ValuePart } from './valuePart';

export interface Secret {
  /** The key of the setting. */
  readonly key: string;
  /** The secret itself, in a JAAS text with its quotes; never to be shown. */
  readonly part: ValuePart;
  /** The name under which it can be kept elsewhere: the key, in a JAAS text with the name of the option. */
  readonly name: string;
  /** It stands inside a JAAS text, so what replaces it needs quotes. */
  readonly isQuoted: boolean;
}

/** Options of Kafka's and the JDK's login modules that hold secrets; `user_NAME` of PLAIN holds the password of a user. */
const JAAS_SECRET = /^(?:password|user_.+|clientSecret|keyPassword|storePass|secret)$/i;

/** In file order. Values that are empty or come from elsewhere are no secrets in clear text. */
export function clearSecrets(document: PropertiesDocument): readonly Secret[] {
  const found: Secret[] = [];
  for (const entry of document.entries) {
    if (!isSecret(entry.key)) continue;
    const part = ValuePart.of(entry);
    if (part.text === '') continue;
    if (entry.key.endsWith('sasl.jaas.config')) {
      if (part.templated && part.shape.trim().startsWith('\uE000')) continue;
      for (const module of parseJaas(part).modules) {
        for (const { name, value, valuePart } of module.options) {
          if (JAAS_SECRET.test(name) && value !== '' && !valuePart.templated) found.push({ key: entry.key, part: valuePart, name: `${entry.key}.${name}`, isQuoted: true });
        }
      }
    } else if (!part.templated) {
      found.push({ key: entry.key, part, name: entry.key, isQuoted: false });
    }
  }
  return found;
}
