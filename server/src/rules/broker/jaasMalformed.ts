import { isOpenPart, type Jaas, type JaasProblem } from '../../model/jaas';
import { jaasRepair, type JaasRepair } from '../../model/jaasRepair';
import { jaasTexts } from '../../model/jaasTexts';
import type { Fix } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/**
 * JaasConfig and JaasContext, when a SASL listener is built; all versions (test/oracles/jaas). Messages quote no values, and Kafka's words only as far as they
 * hold no piece of a password.
 */
export const jaasMalformed = brokerRule({
  id: 'broker/jaas-malformed',
  severity: 'error',
  covers: ['file/pasted-character'],
  cites: ['kafka:sasl.jaas.config', 'https://github.com/bitnami/bitnami-docker-kafka/issues/123', 'https://github.com/apache/kafka/pull/4101'],
  title: 'A JAAS text is not of the form that Kafka reads',
  why: 'sasl.jaas.config holds one login module: its class, a flag such as required, options as name="value", and a semicolon at the end. Values with other characters than letters need quotes; a slash outside of quotes begins a comment.',

  *check({ broker, document }) {
    for (const { entry, jaas, isRead } of jaasTexts(document, broker)) {
      const { problem, part } = jaas;
      if (!problem || isRead === false) continue;
      const repair = jaasRepair(jaas, entry, document);
      yield {
        span: part.text === '' ? entry.span : repair?.span ?? problem.part.span,
        text: `${reason(jaas, problem, repair)} ${isRead ? doesNotStart(broker) : 'Kafka does not take this text.'}`,
        help: help(repair),
        program: `Kafka: ${problem.shown ?? 'java.lang.IllegalArgumentException'}`,
        fixes: repair ? [fixOf(repair)] : [],
      };
    }
  },
});

function reason(jaas: Jaas, problem: JaasProblem, repair: JaasRepair | undefined): string {
  switch (repair?.kind) {
    case 'plain-quotes': return '"\u201c" and its relatives are no quotation marks to Kafka.';
    case 'continuation': return 'The JAAS text ends with the line before: this line is a setting of its own, and the semicolon with it.';
    case 'quotes': return `The value of ${optionOf(jaas, problem)} needs quotes: Kafka does not read it to its end.`;
    case 'partner': return 'The quotation mark that opens here has no partner.';
    case 'semicolon': return 'No semicolon ends this JAAS text.';
    case 'flag':
    case undefined: break;
  }
  switch (problem.kind) {
    case 'empty': return 'This JAAS text holds no login module.';
    case 'module': return 'The login module of this JAAS text has no name.';
    case 'flag': return flagReason(jaas, problem);
    case 'value': return valueReason(jaas, problem);
    case 'semicolon': return jaas.unclosed ? 'A quotation mark of this JAAS text has no partner.' : 'No semicolon ends this JAAS text, or it stands in a comment.';
    case 'modules': return `${jaas.modules.length} login modules stand in this JAAS text; Kafka takes one for a mechanism.`;
  }
}

function valueReason(jaas: Jaas, problem: JaasProblem): string {
  const value = jaas.modules.flatMap(({ options }) => options).find(({ namePart }) => namePart.start === problem.option?.start)?.valuePart;
  return /^["']/.test(value?.text ?? '')
    ? `The value of ${optionOf(jaas, problem)} ends at a quotation mark, and more text stands right behind it.`
    : `The value of ${optionOf(jaas, problem)} is missing, or needs quotes.`;
}

function flagReason(jaas: Jaas, problem: JaasProblem): string {
  if (jaas.modules.length > 1) return 'The semicolon ends the login module, and what stands behind it is none.';
  const [module] = jaas.modules;
  if (module?.flag && isOpenPart(jaas, module.flag)) return `${quote(module.flag.text)} is no control flag.`;
  return `${module && isOpenPart(jaas, module.part) ? quote(module.name) : 'The login module'} has no control flag behind it${problem.part === module?.part ? ', and nothing else' : ''}.`;
}

/** Behind a semicolon inside of a password Kafka sees another login module: the option before it is meant. */
function optionOf(jaas: Jaas, problem: JaasProblem): string {
  const option = jaas.modules.length > 1 ? jaas.modules[0]?.options.at(-1)?.namePart : problem.option;
  return option && isOpenPart(jaas, option) ? quote(option.text) : 'an option';
}

function help(repair: JaasRepair | undefined): string {
  switch (repair?.kind) {
    case 'plain-quotes': return 'Write plain quotation marks.';
    case 'continuation': return 'End the line before with a blank and a backslash.';
    case 'quotes': return 'Put the value in quotes.';
    case 'partner': return 'Write the second quotation mark, and a semicolon behind it.';
    case 'semicolon': return 'Write a semicolon at the end.';
    case 'flag': return 'Write required behind the login module; requisite, sufficient and optional are flags too.';
    case undefined: return 'Write the class of the login module, required, options as name="value", and a semicolon.';
  }
}

function fixOf({ kind, edits }: JaasRepair): Fix {
  switch (kind) {
    // Kafka refused the text, and nothing else makes it complete.
    case 'semicolon': return { kind: 'safe', title: 'Add the semicolon', edits };
    case 'plain-quotes': return { kind: 'choice', title: 'Write plain quotation marks', edits };
    case 'continuation': return { kind: 'choice', title: 'Continue the line with a backslash', edits };
    case 'quotes': return { kind: 'choice', title: 'Put the value in quotes', edits };
    case 'partner': return { kind: 'choice', title: 'Close the quotation marks', edits };
    case 'flag': return { kind: 'choice', title: 'Write the flag required', edits };
  }
}
