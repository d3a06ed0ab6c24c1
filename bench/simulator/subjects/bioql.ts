/** Our simulator, as `simulator/protocol.ts` says. */
import { bitString } from '@bioql/language/run';
import { sampleCounts } from '@bioql/language/sampling';
import { outcomeProbabilities, simulate } from '@bioql/language/simulator';
import manifest from '../../../language/package.json' with { type: 'json' };
import { readJob, repeat } from '../protocol.ts';

const job = await readJob();
const { circuit, shots } = job;
let seed = 0;

function run(): ReadonlyMap<string, number> {
  seed += 1;
  const counts = sampleCounts(outcomeProbabilities(simulate(circuit), circuit.measured), shots, seed);
  return new Map([...counts].map(([outcome, count]) => [bitString(outcome, circuit.qubits), count]));
}

await repeat(job, manifest.version, { run });
