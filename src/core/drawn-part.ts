import type { Circuit } from '@bioql/language/circuit';

/** More things than this make a page slow; the rest of the circuit is left out of its drawing. */
const MOST_DRAWN = 2500;

/** As much of the circuit as can be drawn from its start; a folded stage counts as one gate. */
export function drawnPart(circuit: Circuit, folded: ReadonlySet<number>): Circuit {
  let room = MOST_DRAWN;
  let end = 0;
  const takeUpTo = (to: number) => {
    const taken = Math.min(room, to - end);
    room -= taken;
    end += taken;
  };
  circuit.stages.forEach(({ from, to }, stage) => {
    takeUpTo(from);
    if (end < from || room === 0) return;
    if (!folded.has(stage)) takeUpTo(to);
    else {
      room -= 1;
      end = to;
    }
  });
  takeUpTo(circuit.gates.length);
  if (end === circuit.gates.length) return circuit;
  const stages = circuit.stages.filter(({ from }) => from < end);
  return {
    ...circuit,
    gates: circuit.gates.slice(0, end),
    stages: stages.map((stage) => ({ ...stage, to: Math.min(stage.to, end) })),
  };
}
