/** The document of the log viewer's page: a strict policy, the styles and the script. Everything visible is made by the script. */

export interface PageFiles {
  /** What the webview calls its own origin in a content security policy. */
  readonly cspSource: string;
  readonly script: string;
  readonly styles: readonly string[];
  readonly nonce: string;
  readonly language: string;
}

/** The HTML text. No inline script, no inline style, no network. */
export function pageHtml(files: PageFiles): string {
  const policy = `default-src 'none'; style-src ${files.cspSource}; font-src ${files.cspSource}; script-src 'nonce-${files.nonce}';`;
  const styles = files.styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n');
  return `<!doctype html>
<html lang="${files.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kafka log</title>
${styles}
</head>
<body>
<script type="module" nonce="${files.nonce}" src="${files.script}"></script>
</body>
</html>
`;
}
