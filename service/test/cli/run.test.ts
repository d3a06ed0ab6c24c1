import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { CLI } from '../service-process.ts';
import { tempDir } from '../temp-dir.ts';
import { BELL, bioql, jsonOf } from './bioql.ts';

const DOCKING = 'from bioql import quantum\nquantum("Dock aspirin to COX-2")\n';

describe('bioql run', function () {
  this.timeout(60_000);
  const dir = tempDir();

  it('prints one object a call, and the same ones for the same seed', () => {
    const file = dir.path('bell.py');
    writeFileSync(file, `${BELL}again = quantum("make a bell pair")\n`);
    const [first, second] = jsonOf(bioql(['run', file, '--json', '--seed', '7']));
    const { probabilities, counts, ...rest } = first;
    assert.deepEqual(rest, {
      algorithm: 'bell',
      program: 'Create Bell state',
      backend: 'simulator',
      shots: 500,
      qubits: 2,
      depth: 3,
      seed: 7,
    });
    assert.deepEqual(Object.keys(probabilities).sort(), ['00', '11']);
    for (const probability of Object.values<number>(probabilities)) assert.ok(Math.abs(probability - 0.5) < 1e-12);
    assert.equal(counts['00'] + counts['11'], 500);
    assert.deepEqual([second.program, second.shots], ['Create Bell state', 1024]);
    assert.deepEqual(jsonOf(bioql(['run', file, '--json', '--seed', '7']))[0], first);
    assert.notDeepEqual(jsonOf(bioql(['run', file, '--json', '--seed', '8']))[0].counts, counts);
  });

  it('takes a seed of its own when none is given, and tells it', () => {
    const seeds = [1, 2].map(() => jsonOf(bioql(['run', '-', '--json'], BELL))[0].seed);
    assert.notEqual(seeds[0], seeds[1]);
    const shown = bioql(['run', '-'], BELL).stdout;
    const seed = /· seed (\d+)$/m.exec(shown)?.[1] ?? '';
    assert.equal(bioql(['run', '-', '--seed', seed], BELL).stdout, shown);
  });

  it('draws the outcomes in 60 columns, and tells the order of the bits', () => {
    const { stdout } = bioql(['run', '-', '--seed', '1', '--shots', '100'], BELL.replace('Bell', '5-qubit GHZ'));
    const lines = stdout.split('\n');
    assert.deepEqual(lines.slice(0, 3), [
      'result: GHZ state',
      'Create 5-qubit GHZ state',
      'simulator · 5 qubits · depth 6 · 100 shots · seed 1',
    ]);
    assert.match(lines[5] ?? '', /^00000 {3}50\.00% +\d\d\.00% {2}█+$/);
    assert.match(stdout, /^Ideal, noiseless simulation\. Bits, left to right: q4 q3 q2 q1 q0 \(q0 is the rightmost/m);
    for (const line of lines.slice(4, 7)) assert.ok(line.length <= 60, line);
  });

  it('shows the 16 likeliest of many outcomes', () => {
    const { stdout } = bioql(['run', '-', '--seed', '1'], 'quantum("Create uniform superposition of 10 qubits")');
    assert.equal(stdout.match(/^[01]{10} .*$/gm)?.length, 16);
    assert.match(stdout, /^… 1,008 more +98\.44% +\d\d\.\d\d%$/m);
  });

  it('has no result for what is not simulated, and says why', () => {
    const [result] = jsonOf(bioql(['run', '-', '--json', '--seed', '1'], DOCKING));
    assert.deepEqual(
      [result.probabilities, result.counts, result.qubits, result.depth, result.algorithm],
      [null, null, null, null, 'docking'],
    );
    assert.match(result.note, /not simulated/);
  });

  it('says that nothing ran on the hardware', () => {
    const [result] = jsonOf(bioql(['run', '-', '--json', '--lang', 'es'], BELL.replace('simulator', 'ibm_torino')));
    assert.equal(result.note, 'Simulado en este equipo; no se ha enviado nada a ibm_torino.');
    assert.equal(result.backend, 'ibm_torino');
  });

  it('gives the conclusion of the algorithm', () => {
    const [result] = jsonOf(bioql(['run', '-', '--json'], 'quantum("Run Grover search on 3 qubits for 101")'));
    assert.match(result.conclusion, /^101 is found with probability 94\.53%/);
  });

  it('compares calls that measure as many bits, each with a sample of its own', () => {
    const file = `${BELL}again = quantum("Create Bell state", backend="ibm_brisbane", shots=500)\nghz = quantum("Create 3-qubit GHZ state")\n`;
    const { stdout } = bioql(['run', '-', '--seed', '7', '--compare'], file);
    assert.match(stdout, /· seed 7\n[\s\S]*· seed 8\n[\s\S]*· seed 9\n/);
    assert.match(stdout, /^Comparison of the steps that measure 2 bits\n=+\n +step 1 +step 2\nbits +exact +sampled/m);
    assert.match(
      stdout,
      /^Steps 1 and 2 have the same ideal distribution\. These samples differ by \d+\.\d\d%, by chance alone/m,
    );
    const { runs, comparisons } = jsonOf(bioql(['run', '-', '--seed', '7', '--compare', '--json'], file));
    assert.deepEqual(
      runs.map(({ seed }: { seed: number }) => seed),
      [7, 8, 9],
    );
    assert.notDeepEqual(runs[0].counts, runs[1].counts);
    const [{ first, second, ideals, samples, expected }] = comparisons[0].pairs;
    assert.deepEqual([comparisons.length, first, second], [1, 1, 2]);
    assert.ok(ideals < 1e-12);
    assert.ok(Math.abs(samples - Math.abs(runs[0].counts['00'] - runs[1].counts['00']) / 500) < 1e-12);
    assert.ok(Math.abs(expected - 0.02523) < 1e-4);
  });

  it('says when there is nothing to compare', () => {
    const { stdout } = bioql(['run', '-', '--compare', '--lang', 'es'], `${BELL}quantum("Create 3-qubit GHZ state")\n`);
    assert.match(stdout, /No hay dos llamadas que midan el mismo número de bits/);
  });

  it('runs the other calls when one has a problem, and ends with 1', () => {
    const file = `${BELL}quantum("make a sandwich")\nquantum("Create 25-qubit GHZ state")\nquantum("Create 40-qubit GHZ state", backend="ionq_qpu")\n`;
    const { code, stdout, stderr } = bioql(['run', '-', '--seed', '1'], file);
    assert.equal(code, 1);
    assert.match(stdout, /^result: Bell state\n/);
    assert.deepEqual(
      Array.from(stderr.matchAll(/^bioql: Line (\d+): .*\[([\w-]+)\]$/gm), ([, ...found]) => found.join(' ')).sort(),
      ['5 program-not-understood', '6 too_many_qubits', '7 qubits-exceed-backend'],
    );
    const json = bioql(['run', '-', '--json'], file);
    assert.equal(JSON.parse(json.stdout).length, 1);
    for (const line of json.stderr.trim().split('\n')) assert.ok(JSON.parse(line).error.code);
  });

  for (const [code, exit, input, ...args] of [
    ['no_calls', 1, 'x = 1\n', 'run', '-'],
    ['file_unreadable', 1, '', 'run', 'nowhere.py'],
    ['file_unreadable', 1, '\u0000', 'run', '.'],
    ['seed_invalid', 2, BELL, 'run', '-', '--seed', '-1'],
    ['seed_invalid', 2, BELL, 'run', '-', '--seed', '4294967296'],
    ['shots_out_of_range', 2, BELL, 'run', '-', '--shots', '0'],
    ['usage_invalid', 2, BELL, 'run', '-', '--lang', 'fr'],
    ['usage_invalid', 2, BELL, 'run'],
    ['usage_invalid', 2, BELL, 'export', '-'],
    ['usage_invalid', 2, BELL, 'export', '-', '--to', 'quil'],
    ['not_simulated', 1, DOCKING, 'export', '-', '--to', 'svg'],
    ['program-not-understood', 1, 'quantum("x")\nquantum("Create Bell state")', 'export', '-', '--to', 'svg'],
    ['file_unwritable', 2, BELL, 'export', '-', '--to', 'svg', '--out', 'no/such/folder.svg'],
  ] as const) {
    it(`answers "${args.join(' ')}" with ${code}`, () => {
      const { code: status, stdout, stderr } = bioql(args, input);
      assert.deepEqual([status, stdout], [exit, '']);
      assert.match(stderr, new RegExp(`^bioql: .* \\[${code}\\]\n$`));
    });
  }

  it('ends in silence when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [CLI, 'run', '-', '--json']);
    let complaints = '';
    child.stderr.on('data', (chunk) => {
      complaints += chunk;
    });
    child.stdin.end('quantum("Create uniform superposition of 16 qubits")');
    child.stdout.once('data', () => child.stdout.destroy());
    assert.deepEqual([await once(child, 'exit'), complaints], [[0, null], '']);
  });

  it('stops at once when it is interrupted', async () => {
    const long = 'quantum("Run Grover search on 20 qubits for 10101010101010101010")';
    const child = spawn(process.execPath, [CLI, 'run', '-'], { stdio: ['pipe', 'ignore', 'ignore'] });
    child.stdin.end(long);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(child.exitCode, null);
    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [null, 'SIGINT']);
  });
});
