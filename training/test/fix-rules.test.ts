import assert from 'node:assert/strict';
import { planFix } from '@bioql/language/fix';
import { writeProgram } from '@bioql/language/program';
import { findCalls } from '@bioql/language/python';
import { createRandom } from '@bioql/language/random';
import { brokenExample } from '../dataset/broken.ts';
import { readPhrasings } from '../dataset/phrasing.ts';

/** A slip in a name or a sequence makes another valid one, which no rule can tell. */
const NAMED = ['docking', 'protein_folding', 'dna_alignment', 'drug_design', 'crispr'];
const EXAMPLES = 400;

describe('the rules of Fix, on broken code with written phrasings in it', function () {
  this.timeout(30_000);

  it('mend more than half of it, and almost never to something else than was meant', () => {
    const random = createRandom(11);
    const phrasings = readPhrasings().filter(({ algorithm }) => algorithm !== undefined && !NAMED.includes(algorithm));
    let mended = 0;
    const wrong: string[] = [];
    for (let count = 0; count < EXAMPLES; count += 1) {
      const { prompt, answer } = brokenExample(random.pick(phrasings), random);
      const [code = ''] = prompt.split('\n---\n');
      const { code: fixed, left } = planFix({ code });
      if (left.length > 0 || fixed === code) continue;
      mended += 1;
      const call = findCalls(fixed)[0]?.call;
      const wanted = 'calls' in answer ? answer.calls[0] : undefined;
      const same =
        call !== undefined &&
        wanted !== undefined &&
        writeProgram(call.program) === writeProgram(wanted.program) &&
        call.backend === wanted.backend &&
        call.shots === wanted.shots;
      if (!same) wrong.push(`${code}\n=>\n${fixed}`);
    }
    assert.ok(mended > EXAMPLES / 2, `${mended}`);
    assert.ok(wrong.length <= mended * 0.03, wrong.join('\n---\n'));
  });
});
