/** THE list of rules. A rule that is not reachable from here does not exist for the product, its settings, its pages or its tests. */
import { brokerRules } from './broker/index';
import { clusterRules } from './cluster/index';
import { fileRules } from './file/index';
import { jmxRules } from './jmx/index';
import { log4jRules } from './log4j/index';
import { log4j2Rules } from './log4j2/index';
import type { Rule } from './rule';
import { zookeeperRules } from './zookeeper/index';

export const rules: readonly Rule[] = [...fileRules, ...brokerRules, ...log4jRules, ...log4j2Rules, ...jmxRules, ...zookeeperRules, ...clusterRules];
