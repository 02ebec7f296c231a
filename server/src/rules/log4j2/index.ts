import type { Rule } from '../rule';
import { asyncLoggers } from './asyncLoggers';
import { bufferWithoutUse } from './bufferWithoutUse';
import { duplicateKey } from './duplicateKey';
import { elementUnknown } from './elementUnknown';
import { levelOffUnquoted } from './levelOffUnquoted';
import { loggersMissing } from './loggersMissing';
import { logsDirFallback } from './logsDirFallback';
import { startRefused } from './startRefused';
import { statusWord } from './statusWord';
import { syntax } from './syntax';

/** The rules under `log4j2/`, in the order in which the documentation lists them. */
export const log4j2Rules: readonly Rule[] = [
  syntax,
  startRefused,
  levelOffUnquoted,
  elementUnknown,
  loggersMissing,
  duplicateKey,
  asyncLoggers,
  logsDirFallback,
  statusWord,
  bufferWithoutUse,
];
