// The page of a program's steps: shows what the extension tells it. Bundled as `dist/workflow-panel.js`.
import { button, h } from '../../run-panel/webview/dom.ts';
import { adoptDrawingRules } from '../../run-panel/webview/theme.ts';
import type { ToPage, WorkflowView } from '../messages.ts';
import { comparisonView } from './comparison-view.ts';
import { workflowHeading } from './heading.ts';
import { connectHost, type Page } from './page.ts';
import { progressId, stepCard } from './step-card.ts';

const host = connectHost();
const root = document.querySelector('main') ?? document.body;
let page: Page | undefined;

function show(view: WorkflowView, shown: Page): void {
  const { activeElement } = document;
  const at = scrollY;
  const again = button(shown.texts.runAgain, () => shown.send({ kind: 'run' }));
  root.replaceChildren(
    h('p', { id: 'stale', class: 'note', role: 'status', hidden: true }, `${shown.texts.stale} `, again),
    workflowHeading(view, shown),
    h('ol', { class: 'steps' }, ...view.steps.map((step, index) => stepCard(step, index, shown))),
    ...comparisonView(view, shown),
  );
  if (activeElement?.id) document.getElementById(activeElement.id)?.focus({ preventScroll: true });
  scrollTo(0, at || (host.getState() ?? 0));
}

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'start')
    page = { texts: data.texts, lang: data.lang, send: (message) => host.postMessage(message) };
  else if (page === undefined) return;
  else if (data.kind === 'show') show(data.view, page);
  else if (data.kind === 'progress')
    document.getElementById(progressId(data.step))?.setAttribute('value', String(data.done));
  else document.getElementById('stale')?.toggleAttribute('hidden', !data.stale);
});
addEventListener('scrollend', () => host.setState(scrollY));
adoptDrawingRules();
host.postMessage({ kind: 'ready' });
