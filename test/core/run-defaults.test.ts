import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { BACKENDS, DEFAULT_BACKEND, DEFAULT_SHOTS, MAX_SHOTS } from '@bioql/language/backends';
import { answerHere } from '../../src/core/answer-here.ts';
import { runDefaults } from '../../src/core/run-defaults.ts';
import { withRunDefaults } from '../../src/core/with-run-defaults.ts';

const IONQ_500 = runDefaults('ionq_simulator', 500);

describe('the default backend and shots', () => {
  it('leave prompts alone while the settings are as they come', () => {
    assert.deepEqual(runDefaults(DEFAULT_BACKEND, DEFAULT_SHOTS), {});
    assert.equal(withRunDefaults('a Bell state', {}), 'a Bell state');
  });

  it('are added where a prompt names neither, in its language', () => {
    assert.equal(withRunDefaults('a Bell state', IONQ_500), 'a Bell state, on ionq_simulator, with 500 shots');
    assert.equal(
      withRunDefaults('un estado de Bell con dos cúbits', IONQ_500),
      'un estado de Bell con dos cúbits, en ionq_simulator, con 500 mediciones',
    );
  });

  it('never overrule what a prompt says', () => {
    for (const prompt of [
      'a Bell state on the simulator, 100 shots',
      'un estado de Bell en el simulador, cien veces',
      'a Bell state on real hardware, measured 20 times',
      'Bell, but not on a quantum computer, repeated 5 times',
      'GHZ en ibm_torino con 10 mediciones',
    ])
      assert.equal(withRunDefaults(prompt, IONQ_500), prompt);
    assert.equal(withRunDefaults('a Bell state, 20 shots', IONQ_500), 'a Bell state, 20 shots, on ionq_simulator');
  });

  it('reach the code of a template', () => {
    for (const prompt of ['a Bell state', 'un estado de Bell']) {
      const { result } = answerHere(withRunDefaults(prompt, IONQ_500));
      assert.ok(result.outcome === 'completed' && /backend="ionq_simulator", shots=500/.test(result.code));
    }
  });

  it('are the backends and the shots of the language, in the settings', () => {
    const { properties } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).contributes
      .configuration;
    const { 'bioql.defaultBackend': backend, 'bioql.defaultShots': shots } = properties;
    assert.deepEqual(
      backend.enum,
      BACKENDS.map(({ name }) => name),
    );
    assert.equal(backend.default, DEFAULT_BACKEND);
    assert.deepEqual([shots.default, shots.minimum, shots.maximum], [DEFAULT_SHOTS, 1, MAX_SHOTS]);
  });
});
