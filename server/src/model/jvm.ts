/** JVM options out of environment files, shell files and units. */
export interface EnvironmentModel {
  readonly kind: 'environment' | 'unit';
}

export function environmentModel(kind: 'environment' | 'unit', path: string, text: string): EnvironmentModel {
  void path;
  void text;
  return { kind };
}
