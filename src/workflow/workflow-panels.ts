import type * as vscode from 'vscode';
import { workflowAt } from './workflow-at.ts';
import { openWorkflowPanel, type WorkflowPanel } from './workflow-panel.ts';

export interface WorkflowPanels extends vscode.Disposable {
  /** Runs the steps at an address, else those of the active editor, in the panel of their document. */
  run(address: unknown): Promise<void>;
}

export function createWorkflowPanels(extensionUri: vscode.Uri): WorkflowPanels {
  const panels = new Set<WorkflowPanel>();
  return {
    async run(address) {
      const place = await workflowAt(address);
      if (place === undefined) return;
      const open = [...panels].find((panel) => panel.isOf(place.document));
      if (open !== undefined) return open.run(place);
      const panel = openWorkflowPanel(extensionUri, place, () => panels.delete(panel));
      panels.add(panel);
    },
    dispose() {
      for (const panel of panels) panel.dispose();
    },
  };
}
