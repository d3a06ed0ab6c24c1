import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LARGEST_BYTES = 500 * 1024;

describe('the packaged extension', function () {
  this.timeout(60_000);

  it('holds these files and no other', () => {
    const { stdout } = spawnSync('vsce', ['ls', '--no-dependencies'], { cwd: ROOT, encoding: 'utf8' });
    assert.deepEqual(stdout.trim().split('\n').sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/extension.cjs',
      'dist/run-panel.js',
      'dist/service-client.cjs',
      'dist/simulator-worker.cjs',
      'dist/usage-panel.js',
      'dist/workflow-panel.js',
      'l10n/bundle.l10n.es.json',
      'media/icon.png',
      'media/run-panel-results.css',
      'media/run-panel.css',
      'media/usage-panel.css',
      'media/walkthrough/connect-dark.webp',
      'media/walkthrough/connect-light.webp',
      'media/walkthrough/generate-dark.webp',
      'media/walkthrough/generate-light.webp',
      'media/walkthrough/key-dark.webp',
      'media/walkthrough/key-light.webp',
      'media/walkthrough/keys-dark.webp',
      'media/walkthrough/keys-light.webp',
      'media/walkthrough/run-dark.webp',
      'media/walkthrough/run-light.webp',
      'media/workflow-panel.css',
      'package.json',
      'package.nls.es.json',
      'package.nls.json',
      'skills/bioql.instructions.md',
      'skills/bioql/SKILL.md',
    ]);
  });

  it('is small', () => assert.ok(statSync(`${ROOT}bioql-assistant-3.3.0.vsix`).size <= LARGEST_BYTES));
});
