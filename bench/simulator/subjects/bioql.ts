/** Our simulator, as `simulator/protocol.ts` says. */
import { bitString } from '@bioql/language/run';
import { sampleCounts } from '@bioql/language/sampling';
import { outcomeProbabilities, simulate } from '@bioql/language/simulator';
import manifest from '../../../language/package.json' with { type: 'json' };
import { readJob, repeat, say } from '../protocol.ts';

const job = await readJob();
const { circuit, shots } = job;
let seed = 0;
say({ ready: { version: manifest.version } });
await repeat(job, () => {
  seed += 1;
  const counts = sampleCounts(outcomeProbabilities(simulate(circuit), circuit.measured), shots, seed);
  return new Map([...counts].map(([outcome, count]) => [bitString(outcome, circuit.qubits), count]));
});
