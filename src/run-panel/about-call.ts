import type { Lang } from '@bioql/language/algorithm';
import { type Call, checkCall, explainCall } from '@bioql/language/call';
import { hardwareCost } from '@bioql/language/hardware-cost';
import { entryOf, qubitsOf, writeProgram } from '@bioql/language/program';
import { refusal } from '@bioql/language/refusal';
import { MAX_SIMULATED_QUBITS } from '@bioql/language/simulator';
import * as vscode from 'vscode';
import type { About, Failure, FailureCode } from './messages.ts';

export function aboutCall(call: Call, lang: Lang): About {
  const { title, knowledge } = entryOf(call.program);
  const hardware = hardwareCost(call.backend, lang);
  return {
    title: title[lang],
    program: writeProgram(call.program),
    backend: call.backend,
    reasoning: explainCall(call, lang),
    ...(hardware && {
      hardware: [
        vscode.l10n.t(
          'The backend {0} is hardware. This run is an ideal simulation on this computer: nothing is sent there, and it is free.',
          call.backend,
        ),
        hardware.note,
      ].join(' '),
    }),
    what: knowledge.what[lang],
    steps: knowledge.steps.map((step) => step[lang]),
    when: knowledge.when[lang],
    source: knowledge.source,
  };
}

/** Why a call cannot run here, before anything is tried. */
export function failureOfCall(call: Call, lang: Lang): Failure | undefined {
  const problem = checkCall(call);
  if (problem !== undefined) return failure('invalid_program', refusal(problem, lang).message);
  if (qubitsOf(call.program) > MAX_SIMULATED_QUBITS) return failure('too_many_qubits', String(qubitsOf(call.program)));
  return undefined;
}

/** The failure with its sentence, and what a person can do; `detail` is the sentence, the number or the error behind it. */
export function failure(code: FailureCode, detail: string): Failure {
  switch (code) {
    case 'too_many_qubits':
      return {
        code,
        sentence: vscode.l10n.t(
          '{0} qubits are too many for this simulator, which holds at most {1}: each further qubit doubles the memory.',
          detail,
          MAX_SIMULATED_QUBITS,
        ),
        advice: vscode.l10n.t(
          'Use {0} qubits or fewer and run again, or keep the program as it is for its own backend.',
          MAX_SIMULATED_QUBITS,
        ),
      };
    case 'out_of_memory':
      return {
        code,
        sentence: vscode.l10n.t('The circuit does not fit into the memory that a run may use.'),
        advice: vscode.l10n.t('Use fewer qubits or fewer rounds and run again.'),
      };
    case 'invalid_program':
      return { code, sentence: detail, advice: vscode.l10n.t('Change the call in the file and run again.') };
    case 'not_understood':
      return {
        code,
        sentence: vscode.l10n.t('The program or an argument of this call is not understood.'),
        advice: vscode.l10n.t('Change the call in the file and run again.'),
      };
    case 'internal':
      return {
        code,
        sentence: vscode.l10n.t('The simulator failed: {0}', detail),
        advice: vscode.l10n.t('Run again; if it fails again, please report it with the program above.'),
      };
  }
}
