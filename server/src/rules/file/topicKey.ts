import { brokerKey, topicKey as keyOfTopic, topicSynonyms } from '../../knowledge/catalogue';
import { replace } from '../finding';
import { brokerRule } from '../rule';

/** A topic's key and the broker's default for it have different names: ServerTopicConfigSynonyms of Kafka. */
export const topicKey = brokerRule({
  id: 'file/topic-key',
  severity: 'warning',
  cites: ['https://kafka.apache.org/documentation/#topicconfigs'],
  title: 'The key of a topic stands in the file of a broker',
  why: 'A broker does not read the keys of topics in its file. Every topic without its own value keeps the default of Kafka, for example a retention of 7 days.',

  *check({ document }) {
    for (const entry of document.entries) {
      const { key } = entry;
      if (brokerKey(key) || !keyOfTopic(key)) continue;
      const server = topicSynonyms(key)[0];
      const present = server === undefined ? undefined : document.get(server);
      yield {
        span: entry.keySpan,
        text: `"${key}" is a key of topics. The broker does not read it in this file.`,
        help: server === undefined ? 'Set it for each topic with kafka-configs.sh.' : present ? `${server} is set in this file: remove this line.` : `Write ${server}, the default for all topics.`,
        ...(server === undefined || present ? {} : { fixes: [replace('choice', `Change to ${server}`, entry.keySpan, server)] }),
        ...(present && server !== undefined ? { related: [{ span: present.span, text: `${server} is set here` }] } : {}),
      };
    }
  },
});
