import type { Rule } from '../rule';
import { missingFinalNewline } from './missingFinalNewline';

/** The rules under `file/`, in the order in which the documentation lists them. */
export const fileRules: readonly Rule[] = [
  missingFinalNewline,
];
