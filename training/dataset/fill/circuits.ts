import { readAngle } from '@bioql/language/angle';
import type { Random } from '@bioql/language/random';
import { bitsOf, drawQubits, exact, type Filler } from './draw.ts';
import { drawGates, spokenGates } from './gates.ts';

const drawAngle = (random: Random): string =>
  random.chance(0.4)
    ? random.pick(['pi', 'pi/2', 'pi/3', 'pi/4', 'pi/6', 'pi/8', '2*pi/3', '3*pi/4', 'pi/5'])
    : (random.between(1, 62) / 10).toFixed(random.chance(0.8) ? 1 : 2);

export const fillTeleportation: Filler = ({ random, has }) => {
  const [theta, phi] = [drawAngle(random), drawAngle(random)];
  return {
    slots: {
      ...(has('theta') && { theta: readAngle(theta) ?? theta }),
      ...(has('phi') && { phi: readAngle(phi) ?? phi }),
    },
    values: { n: 3, theta: exact(theta), phi: exact(phi) },
  };
};

export const fillDeutschJozsa: Filler = ({ random, lang, has }) => {
  const inputs = has('n') ? Math.max(1, drawQubits(1, random)) : 3;
  const oracle = has('oracle') ? random.pick(['balanced', 'constant'] as const) : 'balanced';
  const spanish = { balanced: random.pick(['balanceado', 'balanceada', 'equilibrado']), constant: 'constante' };
  return { slots: { inputs, oracle }, values: { n: inputs, oracle: lang === 'en' ? oracle : spanish[oracle] } };
};

export const fillBernsteinVazirani: Filler = ({ random }) => {
  const secret = bitsOf(random.between(2, 10), random);
  return { slots: { secret }, values: { n: secret.length, secret } };
};

export const fillPhaseEstimation: Filler = ({ random, has }) => {
  const unitary = has('unitary')
    ? random.chance(0.7)
      ? random.pick(['Z', 'S', 'T', 'X', 'H', 'S', 'Z'])
      : `P(${random.pick(['pi/2', 'pi/3', 'pi/4', 'pi/5', 'pi/8', 'pi/16', '2*pi/3', '3*pi/4', '0.5', '0.3', '1.2'])})`
    : 'T';
  const counting = has('n') ? random.between(1, 12) : 3;
  return { slots: { unitary, counting }, values: { n: counting, unitary: exact(unitary) } };
};

export const fillCustomGates: Filler = ({ random, lang, has }) => {
  const width = random.between(1, 5);
  const gates = drawGates(width, random);
  const needed = 1 + Math.max(...gates.flatMap(({ qubits }) => qubits));
  const qubits = has('n') ? Math.max(needed, random.chance(0.5) ? width : needed) : needed;
  return {
    slots: { qubits, gates: gates.map(({ canonical }) => canonical).join('; ') },
    values: { n: qubits, gates: exact(spokenGates(gates, lang, random)) },
  };
};
