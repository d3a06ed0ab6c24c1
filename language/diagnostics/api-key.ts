import type { PythonFile, Span } from '../python.ts';
import { literalOf } from '../python-literals.ts';
import { type FileRule, report } from './diagnostic.ts';
import { importEdit } from './missing-import.ts';

const KEY = /\bbioql_(?:live|test)_[0-9A-Za-z]+/;
const WHOLE_KEY = /^bioql_(?:live|test)_[0-9A-Za-z]+$/;
const FROM_ENVIRONMENT = 'os.environ["BIOQL_API_KEY"]';

/** Keys in the source: a written `api_key=`, and whatever looks like one of ours. */
export const embeddedApiKey: FileRule = (file) => {
  const arguments_ = file.calls.flatMap(({ keywords }) =>
    keywords.flatMap(({ name, value, valueSpan }) =>
      name === 'api_key' && typeof value === 'string' && value !== '' ? [valueSpan] : [],
    ),
  );
  const strings = file.tokens.flatMap((token) => {
    if (token.kind !== 'string' || !KEY.test(token.text)) return [];
    if (arguments_.some(({ from, to }) => from <= token.from && token.to <= to)) return [];
    const whole = WHOLE_KEY.test(literalOf([token])?.value ?? '') && token.quotes?.closed;
    return [{ from: token.from, to: token.to, whole }];
  });
  const found = [...arguments_.map((span) => ({ ...span, whole: true })), ...strings];
  return found.map(({ from, to, whole }) =>
    report({
      code: 'embedded-api-key',
      from,
      to,
      values: { nearest: FROM_ENVIRONMENT },
      edits: whole ? fromEnvironment(file, { from, to }) : [],
    }),
  );
};

function fromEnvironment(file: PythonFile, span: Span) {
  const known = [...file.earlier, ...file.imports].some(({ as, member }) => as === 'os' && member === undefined);
  return [...(known ? [] : [importEdit(file, 'import os')]), { ...span, text: FROM_ENVIRONMENT }];
}
