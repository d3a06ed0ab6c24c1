import type { About } from '../messages.ts';
import { h } from './dom.ts';
import type { Page } from './page.ts';

/** What a learner reads about the algorithm. */
export function knowledgeView({ reasoning, what, steps, when, source }: About, { texts }: Page): HTMLElement[] {
  return [
    h('p', {}, what),
    h('h3', {}, texts.thisProgram),
    h('p', {}, reasoning),
    h('h3', {}, texts.steps),
    h('ol', {}, ...steps.map((step) => h('li', {}, step))),
    h('h3', {}, texts.when),
    h('p', {}, when),
    h('h3', {}, texts.source),
    h('p', {}, h('a', { href: source.url }, source.title)),
  ];
}

/** The same, to unfold. */
export function aboutView(about: About, page: Page): HTMLElement {
  const details = h(
    'details',
    { id: 'about', open: page.host.state().aboutOpen },
    h('summary', {}, h('h2', {}, page.texts.about)),
    ...knowledgeView(about, page),
  );
  details.addEventListener('toggle', () => page.host.change({ aboutOpen: details.open }));
  return details;
}
