/** Who knows what records mean. The language server does; without it nothing is recognised. */
import type { Explanation, KnownProblem } from './insightProtocol';

/** A record as it is recognised: the first line without its head, and lines below it. */
export interface RecordWords {
  readonly level?: string;
  readonly logger?: string;
  readonly message: string;
  readonly lines: readonly string[];
}

/** May reject: then nothing is known. */
export interface LogKnowledge {
  /** Each record below WARN that is a known problem holds one of these texts. */
  searchWords(): Promise<readonly string[]>;
  /** The problem of each record, null for none. */
  recognise(records: readonly RecordWords[]): Promise<readonly (KnownProblem | null)[]>;
  /** `uri` is that of the log. */
  explain(uri: string, record: RecordWords): Promise<Explanation | null>;
}
