/** What an environment file, a shell file or a unit makes of the Java command line that runs Kafka. */
import { parseEnvFile, type EnvAssignment, type EnvComment, type EnvDialect, type EnvProblem } from '../documents/envFile';
import { heapOf, type Heap } from './jvmHeap';
import { jmxOf, type Jmx } from './jvmJmx';
import { unitFacts, type UnitFacts } from './jvmUnit';
import { addsMore, OPTION_VARIABLES, optionsOf, type JvmOption } from './jvmOptions';

/** The program that a file sets the environment of; undefined where nothing says it. */
export type JvmProgram = 'broker' | 'zookeeper' | 'connect' | 'mirror-maker';

export interface EnvironmentModel {
  readonly kind: 'environment' | 'unit';
  /** Who reads the assignments. */
  readonly dialect: EnvDialect | 'unit';
  readonly program: JvmProgram | undefined;
  /** Every assignment in the order of the file, also those that the reader drops. */
  readonly variables: readonly EnvAssignment[];
  readonly comments: readonly EnvComment[];
  readonly problems: readonly EnvProblem[];
  /** The assignment that counts for a name: the last one that is read. */
  readonly get: (name: string) => EnvAssignment | undefined;
  /** The options of all variables that count, in the order of the command line. */
  readonly options: readonly JvmOption[];
  /** True when a shell or a template adds options that are not written here. */
  readonly moreOptions: boolean;
  /** The last system property of this name. */
  readonly property: (name: string) => JvmOption | undefined;
  /** The Java release that JAVA_HOME names, from 8 on. */
  readonly java: number | undefined;
  readonly heap: Heap;
  readonly jmx: Jmx;
  /** What only a unit says; undefined for the other files. */
  readonly unit: UnitFacts | undefined;
}

/** The assignments of a file, whatever its grammar. */
type Assignments = Pick<EnvironmentModel, 'dialect' | 'variables' | 'comments' | 'problems' | 'get' | 'unit'>;

/** Reads the variables of a file and what they come to. Never throws. */
export function environmentModel(kind: 'environment' | 'unit', path: string, text: string): EnvironmentModel {
  const read = kind === 'unit' ? unitAssignments(text) : fileAssignments(path, text);
  const { get, unit } = read;
  const counting = OPTION_VARIABLES.flatMap((name) => get(name) ?? []);
  const options = counting.flatMap(optionsOf);
  const moreOptions = counting.some(addsMore);
  return {
    ...read,
    kind,
    program: programOf(path, unit?.command?.text ?? ''),
    options,
    moreOptions,
    property: (name) => options.findLast((option) => option.kind === 'system-property' && option.name === name),
    java: javaRelease(get('JAVA_HOME')?.value ?? ''),
    heap: heapOf(options),
    jmx: jmxOf(get, options, moreOptions, unit !== undefined && unit.environmentFiles.length > 0),
    unit,
  };
}

function fileAssignments(path: string, text: string): Assignments {
  const dialect = dialectOf(path, text);
  // Compose takes quotes off and bears blanks as systemd does; only `docker run --env-file` keeps them. What only one of the two refuses is not reported.
  const isDocker = dialect === 'docker';
  const document = parseEnvFile(text, isDocker ? 'systemd' : dialect);
  const { assignments, comments, problems } = document;
  return { dialect, variables: assignments, comments, problems: isDocker ? [] : problems, get: (name) => document.get(name), unit: undefined };
}

function unitAssignments(text: string): Assignments {
  const unit = unitFacts(text);
  const counting = new Map(unit.assignments.map((assignment) => [assignment.name, assignment]));
  return { dialect: 'unit', variables: unit.assignments, comments: unit.document.comments, problems: [], get: (name) => counting.get(name), unit };
}

/** Variables that no script of Kafka reads, only images. */
const IMAGE_VARIABLE = /^[ \t]*KAFKA_(?:(?:ADVERTISED_)?LISTENERS|NODE_ID|BROKER_ID|PROCESS_ROLES|ZOOKEEPER_CONNECT|CONTROLLER_QUORUM_VOTERS|CFG_\w+)=/m;

/**
 * A file with `export` at the start of most of its assignments is for a shell, as is one that is named or begins like a script. `.env` files
 * and those with the variables that images turn into settings are Docker's. All others are read by systemd: /etc/default, /etc/sysconfig, `EnvironmentFile=`.
 */
function dialectOf(path: string, text: string): EnvDialect {
  const segments = path.toLowerCase().split(/[/\\]/);
  const name = segments.at(-1) ?? '';
  if (/\.(?:ba)?sh(?:\.\w+)?$/.test(name) || segments.at(-2) === 'profile.d' || text.startsWith('#!')) return 'shell';
  const exported = text.match(/^[ \t]*export[ \t]+[A-Za-z_]\w*=/gm)?.length ?? 0;
  const plain = text.match(/^[ \t]*[A-Za-z_]\w*=/gm)?.length ?? 0;
  const isForServices = segments.at(-2) === 'default' || segments.at(-2) === 'sysconfig';
  if (exported > 0 && !isForServices && exported >= plain) return 'shell';
  return /^\.env(?:[.-]|$)/.test(name) || IMAGE_VARIABLE.test(text) ? 'docker' : 'systemd';
}

const SCRIPTS: Readonly<Record<string, JvmProgram>> = { 'kafka-server': 'broker', 'zookeeper-server': 'zookeeper', connect: 'connect', 'connect-mirror-maker': 'mirror-maker' };

function programOf(path: string, command: string): JvmProgram | undefined {
  const script = /\b(kafka-server|zookeeper-server|connect-mirror-maker|connect)(?:-start|-distributed|-standalone|\.sh|\b)/.exec(command)?.[1];
  if (script !== undefined) return SCRIPTS[script];
  const name = path.toLowerCase().split(/[/\\]/).slice(-2).join('/');
  if (/zookeeper|\bzk\b/.test(name)) return 'zookeeper';
  if (/connect/.test(name)) return 'connect';
  if (/mirror-?maker/.test(name)) return 'mirror-maker';
  return /kafka|broker|jmx/.test(name) ? 'broker' : undefined;
}

/** 17 out of `/usr/lib/jvm/java-17-openjdk`, 8 out of `/usr/java/jdk1.8.0_202`; undefined where the path names no release. */
function javaRelease(home: string): number | undefined {
  const match = /(?:jdk|jre|java|temurin|zulu|corretto|openjdk)-?(?:1\.)?(\d{1,2})(?![\d])/i.exec(home);
  const release = Number(match?.[1]);
  return release >= 8 && release < 100 ? release : undefined;
}
