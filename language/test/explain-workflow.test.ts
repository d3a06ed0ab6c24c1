import assert from 'node:assert/strict';
import { explanationMarkdown, explanationText } from '../explain-text.ts';
import { explainWorkflow } from '../explain-workflow.ts';
import { findCalls } from '../python.ts';

const callsOf = (...lines: readonly string[]) => findCalls(lines.join('\n')).flatMap(({ call }) => call ?? []);

const BELL = 'a = quantum("Create Bell state", backend="simulator", shots=1024)';
const BRISBANE = 'b = quantum("Create Bell state", backend="ibm_brisbane", shots=2000)';
const UNIFORM = 'c = quantum("Create uniform superposition of 2 qubits", shots=500)';
const GHZ = 'd = quantum("Create 3-qubit GHZ state")';
const DOCKING = 'e = quantum("Dock aspirin to COX-2")';

describe('an explanation of several calls', () => {
  it('goes step by step and compares', () => {
    const shown = explanationText(explainWorkflow(callsOf(BELL, BRISBANE, UNIFORM), 'en')).replace(/\n/g, ' ');
    assert.match(shown, /^3 steps =/);
    assert.match(shown, /Step 1: Bell state -+ .*Step 2: Bell state -+ The program of step 1 again\. .*Step 3: /);
    assert.match(
      shown,
      /Steps 1 and 2 have the same ideal distribution\. Samples of these shots differ by 1\.53% on average/,
    );
    assert.match(shown, /Steps 1 and 3 have ideal distributions that are 50\.00% apart\./);
    assert.match(shown, /on hardware, noise comes on top/);
  });

  it('says in Spanish what it says in English', () => {
    const shown = explanationMarkdown(explainWorkflow(callsOf(BELL, BRISBANE), 'es'));
    assert.match(shown, /^# 2 pasos\n/);
    assert.match(shown, /Pasos 1 y 2 tienen la misma distribución ideal/);
  });

  it('compares only what measures as many bits, and says when nothing does', () => {
    const shown = explanationText(explainWorkflow(callsOf(BELL, GHZ, DOCKING), 'en'));
    assert.match(shown, /No two steps measure the same number of bits/);
    assert.match(shown, /not simulated/);
  });
});
