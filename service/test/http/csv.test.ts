import assert from 'node:assert/strict';
import { csvLine } from '../../src/http/csv.ts';

describe('a line of CSV', () => {
  it('quotes what would break it', () => {
    assert.equal(
      csvLine(['a', 'b,c', 'say "hi"', 'two\nlines', null, 1.5]),
      'a,"b,c","say ""hi""","two\nlines",,1.5\r\n',
    );
  });

  it('lets no text be run as a formula, and leaves numbers alone', () => {
    const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")'];
    assert.equal(csvLine([...cells, -1]), `'=1+1,'+1,'-1,'@SUM(A1),'\t=1,"'=HYPERLINK(""http://x"",""y"")",-1\r\n`);
  });
});
