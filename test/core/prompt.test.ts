import assert from 'node:assert/strict';
import { wordingAt } from '../../src/core/prompt.ts';

describe('the wording of a request', () => {
  it('is the selection, in one line and without comment marks and quotes', () => {
    assert.deepEqual(wordingAt('# a Bell\n    #   state', 'x'), { origin: 'selection', prompt: 'a Bell state' });
    assert.deepEqual(wordingAt(' "a Bell state" ', '# other'), { origin: 'selection', prompt: 'a Bell state' });
  });

  it('is the comment on the line, with or without its mark for BioQL', () => {
    assert.deepEqual(wordingAt('', '    # a GHZ state '), { origin: 'comment', prompt: 'a GHZ state' });
    assert.deepEqual(wordingAt('', '# BioQL: un estado de Bell'), { origin: 'comment', prompt: 'un estado de Bell' });
  });

  it('is empty elsewhere', () => {
    for (const line of ['', 'x = 1  # a number', '   #  '])
      assert.deepEqual(wordingAt(' \n', line), { origin: 'cursor', prompt: '' });
  });
});
