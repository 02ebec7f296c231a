import type { Rule } from '../rule';
import { additivityOfNoLogger } from './additivityOfNoLogger';
import { additivityWord } from './additivityWord';
import { appenderNotDefined } from './appenderNotDefined';
import { appenderNotUsed } from './appenderNotUsed';
import { authorizerWritesEveryRequest } from './authorizerWritesEveryRequest';
import { classNotFound } from './classNotFound';
import { classNotShipped } from './classNotShipped';
import { commaMissing } from './commaMissing';
import { datePattern } from './datePattern';
import { deprecatedKey } from './deprecatedKey';
import { keyNotRead } from './keyNotRead';
import { levelFillsDisk } from './levelFillsDisk';
import { levelUnknown } from './levelUnknown';
import { limitAboveDisk } from './limitAboveDisk';
import { loggerRenamed } from './loggerRenamed';
import { loggerSetTwice } from './loggerSetTwice';
import { loggerUnknownInVersion } from './loggerUnknownInVersion';
import { neverDeleted } from './neverDeleted';
import { optionMissing } from './optionMissing';
import { optionType } from './optionType';
import { optionUnknown } from './optionUnknown';
import { patternLetter } from './patternLetter';
import { patternWithoutLevel } from './patternWithoutLevel';
import { readByOtherKafka } from './readByOtherKafka';
import { rolledNameTypo } from './rolledNameTypo';
import { rootInherits } from './rootInherits';
import { rootWithoutAppender } from './rootWithoutAppender';
import { sameFile } from './sameFile';
import { sizeFormat } from './sizeFormat';
import { sizeLimitIgnored } from './sizeLimitIgnored';
import { variable } from './variable';
import { writtenTwice } from './writtenTwice';

/** The rules under `log4j/`, in the order in which the documentation lists them. */
export const log4jRules: readonly Rule[] = [
  levelFillsDisk,
  authorizerWritesEveryRequest,
  neverDeleted,
  sizeLimitIgnored,
  limitAboveDisk,
  levelUnknown,
  commaMissing,
  rootInherits,
  appenderNotDefined,
  appenderNotUsed,
  rootWithoutAppender,
  classNotFound,
  classNotShipped,
  optionMissing,
  optionUnknown,
  optionType,
  sizeFormat,
  datePattern,
  patternLetter,
  patternWithoutLevel,
  variable,
  keyNotRead,
  additivityOfNoLogger,
  additivityWord,
  writtenTwice,
  sameFile,
  loggerSetTwice,
  loggerRenamed,
  loggerUnknownInVersion,
  rolledNameTypo,
  readByOtherKafka,
  deprecatedKey,
];
