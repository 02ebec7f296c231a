import { loggingRule } from '../rule';
import { isRisky } from './levelFillsDisk';
import { levelFixes } from './levelFixes';
import { filesOf, listed, quote } from './words';

const ID = 'log4j/authorizer-writes-every-request';

/** AclAuthorizer and StandardAuthorizer log denied requests at INFO, allowed ones at DEBUG (docs/security, audit logging). */
export const authorizerWritesEveryRequest = loggingRule({
  id: ID,
  severity: 'info',
  cites: ['guide:L12', 'guide:L5'],
  title: 'The authorizer writes every allowed request',
  why: 'At INFO the authorizer writes what it denied. At DEBUG it also writes what it allowed: as many records as there are requests.',

  *check(file) {
    const logger = file.logging.logger('kafka.authorizer.logger');
    if (!logger?.level || logger.level.fate !== 'known' || !isRisky(logger.level.level)) return;
    const files = filesOf(file.logging.effective(logger.name));
    if (files.length === 0) return;
    yield {
      span: logger.level.span,
      text: `${quote(logger.level.text)} writes a record for every request that is allowed to ${listed(files)}.`,
      help: 'INFO writes the denied ones only.',
      fixes: levelFixes(file, logger, logger.level, ID),
    };
  },
});
