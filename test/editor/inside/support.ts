/** What the suites inside an extension host share. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const WAIT_MS = 30_000;

/** Asks again at every change of problems until there is an answer. */
export async function whenProblems<T>(what: string, get: () => T | undefined): Promise<T> {
  const now = get();
  if (now !== undefined) return now;
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => { listener.dispose(); reject(new Error(`waited in vain for ${what}`)); }, WAIT_MS);
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      const value = get();
      if (value === undefined) return;
      clearTimeout(limit);
      listener.dispose();
      resolve(value);
    });
  });
}

export async function open(relative: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, relative));
  await vscode.window.showTextDocument(document);
  return document;
}

export function positionOf(document: vscode.TextDocument, text: string, into = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `${text} stands in the file`);
  return document.positionAt(at + into);
}

export const problem = (document: vscode.TextDocument, code: string): vscode.Diagnostic | undefined =>
  vscode.languages.getDiagnostics(document.uri).find((found) => String(typeof found.code === 'object' ? found.code.value : found.code) === code);
