import { checkCall } from '@bioql/language/call';
import { hardwareCost } from '@bioql/language/hardware-cost';
import { entryOf, qubitsOf, writeProgram } from '@bioql/language/program';
import { type ProgramSummary, summarize } from '@bioql/language/program-summary';
import type { CallSite } from '@bioql/language/python';
import { cubitCount, qubitCount } from '@bioql/language/qubits';
import { MAX_SIMULATED_QUBITS } from '@bioql/language/simulator';
import * as vscode from 'vscode';
import type { CallAddress } from '../call-at.ts';
import { displayLang } from '../display-lang.ts';
import { LEAST_STEPS, stepsIn, type WorkflowAddress } from '../workflow/workflow-at.ts';
import { pythonText, rangeOf } from './python-text.ts';

/** Programs whose size is remembered; the oldest is forgotten. */
const MOST_KNOWN = 200;

/** Above each call: run, explain, export. A call that cannot run keeps its line, so that the text does not jump. */
export function createCodeLenses(): vscode.CodeLensProvider {
  // A circuit is counted only once its lens is in view, and once for each program.
  const runs = new WeakMap<vscode.CodeLens, { readonly call: Understood; readonly address: CallAddress }>();
  const known = new Map<string, ProgramSummary>();
  const sizeOf = ({ program }: Understood): ProgramSummary => {
    const text = writeProgram(program);
    const size = known.get(text) ?? summarize(program);
    known.delete(text);
    known.set(text, size);
    const [oldest] = known.keys();
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    return size;
  };
  return {
    provideCodeLenses: (document) => [
      ...runAllLens(document),
      ...(pythonText(document)?.file.calls ?? []).flatMap((site) => {
        const range = rangeOf(document, site.callee);
        const address: CallAddress = { uri: document.uri.toString(), offset: site.from };
        return lensesOf(site, address).map((command) => {
          const lens = new vscode.CodeLens(range, command === RUN ? undefined : command);
          if (command === RUN && site.call !== undefined) runs.set(lens, { call: site.call, address });
          return lens;
        });
      }),
    ],
    resolveCodeLens(lens) {
      const run = runs.get(lens);
      if (run === undefined) return lens;
      const hardware = hardwareCost(run.call.backend, displayLang());
      lens.command = {
        ...commandOf(runTitle(run.call, sizeOf(run.call)), 'bioql.runOnSimulator', run.address),
        ...(hardware && { tooltip: hardware.note }),
      };
      return lens;
    },
  };
}

/** Above the first of several calls: all of them, step by step. */
function runAllLens(document: vscode.TextDocument): vscode.CodeLens[] {
  const steps = stepsIn(document);
  const [first] = steps;
  if (first === undefined || steps.length < LEAST_STEPS) return [];
  const address: WorkflowAddress = { uri: document.uri.toString() };
  const title = vscode.l10n.t('Run all · {0} steps', steps.length);
  return [
    new vscode.CodeLens(rangeOf(document, first.callee), { title, command: 'bioql.runWorkflow', arguments: [address] }),
  ];
}

const RUN = 'run';

const commandOf = (title: string, command: string, address: CallAddress): vscode.Command => ({
  title,
  command,
  arguments: [address],
});

function lensesOf({ program, call }: CallSite, address: CallAddress): (vscode.Command | typeof RUN)[] {
  if (program === undefined) return [];
  if (call === undefined || checkCall(call) !== undefined) {
    return [{ title: vscode.l10n.t('BioQL: this call cannot run yet'), command: '' }];
  }
  const explain = commandOf(vscode.l10n.t('Explain'), 'bioql.explainCode', address);
  if (qubitsOf(call.program) === 0) return [RUN, explain];
  return [RUN, explain, commandOf(vscode.l10n.t('Export'), 'bioql.exportCode', address)];
}

type Understood = NonNullable<CallSite['call']>;

function isSimulated({ program }: Understood): boolean {
  const qubits = qubitsOf(program);
  return qubits > 0 && qubits <= MAX_SIMULATED_QUBITS;
}

function runTitle(call: Understood, { qubits, circuit }: ProgramSummary): string {
  const lang = displayLang();
  const count = lang === 'es' ? cubitCount(qubits) : qubitCount(qubits);
  if (!isSimulated(call)) {
    return vscode.l10n.t('Describe · {0}', qubits > 0 ? count : entryOf(call.program).title[lang]);
  }
  const title =
    circuit === undefined
      ? vscode.l10n.t('▶ Run on simulator · {0}', count)
      : vscode.l10n.t('▶ Run on simulator · {0} · depth {1}', count, circuit.depth);
  const hardware = hardwareCost(call.backend, lang);
  return hardware === undefined ? title : vscode.l10n.t('{0} · free here, not on {1}', title, call.backend);
}
