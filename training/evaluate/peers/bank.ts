import { plain } from '@bioql/language/normalize';
import { rows } from '../../dataset/main.ts';
import { codeBlock, type Example } from './few-shot.ts';

const ROWS = 8000;
const SEED = 7;

interface Row {
  readonly task: string;
  readonly instruction: string;
  readonly code: string;
  readonly reply: readonly { readonly text?: string }[];
}

const wordsOf = (text: string): Set<string> => new Set(plain(text).match(/[a-z]+|\d+/g));

/** Requests with their answers, from the training data: the ones nearest to a request are the best examples that there are for it. */
export function createBank(): (prompt: string, count: number) => Example[] {
  const examples = [...rows(ROWS, SEED)]
    .map((line) => JSON.parse(line) as Row)
    .filter(({ task }) => task !== 'fix')
    .map(({ instruction, code, reply }) => ({
      prompt: instruction,
      // `refuse REASON LANG`, without the language.
      reply: code === '' ? (reply[0]?.text ?? '').replace(/ \w+$/, '') : codeBlock(code),
      words: wordsOf(instruction),
    }));
  const known = new Map<string, number>();
  for (const { words } of examples) for (const word of words) known.set(word, (known.get(word) ?? 0) + 1);
  const weight = (word: string): number => Math.log(examples.length / (known.get(word) ?? 1));
  const sum = (words: Iterable<string>): number => [...words].reduce((total, word) => total + weight(word), 0);
  const weighed = examples.map((example) => ({ ...example, total: sum(example.words) }));
  return (prompt, count) => {
    const asked = wordsOf(prompt);
    const near = ({ words, total }: (typeof weighed)[number]): number =>
      sum([...words].filter((word) => asked.has(word))) / (1 + total);
    return weighed
      .map((example) => ({ example, score: near(example) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, count)
      .reverse()
      .map(({ example: { prompt, reply } }) => ({ prompt, reply }));
  };
}
