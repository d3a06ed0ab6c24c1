import type * as vscode from 'vscode';
import { callAt } from '../call-at.ts';
import { openRunPanel, type RunPanel } from './run-panel.ts';

export interface RunPanels extends vscode.Disposable {
  /** Runs the call at an address, else the one at the cursor, in the panel of that call. */
  run(address: unknown): Promise<void>;
}

export function createRunPanels(extensionUri: vscode.Uri): RunPanels {
  const panels = new Set<RunPanel>();
  return {
    async run(address) {
      const place = await callAt(address);
      if (place === undefined) return;
      const open = [...panels].find((panel) => panel.isOf(place));
      if (open !== undefined) return open.run(place);
      const panel = openRunPanel(extensionUri, place, () => panels.delete(panel));
      panels.add(panel);
    },
    dispose() {
      for (const panel of panels) panel.dispose();
    },
  };
}
