import assert from 'node:assert/strict';
import { fractionOfPi, radiansOf, randomAngle, readAngle } from '../angle.ts';
import { createRandom } from '../random.ts';

describe('angles', () => {
  it('have one canonical form, which reads as itself', () => {
    const random = createRandom(3);
    for (let at = 0; at < 300; at += 1) {
      const angle = randomAngle(random);
      assert.equal(readAngle(angle), angle);
      assert.ok(Number.isFinite(radiansOf(angle)));
    }
  });

  const READINGS: readonly (readonly [string, string, number])[] = [
    ['pi', 'pi', Math.PI],
    ['π/2', 'pi/2', Math.PI / 2],
    ['-pi/2', '-pi/2', -Math.PI / 2],
    ['\u2212 3 * PI / 4', '-3*pi/4', (-3 * Math.PI) / 4],
    ['3pi/4', '3*pi/4', (3 * Math.PI) / 4],
    ['(3/4)*pi', '3*pi/4', (3 * Math.PI) / 4],
    ['pi*3/4', '3*pi/4', (3 * Math.PI) / 4],
    ['1*pi/1', 'pi', Math.PI],
    ['0.5*pi', 'pi/2', Math.PI / 2],
    ['np.pi/8', 'pi/8', Math.PI / 8],
    ['90°', 'pi/2', Math.PI / 2],
    ['45 degrees', 'pi/4', Math.PI / 4],
    ['2*pi/4', '2*pi/4', Math.PI / 2],
    ['0*pi', '0', 0],
    ['-0.0', '0', 0],
    ['0.50', '0.5', 0.5],
    ['.25 rad', '0.25', 0.25],
    ['-01.25', '-1.25', -1.25],
    ['1e-3', '0.001', 0.001],
    ['1.5707963267948966', '1.5707963267948966', Math.PI / 2],
  ];
  for (const [text, canonical, radians] of READINGS) {
    it(`reads ${text}`, () => {
      assert.equal(readAngle(text), canonical);
      assert.ok(Math.abs(radiansOf(canonical) - radians) < 1e-15);
    });
  }

  it('are nothing else', () => {
    for (const text of [
      '',
      'pie',
      'pi/0',
      'a',
      '1 2',
      '--1',
      'pi/pi',
      '1e99',
      '1/',
      '0x10',
      'theta',
      '1e',
      '9999999',
    ]) {
      assert.equal(readAngle(text), undefined, text);
    }
  });

  it('know which fraction of pi they are', () => {
    assert.deepEqual(fractionOfPi('-3*pi/4'), [-3, 4]);
    assert.deepEqual(fractionOfPi('0'), [0, 1]);
    assert.equal(fractionOfPi('0.5'), undefined);
  });
});
