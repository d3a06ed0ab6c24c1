import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

  it('binds Fix to its key only there, and with a selection or where BioQL is in play', () => {
    const keys = manifest.contributes.keybindings as { command: string; when: string; key: string }[];
    const [generate, fix] = ['generateCode', 'fixCode'].map((id) =>
      keys.find(({ command }) => command === `bioql.${id}`),
    );
    assert.equal(fix?.key, 'ctrl+shift+f');
    assert.equal(fix?.when, `${generate?.when} && (editorHasSelection || bioql.inPlay)`);
  });

  it('binds no other key unless a preview is open or a suggestion on its way', () => {
    for (const { command, when } of manifest.contributes.keybindings) {
      if (!['bioql.generateCode', 'bioql.fixCode'].includes(command))
        assert.match(when, /^bioql\.(?:preview|suggesting)\b/);
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

  it('keep their placeholders in Spanish, in the manifest, too', () => {
    const placesIn = (text: string) => found(text, /(\{\d\}|\(command:[^)]*\)|\*\*▶|`[^`]*`)/g).toSorted();
    const bundle: Record<string, string> = JSON.parse(read('l10n/bundle.l10n.es.json'));
    for (const [english, spanish] of Object.entries(bundle)) assert.deepEqual(placesIn(spanish), placesIn(english));
    const spanish: Record<string, string> = JSON.parse(read('package.nls.es.json'));
    for (const [key, english] of Object.entries<string>(JSON.parse(read('package.nls.json'))))
      assert.deepEqual(placesIn(spanish[key] as string), placesIn(english), key);
  });

  it('differ from the English ones, unless they are names', () => {
    const bundle: Record<string, string> = JSON.parse(read('l10n/bundle.l10n.es.json'));
    const same = Object.entries(bundle).filter(
      ([english, spanish]) => english === spanish && /[a-z]{3,} [a-z]/i.test(english),
    );
    assert.deepEqual(same, []);
  });
});

describe('the walkthrough', () => {
  const [walkthrough] = manifest.contributes.walkthroughs;

  it('is the one that the first start opens', () => {
    assert.ok(read('src/first-run.ts').includes(`'${manifest.publisher}.${manifest.name}#${walkthrough.id}'`));
  });

  it('has only pictures that are there and commands that somebody registers', () => {
    const ids: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    for (const { id, media, completionEvents } of walkthrough.steps) {
      for (const picture of Object.values<string>(media.image)) assert.ok(existsSync(join(ROOT, picture)), picture);
      const events = found(completionEvents.join('\n'), /onCommand:(bioql\.\w+)/g);
      const texts = JSON.parse(read('package.nls.json'))[`walkthrough.${id}.description`];
      for (const command of [...events, ...found(texts, /\(command:(bioql\.\w+)/g)])
        assert.ok(ids.includes(command), command);
    }
  });
});

describe('the types that the extension is checked against', () => {
  it('are those of the oldest VS Code that it runs in', () => {
    const oldest = /^\^(\d+\.\d+)\.0$/.exec(manifest.engines.vscode)?.[1];
    assert.equal(manifest.devDependencies['@types/vscode'], oldest);
    const { version } = JSON.parse(read('node_modules/@types/vscode/package.json'));
    assert.equal(version, `${oldest}.0`);
  });
});
