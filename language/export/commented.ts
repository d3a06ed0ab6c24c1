import type { Call } from '../call.ts';
import type { Circuit, Gate } from '../circuit.ts';
import { bitOrderText } from '../drawing/words.ts';
import { writeProgram } from '../program.ts';

/** What the program is and how its outcomes are read, as comments. */
export const headerLines = (comment: string, { program }: Call, { measured }: Circuit): string[] => [
  `${comment} BioQL: ${writeProgram(program).replace(/\s+/g, ' ')}`,
  `${comment} ${bitOrderText(measured, 'en')}`,
];

/** The lines of a circuit's gates, with the name of each stage in a comment above it. `write` gives the lines of one gate. */
export function stagedLines(circuit: Circuit, comment: string, write: (gate: Gate) => readonly string[]): string[] {
  const stages = circuit.stages.filter(({ from, to }) => to > from);
  return circuit.gates.flatMap((gate, at) => {
    const starting = stages.find(({ from }) => from === at);
    const isAfter = starting === undefined && stages.some(({ to }) => to === at);
    return [
      ...(isAfter ? [''] : []),
      ...(starting === undefined ? [] : [`${comment} ${starting.name.en}`]),
      ...write(gate),
    ];
  });
}
