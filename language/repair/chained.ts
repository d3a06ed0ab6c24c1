import { literalOf, numberOf, pythonString } from '../python-literals.ts';
import type { Token } from '../python-tokens.ts';
import { backendMeant } from '../spoken-backend.ts';
import { closerOf } from './statements.ts';
import type { Rule, Step } from './step.ts';
import { shotsMeant } from './values.ts';

const CALLEE = /^(?:quantum|bioql|BioQL)$/;
const BACKEND = /^(?:on|backend|device|using|run_on|with_backend|en|sobre)$/;
const SHOTS = /^(?:shots|repeat|times|with_shots|disparos|repetir)$/;
const NOTHING = /^(?:run|execute|result|ejecutar)$/;

/** `bioql("Create Bell state").on("ionq").shots(100)`: what is chained becomes keywords. */
export const chainedCall: Rule = ({ tokens, source }) =>
  tokens.flatMap((token, at): Step[] => {
    const close = tokens[at + 1]?.text === '(' ? closerOf(tokens, at + 1) : undefined;
    const program = tokens[at + 2];
    if (!CALLEE.test(token.text) || tokens[at - 1]?.text === '.' || close !== at + 3) return [];
    if (program === undefined || literalOf([program]) === undefined) return [];
    const chain = chainAt(tokens, close);
    if (chain === undefined || chain.end === close) return [];
    const keywords = chain.keywords.map((keyword) => `, ${keyword}`).join('');
    const text = `quantum(${source.slice(program.from, program.to)}${keywords})`;
    const message = {
      en: 'Backend and shots are arguments of quantum().',
      es: 'El backend y las mediciones son argumentos de quantum().',
    };
    return [{ kind: 'call', message, edits: [{ from: token.from, to: (tokens[chain.end] as Token).to, text }] }];
  });

/** The keywords that the methods behind a parenthesis say; `undefined` when one of them is another. */
function chainAt(tokens: readonly Token[], close: number): { keywords: string[]; end: number } | undefined {
  const keywords: string[] = [];
  let end = close;
  while (tokens[end + 1]?.text === '.' && tokens[end + 3]?.text === '(') {
    const name = tokens[end + 2]?.text ?? '';
    const closer = closerOf(tokens, end + 3);
    if (closer === undefined) return undefined;
    const args = tokens.slice(end + 4, closer);
    const value = literalOf(args)?.value ?? numberOf(args);
    const backend = BACKEND.test(name) && typeof value === 'string' ? backendMeant(value) : undefined;
    const shots = SHOTS.test(name) && value !== undefined ? shotsMeant(value) : undefined;
    if (backend !== undefined) keywords.push(`backend=${pythonString(backend)}`);
    else if (shots !== undefined) keywords.push(`shots=${shots}`);
    else if (!NOTHING.test(name) || args.length > 0) return undefined;
    end = closer;
  }
  return { keywords, end };
}
