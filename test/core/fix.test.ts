import assert from 'node:assert/strict';
import { applyEdits, diagnose } from '@bioql/language/diagnostics';
import { planFix, replaceInFix } from '@bioql/language/fix';
import { readPython } from '@bioql/language/python';
import { changesOf } from '@bioql/language/repair';
import { diffText } from '../../src/core/fix/diff-text.ts';
import { fixStart } from '../../src/core/fix/fix-start.ts';
import { backInPlace, fragmentOf } from '../../src/core/fix/fragment.ts';
import { shiftedEdits } from '../../src/core/fix/shifted-edits.ts';

const IMPORT = 'from bioql import quantum\n\n';
const SOURCE = `${IMPORT}a = quantum("Create Bell state")\nb = quantum("what a mess")\nprint(a, b)\n`;
const TRACEBACK = `Traceback (most recent call last):
  File "experiments/run.py", line 3, in <module>
    a = quantum("Create Bell state")
bioql.BioqlError: no such thing
`;

const startAt = (text: string, marked: string, clipboard = '') => {
  const from = text.indexOf(marked);
  return fixStart({
    file: readPython(text),
    diagnostics: diagnose(text),
    selection: { from, to: from },
    fileName: 'run.py',
    clipboard,
  });
};

describe('where a fix starts', () => {
  it('is the selection', () => {
    const selection = { from: 3, to: 30 };
    const start = fixStart({ file: readPython(SOURCE), diagnostics: [], selection, fileName: 'run.py', clipboard: '' });
    assert.deepEqual(start, { within: selection, traceback: '' });
  });

  it('is the statement with a diagnostic at the cursor, else everything', () => {
    const { within } = startAt(SOURCE, 'b = quantum');
    assert.equal(SOURCE.slice(within?.from, within?.to), 'b = quantum("what a mess")');
    assert.deepEqual(startAt(SOURCE, 'a = quantum'), { traceback: '' });
  });

  it('is the line of this file that a traceback on the clipboard names', () => {
    const { within, traceback } = startAt(SOURCE, 'print', TRACEBACK);
    assert.equal(SOURCE.slice(within?.from, within?.to), 'a = quantum("Create Bell state")');
    assert.equal(traceback, TRACEBACK);
    assert.deepEqual(startAt(SOURCE, 'print', TRACEBACK.replace('run.py', 'other.py')).within, undefined);
  });

  it('takes no other clipboard for a traceback', () => {
    for (const text of ['hello', 'password: hunter2', 'Traceback (most recent call last):\nValueError: no', SOURCE])
      assert.equal(startAt(SOURCE, 'print', text).traceback, '');
  });

  it('reads a selected traceback and leaves it alone', () => {
    const text = `${SOURCE}"""\n${TRACEBACK}"""\n`;
    const from = text.indexOf('Traceback');
    const selection = { from, to: from + TRACEBACK.length };
    const start = fixStart({ file: readPython(text), diagnostics: [], selection, fileName: 'run.py', clipboard: '' });
    assert.equal(start.traceback, TRACEBACK);
    assert.equal(text.slice(start.within?.from, start.within?.to), 'a = quantum("Create Bell state")');
  });
});

describe('what is sent of a file', () => {
  const code = `import secret_thing\n\n\ndef run():\n    # a Bell state, I think\n    b = quantum("what a mess")\n    return secret_thing.of(b)\n`;

  it('is the lines concerned, without their indentation, and comes back in their place', () => {
    const plan = planFix({ code });
    const fragment = fragmentOf(plan);
    assert.ok(fragment);
    assert.equal(fragment.code, `${IMPORT}# a Bell state, I think\nb = quantum("what a mess")\n`);
    const mended = fragment.code.replace('what a mess', 'Create Bell state');
    const edit = backInPlace(fragment, mended);
    assert.ok(edit);
    const done = replaceInFix(plan, edit, { en: 'Mended.', es: 'Corregido.' });
    assert.equal(done?.code, `from bioql import quantum\n${code.replace('what a mess', 'Create Bell state')}`);
    assert.equal(applyEdits(code, done?.changes ?? []), done?.code);
  });

  it('is no answer when it comes back as wrong as it went', () => {
    const plan = planFix({ code });
    const fragment = fragmentOf(plan);
    assert.ok(fragment);
    const edit = backInPlace(fragment, fragment.code.replace('what a mess', 'another mess'));
    assert.ok(edit);
    assert.equal(replaceInFix(plan, edit, { en: '', es: '' }), undefined);
    assert.equal(backInPlace(fragment, 'print(1)'), undefined);
  });
});

describe('the diff of a fix', () => {
  const diffOf = (code: string): string => diffText(code, changesOf(planFix({ code }).patched));

  it('shows what goes and what comes with a line around it', () => {
    assert.equal(
      diffOf(`${IMPORT}a = quantum("Creat Bell state", shots="10")\nprint(a)\n`),
      ' \n-a = quantum("Creat Bell state", shots="10")\n+a = quantum("Create Bell state", shots=10)\n print(a)',
    );
  });

  it('shows an import that is put in, and far changes apart', () => {
    const code = `a = quantum("Creat Bell state")\n${'x = 1\n'.repeat(9)}b = quantum("Creat Bell state")\n`;
    assert.equal(
      diffOf(code),
      `@@ 1 @@\n-a = quantum("Creat Bell state")\n+from bioql import quantum\n+\n+a = quantum("Create Bell state")\n x = 1\n@@ 11 @@\n x = 1\n-b = quantum("Creat Bell state")\n+b = quantum("Create Bell state")`,
    );
  });
});

describe('edits while a preview is open', () => {
  const edits = [{ from: 10, to: 12, text: 'x' }];

  it('move with what is typed before them', () =>
    assert.deepEqual(shiftedEdits(edits, [{ from: 0, to: 1, text: 'abc' }]), [{ from: 12, to: 14, text: 'x' }]));

  it('are given up when their own place is typed in', () =>
    assert.equal(shiftedEdits(edits, [{ from: 11, to: 11, text: 'a' }]), undefined));
});
