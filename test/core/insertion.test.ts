import assert from 'node:assert/strict';
import { insertionOf } from '../../src/core/insertion.ts';
import type { Origin } from '../../src/core/prompt.ts';

const CODE =
  'from bioql import quantum\n\nresult = quantum("Create Bell state", backend="simulator", shots=1024)\nprint(result)';
const CALL = 'result = quantum("Create Bell state", backend="simulator", shots=1024)\nprint(result)';

/** The document after insertion; `|` marks the cursor, or the two ends of the selection. */
function inserted(origin: Origin, marked: string): string {
  const from = marked.indexOf('|');
  const to = marked.lastIndexOf('|');
  const source = marked.replaceAll('|', '');
  const target = { origin, from, to: from === to ? from : to - 1 };
  const change = insertionOf(source, target, CODE, '    ');
  return source.slice(0, change.from) + change.text + source.slice(change.to);
}

const deep = (text: string) => text.replace(/^(?=.)/gm, '    ');

describe('insertion', () => {
  it('fills an empty document and a blank line', () => {
    assert.equal(inserted('cursor', '|'), CODE);
    assert.equal(inserted('cursor', 'a = 1\n|\nb = 2\n'), `a = 1\n${CODE}\nb = 2\n`);
  });

  it('goes below the line of the cursor and does not break it', () => {
    assert.equal(inserted('cursor', 'a = |1\nb = 2'), `a = 1\n${CODE}\nb = 2`);
  });

  it('keeps the indentation of the place', () => {
    assert.equal(inserted('cursor', 'def f():\n    a = 1|\n'), `def f():\n    a = 1\n${deep(CODE)}\n`);
    assert.equal(inserted('cursor', 'def f():\n    |\n'), `def f():\n${deep(CODE)}\n`);
  });

  it('is indented one step more where a block must begin', () => {
    assert.equal(inserted('cursor', 'def f():|\n'), `def f():\n${deep(CODE)}\n`);
    assert.equal(inserted('cursor', 'if x:  # why\n|\n'), `if x:  # why\n${deep(CODE)}\n`);
  });

  it('goes below a comment that it was asked for in, with its indentation', () => {
    assert.equal(
      inserted('comment', 'def f():\n    # a Bell |state\n    pass'),
      `def f():\n    # a Bell state\n${deep(CODE)}\n    pass`,
    );
    assert.equal(inserted('comment', '# like this:|'), `# like this:\n${CODE}`);
  });

  it('replaces the selection, and keeps what stands beside it', () => {
    assert.equal(inserted('selection', '|make a Bell state|\nb = 2'), `${CODE}\nb = 2`);
    assert.equal(
      inserted('selection', 'def f():\n    |make a Bell state\n|    b = 2'),
      `def f():\n${deep(CODE)}\n    b = 2`,
    );
    assert.equal(inserted('selection', 'a = 1; |Bell state| # why'), `a = 1;\n${CODE}\n# why`);
  });

  it('keeps Windows line ends out of the way', () => {
    assert.equal(inserted('cursor', 'a = 1|\r\nb = 2\r\n'), `a = 1\n${CODE}\r\nb = 2\r\n`);
    assert.equal(inserted('cursor', 'a = 1\r\n|\r\nb = 2'), `a = 1\r\n${CODE}\r\nb = 2`);
  });

  it('does not import again what is imported above', () => {
    for (const known of [
      'from bioql import quantum',
      'from bioql import (\n  Circuit,\n  quantum,\n)',
      'from bioql import *',
    ]) {
      assert.equal(inserted('cursor', `${known}\n\n|`), `${known}\n\n${CALL}`);
    }
    assert.equal(inserted('cursor', '|from bioql import quantum'), `from bioql import quantum\n${CALL}`);
    assert.equal(
      inserted('cursor', 'try:\n    from bioql import quantum\nexcept ImportError:\n    raise\n|'),
      `try:\n    from bioql import quantum\nexcept ImportError:\n    raise\n${CALL}`,
    );
  });

  it('imports where the import elsewhere does not reach', () => {
    for (const before of [
      '"""\nfrom bioql import quantum\n"""\n',
      'from bioql import quantum as q\n',
      'from bioql import quantum_info\n',
      'def f():\n    from bioql import quantum\n    return 1\n\n',
    ]) {
      assert.equal(inserted('cursor', `${before}|`), before + CODE);
    }
    assert.equal(inserted('cursor', '|\nfrom bioql import quantum'), `${CODE}\nfrom bioql import quantum`);
    assert.equal(inserted('selection', '|from bioql import quantum\nBell|'), CODE);
  });
});
