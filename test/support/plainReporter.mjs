// Mocha's output for failures only, closed by the one line that machines read.
import Mocha from 'mocha';

const { Base } = Mocha.reporters;

export class PlainReporter extends Base {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes = 0, failures = 0, pending = 0, duration } = this.stats;
      if (failures > 0) Base.list(this.failures);
      console.log(`\n${duration} ms`);
      console.log(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
    });
  }
}
