/**
 * How long the packaged extension takes to start, as VS Code itself says in its list of running extensions; each time in a fresh
 * VS Code. `npm run package` first.
 *
 *     node bench/activation.ts [--runs 5] [--out FILE.json]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openPython } from '../test/ui/studio.ts';
import { runCommand } from '../test/vscode-host/person.ts';
import { startVsCodeServer } from '../test/vscode-host/server.ts';
import { openWorkbench } from '../test/vscode-host/workbench.ts';

const VSIX = join(import.meta.dirname, '..', 'bioql-assistant-3.3.0.vsix');
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, out: { type: 'string' } } });

async function activationMs(workspace: string): Promise<number> {
  const server = await startVsCodeServer({ workspace, vsix: VSIX });
  try {
    const { page, close } = await openWorkbench({ server });
    try {
      await openPython(page, 'bell.py');
      // Only rows in sight exist.
      await page.setViewportSize({ width: 1280, height: 3000 });
      await runCommand(page, 'Developer: Show Running Extensions');
      const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'BioQL Assistant' });
      const text = await row.locator('.activation-time').innerText();
      const found = /(\d+)\s*ms/.exec(text)?.[1];
      if (found === undefined) throw new Error(`no time in "${text}"`);
      return Number(found);
    } finally {
      await close();
    }
  } finally {
    await server.stop();
  }
}

const workspace = mkdtempSync(join(tmpdir(), 'bioql-activation-'));
writeFileSync(join(workspace, 'bell.py'), 'from bioql import quantum\n\nresult = quantum("Create Bell state")\n');
const timesMs: number[] = [];
for (let run = 0; run < Number(values.runs); run += 1) timesMs.push(await activationMs(workspace));
rmSync(workspace, { recursive: true });
const medianMs = timesMs.toSorted((a, b) => a - b)[Math.floor(timesMs.length / 2)];
const report = { medianMs, timesMs, cpu: cpus()[0]?.model, cores: availableParallelism(), load: loadavg()[0] };
console.log(JSON.stringify(report, null, 2));
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`);
