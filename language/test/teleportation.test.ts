import assert from 'node:assert/strict';
import { type TeleportationSlots, teleportation } from '../algorithms/teleportation.ts';
import { radiansOf } from '../angle.ts';
import { simulate } from '../simulator.ts';
import { assertOutcomes, describeTexts, probabilitiesOf } from './algorithm-suite.ts';

/** The amplitudes of q2 where q0 and q1 are `sent`, times 2. */
function received(slots: TeleportationSlots, sent: number): number[] {
  const circuit = teleportation.circuit(slots);
  assert.ok(circuit);
  const { re, im } = simulate(circuit);
  return [re[sent], im[sent], re[sent + 4], im[sent + 4]].map((part) => 2 * (part as number));
}

describe('teleportation', () => {
  describeTexts(teleportation, {
    canonical: [
      [{}, 'Run quantum teleportation'],
      [{ theta: '1.2' }, 'Run quantum teleportation with state theta=1.2'],
      [{ theta: '1.2', phi: '0.4' }, 'Run quantum teleportation with state theta=1.2 phi=0.4'],
    ],
    spellings: [
      ['teleportation', {}],
      ['Run the quantum teleportation protocol', {}],
      ['Teleport a qubit', {}],
      ['teleport the state θ = π/2, φ=\u22120.4', { theta: 'pi/2', phi: '-0.4' }],
      ['Run quantum teleportation with theta=3pi/4 and phi=90°', { theta: '3*pi/4', phi: 'pi/2' }],
      ['Run quantum teleportation of state |+>', { theta: 'pi/2' }],
      ['teleport |1⟩', { theta: 'pi' }],
      ['Run quantum teleportation with state phi=0.4', { theta: '0', phi: '0.4' }],
    ],
    otherPrograms: ['Run quantum', 'Run quantum teleportation with state theta=x', 'Run quantum teleportation to Mars'],
    broken: [],
    requests: [
      ['Show me quantum teleportation', {}],
      ['Teleport a qubit with theta = pi/3 and phi = 0.5 using 500 shots', { theta: 'pi/3', phi: '0.5' }],
      ['Teletransporta un cúbit en el estado |+>', { theta: 'pi/2' }],
      ['Haz el teletransporte cuántico con theta de 1.2', { theta: '1.2' }],
      ['crea un estado de Bell', undefined],
    ],
  });

  it('gives the receiver the state of the message, whatever the sender measures', () => {
    for (const slots of [{}, { theta: '1.2', phi: '0.4' }, { theta: 'pi/3', phi: '-pi/2' }]) {
      const { theta = '0', phi = '0' } = slots as TeleportationSlots;
      const [half, turn] = [radiansOf(theta) / 2, radiansOf(phi)];
      const message = [Math.cos(half), 0, Math.sin(half) * Math.cos(turn), Math.sin(half) * Math.sin(turn)];
      for (const sent of [0, 1, 2, 3]) {
        const distance = Math.hypot(...received(slots, sent).map((part, at) => part - (message[at] as number)));
        assert.ok(distance < 1e-9);
      }
    }
  });

  it('measures the receiver only, and says what it means', () => {
    const slots = { theta: '1.2', phi: '0.4' };
    const probabilities = probabilitiesOf(teleportation, slots);
    const one = Math.sin(0.6) ** 2;
    assertOutcomes(probabilities, { '0': 1 - one, '1': one });
    assert.match(teleportation.conclusion?.(slots, probabilities, 'en') ?? '', /0\.3188 = sin²/);
    assertOutcomes(probabilitiesOf(teleportation, {}), { '0': 1 });
  });
});
