import assert from 'node:assert/strict';
import { pageHtml } from '../../client/src/logViewer/pageHtml';

describe('document of the log viewer', () => {
  const html = pageHtml({ cspSource: 'https://webview.example', script: 'https://webview.example/logViewer.js', styles: ['https://webview.example/a.css'], nonce: 'n0nce', language: 'en' });

  it('allows its own script and styles, and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    assert.equal(policy, "default-src 'none'; style-src https://webview.example; font-src https://webview.example; script-src 'nonce-n0nce';");
  });

  it('has no inline script, style or handler', () => {
    assert.ok(!/<script(?![^>]*\bsrc=)/.test(html));
    assert.ok(!/<style|\sstyle=|\son\w+=/.test(html));
  });
});
