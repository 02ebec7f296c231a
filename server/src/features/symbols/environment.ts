/** The outline of an environment file or a unit: its variables, with the options of each. */
import type { EnvAssignment } from '../../documents/envFile';
import type { EnvironmentFile } from '../../model/file';
import { OPTION_VARIABLES, optionsOf, type JvmOption } from '../../model/jvmOptions';
import type { OutlineSymbol } from '../feature';
import { shortened } from '../markdown';

const SECRET = /password|secret|token|credential/i;

/** The variables in the order of the file. */
export function environmentSymbols(file: EnvironmentFile): readonly OutlineSymbol[] {
  return file.environment.variables.map(variableSymbol);
}

function variableSymbol(variable: EnvAssignment): OutlineSymbol {
  const options = OPTION_VARIABLES.some((name) => name === variable.name) ? optionsOf(variable) : [];
  return {
    name: variable.name === '' ? '?' : variable.name,
    detail: SECRET.test(variable.name) || options.some(({ name }) => SECRET.test(name)) ? '•••' : shortened(variable.value),
    kind: 'variable', span: variable.span, selectionSpan: variable.nameSpan,
    children: options.map(optionSymbol),
  };
}

function optionSymbol({ name, value, kind, text, span }: JvmOption): OutlineSymbol {
  const isProperty = kind === 'system-property';
  return {
    name: isProperty && name !== '' ? name : shortened(text),
    ...isProperty && value !== undefined ? { detail: /password$|secret|token/i.test(name) ? '•••' : shortened(value) } : {},
    kind: 'option', span, selectionSpan: span, children: [],
  };
}
