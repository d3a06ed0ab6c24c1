import type { Lang } from '@bioql/language/algorithm';
import type { FromPage } from '../messages.ts';
import type { WorkflowTexts } from '../texts.ts';

/** What every part of the page is given. */
export interface Page {
  readonly texts: WorkflowTexts;
  readonly lang: Lang;
  send(message: FromPage): void;
}

interface VsCodeApi {
  postMessage(message: FromPage): void;
  /** Where the page was scrolled to; VS Code keeps it while the page is hidden. */
  getState(): number | undefined;
  setState(scroll: number): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

export const connectHost = (): VsCodeApi => acquireVsCodeApi();
