// Writes numbered records to a log as brokers and log rotation do: in pieces, with rotation by rename, by copy and truncate, by removal and re-creation.
// node logWriter.mjs FILE ROUNDS; says {did, last} to its parent and waits for an answer where a reader must have seen everything.
import fs from 'node:fs';

const [, , file, rounds] = process.argv;
let number = 0;
let random = 12345;
const below = (n) => { random = (Math.imul(random, 1103515245) + 12345) >>> 0; return random % n; };
const said = () => new Promise((resolve) => { process.once('message', resolve); });
const record = () => {
  const n = number++;
  const head = `[2026-11-25 03:${String(Math.floor(n / 60) % 60).padStart(2, '0')}:${String(n % 60).padStart(2, '0')},000] ${n % 7 === 0 ? 'ERROR' : 'INFO'} record=${n} (kafka.log.LogManager)\n`;
  return n % 7 === 0 ? `${head}java.io.IOException: number ${n}\n\tat kafka.log.A.b(A.scala:1)\n` : head;
};

function append(count) {
  const fd = fs.openSync(file, 'a');
  let text = '';
  for (let i = 0; i < count; i++) text += record();
  // Pieces end in the middle of lines and headers.
  for (let at = 0; at < text.length;) { const size = 1 + below(3000); fs.writeSync(fd, text.slice(at, at + size)); at += size; }
  fs.closeSync(fd);
}

for (let round = 0; round < Number(rounds); round++) {
  append(1 + below(400));
  const how = round % 5;
  if (how === 1) {
    // A reader that has noticed this file must get its end too, however soon it is renamed.
    process.send({ did: 'written', last: number - 1 });
    await said();
    append(1 + below(400));
    fs.renameSync(file, `${file}.${round}`);
  }
  if (how === 2 || how === 3) {
    process.send({ did: 'written', last: number - 1 });
    await said();
    if (how === 2) fs.truncateSync(file, 0);
    else fs.unlinkSync(file);
  }
  await new Promise((resolve) => setTimeout(resolve, below(60)));
}
append(5);
process.send({ did: 'end', last: number - 1 });
process.disconnect();
