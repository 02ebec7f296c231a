import { meantProperty } from '../../knowledge/jvmOptionTexts';
import { replace } from '../finding';
import { environmentRule } from '../rule';

export const propertyMisspelt = environmentRule({
  id: 'jmx/property-misspelt',
  severity: 'warning',
  cites: ['https://docs.oracle.com/en/java/javase/17/management/monitoring-and-management-using-jmx-technology.html'],
  title: 'A system property is one slip away from one that is read',
  why: 'Java takes any name behind -D and never says that nobody asks for it. The property that was meant keeps its default: a JMX port that does not open, a logging file that is not found.',

  *check({ environment: { options } }) {
    for (const option of options) {
      if (option.kind !== 'system-property' || option.templated) continue;
      const meant = meantProperty(option.name);
      if (meant === undefined) continue;
      const start = option.span.start + '-D'.length;
      yield {
        span: { start, end: start + option.name.length },
        text: `"${option.name}" is a property that nothing reads. Java takes any name behind -D.`,
        help: `Did you mean ${meant}?`,
        fixes: [replace('choice', `Change to ${meant}`, { start, end: start + option.name.length }, meant)],
      };
    }
  },
});
