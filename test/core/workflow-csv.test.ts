import assert from 'node:assert/strict';
import { workflowCsv } from '../../src/core/workflow-csv.ts';

describe('the table of a program of several steps', () => {
  it('has a line for each outcome of each step, and quotes what holds commas', () => {
    const step = { program: 'Apply gates, "h"', backend: 'simulator', seed: 7 };
    const csv = workflowCsv([
      {
        ...step,
        step: 1,
        name: 'a',
        shots: 4,
        exact: Float64Array.of(0.5, 0, 0, 0.5),
        counts: new Map([
          [0, 3],
          [3, 1],
        ]),
      },
      { ...step, step: 2, name: '', shots: 1, exact: Float64Array.of(1 / 3, 2 / 3), counts: new Map([[1, 1]]) },
    ]);
    assert.deepEqual(csv.split('\n'), [
      'step,name,program,backend,shots,seed,outcome,decimal,probability,count,frequency',
      '1,a,"Apply gates, ""h""",simulator,4,7,00,0,0.5,3,0.75',
      '1,a,"Apply gates, ""h""",simulator,4,7,11,3,0.5,1,0.25',
      '2,,"Apply gates, ""h""",simulator,1,7,0,0,0.333333333333,0,0',
      '2,,"Apply gates, ""h""",simulator,1,7,1,1,0.666666666667,1,1',
      '',
    ]);
  });
});
