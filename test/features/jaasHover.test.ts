import assert from 'node:assert/strict';
import { brokerHover } from '../../server/src/features/hover/brokerKey';
import { atCursor, lines } from './brokerFiles';

const PLAIN = 'org.apache.kafka.common.security.plain.PlainLoginModule';
const hover = (value: string): string => {
  const { file, offset } = atCursor(lines(`listener.name.a.plain.sasl.jaas.config=${value}`));
  return brokerHover(file, offset)?.markdown ?? '';
};

describe('hover inside a JAAS text', () => {
  it('explains the login module with its mechanism and options', () => {
    const text = hover(`org.apache.|kafka.common.security.plain.PlainLoginModule required username="a";`);
    assert.match(text, /^\*\*PlainLoginModule\*\* {2}\nLogin of the mechanism PLAIN/);
    assert.match(text, /\| Serves \| PLAIN \|\n\| Options \| `username`, `password`, `user_NAME` \|/);
  });

  it('explains flag and options, on lines that continue too', () => {
    assert.match(hover(`${PLAIN} req|uired;`), /^\*\*required\*\* {2}\nThe login has to succeed\./);
    assert.match(hover(`${PLAIN} required \\\n  username="adm|in";`), /^\*\*username\*\*[^|]+\| \| \|\n\|---\|---\|\n\| Here \| `"admin"` \|$/);
  });

  it('shows dots for passwords, and references as they are', () => {
    assert.match(hover(`${PLAIN} required user_bob="hun|ter2";`), /The password of the user `bob`[^•]+`•••` \|$/);
    assert.match(hover(`${PLAIN} required password="\${file:/etc/k|afka/secrets:pw}";`), /\| Here \| `"\$\{file:\/etc\/kafka\/secrets:pw\}"` \|$/);
    assert.match(hover(`${PLAIN} required key="hun|ter2";`), /`•••`/);
  });
});
