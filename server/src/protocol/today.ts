/**
 * The day where the program runs, `YYYY-MM-DD`. The environment variable KAFKA_CONFIG_LINT_TODAY takes its place, in the editor as on the command line:
 * it shows what a silence that ends will do.
 */
export function localDay(now: Date, environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const set = environment['KAFKA_CONFIG_LINT_TODAY'];
  if (set !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(set)) return set;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
