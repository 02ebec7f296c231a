/** The settings `kafkaConfig.*` as an editor hands them over: any JSON in, sound values out. */
import type { Profile } from '../model/context';
import { ruleLevels, type RuleLevels } from '../rules/settings';
import { matches } from '../stack/pattern';

export interface Configuration {
  /** undefined for `auto`. */
  readonly version: string | undefined;
  readonly profile: Profile | undefined;
  readonly levels: RuleLevels;
  /** Patterns and the file names that they stand for, in the order of the setting. */
  readonly files: readonly (readonly [pattern: string, name: string])[];
  /** Whether the computer may be looked at. Only a client that says so allows it: ours does not for a workspace that is not trusted. */
  readonly machine: boolean;
}

/** Reads the section `kafkaConfig`; what is not of its type counts as not set. Never throws. */
export function readConfiguration(section: unknown): Configuration {
  const { version, profile, rules, files, machine } = isRecord(section) ? section : {};
  return {
    version: typeof version === 'string' && version !== 'auto' ? version : undefined,
    profile: profile === 'production' || profile === 'development' ? profile : undefined,
    levels: ruleLevels(rules),
    files: isRecord(files) ? Object.entries(files).filter((pair): pair is [string, string] => typeof pair[1] === 'string') : [],
    machine: isRecord(machine) && machine['check'] === true,
  };
}

/** The file name that a path is treated as; undefined when no pattern of the setting matches. */
export function treatAs(configuration: Pick<Configuration, 'files'>, path: string): string | undefined {
  return configuration.files.find(([pattern]) => matches(pattern, path))?.[1];
}

/** A JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
