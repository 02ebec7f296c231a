import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { recordsOf } from '../../client/src/logViewer/cards';
import { formatWords, noticeWords } from '../../client/webview/engineWords';
import { plural, speak, t } from '../../client/webview/texts';

const FOLDER = 'client/webview';
const TEXT = String.raw`'((?:[^'\\]|\\.)*)'`;
const korean = JSON.parse(readFileSync('l10n/page.l10n.ko.json', 'utf8')) as Record<string, string>;
/** What the extension tells the page in words: the page translates it. */
const TOLD: readonly string[] = ['server.log', 'state-change.log', 'kafka-request.log', 'log-cleaner.log', 'controller.log', 'kafka-authorizer.log', 'kafkaServer-gc.log', 'kafka.out', 'zookeeper.out', 'connect.log'].map(recordsOf);

/** Every text that the page gives to `t` and `plural`. */
function used(): Set<string> {
  const found = new Set(TOLD);
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))) {
    const source = readFileSync(path.join(FOLDER, file), 'utf8');
    for (const match of source.matchAll(new RegExp(String.raw`\bt\(${TEXT}`, 'g'))) found.add(match[1] ?? '');
    for (const match of source.matchAll(new RegExp(String.raw`\bplural\([^']*?${TEXT}, ${TEXT}\)`, 'g'))) found.add(match[1] ?? '').add(match[2] ?? '');
  }
  return found;
}

describe('words of the log viewer', () => {
  afterEach(() => { speak('en'); });

  it('stand in Korean, every one and no more', () => {
    assert.deepEqual(Object.keys(korean).sort(), [...used()].sort());
  });

  it('name the same values in both languages', () => {
    const holes = (text: string): string => [...new Set(text.match(/\{\d\}/g))].sort().join();
    for (const [english, words] of Object.entries(korean)) assert.equal(holes(words), holes(english), english);
  });

  it('say what the engine says, and leave what they do not know', () => {
    const notices = ['server.log was cut to 0 bytes', 'server.log was removed', 'The 3 oldest rotated files are left out', 'server.log: EACCES', 'server.log.1.gz ends early: unexpected end of file'];
    assert.deepEqual(notices.map(noticeWords), notices);
    assert.equal(formatWords('Kafka pattern behind docker compose, GC log'), 'Kafka pattern behind docker compose, GC log');
    speak('ko');
    assert.deepEqual(notices.slice(0, 4).map(noticeWords), ['server.log이(가) 0바이트로 잘렸습니다', 'server.log이(가) 삭제되었습니다', '가장 오래된 지난 파일 3개는 제외했습니다', 'server.log: EACCES']);
    assert.equal(formatWords('Kafka pattern, coloured, plain text'), 'Kafka 패턴, coloured, 일반 텍스트');
  });

  it('are spoken in the language of the editor', () => {
    assert.deepEqual([plural(1, '{0} new record', '{0} new records'), plural(248, '{0} new record', '{0} new records'), t('not in the list')], ['1 new record', '248 new records', 'not in the list']);
    speak('ko');
    assert.deepEqual([plural(248, '{0} new record', '{0} new records'), t('{0} of {1}', 1, 5), t('not in the list')], ['새 레코드 248개', '5 중 1', 'not in the list']);
  });
});
