/**
 * Everything that an editor can ask about one text, without editor and without connection: the caller says what the settings are and
 * which files form a cluster. Offsets in, offsets out. Never throws for any text.
 */
import { fixAll, quickFixes, type ActionText } from './features/codeActions';
import { completion } from './features/completion';
import { definition } from './features/definition';
import { documentLinks } from './features/documentLinks';
import type { CompletionEntry, HoverText, InlayHintText, LinkTarget, OutlineSymbol, RenameEdits, RenameRefusal } from './features/feature';
import { hover } from './features/hover';
import { inlayHints } from './features/inlayHints';
import { references } from './features/references';
import { rename, renameTarget } from './features/rename';
import { symbols } from './features/symbols';
import { fileKind } from './documents/fileKind';
import type { Span } from './documents/span';
import type { FileSettings } from './model/context';
import { readKafkaFile, type ClusterFiles, type KafkaFile } from './model/file';
import type { Problem } from './rules/problem';
import { checkCluster, checkFile, type RunOptions } from './rules/run';
import type { RuleLevels } from './rules/settings';

/** A text as the editor holds it. The pair of path and version names one state of it. */
export interface TextState {
  /** Absolute path with forward slashes. */
  readonly path: string;
  readonly version: number;
  readonly text: string;
}

/** What the service is given by whoever runs it. */
export interface ServiceHost {
  /** Settings for a file; `generation` of the service rises when they change. */
  settings(path: string): FileSettings;
  levels(path: string): RuleLevels;
  /** The cluster that a file belongs to, the file itself included as it is now; undefined for a file that stands alone. */
  cluster(file: KafkaFile): ClusterFiles | undefined;
  /** Rises when more, or less, is known of the machine; what rules found before is then asked for again. */
  machineRevision?(): number;
  /** Told of every rule that threw. */
  failed(rule: string, error: unknown): void;
}

/** In UTF-16 code units: an editor waits for every answer. The command, which nobody waits for, takes files of 5 MB. */
const LONGEST_TEXT = 2 * 1024 * 1024;

interface Read {
  readonly version: number;
  readonly generation: number;
  readonly file: KafkaFile | undefined;
  problems: readonly Problem[] | undefined;
  /** The machine's revision at which they were found. */
  revision: number;
}

export class LanguageService {
  private readonly states = new Map<string, Read>();
  private generation = 0;

  constructor(private readonly host: ServiceHost) {}

  /** Forgets what was read and found: settings or other files changed. */
  invalidate(): void {
    this.generation++;
  }

  /** Forgets a text that was closed. */
  forget(path: string): void {
    this.states.delete(path);
  }

  /** True for a text that would be one of ours, were it not longer than anybody writes. */
  isTooLong({ path, text }: TextState): boolean {
    return text.length > LONGEST_TEXT && fileKind(path, text, this.host.settings(path).treatAs) !== undefined;
  }

  /** The text as a file of ours; undefined for everything else and for what is too long. */
  file(state: TextState): KafkaFile | undefined {
    return this.read(state).file;
  }

  /** All problems of the text, those of its cluster that lie in it included. */
  problems(state: TextState): readonly Problem[] {
    const read = this.read(state);
    const revision = this.host.machineRevision?.() ?? 0;
    if (!read.problems || read.revision !== revision) {
      read.problems = read.file ? this.check(read.file) : [];
      read.revision = revision;
    }
    return read.problems;
  }

  /** What a file shows by itself. */
  ownProblems(file: KafkaFile): readonly Problem[] {
    return checkFile(file, this.options(file.path));
  }

  /** What the files of a cluster show together, in all of them; `path` is the file whose settings count. */
  clusterProblems(cluster: ClusterFiles, path: string): readonly Problem[] {
    return checkCluster(cluster, this.options(path));
  }

  /** Quick fixes for what is wrong in a range. */
  codeActions(state: TextState, range: Span): readonly ActionText[] {
    const file = this.file(state);
    return file ? quickFixes(file, this.problems(state), range) : [];
  }

  /** All safe fixes as one action. */
  fixAll(state: TextState): ActionText | undefined {
    return fixAll(this.problems(state));
  }

  hover(state: TextState, offset: number): HoverText | undefined {
    return this.ask(state, (file) => hover(file, offset, this.host.cluster(file)?.brokers.filter(({ path }) => path !== file.path)));
  }

  completion(state: TextState, offset: number): readonly CompletionEntry[] {
    return this.ask(state, (file) => completion(file, offset)) ?? [];
  }

  /** The hints whose place lies in `range`. */
  inlayHints(state: TextState, range: Span): readonly InlayHintText[] {
    return this.ask(state, (file) => inlayHints(file).filter(({ offset }) => range.start <= offset && offset <= range.end)) ?? [];
  }

  symbols(state: TextState): readonly OutlineSymbol[] {
    return this.ask(state, symbols) ?? [];
  }

  definition(state: TextState, offset: number): LinkTarget | undefined {
    return this.ask(state, (file) => definition(file, offset));
  }

  documentLinks(state: TextState): readonly LinkTarget[] {
    return this.ask(state, documentLinks) ?? [];
  }

  references(state: TextState, offset: number): readonly Span[] {
    return this.ask(state, (file) => references(file, offset)) ?? [];
  }

  /** The name that a rename would start from; undefined where nothing can be renamed. */
  renameTarget(state: TextState, offset: number): { readonly span: Span; readonly placeholder: string } | undefined {
    return this.ask(state, (file) => renameTarget(file, offset));
  }

  /** The edits of a rename, or why not to this name; undefined where nothing can be renamed. */
  rename(state: TextState, offset: number, newName: string): RenameEdits | RenameRefusal | undefined {
    return this.ask(state, (file) => rename(file, offset, newName));
  }

  private ask<T>(state: TextState, question: (file: KafkaFile) => T): T | undefined {
    const file = this.file(state);
    return file && question(file);
  }

  private read(state: TextState): Read {
    const known = this.states.get(state.path);
    if (known?.version === state.version && known.generation === this.generation) return known;
    const read: Read = { version: state.version, generation: this.generation, file: state.text.length > LONGEST_TEXT ? undefined : readKafkaFile(state.path, state.text, this.host.settings(state.path)), problems: undefined, revision: 0 };
    this.states.set(state.path, read);
    return read;
  }

  private check(file: KafkaFile): readonly Problem[] {
    const own = this.ownProblems(file);
    const cluster = this.host.cluster(file);
    if (!cluster) return own;
    return [...own, ...this.clusterProblems(cluster, file.path).filter(({ path }) => path === file.path)].sort((a, b) => a.span.start - b.span.start);
  }

  private options(path: string): RunOptions {
    return { levels: this.host.levels(path), failed: (rule, error) => { this.host.failed(rule, error); } };
  }
}
