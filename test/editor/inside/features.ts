import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, positionOf, problem, whenProblems } from './support';

const ID = 'kafka-config.kafka-config';

describe('inside the extension host', () => {
  it('activates', async () => {
    const extension = vscode.extensions.getExtension(ID);
    assert.ok(extension);
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it('reports a value that Kafka refuses, and repairs it', async () => {
    const document = await open('broker-2/server.properties');
    const found = await whenProblems('broker/value-type', () => problem(document, 'broker/value-type'));
    assert.equal(document.getText(found.range), 'eight');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, found.range);
    const fix = actions.find((action) => action.title.startsWith('Change to') || action.title.startsWith('Set to'));
    assert.ok(fix?.edit, `a repair among: ${actions.map((action) => action.title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /^num\.network\.threads=\d+$/m);
  });

  it('explains a key', async () => {
    const document = await open('broker-1/server.properties');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, positionOf(document, 'min.insync.replicas', 3));
    const text = hovers.flatMap((hover) => hover.contents).map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n');
    assert.match(text, /\*\*min\.insync\.replicas\*\*/);
  });

  it('completes keys', async () => {
    const document = await open('broker-1/server.properties');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, positionOf(document, 'log.retention.hours', 13));
    assert.ok(list.items.some((item) => (typeof item.label === 'string' ? item.label : item.label.label) === 'log.retention.bytes'));
  });

  it('leaves a server.properties of another program alone', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'properties', content: '#Minecraft server properties\nserver-port=25565\nlevel-name=world\nmotd=A Minecraft Server\n' });
    await vscode.window.showTextDocument(document);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });
});
