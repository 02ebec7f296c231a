// Writes numbered records to a log of a series and rotates it, as log4j and logrotate do, sometimes several times without a pause.
// node seriesWriter.mjs FILE STYLE ROUNDS SEED; STYLE is hours, numbers, packed or copied. Says the number of records to its parent at the end.
import fs from 'node:fs';
import zlib from 'node:zlib';

const [, , file, style, rounds, seed] = process.argv;
let number = 0;
let random = Number(seed) * 7919 + 1;
const below = (n) => { random = (Math.imul(random, 1103515245) + 12345) >>> 0; return (random >>> 8) % n; };
const pause = (most) => new Promise((resolve) => { setTimeout(resolve, below(most)); });

function append(count) {
  const fd = fs.openSync(file, 'a');
  let text = '';
  for (let i = 0; i < count; i++) {
    const n = number++;
    text += `[2026-11-25 ${String(Math.floor(n / 3600) % 24).padStart(2, '0')}:${String(Math.floor(n / 60) % 60).padStart(2, '0')}:${String(n % 60).padStart(2, '0')},000] INFO record=${n} (kafka.log.LogManager)\n`;
    if (n % 7 === 0) text += '\tat kafka.A.b(A.scala:1)\n';
  }
  for (let at = 0; at < text.length;) { const size = 1 + below(3000); fs.writeSync(fd, text.slice(at, at + size)); at += size; }
  fs.closeSync(fd);
}

function shift() {
  for (let i = 200; i >= 1; i--) for (const end of ['', '.gz']) if (fs.existsSync(`${file}.${i}${end}`)) fs.renameSync(`${file}.${i}${end}`, `${file}.${i + 1}${end}`);
}

function rotate(round) {
  if (style === 'hours') { fs.renameSync(file, `${file}.2026-11-${String(1 + Math.floor(round / 24)).padStart(2, '0')}-${String(round % 24).padStart(2, '0')}`); return; }
  shift();
  if (style === 'copied') { fs.copyFileSync(file, `${file}.1`); fs.truncateSync(file, 0); return; }
  fs.renameSync(file, `${file}.1`);
  if (style === 'packed') { fs.writeFileSync(`${file}.1.gz`, zlib.gzipSync(fs.readFileSync(`${file}.1`))); fs.unlinkSync(`${file}.1`); }
}

for (let round = 0; round < Number(rounds); round++) {
  append(1 + below(200));
  if (below(2) === 0) await pause(40);
  append(1 + below(200));
  rotate(round);
  if (below(3) === 0) await pause(80);
}
append(5);
process.send(number);
process.disconnect();
