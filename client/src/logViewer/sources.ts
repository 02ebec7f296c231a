/** Names and colours of the logs of a merge. Pure. */
import { brokerFolder } from './cards';
import type { SourceCard } from './protocol';

/** How the page names each of these logs; paths with either slash. Logs of one folder are of one broker; brokers whose folders have the same name are told apart by the folders above. */
export function sourceCards(paths: readonly string[]): readonly SourceCard[] {
  const split = paths.map((path) => path.split(/[\\/]/));
  const folders = split.map((segments) => segments.slice(0, -1));
  const keys = [...new Set(folders.map((folder) => folder.join('/')))];
  const names = namesOf(keys.map((key) => key.split('/')));
  return split.map((segments, i) => {
    const broker = keys.indexOf(folders[i]?.join('/') ?? '');
    return { broker: names[broker] ?? '', number: broker, log: segments.at(-1) ?? '' };
  });
}

/** The shortest names that differ: the folder that tells the broker apart, with as much of what stands above as is needed. */
function namesOf(folders: readonly (readonly string[])[]): readonly string[] {
  const places = folders.map((folder) => Math.max(0, folder.lastIndexOf(brokerFolder(folder))));
  const name = (folder: readonly string[], i: number, above: number): string => folder.slice(Math.max(0, (places[i] ?? 0) - above), (places[i] ?? 0) + 1).filter((part) => part !== '').join('/');
  const longest = Math.max(0, ...folders.map((folder) => folder.length));
  for (let above = 0; above < longest; above++) {
    const names = folders.map((folder, i) => name(folder, i, above));
    if (new Set(names).size === names.length) return names;
  }
  // One folder lies in the other: only the whole path tells them apart.
  return folders.map((folder) => folder.join('/'));
}
