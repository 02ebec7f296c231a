// npm run coverage: the unit suite with V8's own coverage, reported by source file. (c8 reported lines as covered that never ran.)
import { CoverageReport } from 'monocart-coverage-reports';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

rmSync('out/v8', { recursive: true, force: true });
const run = spawnSync(process.execPath, ['scripts/unit.mjs', '--keep'], { stdio: 'inherit', env: { ...process.env, NODE_V8_COVERAGE: 'out/v8' } });
const report = new CoverageReport({ outputDir: 'out/coverage', reports: ['text-summary', 'text', 'lcovonly'], entryFilter: (entry) => entry.url.includes('/out/unit/'), sourceFilter: (file) => file.includes('server/src/') || file.includes('client/src/logEngine/') });
await report.addFromDir('out/v8');
await report.generate();
process.exitCode = run.status ?? 1;
