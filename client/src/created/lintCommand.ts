/** The command line that checks a folder with the program of this extension: one file, which Node runs anywhere. Pure. */

/** `program` and `folder` are paths as the system of `platform` writes them. */
export function lintCommand(program: string, folder: string, platform: NodeJS.Platform): string {
  const word = platform === 'win32' ? windowsWord : posixWord;
  return `node ${word(program)} ${word(folder)}`;
}

function posixWord(text: string): string {
  return /^[\w./:@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A path of Windows holds no double quote. Between such quotes PowerShell, the editor's terminal, still runs `$(...)`, and reads typographic quotes as the end: there single ones hold everything together. */
function windowsWord(text: string): string {
  if (/[$`\u2018-\u201e]/.test(text)) return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
  return /^[\w./:\\@+-]+$/.test(text) ? text : `"${text}"`;
}
