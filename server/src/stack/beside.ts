/** Which texts near a file take part in what it means, by their names alone. */

/** What sets the environment of the JVM, and the file of a JAAS login. */
const ENVIRONMENT = /\.(?:env|service|sh|sysconfig|default)$|^(?:\.env|jmx|kafka)$|jaas[\w.-]*\.conf(?:ig)?$/i;
const ZOOKEEPER = /^(?:zookeeper[\w.-]*\.properties|zoo\.cfg)$/i;
/** What programs keep in their data directories, and people copy along. */
const IDENTITY: readonly string[] = ['meta.properties', 'myid'];
/** Folders of the configuration, whose parent holds the data and the units. */
const CONFIGURATION = /^(?:config|conf|etc|kraft)$/i;
const NUMBERED = /\d$/;
/** Folders looked into at most: a data directory has a short name without a dot, and lies near. */
const MOST_FOLDERS = 20;
const NO_DATA = /^(?:bin|libs?|licenses|site-docs|node_modules|src|test|docs)$/i;

/** The folder whose names `besidePaths` wants besides those of the file's own: the parent of `config`, and of a broker's numbered folder. */
export function folderAbove(folder: string): string | undefined {
  const name = nameOf(folder);
  return CONFIGURATION.test(name) || NUMBERED.test(name) ? folder.slice(0, Math.max(0, folder.lastIndexOf('/'))) || '.' : undefined;
}

/**
 * Paths to read, relative to `folder`, the one of the file. `names` are the names in it, `above` those in `folderAbove`. Not all of them exist.
 * Beside a numbered folder lie other brokers: the data there is theirs.
 */
export function besidePaths(folder: string, names: readonly string[], above: readonly string[]): readonly string[] {
  const own = names.filter((name) => ENVIRONMENT.test(name) || ZOOKEEPER.test(name) || IDENTITY.includes(name));
  return [
    ...own, ...identities(names, ''), ...above.filter((name) => ENVIRONMENT.test(name)).map((name) => `../${name}`),
    ...CONFIGURATION.test(nameOf(folder)) ? identities(above, '../') : [],
  ];
}

function identities(names: readonly string[], folder: string): readonly string[] {
  const folders = names.filter((name) => !name.includes('.') && !NO_DATA.test(name) && !IDENTITY.includes(name) && !ENVIRONMENT.test(name) && !CONFIGURATION.test(name));
  return folders.slice(0, MOST_FOLDERS).flatMap((name) => IDENTITY.map((file) => `${folder}${name}/${file}`));
}

function nameOf(folder: string): string {
  return folder.split('/').at(-1) ?? '';
}
