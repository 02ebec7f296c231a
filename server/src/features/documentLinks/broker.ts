/** Files that server.properties names: certificates as text, and the files of config providers. */
import type { PropertiesEntry } from '../../documents/properties';
import type { BrokerFile } from '../../model/file';
import type { LinkTarget } from '../feature';

/** All links of a file. Key stores in a binary format are left out: an editor cannot show them. */
export function brokerLinks(file: BrokerFile): readonly LinkTarget[] {
  return file.document.entries.flatMap((entry) => [...providerLinks(entry), ...certificateLink(entry)]);
}

/** `${file:/path/secrets.properties:key}` and `${directory:/path:file}`; providers are usually called so. */
const REFERENCE = /\$\{(file|directory):([^:}$]+):([^}]*)\}/g;

function providerLinks(entry: PropertiesEntry): readonly LinkTarget[] {
  return [...entry.value.matchAll(REFERENCE)].map((match) => {
    const [, provider = '', path = '', key = ''] = match;
    const start = match.index + '${:'.length + provider.length;
    return { span: entry.valuePart(start, start + path.length), targetPath: provider === 'directory' ? `${path}/${key}` : path, tooltip: `Open the file that holds ${key}` };
  });
}

function certificateLink(entry: PropertiesEntry): readonly LinkTarget[] {
  const { text, span } = entry.trimmed;
  return /\.location$/.test(entry.key) && /^[^$]+\.(?:pem|crt|cer)$/.test(text) ? [{ span, targetPath: text, tooltip: 'Open this certificate' }] : [];
}
