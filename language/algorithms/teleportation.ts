import type { Algorithm, Knowledge, Lang } from '../algorithm.ts';
import { ANGLE_GRAMMAR, ANGLE_IN_TEXT, radiansOf, randomAngle, readAngle } from '../angle.ts';
import { buildCircuit } from '../circuit-builder.ts';
import { decimalText } from '../number-text.ts';

/** The message ry(theta), then p(phi) on |0>, as canonical angles; |0> itself when unsaid. */
export type TeleportationSlots = {
  readonly theta?: string;
  readonly phi?: string;
};

const KETS: Readonly<Record<string, TeleportationSlots>> = {
  '0': { theta: '0' },
  '1': { theta: 'pi' },
  '+': { theta: 'pi/2' },
  '-': { theta: 'pi/2', phi: 'pi' },
  i: { theta: 'pi/2', phi: 'pi/2' },
  '+i': { theta: 'pi/2', phi: 'pi/2' },
  '-i': { theta: 'pi/2', phi: '-pi/2' },
};

const GREEK = /[\u03b8\u03d1\u0398]/g;
const named = (text: string): string => text.replace(GREEK, 'theta').replace(/\u03d5/g, 'phi');

/** The state of two angles as they were written; a phase alone is one of |0>. */
function stateOf(theta: string | undefined, phi: string | undefined): TeleportationSlots | undefined {
  if (theta === undefined && phi === undefined) return {};
  const [turn, phase] = [readAngle(theta ?? '0'), readAngle(phi ?? '0')];
  if (turn === undefined || phase === undefined) return undefined;
  return phi === undefined ? { theta: turn } : { theta: turn, phi: phase };
}

const KET = /\|? ?([+-]?i|[01+-])[>\u27e9\u232a]/;
const THETA = new RegExp(`theta ?(?:=|:|is|of|de)? ?(${ANGLE_IN_TEXT})`);
const PHI = new RegExp(`phi ?(?:=|:|is|of|de)? ?(${ANGLE_IN_TEXT})`);

/** The state that a request describes, by angles or as a ket. */
function stateIn(text: string): TeleportationSlots {
  const tidy = named(text);
  const ket = KET.exec(tidy)?.[1];
  return (ket === undefined ? undefined : KETS[ket]) ?? stateOf(THETA.exec(tidy)?.[1], PHI.exec(tidy)?.[1]) ?? {};
}

const HEAD =
  '^(?:run|do|perform|execute|simulate|show)? ?(?:quantum )?(?:state )?teleport(?:ation)?(?: protocol| circuit)?(?: on 3 qubits)?(?: (?:with|of|for|from))?(?: (?:qubits|message))?(?: (?:in|with))?(?: state)?';
const ANGLES = new RegExp(
  `${HEAD}(?:,? theta ?[=:]? ?(${ANGLE_IN_TEXT}))?(?:,? ?(?:and )?phi ?[=:]? ?(${ANGLE_IN_TEXT}))?$`,
);
const AS_KET = new RegExp(`${HEAD} ${KET.source}$`);

const knowledge: Knowledge = {
  what: {
    en: 'Moves the state of one qubit to another with a shared Bell pair and two classical bits. The sender’s copy is destroyed, and nothing travels faster than light.',
    es: 'Traslada el estado de un cúbit a otro con un par de Bell compartido y dos bits clásicos. La copia del emisor se destruye y nada viaja más rápido que la luz.',
  },
  steps: [
    { en: 'RY and P prepare the message on q0.', es: 'RY y P preparan el mensaje en q0.' },
    {
      en: 'H and CX make a Bell pair of q1 (Alice) and q2 (Bob).',
      es: 'H y CX forman un par de Bell de q1 (Alicia) y q2 (Bob).',
    },
    {
      en: 'CX from q0 to q1 and H on q0 turn Alice’s two qubits to the Bell basis.',
      es: 'CX de q0 a q1 y H en q0 llevan los dos cúbits de Alicia a la base de Bell.',
    },
    {
      en: 'CX from q1 and CZ from q0 correct q2: they stand for Bob’s X and Z after Alice’s measurement, which is deferred.',
      es: 'CX desde q1 y CZ desde q0 corrigen q2: equivalen a la X y la Z de Bob tras la medición de Alicia, que se difiere.',
    },
  ],
  when: {
    en: 'To pass states between parts of a quantum network or computer, and as the first protocol that shows what entanglement is worth.',
    es: 'Para pasar estados entre partes de una red o de un ordenador cuántico, y como primer protocolo que muestra de qué sirve el entrelazamiento.',
  },
  source: {
    title:
      'C. H. Bennett et al., Teleporting an unknown quantum state via dual classical and Einstein-Podolsky-Rosen channels (1993)',
    url: 'https://doi.org/10.1103/PhysRevLett.70.1895',
  },
};

function write({ theta, phi }: TeleportationSlots): string {
  if (theta === undefined) return 'Run quantum teleportation';
  return `Run quantum teleportation with state theta=${theta}${phi === undefined ? '' : ` phi=${phi}`}`;
}

/** `state theta=1.2 phi=0.4`, `state |0>`. */
const stateName = ({ theta, phi }: TeleportationSlots, word: string): string =>
  theta === undefined ? `${word} |0>` : `${word} theta=${theta}${phi === undefined ? '' : ` phi=${phi}`}`;

function reasoning(slots: TeleportationSlots, lang: Lang, run: string): string {
  return lang === 'en'
    ? `Teleportation of the ${stateName(slots, 'state')} on 3 qubits, ${run}. H and CX make a Bell pair of q1 and q2, CX and H turn q0 and q1 to that basis, CX and CZ correct q2: only q2, the receiver, is measured.`
    : `Teletransporte del ${stateName(slots, 'estado')} con 3 cúbits, ${run}. H y CX forman el par de Bell de q1 y q2, CX y H llevan q0 y q1 a esa base, CX y CZ corrigen q2: solo se mide q2, el receptor.`;
}

export const teleportation: Algorithm<TeleportationSlots> = {
  id: 'teleportation',
  title: { en: 'Quantum teleportation', es: 'Teletransporte cuántico' },
  knowledge,
  examples: [{}, { theta: '1.2', phi: '0.4' }, { theta: 'pi/3' }],
  qubits: () => 3,
  write,
  read(text) {
    const tidy = named(text);
    const ket = AS_KET.exec(tidy)?.[1];
    if (ket !== undefined) return KETS[ket];
    const match = ANGLES.exec(tidy);
    return match === null ? undefined : stateOf(match[1], match[2]);
  },
  check: () => undefined,
  grammar: `"Run quantum teleportation" (" with state theta=" ${ANGLE_GRAMMAR} (" phi=" ${ANGLE_GRAMMAR})?)?`,
  reasoning,
  fromRequest: ({ text }) => (/teleport|teletransport/.test(text) ? stateIn(text) : undefined),
  circuit({ theta, phi }) {
    return buildCircuit(
      3,
      (c) => {
        if (theta !== undefined) {
          c.stage({ en: 'Message', es: 'Mensaje' }, () => {
            c.ry(radiansOf(theta), 0);
            if (phi !== undefined) c.p(radiansOf(phi), 0);
          });
        }
        c.stage({ en: 'Bell pair', es: 'Par de Bell' }, () => {
          c.h(1);
          c.cx(1, 2);
        });
        c.stage({ en: "Sender's Bell basis", es: 'Base de Bell del emisor' }, () => {
          c.cx(0, 1);
          c.h(0);
        });
        c.stage({ en: "Receiver's corrections", es: 'Correcciones del receptor' }, () => {
          c.cx(1, 2);
          c.cz(0, 2);
        });
      },
      [2],
    );
  },
  conclusion({ theta = '0' }, probabilities, lang) {
    const one = decimalText(probabilities.get('1') ?? 0, lang, 4);
    return lang === 'en'
      ? `The receiver's qubit is 1 with probability ${one} = sin²(theta/2) for theta = ${theta}: the state of the message has arrived.`
      : `El cúbit del receptor vale 1 con probabilidad ${one} = sin²(theta/2) para theta = ${theta}: el estado del mensaje ha llegado.`;
  },
  sample(random) {
    if (random.chance(0.3)) return {};
    const theta = randomAngle(random);
    return random.chance(0.5) ? { theta } : { theta, phi: randomAngle(random) };
  },
};
