import assert from 'node:assert/strict';
import { type Change, moved, type Target } from '../../src/core/target.ts';

const SELECTION: Target = { origin: 'selection', from: 10, to: 20 };
const CURSOR: Target = { origin: 'cursor', from: 10, to: 10 };

const insert = (at: number, text: string): Change => ({ from: at, to: at, text });
const remove = (from: number, to: number): Change => ({ from, to, text: '' });

describe('a target while the document changes', () => {
  it('moves with text before it, and not with text after it', () => {
    assert.deepEqual(moved(CURSOR, [insert(3, 'abc')]), { ...CURSOR, from: 13, to: 13 });
    assert.deepEqual(moved(SELECTION, [remove(0, 4)]), { ...SELECTION, from: 6, to: 16 });
    assert.deepEqual(moved(SELECTION, [insert(21, 'abc')]), SELECTION);
  });

  it('takes in nothing that is written at the ends of a selection', () => {
    assert.deepEqual(moved(SELECTION, [insert(10, 'abc')]), { ...SELECTION, from: 13, to: 23 });
    assert.deepEqual(moved(SELECTION, [insert(20, 'abc')]), SELECTION);
  });

  it('adds up several changes of one event', () => {
    assert.deepEqual(moved(SELECTION, [insert(15 - 7, 'ab'), insert(2, 'c')]), { ...SELECTION, from: 13, to: 23 });
  });

  it('does not replace a selection that somebody wrote into, but goes below it', () => {
    assert.deepEqual(moved(SELECTION, [insert(15, 'abc')]), { origin: 'cursor', from: 23, to: 23 });
    assert.deepEqual(moved(SELECTION, [remove(5, 15)]), { origin: 'cursor', from: 10, to: 10 });
  });

  it('stays where the text around it was deleted', () => {
    assert.deepEqual(moved(CURSOR, [remove(5, 15)]), { ...CURSOR, from: 5, to: 5 });
  });
});
