import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, positionOf, problem, whenProblems } from './support';

async function actionsAt(document: vscode.TextDocument, text: string): Promise<readonly vscode.CodeAction[]> {
  const place = positionOf(document, text);
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new vscode.Range(place, place));
}

describe('the machine, inside the extension host', () => {
  it('offers to check the free space where a log is', async () => {
    const document = await open('broker-2/log4j.properties');
    await whenProblems('log4j/level-fills-disk', () => problem(document, 'log4j/level-fills-disk'));
    const found = (await actionsAt(document, 'DEBUG')).find(({ title }) => title.startsWith('Check free space where '));
    assert.equal(found?.command?.command, 'kafkaConfig.checkFreeSpace');
    assert.match(String(found.command.arguments?.[0]), /\/broker-2\/logs\/.*\.log$/);
    // Nobody closes the box in this suite: the command ends when it is shown.
    await vscode.commands.executeCommand('kafkaConfig.checkFreeSpace', found.command.arguments?.[0]);
    await vscode.commands.executeCommand('kafkaConfig.checkJmxPort', 9999);
  });

  it('follows the setting at once', async () => {
    const document = await open('broker-2/log4j.properties');
    const configuration = vscode.workspace.getConfiguration('kafkaConfig');
    await configuration.update('machine.check', false, vscode.ConfigurationTarget.Workspace);
    const offered = async (): Promise<boolean> => (await actionsAt(document, 'DEBUG')).some(({ title }) => title.startsWith('Check free space'));
    try {
      assert.equal(await offered(), false);
    } finally {
      await configuration.update('machine.check', undefined, vscode.ConfigurationTarget.Workspace);
    }
    assert.equal(await offered(), true);
  });

  it('copies what a bug report needs, and nothing of the file', async () => {
    const document = await open('broker-1/server.properties');
    await vscode.commands.executeCommand('kafkaConfig.copyDiagnostics');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^Kafka Config & Logs \d+\.\d+\.\d+\n/);
    assert.match(text, /^taken for: broker, Kafka 3\.9\.1, profile \w+$/m);
    assert.ok(!text.includes(document.uri.fsPath) && !text.includes('log.dirs'));
  });

  it('shows the problems of files that are not open', async () => {
    await open('broker-1/server.properties');
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const other = vscode.Uri.joinPath(folder.uri, 'broker-3/log4j.properties');
    await vscode.commands.executeCommand('kafkaConfig.showClusterProblems');
    assert.ok(vscode.languages.getDiagnostics(other).length > 0, 'problems of a closed file');
  });
});
