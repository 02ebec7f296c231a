/** The hover inside a JAAS text: its login module, its flag, its options. Secrets are never shown. */
import type { PropertiesEntry } from '../../documents/properties';
import { touches, type Span } from '../../documents/span';
import { flagWords, jaasOptionWords, loginModuleWords } from '../../knowledge/jaasWords';
import { isOpenOption, isOpenPart, parseJaas, type Jaas, type JaasModule, type JaasOption } from '../../model/jaas';
import { KAFKA_LOGIN_MODULES } from '../../model/loginModules';
import { isReference } from '../../model/secret';
import { ValuePart } from '../../model/valuePart';
import type { HoverText } from '../feature';
import { cell, code, paragraphs, shortened, table } from '../markdown';

/** The explanation of the piece at an offset; undefined where the key's own hover says it all. */
export function jaasHover(entry: PropertiesEntry, offset: number): HoverText | undefined {
  const jaas = parseJaas(ValuePart.of(entry));
  for (const module of jaas.modules) {
    const found = moduleHover(jaas, module, offset);
    if (found) return found;
  }
  return undefined;
}

function moduleHover(jaas: Jaas, module: JaasModule, offset: number): HoverText | undefined {
  if (touches(module.part.span, offset)) return classHover(module);
  const { flag } = module;
  const flagText = flag && touches(flag.span, offset) ? flagWords(flag.text) : undefined;
  if (flag && flagText !== undefined) return { span: flag.span, markdown: `**${flag.text}**  \n${flagText}` };
  const option = module.options.find(({ namePart, valuePart }) => touches(namePart.span, offset) || touches(valuePart.span, offset));
  return option && isOpenPart(jaas, option.namePart) ? optionHover(option) : undefined;
}

function classHover({ part, name }: JaasModule): HoverText | undefined {
  const words = loginModuleWords(name);
  if (!words) return undefined;
  const serves = KAFKA_LOGIN_MODULES.get(name)?.map((mechanism) => mechanism.toUpperCase()).join(', ') ?? 'GSSAPI';
  return {
    span: part.span,
    markdown: paragraphs(`**${name.slice(name.lastIndexOf('.') + 1)}**  \n${words.text}`, table([['Serves', serves], ['Options', words.options.map(code).join(', ')]])),
  };
}

function optionHover({ name, namePart, valuePart }: JaasOption): HoverText | undefined {
  const words = jaasOptionWords(name);
  if (words === undefined) return undefined;
  const span: Span = { start: namePart.span.start, end: valuePart.span.end };
  const shown = isOpenOption(name) || isReference(valuePart.text.replace(/^["']|["']$/g, '')) ? cell(shortened(valuePart.text)) : cell('•••');
  return { span, markdown: paragraphs(`**${name}**  \n${words}`, table([['Here', shown]])) };
}
