/**
 * How long a large file takes: reading its calls and diagnosing it, beside Lezer's parse of the same text.
 *
 *     node bench/diagnostics.ts
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { diagnose } from '@bioql/language/diagnostics';
import { findCalls } from '@bioql/language/python';
import { parser } from '@lezer/python';

const RESULTS = new URL('./results/diagnostics.json', import.meta.url);
const ROUNDS = 15;

const BODY = `def f(x):
    """doc"""
    for i in range(10):
        print(i, x[i:3], {"a": 1})
    r = quantum("Create ghz of 5 qubitz", backend="ibm_brisbn", shots=0)
    return r

`;
const SOURCE = `from bioql import quantum\n${BODY.repeat(290)}`;

/** Median wall-clock milliseconds; the subjects take turns. */
function timeInTurn(subjects: Readonly<Record<string, () => unknown>>): Record<string, number> {
  const times = Object.entries(subjects).map(([name, run]) => ({ name, run, ms: [] as number[] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { run, ms } of times) {
      const started = performance.now();
      run();
      ms.push(performance.now() - started);
    }
  }
  return Object.fromEntries(
    times.map(({ name, ms }) => [name, Number((ms.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0).toFixed(2))]),
  );
}

const medianMs = timeInTurn({
  'find calls': () => findCalls(SOURCE),
  diagnose: () => diagnose(SOURCE),
  'lezer parse': () => parser.parse(SOURCE),
});
const report = {
  cores: availableParallelism(),
  cpu: cpus()[0]?.model.trim(),
  lines: SOURCE.split('\n').length,
  calls: findCalls(SOURCE).length,
  diagnostics: diagnose(SOURCE).length,
  rounds: ROUNDS,
  medianMs,
};
console.log(JSON.stringify(report, null, 2));
writeFileSync(RESULTS, `${JSON.stringify(report, null, 2)}\n`);
