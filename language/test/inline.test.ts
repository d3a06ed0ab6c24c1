import assert from 'node:assert/strict';
import type { Call } from '@bioql/language/call';
import { suggestAt } from '@bioql/language/inline';
import { readProgram } from '@bioql/language/program';
import { findCalls } from '@bioql/language/python';

const IMPORT = 'from bioql import quantum\n\n';

function at(marked: string, invoked = false) {
  const cut = marked.indexOf('¦');
  assert.ok(cut >= 0, 'no cursor');
  const [prefix, suffix] = [marked.slice(0, cut), marked.slice(cut + 1)];
  return { prefix, suffix, suggestion: suggestAt(prefix, suffix, invoked) };
}

/** The text after the first suggestion is taken; `undefined` when there is none that needs no request. */
function taken(marked: string, invoked = false): string | undefined {
  const { prefix, suffix, suggestion } = at(marked, invoked);
  return suggestion.kind === 'ready' ? prefix + suggestion.texts[0] + suffix : undefined;
}

const call = (program: string, more: Partial<Call> = {}): Call => {
  const read = readProgram(program);
  assert.ok(read, program);
  return { name: 'result', program: read, backend: 'simulator', shots: 1024, ...more };
};

/** The text once a model has answered with these calls. */
function answered(marked: string, calls: readonly Call[], invoked = false) {
  const { prefix, suffix, suggestion } = at(marked, invoked);
  assert.ok(suggestion.kind === 'ask', `asks nothing: ${JSON.stringify(suggestion)}`);
  const text = suggestion.write(calls);
  return { prompt: suggestion.prompt, text: text === undefined ? undefined : prefix + text + suffix };
}

const GHZ = call('Create 3-qubit GHZ state');
const GHZ_CALL = 'quantum("Create 3-qubit GHZ state", backend="simulator", shots=1024)';

describe('inline suggestions that need no request', () => {
  for (const [marked, whole] of [
    // the program string, by what is typed of it
    ['r = quantum("Create 3¦', 'r = quantum("Create 3-qubit GHZ state", backend="simulator", shots=1024)'],
    ['r = quantum("create b¦")', 'r = quantum("create bell state")'],
    ['r = quantum("Create 7¦", shots=5)', 'r = quantum("Create 7-qubit GHZ state", shots=5)'],
    ["r = quantum('Create B¦", `r = quantum('Create Bell state', backend="simulator", shots=1024)`],
    ['r = quantum("Create B¦)', 'r = quantum("Create Bell state", backend="simulator", shots=1024)'],
    ['ghz = quantum("¦")', 'ghz = quantum("Create 3-qubit GHZ state")'],
    ['ghz = quantum(¦)', `ghz = ${GHZ_CALL}`],
    // backends and shots
    ['r = quantum("Create Bell state", backend="ibm_t¦")', 'r = quantum("Create Bell state", backend="ibm_torino")'],
    [
      'r = quantum("Create Bell state", backend="ionq_q¦',
      'r = quantum("Create Bell state", backend="ionq_qpu", shots=1024)',
    ],
    ['r = quantum("Create Bell state", backend=¦', 'r = quantum("Create Bell state", backend="simulator", shots=1024)'],
    [
      '# Bell on ibm torino, 500 shots\nr = quantum("Create Bell state", backend="¦")',
      '# Bell on ibm torino, 500 shots\nr = quantum("Create Bell state", backend="ibm_torino")',
    ],
    [
      '# 500 shots please\nr = quantum("Create Bell state", shots=¦)',
      '# 500 shots please\nr = quantum("Create Bell state", shots=500, backend="simulator")',
    ],
    ['r = quantum("Create Bell state", shots=20¦', 'r = quantum("Create Bell state", shots=2048, backend="simulator")'],
    [
      'r = quantum(\n    "Create Bell state",\n    backend="ionq_f¦"\n)',
      'r = quantum(\n    "Create Bell state",\n    backend="ionq_forte"\n)',
    ],
    // keywords and the end of the call
    ['r = quantum("Create Bell state"¦)', 'r = quantum("Create Bell state", backend="simulator", shots=1024)'],
    ['r = quantum("Create Bell state", ¦)', 'r = quantum("Create Bell state", backend="simulator", shots=1024)'],
    ['r = quantum("Create Bell state",¦)', 'r = quantum("Create Bell state", backend="simulator", shots=1024)'],
    ['r = quantum("Create Bell state", sh¦)', 'r = quantum("Create Bell state", shots=1024)'],
    ['r = quantum("Create Bell state", backend="aer"¦', 'r = quantum("Create Bell state", backend="aer", shots=1024)'],
    [
      'r = quantum("Create Bell state", backend="aer", shots=77¦',
      'r = quantum("Create Bell state", backend="aer", shots=77)',
    ],
    // the print
    [`r = ${GHZ_CALL}¦`, `r = ${GHZ_CALL}\nprint(r)`],
    [`r = ${GHZ_CALL}\n¦`, `r = ${GHZ_CALL}\nprint(r)`],
    [`r = ${GHZ_CALL}\npr¦`, `r = ${GHZ_CALL}\nprint(r)`],
    [`if True:\n    r = ${GHZ_CALL}\n    ¦`, `if True:\n    r = ${GHZ_CALL}\n    print(r)`],
    // names
    [`${IMPORT}ghz = ¦`, `${IMPORT}ghz = ${GHZ_CALL}\nprint(ghz)`],
    [`${IMPORT}ghz = qu¦`, `${IMPORT}ghz = ${GHZ_CALL}\nprint(ghz)`],
    [`${IMPORT}ghz =¦`, `${IMPORT}ghz = ${GHZ_CALL}\nprint(ghz)`],
    [`${IMPORT}ghz = ¦\nprint(ghz)\n`, `${IMPORT}ghz = ${GHZ_CALL}\nprint(ghz)\n`],
    [`${IMPORT}def make_ghz():\n    ¦`, `${IMPORT}def make_ghz():\n    result = ${GHZ_CALL}\n    return result`],
    [`${IMPORT}x = q¦`, `${IMPORT}x = quantum("Create Bell state", backend="simulator", shots=1024)\nprint(x)`],
    // the import
    ['from bioq¦', 'from bioql import quantum'],
    ['from bioql im¦\n\nx = 1\n', 'from bioql import quantum\n\nx = 1\n'],
  ] as const) {
    it(JSON.stringify(marked), () => assert.equal(taken(marked), whole));
  }

  it('offers every backend that goes on', () => {
    const { suggestion } = at('quantum("Create Bell state", backend="ionq_¦")');
    assert.deepEqual(suggestion.kind === 'ready' && suggestion.texts.slice(0, 3), [
      'simulator',
      'ideal',
      'aria_simulator',
    ]);
  });
});

describe('inline suggestions are silent', () => {
  for (const marked of [
    '# a Bell state\n¦',
    'import numpy as np\n# a Bell state\n¦',
    'def ghz():\n    ¦',
    'x = ¦',
    `${IMPORT}x = ¦`,
    `${IMPORT}¦`,
    `${IMPORT}# plot the counts\n¦`,
    `${IMPORT}# type: ignore\n¦`,
    `${IMPORT}# ------\n¦`,
    `${IMPORT}# a GHZ state¦`,
    `${IMPORT}# a GHZ state\n¦\nresult = ${GHZ_CALL}\n`,
    `${IMPORT}# a GHZ state\nfor¦`,
    `${IMPORT}# a GHZ state\n¦x = 1`,
    `${IMPORT}"""a GHZ state\n¦`,
    `${IMPORT}text = "a GHZ¦"`,
    `${IMPORT}r = ${GHZ_CALL}\nprint(r)\n¦`,
    `r = ${GHZ_CALL}¦\nprint(r)`,
    'from qiskit import quantum\nr = quantum("Create ¦")',
    'r = quantum("Create ¦ state")',
    'r = quantum("Create Bell state", backend="ib¦m")',
    'r = quantum("zzz¦")',
    'r = quantum(f"Create ¦")',
    'r = quantum("Create Bell state", note="¦")',
  ]) {
    it(JSON.stringify(marked), () => assert.equal(at(marked).suggestion.kind, 'none'));
  }
});

describe('inline suggestions that ask', () => {
  it('write code below a comment, with the import only where it is missing', () => {
    const { prompt, text } = answered('# bioql: three qubits that always agree\n¦\n', [GHZ]);
    assert.equal(prompt, 'three qubits that always agree');
    assert.equal(text, `# bioql: three qubits that always agree\n${IMPORT}result = ${GHZ_CALL}\nprint(result)\n`);
    assert.equal(
      answered(`${IMPORT}# three that\n# agree\n¦`, [GHZ]).text,
      `${IMPORT}# three that\n# agree\nresult = ${GHZ_CALL}\nprint(result)`,
    );
  });

  it('go on with what is typed of the statement', () => {
    const whole = `${IMPORT}# three\nresult = ${GHZ_CALL}\nprint(result)`;
    for (const typed of ['', 'res', 'result', 'result =', 'result = ', 'result = qua']) {
      assert.equal(answered(`${IMPORT}# three\n${typed}¦`, [GHZ]).text, whole, typed);
    }
    assert.equal(
      answered(`${IMPORT}# three\nagree = ¦`, [GHZ]).text,
      `${IMPORT}# three\nagree = ${GHZ_CALL}\nprint(agree)`,
    );
  });

  it('fill the program string and its keywords under a comment', () => {
    const ionq = call('Create 3-qubit GHZ state', { backend: 'ionq_qpu', shots: 500 });
    const whole = '# three\nr = quantum("Create 3-qubit GHZ state", backend="ionq_qpu", shots=500)';
    for (const typed of ['r = quantum("¦', 'r = quantum(¦', 'r = quantum(¦)']) {
      assert.equal(answered(`# three\n${typed}`, [ionq]).text, whole, typed);
    }
    assert.equal(
      answered('# three\nr = quantum("¦")', [ionq]).text,
      '# three\nr = quantum("Create 3-qubit GHZ state")',
    );
  });

  it('fill a function from its docstring, in its indentation', () => {
    const { prompt, text } = answered(
      `${IMPORT}async def agree(\n    n: int = 3,\n) -> dict:\n    """Three that agree.\n\n    More.\n    """\n    ¦\n`,
      [GHZ],
    );
    assert.equal(prompt, 'Three that agree.');
    assert.match(text ?? '', /"""\n {4}result = quantum\("Create 3-qubit GHZ state".*\n {4}return result\n$/);
    const shown = answered(`${IMPORT}def main():\n\t"""Three that agree."""\n\t¦`, [GHZ]).text ?? '';
    assert.match(shown, /\n\tresult = quantum.*\n\tprint\(result\)$/);
  });

  it('leave out what comes next anyway', () => {
    const whole = `${IMPORT}# three\nresult = ${GHZ_CALL}\nprint(result)\n`;
    assert.equal(answered(`${IMPORT}# three\n¦\nprint(result)\n`, [GHZ]).text, whole);
    assert.equal(
      answered(`${IMPORT}# three\n¦\nprint(agree)\n`, [GHZ]).text,
      `${IMPORT}# three\nagree = ${GHZ_CALL}\nprint(agree)\n`,
    );
  });

  it('do not take a name that is taken, and write several calls', () => {
    const before = `${IMPORT}result = ${GHZ_CALL}\nprint(result)\n`;
    assert.match(answered(`${before}# three\n¦`, [GHZ]).text ?? '', /result_2 = quantum.*\nprint\(result_2\)$/);
    const two = [
      call('Create Bell state', { name: 'result_1' }),
      call('Create Bell state', { name: 'result_2', backend: 'ibm_brisbane' }),
    ];
    const { text } = answered(`${IMPORT}# Bell here and there\n¦`, two);
    assert.deepEqual(
      findCalls(text ?? '').map((site) => `${site.name} ${site.call?.backend}`),
      ['result_1 simulator', 'result_2 ibm_brisbane'],
    );
  });

  it('call the function by the name that it has in the file', () => {
    for (const [line, name] of [
      ['from bioql import quantum as q', 'q'],
      ['import bioql', 'bioql.quantum'],
    ]) {
      const text = answered(`${line}\n# three\n¦`, [GHZ]).text ?? '';
      assert.equal(text, `${line}\n# three\nresult = ${GHZ_CALL.replace('quantum', name ?? '')}\nprint(result)`);
    }
  });

  it('refuse an answer that cannot run', () => {
    assert.equal(answered(`${IMPORT}# three\n¦`, [{ ...GHZ, shots: 0 }]).text, undefined);
    assert.equal(answered(`${IMPORT}# three\n¦`, []).text, undefined);
  });

  it('by hand ask also at the end of a comment, of a name, and of nothing but the sentence of the file', () => {
    assert.equal(
      answered('# three that agree¦', [GHZ], true).text,
      `# three that agree\n${IMPORT}result = ${GHZ_CALL}\nprint(result)`,
    );
    assert.equal(answered('def agree_three():\n    ¦', [GHZ], true).prompt, 'agree three');
    assert.equal(answered('"""Three that agree."""\n\n¦', [GHZ], true).prompt, 'Three that agree.');
  });

  it('know Windows line ends', () => {
    const { text } = answered(`${IMPORT}# three\r\n¦\r\n`, [GHZ]);
    assert.equal(findCalls(text ?? '').length, 1);
  });
});

describe('inline suggestions anywhere', () => {
  it('never throw, and leave calls without a flaw', () => {
    const source = `${IMPORT}# three\nresult = ${GHZ_CALL}\nprint(result)\n\n\ndef ghz():\n    """Three."""\n    return quantum('Create Bell state', shots=5)\n`;
    for (let cut = 0; cut <= source.length; cut += 1) {
      for (const suffix of ['', '\n', ')', '"', '")', source.slice(cut)]) {
        const suggestion = suggestAt(source.slice(0, cut), suffix, cut % 2 === 0);
        const texts = suggestion.kind === 'ready' ? suggestion.texts : [];
        for (const text of texts) {
          assert.notEqual(text, '');
          assert.ok(findCalls(source.slice(0, cut) + text).length > 0 || /import/.test(source.slice(0, cut) + text));
        }
        if (suggestion.kind === 'ask') suggestion.write([GHZ]);
      }
    }
  });
});
