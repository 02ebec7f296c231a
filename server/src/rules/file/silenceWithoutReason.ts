import { propertiesRule } from '../rule';
import { suppressionsOf } from '../suppression';

/** A convention of this program, as in staticcheck and eslint-comments: silence has a reason. */
export const silenceWithoutReason = propertiesRule({
  id: 'file/silence-without-reason',
  severity: 'hint',
  cites: ['https://staticcheck.dev/docs/configuration/#ignoring-problems'],
  title: 'A problem is silenced without a reason',
  why: 'Whoever reads the file next year cannot tell whether the silence still holds. One sentence behind two hyphens is enough.',

  *check(file) {
    for (const { span, hasReason, rules } of suppressionsOf(file)) {
      if (hasReason) continue;
      yield { span, text: `"${rules.join(', ')}" is silenced, and nobody says why.`, help: 'End the comment with -- and the reason.' };
    }
  },
});
