/** Compiles client/assembly/scan.ts to `target`; throws what the compiler says. `root` is the project. */
export function buildKernel(root: string, target: string): void;
