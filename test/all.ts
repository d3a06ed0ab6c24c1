/** Runs every test of the project with real parts and ends with `N passed, N failed`: `npm test`. */
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Mocha from 'mocha';
import { runInHost } from './vscode-host/run-in-host.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** In the order of how soon they tell that something is wrong. */
const SUITES = ['language/test', 'training/test', 'test/core', 'service/test', 'test/ui'];

/** It sees the extension asleep, so it comes before what wakes it. */
const FIRST_IN_HOST = 'test/host/extension.test.ts';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

async function runMocha(): Promise<Outcome> {
  const mocha = new Mocha({ reporter: 'spec', forbidOnly: true, forbidPending: true });
  for (const suite of SUITES) {
    const files = globSync(`${suite}/**/*.test.ts`, { cwd: ROOT }).sort();
    if (files.length === 0) throw new Error(`no tests in ${suite}`);
    for (const file of files) mocha.addFile(`${ROOT}${file}`);
  }
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve({ passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 1 }));
  });
}

async function runHost(): Promise<Outcome> {
  console.log('\nInside a real VS Code\n');
  const others = globSync('test/host/**/*.test.ts', { cwd: ROOT }).filter((file) => file !== FIRST_IN_HOST);
  const files = [FIRST_IN_HOST, ...others.sort()].map((file) => `${ROOT}${file}`);
  return runInHost({ files, extension: ROOT, workspace: `${ROOT}test/host/workspace` });
}

const outcomes = [await runMocha(), await runHost()];
const total = (key: keyof Outcome): number => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') === 0 && total('passed') > 0 ? 0 : 1);
