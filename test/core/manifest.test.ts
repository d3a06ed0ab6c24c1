import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LOCAL_URL } from '../../src/core/address.ts';
import { failureOf } from '../../src/core/failures.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const keysOf = (path: string): string[] => Object.keys(JSON.parse(read(path)));
const found = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), (match) => match[1] as string);

const manifest = JSON.parse(read('package.json'));
const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(join('src', name)));

describe('the manifest', () => {
  it('contributes exactly the commands that are registered', () => {
    const contributed = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    assert.deepEqual(contributed.toSorted(), found(read('src/extension.ts'), /'(bioql\.\w+)': /g).toSorted());
  });

  it('binds Generate to its key only in a Python editor that can be written to', () => {
    const generate = manifest.contributes.keybindings.find(
      ({ command }: { command: string }) => command === 'bioql.generateCode',
    );
    assert.deepEqual(generate, {
      command: 'bioql.generateCode',
      key: 'ctrl+shift+g',
      mac: 'cmd+shift+g',
      when: 'editorTextFocus && !editorReadonly && editorLangId == python && config.bioql.keybindings.enabled',
    });
  });

  it('binds no other key unless a preview is open', () => {
    for (const { command, when } of manifest.contributes.keybindings) {
      if (command !== 'bioql.generateCode') assert.match(when, /^bioql\.preview\b/);
    }
  });

  it('lets no folder choose where the key and the prompts go', () => {
    const { properties } = manifest.contributes.configuration;
    assert.equal(properties['bioql.modalUrl'].scope, 'machine');
    assert.equal(properties['bioql.modalUrl'].default, LOCAL_URL);
    assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes('bioql.modalUrl'));
  });

  it('has every text in English and in Spanish, and no other', () => {
    const used = found(read('package.json'), /"%([\w.]+)%"/g);
    assert.deepEqual(keysOf('package.nls.json').toSorted(), [...new Set(used)].toSorted());
    assert.deepEqual(keysOf('package.nls.es.json'), keysOf('package.nls.json'));
  });
});

describe('the texts of the extension', () => {
  it('each have a Spanish one', () => {
    const literals = sources.flatMap((source) => found(source, /l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g));
    const sentences = found(read('src/core/failures.ts'), /sentence: '([^']*)'/g);
    assert.deepEqual(
      keysOf('l10n/bundle.l10n.es.json').toSorted(),
      [...new Set([...literals, ...sentences])].toSorted(),
    );
    assert.ok(sentences.includes(failureOf('unreachable').sentence));
  });
});
