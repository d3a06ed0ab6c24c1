import assert from 'node:assert/strict';
import { type CallSite, findCalls } from '@bioql/language/python';
import { createRandom } from '@bioql/language/random';

/** A call in short: `name = program | keyword=value ... | flaws`. */
function brief(site: CallSite): string {
  const { name = '', program, keywords, flaws } = site;
  const values = keywords.map((keyword) => `${keyword.name}=${keyword.value ?? '?'}`).join(' ');
  return [`${name}: ${program?.value ?? '?'}`, values, flaws.map(({ kind }) => kind).join(' ')].join(' | ');
}

const BELL = 'Create Bell state';

const SOURCES: readonly (readonly [what: string, source: string, calls: readonly string[]])[] = [
  ['a sound call', `r = quantum("${BELL}", shots=5)`, [`r: ${BELL} | shots=5 | `]],
  ['nothing but the name and a parenthesis', 'r = quantum(', ['r: ? |  | unclosed_parenthesis']],
  ['an open string', `r = quantum("${BELL}\nprint(r)`, [`r: ${BELL} |  | unclosed_parenthesis unclosed_string`]],
  [
    'an open string that took the parenthesis',
    `quantum("${BELL})`,
    [`: ${BELL} |  | unclosed_parenthesis unclosed_string`],
  ],
  [
    'an open string before a keyword line',
    `r = quantum(\n  "${BELL},\n  shots=5,\n)`,
    [`r: ${BELL}, | shots=5 | unclosed_string missing_comma`],
  ],
  [
    'an open parenthesis at the end',
    `r = quantum("${BELL}", backend="aer"`,
    [`r: ${BELL} | backend=aer | unclosed_parenthesis`],
  ],
  [
    'an open parenthesis before a statement',
    `r = quantum("${BELL}", shots=5\nprint(r)\ns = quantum("a")`,
    [`r: ${BELL} | shots=5 | unclosed_parenthesis`, 's: a |  | '],
  ],
  [
    'an open parenthesis before an assignment',
    `r = quantum("${BELL}",\ns = quantum("a")`,
    [`r: ${BELL} |  | unclosed_parenthesis`, 's: a |  | '],
  ],
  [
    'an open parenthesis before a definition further right',
    `class A:\n  r = quantum("${BELL}"\n    def f(self):\n      return quantum("a")`,
    [`r: ${BELL} |  | unclosed_parenthesis`, ': a |  | '],
  ],
  ['a bracket that closes something else', `x = [quantum("${BELL}"]`, [`: ${BELL} |  | unclosed_parenthesis`]],
  ['a missing comma', `r = quantum("${BELL}" shots=5)`, [`r: ${BELL} | shots=5 | missing_comma`]],
  [
    'a missing comma between keywords',
    `quantum("${BELL}", shots=5 backend="aer")`,
    [`: ${BELL} | shots=5 backend=aer | missing_comma`],
  ],
  [
    'a missing comma at the end of a line',
    `r = quantum(\n  "${BELL}"\n  shots=5,\n)`,
    [`r: ${BELL} | shots=5 | missing_comma`],
  ],
  ['a comma too many', `quantum("${BELL}",, shots=5)`, [`: ${BELL} | shots=5 | empty_argument`]],
  ['a missing value', `quantum("${BELL}", shots=)`, [`: ${BELL} | shots=? | missing_value`]],
  [
    'a missing value at the end of the line',
    `r = quantum("${BELL}", shots=\nprint(r)`,
    [`r: ${BELL} | shots=? | unclosed_parenthesis missing_value`],
  ],
  ['a keyword twice', `quantum("${BELL}", shots=1, shots=2)`, [`: ${BELL} | shots=1 shots=2 | repeated_keyword`]],
  ['a program behind the keywords', `quantum(shots=1, "${BELL}")`, [`: ${BELL} | shots=1 | positional_after_keyword`]],
  ['keywords in the first column', `r = quantum(\n"${BELL}",\nshots=5\n)`, [`r: ${BELL} | shots=5 | `]],
  ['a broken line before it', `x = (1 +\nimport os\nr = quantum("${BELL}")`, [`r: ${BELL} |  | `]],
  ['an open bracket before it', `x = (\nr = quantum("${BELL}")`, [`: ${BELL} |  | `]],
  ['an open string on the line before it', `x = "abc\nr = quantum("${BELL}")`, [`r: ${BELL} |  | `]],
  ['broken code behind it', `r = quantum("${BELL}")\ndef f(:\n  class`, [`r: ${BELL} |  | `]],
  [
    'Windows line ends',
    `r = quantum(\r\n  "${BELL}",\r\n  shots=5\r\nprint(r)\r\n`,
    [`r: ${BELL} | shots=5 | unclosed_parenthesis`],
  ],
  ['a program that is a variable', 'r = quantum(text, shots=n)', ['r: ? | shots=? | ']],
  ['a format string', 'quantum(f"Create {n}-qubit GHZ state")', [': ? |  | ']],
  ['bytes', 'quantum(b"Create Bell state")', [': ? |  | ']],
  ['parts side by side', 'quantum("Create " \'Bell\'\n  r" state")', [`: ${BELL} |  | `]],
  ['triple quotes', 'quantum("""Create\nBell state""")', [': Create\nBell state |  | ']],
  [
    'escapes',
    String.raw`quantum("Create \x42\u0065ll\40st\
ate\"")`,
    [`: ${BELL}" |  | `],
  ],
  [
    'a call in a call',
    `f(quantum(quantum("a"), backend="aer"), x=quantum("b"))`,
    [': ? | backend=aer | ', ': a |  | ', ': b |  | '],
  ],
  [
    'a call in a comprehension',
    `[quantum("a", shots=n) for n in range(3) if quantum("b")]`,
    [': a | shots=? | ', ': b |  | '],
  ],
  ['a named expression', `if (r := quantum("a")):`, ['r: a |  | ']],
  ['an annotated target', `r: Result = quantum("a")`, ['r: a |  | ']],
  ['numbers', 'quantum("a", shots=1_000, seed=-3, x=0x10, y=1e3)', [': a | shots=1000 seed=-3 x=16 y=1000 | ']],
  ['signs beyond the basic plane', 'x = "😀"; r = quantum("é😀", shots=5)', ['r: é😀 | shots=5 | ']],
];

const NAMES: readonly (readonly [source: string, calls: number])[] = [
  ['import bioql\nbioql.quantum("a")', 1],
  ['bioql.quantum("a")', 1],
  ['import bioql as b\nb.quantum("a")', 1],
  ['from bioql import quantum as q\nq("a")\nquantum("b")', 2],
  ['from bioql import (\n  other,\n  quantum as q,\n)\nq("a")', 1],
  ['from bioql import *\nquantum("a")', 1],
  ['q("a")', 0],
  ['other.quantum("a")', 0],
  ['my.bioql.quantum("a")', 0],
  ['from elsewhere import quantum\nquantum("a")', 0],
  ['def quantum(x):\n  return x\nquantum("a")', 0],
  ['class quantum(Base): pass', 0],
  ['# quantum("a")\n"quantum(1)"\nf"{quantum(2)}"\n"""\nquantum(3)\n"""', 0],
  ['quantumx("a"); xquantum("b"); quantum', 0],
];

describe('calls in broken code', () => {
  for (const [what, source, calls] of SOURCES) {
    it(`are read in ${what}`, () => assert.deepEqual(findCalls(source).map(brief), calls));
  }

  it('have spans that enclose what they name', () => {
    const source = '😀 = 1\nr = bioql.quantum("Create Bell state", backend = \'aer\' , shots=- 5)  # end';
    const [site] = findCalls(source);
    assert.ok(site?.program);
    const text = ({ from, to }: { from: number; to: number }) => source.slice(from, to);
    assert.equal(text(site), 'bioql.quantum("Create Bell state", backend = \'aer\' , shots=- 5)');
    assert.equal(text(site.callee), 'bioql.quantum');
    assert.equal(text(site.program), 'Create Bell state');
    assert.equal(text(site.program.outer), '"Create Bell state"');
    assert.deepEqual(
      site.keywords.map(({ nameSpan, valueSpan }) => [text(nameSpan), text(valueSpan)]),
      [
        ['backend', "'aer'"],
        ['shots', '- 5'],
      ],
    );
  });

  for (const [source, calls] of NAMES) {
    it(`count ${calls} in ${JSON.stringify(source)}`, () => assert.equal(findCalls(source).length, calls));
  }
});

const FILE = `#!/usr/bin/env python
"""Several calls, as people write them."""
from __future__ import annotations

import bioql
from bioql import quantum, quantum as q

CONFIG = {"a": [1, 2, (3)], 'b': """text with quantum("no") in it"""}


class Lab:
    def run(self, shots: int = 10) -> dict:
        state = quantum(
            "Create 3-qubit GHZ state",
            backend="simulator",  # free
            shots=1_000,
        )
        if state and (other := q('Create Bell state phi-', backend='aer', shots=5)):
            return {k: bioql.quantum("Run QFT on " f"{k}") for k in range(3)}
        return quantum("Run Grover search on " "3 qubits for 101")


result = quantum("Create Bell state", backend="simulator", shots=1024)
print(result, f"{result!r:>{10}}", quantum("Create uniform superposition of 4 qubits")["0000"])
`;

describe('cut and broken files', function () {
  this.timeout(20_000);
  const whole = findCalls(FILE);

  it('keep every call that is complete before a cut', () => {
    assert.equal(whole.length, 6);
    for (let cut = 0; cut <= FILE.length; cut += 1) {
      const found = findCalls(FILE.slice(0, cut));
      for (const site of whole.filter(({ to }) => to <= cut)) {
        const same = found.find(({ from }) => from === site.from);
        assert.deepEqual(same, site, `cut at ${cut}`);
      }
    }
  });

  it('are read without a failure, and every span lies in the text', () => {
    const random = createRandom(4);
    const pieces = [
      '"',
      "'",
      '"""',
      '(',
      ')',
      '[',
      '}',
      ',',
      '=',
      '\\',
      '\n',
      '\r',
      '#',
      'quantum(',
      'f"{',
      '😀',
      'def ',
      '\t',
    ];
    for (let round = 0; round < 3000; round += 1) {
      let text = FILE;
      for (let edit = random.between(1, 4); edit > 0; edit -= 1) {
        const at = random.between(0, text.length);
        text = text.slice(0, at) + random.pick(pieces) + text.slice(at + random.pick([0, 1, 3, 40]));
      }
      for (const { from, to, callee, args, program, keywords } of findCalls(text)) {
        const spans = [callee, args, ...(program ? [program, program.outer] : [])];
        for (const { nameSpan, valueSpan } of keywords) spans.push(nameSpan, valueSpan);
        for (const span of spans) assert.ok(from <= span.from && span.from <= span.to && span.to <= text.length, text);
        assert.ok(from < to && to <= text.length);
      }
    }
  });
});
