import type { Rule } from '../rule';
import { blankAfterContinuation } from './blankAfterContinuation';
import { commandLineOption } from './commandLineOption';
import { duplicateKey } from './duplicateKey';
import { environmentKey } from './environmentKey';
import { inlineComment } from './inlineComment';
import { loggingKey } from './loggingKey';
import { malformedUnicodeEscape } from './malformedUnicodeEscape';
import { missingFinalNewline } from './missingFinalNewline';
import { misspeltKey } from './misspeltKey';
import { pastedCharacter } from './pastedCharacter';
import { silenceWithoutReason } from './silenceWithoutReason';
import { swallowedLine } from './swallowedLine';
import { topicKey } from './topicKey';
import { unknownKey } from './unknownKey';
import { windowsPath } from './windowsPath';

/** The rules under `file/`, in the order in which the documentation lists them. */
export const fileRules: readonly Rule[] = [
  malformedUnicodeEscape,
  windowsPath,
  inlineComment,
  duplicateKey,
  misspeltKey,
  unknownKey,
  topicKey,
  blankAfterContinuation,
  swallowedLine,
  environmentKey,
  commandLineOption,
  loggingKey,
  pastedCharacter,
  missingFinalNewline,
  silenceWithoutReason,
];
