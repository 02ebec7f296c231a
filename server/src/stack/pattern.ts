/** Patterns of paths as editors write them: `**`, `*`, `?` and `{a,b}`. */

const cache = new Map<string, RegExp>();

/** True when the pattern matches the whole path or its end behind a slash: `broker-*.conf` and `conf/*.conf` need no leading `**`. Never throws. */
export function matches(pattern: string, path: string): boolean {
  let expression = cache.get(pattern);
  if (!expression) {
    expression = toExpression(pattern);
    cache.set(pattern, expression);
  }
  return expression.test(path.replaceAll('\\', '/'));
}

function toExpression(pattern: string): RegExp {
  let source = '';
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i] ?? '';
    if (c === '*') {
      if (pattern[i + 1] !== '*') { source += '[^/]*'; continue; }
      i++;
      if (pattern[i + 1] === '/') { i++; source += '(?:.*/)?'; } else source += '.*';
    } else if (c === '?') source += '[^/]';
    else if (c === '{' && pattern.includes('}', i)) { depth++; source += '(?:'; }
    else if (c === '}' && depth > 0) { depth--; source += ')'; }
    else if (c === ',' && depth > 0) source += '|';
    else source += c.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  }
  return new RegExp(`(?:^|/)${source}${')'.repeat(depth)}$`);
}
