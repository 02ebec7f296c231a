/**
 * What Java's YAML readers make of a scalar. SnakeYAML and Jackson read the booleans of YAML 1.1 (`OFF` is false), and Jackson has
 * number rules of its own. Tried on jackson-dataformat-yaml 2.21.7, the one of Kafka 4; 2.8.11 differs in hexadecimal, octal and `_` only.
 */
import type { YamlScalar } from './yaml';

/** A scalar as Jackson hands it to log4j 2: `text` is what `JsonNode.asText()` gives. */
export interface JacksonScalar {
  /** `error`: Jackson refuses the whole file at this word. */
  readonly type: 'string' | 'boolean' | 'number' | 'null' | 'error';
  readonly text: string;
}

const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NULL = /^(?:~|null|Null|NULL|)$/;
/** SnakeYAML's integers without those of base 60, which Jackson leaves as text: binary, octal, decimal, hexadecimal. */
const INTEGER = /^([-+]?)(?:0b_*([01][01_]*)|0([0-7_]+)|(0|[1-9][0-9_]*)|0x_*([0-9a-fA-F][0-9a-fA-F_]*))$/;
const FLOAT = /^[-+]?(?:[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[0-9][0-9_]*[eE][-+]?[0-9]+|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?)$/;
const NOT_A_JSON_NUMBER = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** The type that Jackson gives a scalar, with the text that log4j 2 then reads: the level `OFF` without quotes arrives as `false`. */
export function jacksonScalar({ style, value, tag, template }: YamlScalar): JacksonScalar {
  if (style !== 'plain' || tag !== undefined || template) return { type: 'string', text: value };
  if (TRUE.test(value)) return { type: 'boolean', text: 'true' };
  if (FALSE.test(value)) return { type: 'boolean', text: 'false' };
  if (NULL.test(value)) return { type: 'null', text: 'null' };
  if (NOT_A_JSON_NUMBER.test(value)) return { type: 'error', text: value };
  const integer = integerText(value);
  if (integer !== undefined) return { type: 'number', text: integer };
  if (FLOAT.test(value)) return { type: 'number', text: javaDouble(Number(value.replaceAll('_', ''))) };
  return { type: 'string', text: value };
}

function integerText(value: string): string | undefined {
  const match = INTEGER.exec(value);
  if (!match) return undefined;
  const [, sign, binary, octal, decimal, hexadecimal] = match;
  const written = binary !== undefined ? `0b${binary}` : octal !== undefined ? `0o${octal}` : hexadecimal !== undefined ? `0x${hexadecimal}` : decimal ?? '';
  const digits = written.replaceAll('_', '');
  const number = BigInt(digits === '0o' ? '0' : digits);
  return String(sign === '-' ? -number : number);
}

/** Double.toString: `1000.0`, `1.0E-7`. */
function javaDouble(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return String(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e7)) {
    const [mantissa = '', exponent = ''] = value.toExponential().split('e');
    return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`;
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
