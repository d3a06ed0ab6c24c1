import assert from 'node:assert/strict';
import { fenced, restOf, turnOf, userWords } from '../../src/core/chat/conversation.ts';
import { fitted } from '../../src/core/chat/fitted.ts';

describe('a conversation', () => {
  it('becomes a turn with its command in front, cut to what is said last', () => {
    const earlier = Array.from({ length: 60 }, (_, at) => ({ role: 'user' as const, content: `word ${at}` }));
    const turn = turnOf({ earlier, command: 'run', prompt: 'with 5 shots', attachments: [] }, 'es');
    assert.equal(turn.messages.length, 41);
    assert.equal(turn.messages.at(-1)?.content, '/run with 5 shots');
    assert.equal(turn.messages[0]?.content, 'word 20');
    assert.equal(turn.lang, 'es');
  });

  it('cuts large files', () => {
    const attachments = [{ name: 'a.py', content: 'x'.repeat(100_000) }];
    const turn = turnOf({ earlier: [], command: undefined, prompt: 'hi', attachments }, 'en');
    assert.equal(turn.context[0]?.content.length, 40_000);
  });

  it('finds the words of a person in what an agent wraps around them', () => {
    assert.equal(userWords('<context>\ndate\n</context>\n<userRequest>\na Bell state\n</userRequest>'), 'a Bell state');
    assert.equal(userWords('<attachments>x</attachments> a Bell state'), 'a Bell state');
    assert.equal(userWords('plain words'), 'plain words');
  });

  it('knows what of an answer is not shown yet', () => {
    assert.equal(restOf('abc', 'abcdef'), 'def');
    assert.equal(restOf('', 'abc'), 'abc');
    assert.equal(restOf('abx', 'abcdef'), undefined);
    assert.equal(fenced('x'), '\n\n```python\nx\n```\n');
  });
});

describe('text within a budget', () => {
  const count = async (text: string) => text.length;
  it('is whole where it fits, else its first lines', async () => {
    assert.equal(await fitted('one\ntwo', 7, count), 'one\ntwo');
    assert.equal(await fitted('one\ntwo\nthree', 10, count), 'one\ntwo\n…');
    assert.equal(await fitted('one two three', 5, count), '');
  });
});
