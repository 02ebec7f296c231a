/**
 * The shape of a rule. A rule is pure: a context in, findings out. It is typed by family, so that it cannot ask for what its file does not have.
 * A new rule is one file here, one line in index.ts and one folder under test/rules; pages, settings and README follow from the registry.
 */
import type { BrokerFile, ClusterFiles, EnvironmentFile, LoggingFile, PropertiesFile, ZooKeeperFile } from '../model/file';
import type { Profile } from '../model/context';
import type { Finding, Severity } from './finding';

/** What is known of a rule without running it. */
export interface RuleFacts {
  /** `family/kebab-words`; also the folder of its tests, its page and its name in the settings. */
  readonly id: string;
  readonly severity: Severity;
  /** Profiles in which the rule speaks at its own severity. Where the profile is unknown it speaks as information; in the others not at all. All when absent. */
  readonly profiles?: readonly Profile[];
  /** Range of Kafka versions, see `satisfies`; all when absent. */
  readonly versions?: string;
  /** Rules that say the same of the same place in other words: where this one speaks, their findings on an overlapping span are dropped. One cause, one problem. */
  readonly covers?: readonly string[];
  /** Sources: `guide:K2` for a line of the guide, `kafka:KEY` for Kafka's own documentation or source, or an address. */
  readonly cites: readonly string[];
  /** One short sentence, without a full stop at its end. */
  readonly title: string;
  /** What happens on a real cluster, in one to three sentences. */
  readonly why: string;
}

/** The files a rule can be asked about. */
export interface Families {
  readonly broker: BrokerFile;
  readonly logging: LoggingFile;
  readonly environment: EnvironmentFile;
  readonly zookeeper: ZooKeeperFile;
  /** Every properties file of ours, whatever its kind: what the format itself gets wrong. */
  readonly properties: PropertiesFile;
  readonly cluster: ClusterFiles;
}

export type Family = keyof Families;

export interface RuleOf<F extends Family> extends RuleFacts {
  readonly family: F;
  check(context: Families[F]): Iterable<Finding>;
}

export type Rule = { [F in Family]: RuleOf<F> }[Family];

type Definition<F extends Family> = RuleFacts & { check(context: Families[F]): Iterable<Finding> };

/** A rule about server.properties and its relatives. */
export const brokerRule = (rule: Definition<'broker'>): RuleOf<'broker'> => ({ ...rule, family: 'broker' });
/** A rule about log4j 1 or log4j 2 files, through their one model. Of a file that the library refuses as a whole only what stands at the place of the error is said. */
export const loggingRule = (rule: Definition<'logging'>): RuleOf<'logging'> => ({
  ...rule, family: 'logging',
  *check(file) {
    const { refused } = file.logging;
    for (const finding of rule.check(file)) if (!refused || finding.span.start === refused.span.start) yield finding;
  },
});
/** A rule about environment files, shell files and units. */
export const environmentRule = (rule: Definition<'environment'>): RuleOf<'environment'> => ({ ...rule, family: 'environment' });
/** A rule about zookeeper.properties and zoo.cfg. */
export const zookeeperRule = (rule: Definition<'zookeeper'>): RuleOf<'zookeeper'> => ({ ...rule, family: 'zookeeper' });
/** A rule about the properties format itself. */
export const propertiesRule = (rule: Definition<'properties'>): RuleOf<'properties'> => ({ ...rule, family: 'properties' });
/** A rule across the files of one cluster. */
export const clusterRule = (rule: Definition<'cluster'>): RuleOf<'cluster'> => ({ ...rule, family: 'cluster' });
