/** The words behind the names of the tree: counts, sizes, times. */
import * as vscode from 'vscode';
import korean from '../../../l10n/page.l10n.ko.json';
import { recordsOf } from '../logViewer/cards';
import type { FileView, PlaceView } from './protocol';

/** `ok`, `1 error, 2 warnings`. */
export function problemWords(files: readonly FileView[]): string {
  const sum = (of: 'errors' | 'warnings'): number => files.reduce((total, file) => total + file[of], 0);
  const words = wordsOf(sum('errors'), sum('warnings'));
  return words === '' ? vscode.l10n.t('ok') : words;
}

/** `1 error, 2 warnings`; empty without a problem. */
export function wordsOf(errors: number, warnings: number): string {
  return [
    errors === 0 ? '' : errors === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', errors),
    warnings === 0 ? '' : warnings === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', warnings),
  ].filter((part) => part !== '').join(', ');
}

/** `3 brokers, 3 controllers, 4.1`. */
export function clusterWords({ brokerCount, controllerCount, versions }: PlaceView): string {
  return [
    brokerCount === 0 ? '' : brokerCount === 1 ? vscode.l10n.t('1 broker') : vscode.l10n.t('{0} brokers', brokerCount),
    controllerCount === 0 ? '' : controllerCount === 1 ? vscode.l10n.t('1 controller') : vscode.l10n.t('{0} controllers', controllerCount),
    ...versions,
  ].filter((part) => part !== '').join(', ');
}

/** `812 KB`, `1.4 GB`: powers of 1000, as disks are sold. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[power - 1] ?? ''}`;
}

/** `03:11` for a time of today, `24 Nov` for an earlier one; `time` and `now` in ms. */
export function timeWords(time: number, now: number): string {
  const [date, today] = [new Date(time), new Date(now)];
  if (date.toDateString() === today.toDateString()) return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
  const sameYear = date.getFullYear() === today.getFullYear();
  return new Intl.DateTimeFormat(vscode.env.language.startsWith('ko') ? 'ko' : 'en-GB', { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(date);
}

const KOREAN = new Map(Object.entries(korean));

/** What a log of this name records; empty when the name is not one of Kafka's. */
export function recordWords(name: string): string {
  const english = recordsOf(name);
  return vscode.env.language.startsWith('ko') ? KOREAN.get(english) ?? english : english;
}
