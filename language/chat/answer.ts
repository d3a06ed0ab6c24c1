import type { Lang } from '../algorithm.ts';
import { ALGORITHMS } from '../algorithms/index.ts';
import { type Call, writeCode } from '../call.ts';
import { explain } from '../explain.ts';
import { explanationMarkdown } from '../explain-text.ts';
import { entryOf } from '../program.ts';
import { aboutMarkdown } from './about.ts';
import { comparisonMarkdown } from './comparison.ts';
import { MAX_CHAT_WORK } from './limits.ts';
import { escaped, paragraphs, table } from './markdown.ts';
import { changeMarkdown, fixedMarkdown, type Known } from './reply.ts';
import type { Route } from './route.ts';
import { CHAT } from './words.ts';

const said = (content: string): Known => ({ outcome: 'completed', content, calls: [] });

/** The routes that a simulator does not answer. */
type KnownRoute = Exclude<Route, { readonly intent: 'run' }>;

/** The answer to a route that needs no model. */
export function knownAnswer(route: KnownRoute): Known {
  const { lang } = route;
  const words = CHAT[lang];
  switch (route.intent) {
    case 'greeting':
    case 'thanks':
      return said(words[route.intent]);
    case 'decline':
      return { outcome: 'refused', content: words.decline, calls: [] };
    case 'help':
      return said(helpMarkdown(lang));
    case 'cost':
      return said(paragraphs(...words.cost));
    case 'missing':
      return said(words.missing[route.what]);
    case 'about':
      return said(aboutMarkdown(route.subjects, lang));
    case 'explain':
      return said(explainMarkdown(route.calls, lang));
    case 'compare':
      return said(comparisonMarkdown(route.calls, route.subjects, lang));
    case 'change': {
      const { before, calls = before.calls } = route;
      return {
        outcome: 'completed',
        content: changeMarkdown(before.calls, calls, lang),
        code: writeCode(...calls),
        calls,
      };
    }
    case 'fix': {
      const { mended } = route;
      if (mended.state === 'mended') return fixedMarkdown(mended.code, mended.messages, lang);
      return said(words.nothingToFix);
    }
    case 'generate':
      return said(words.missing.request);
  }
}

function helpMarkdown(lang: Lang): string {
  const { helpHead, helpAsks, helpAlgorithms, helpEnd } = CHAT[lang];
  const names = ALGORITHMS.map(({ title }) => escaped(title[lang])).sort((a, b) => a.localeCompare(b, lang));
  return paragraphs(helpHead, table(['', ''], helpAsks), `${helpAlgorithms} ${names.join(', ')}.`, helpEnd);
}

const MOST_EXPLAINED = 6;

/** One call in full; of several each its own step, without what repeats. */
function explainMarkdown(calls: readonly Call[], lang: Lang): string {
  const [only, ...more] = calls;
  if (only !== undefined && more.length === 0) return smaller(explanationMarkdown(explain(only, lang, MAX_CHAT_WORK)));
  return paragraphs(
    ...calls.slice(0, MOST_EXPLAINED).map((call, at) => {
      const { sections } = explain(call, lang, MAX_CHAT_WORK);
      const title = `${CHAT[lang].step} ${at + 1} · ${entryOf(call.program).title[lang]}`;
      const shown = [sections[0], sections[1], ...sections.slice(-2, -1)].filter((section) => section !== undefined);
      return smaller(explanationMarkdown({ title, code: writeCode(call), sections: shown }));
    }),
  );
}

/** Headings of a page are too loud in a conversation. */
const smaller = (markdown: string): string =>
  markdown
    .replace(/^# (.*)$/gm, '### $1')
    .replace(/^## (.*)$/gm, '**$1**')
    .trimEnd();
