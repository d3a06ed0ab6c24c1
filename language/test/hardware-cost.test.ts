import assert from 'node:assert/strict';
import { BACKENDS } from '../backends.ts';
import { hardwareCost, hardwareCosts } from '../hardware-cost.ts';

describe('what is known of the cost of hardware', () => {
  for (const { name, kind } of BACKENDS) {
    it(`${name}: ${kind === 'hardware' ? 'its provider bills, and no price is made up' : 'nothing to pay'}`, () => {
      for (const lang of ['en', 'es'] as const) {
        const cost = hardwareCost(name, lang);
        assert.equal(cost !== undefined, kind === 'hardware');
        if (cost === undefined) continue;
        assert.ok(cost.note.includes(name) && cost.note.includes(cost.provider));
        assert.doesNotMatch(cost.note, /[$€]|USD|\d\.\d/);
        assert.ok(URL.canParse(cost.pricesAt));
      }
    });
  }

  it('names each machine of a program once', () => {
    const call = (backend: string) =>
      ({ name: 'result', program: { algorithm: 'bell', slots: { variant: 'phi+' } }, backend, shots: 1 }) as const;
    const found = hardwareCosts([call('ionq_qpu'), call('simulator'), call('ionq_qpu'), call('ibm_torino')], 'en');
    assert.deepEqual(
      found.map(({ backend }) => backend),
      ['ionq_qpu', 'ibm_torino'],
    );
  });
});
