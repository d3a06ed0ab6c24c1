import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { diagnose } from '@bioql/language/diagnostics';
import { instructionsPage, skillPage } from '@bioql/language/skill';

const read = (path: string): string => readFileSync(new URL(`../../skills/${path}`, import.meta.url), 'utf8');

describe('the skill for other agents', () => {
  it('is what node language/test/write-skill.ts writes', () => {
    assert.equal(read('bioql/SKILL.md'), skillPage());
    assert.equal(read('bioql.instructions.md'), instructionsPage());
  });

  it('shows code that nothing is wrong with', () => {
    const blocks = [...`${skillPage()}${instructionsPage()}`.matchAll(/```python\n([\s\S]*?)\n```/g)];
    assert.equal(blocks.length, 2);
    for (const [, code = ''] of blocks) assert.deepEqual(diagnose(code), []);
  });
});
