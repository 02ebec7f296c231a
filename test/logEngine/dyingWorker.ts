/** A worker of the log engine that ends in the middle of its work: the real one, with a trap in front of it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { workerPath } from './engineHost';

/** Which tasks are the end of a worker. */
export interface Trap {
  readonly kind: 'index' | 'filter';
  /** Only tasks on a file of this size. */
  readonly size?: number;
  /** Only index tasks that begin at this offset or behind it. */
  readonly start?: number;
  /** How many workers end; later ones do the task. */
  readonly deaths: number;
}

/** Writes the worker into a folder; gives its path. It ends with code 9. */
export function dyingWorker(folder: string, { kind, size, start, deaths }: Trap): string {
  const file = path.join(folder, 'dyingWorker.js');
  writeFileSync(file, `
    const fs = require('node:fs');
    const { parentPort } = require('node:worker_threads');
    const last = () => { for (let n = 0; n < ${deaths}; n++) try { fs.closeSync(fs.openSync(${JSON.stringify(path.join(folder, 'death'))} + n, 'wx')); return true; } catch { /* died before */ } return false; };
    parentPort.on('message', ({ task }) => {
      if (task.kind === '${kind}' && (${size ?? 'undefined'} === undefined || task.source.size === ${size ?? 'undefined'}) && (task.start ?? 0) >= ${start ?? 0} && last()) process.exit(9);
    });
    require(${JSON.stringify(workerPath)});
  `);
  return file;
}
