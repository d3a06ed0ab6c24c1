import type { Random } from './random.ts';

const PI =
  /^([+-]?)\(?(\d{1,5}(?:\.\d{0,6})?|\.\d{1,6})?(?:\/(\d{1,5}))?\)?\*?pi(?:\*(\d{1,5}))?(?:\/(\d{1,5}(?:\.\d{0,6})?))?$/;
const DECIMAL = /^[+-]?(?:\d{1,6}(?:\.\d{0,20})?|\.\d{1,20})(?:e[+-]?\d{1,2})?$/;
const DEGREES = /^([+-]?)(\d{1,5}(?:\.\d{0,6})?)(?:°|deg|degrees?|grados?)$/;
/** The greatest term of a fraction of pi. */
const LONGEST = 99_999n;
const CANONICAL = /^(-?)(?:(\d+)\*)?pi(?:\/(\d+))?$/;

/** Signs and names of pi as ASCII, without spaces and units. */
const squeeze = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2212\u2010-\u2014]/g, '-')
    .replace(/\u03c0|(?:np|numpy|math)\.pi/g, 'pi')
    .replace(/[\s\u00b7]+/g, '')
    .replace(/(?:rad|radians?|radianes)$/, '');

/** A decimal number as a fraction of integers. */
function ratio(decimal: string): readonly [bigint, bigint] {
  const [whole = '', part = ''] = decimal.split('.');
  return [BigInt(whole + part), 10n ** BigInt(part.length)];
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));

/** `over / under` times pi; as a decimal when the terms are too long to read. */
function writePi(sign: string, over: bigint, under: bigint): string | undefined {
  if (under === 0n) return undefined;
  if (over === 0n) return '0';
  if (over > LONGEST || under > LONGEST) return writeNumber(sign, (Number(over) * Math.PI) / Number(under));
  const minus = sign === '-' ? '-' : '';
  return `${minus}${over === 1n ? '' : `${over}*`}pi${under === 1n ? '' : `/${under}`}`;
}

const lowest = (over: bigint, under: bigint): readonly [bigint, bigint] => {
  const common = divisor(over, under);
  return common === 0n ? [over, under] : [over / common, under / common];
};

/** The digits of a decimal number as they were written, without those that say nothing. */
function writeDecimal(text: string): string {
  const [, sign = '', whole = '', part = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  const decimals = part.slice(0, 16).replace(/0+$/, '');
  const digits = `${whole.replace(/^0+/, '') || '0'}${decimals === '' ? '' : `.${decimals}`}`;
  return sign === '-' && digits !== '0' ? `-${digits}` : digits;
}

const writeNumber = (sign: string, size: number): string | undefined =>
  size < 1e6 ? writeDecimal(sign + size.toFixed(16)) : undefined;

/**
 * The canonical form of an angle: `[-][k*]pi[/m]`, or a decimal number of radians. Reads `π`, `3pi/4`,
 * `0.5*pi`, `1e-3` and `90°` too; `undefined` when the text is no angle.
 */
export function readAngle(text: string): string | undefined {
  if (/[\d.]\s+[\d.]/.test(text)) return undefined;
  const tight = squeeze(text);
  const match = PI.exec(tight);
  if (match !== null) {
    const [, sign = '', k = '1', divided = '1', times = '1', m = '1'] = match;
    const [[over, tenths], [by, parts]] = [ratio(k), ratio(m)];
    const terms = [over * BigInt(times) * parts, tenths * BigInt(divided) * by] as const;
    return writePi(sign, ...(`${k}${m}`.includes('.') ? lowest(...terms) : terms));
  }
  const [, turn = '', degrees] = DEGREES.exec(tight) ?? [];
  if (degrees !== undefined) {
    const [over, under] = ratio(degrees);
    return writePi(turn, ...lowest(over, under * 180n));
  }
  if (!DECIMAL.test(tight)) return undefined;
  const minus = tight.startsWith('-') ? '-' : '';
  return tight.includes('e') ? writeNumber(minus, Math.abs(Number(tight))) : writeDecimal(tight);
}

/** The two integers of a canonical angle that is a fraction of pi; 0 is `0/1`. */
export function fractionOfPi(angle: string): readonly [number, number] | undefined {
  if (angle === '0') return [0, 1];
  const match = CANONICAL.exec(angle);
  if (match === null) return undefined;
  const [, sign, k = '1', m = '1'] = match;
  return [sign === '-' ? -Number(k) : Number(k), Number(m)];
}

/** The value of a canonical angle. */
export function radiansOf(angle: string): number {
  const fraction = fractionOfPi(angle);
  return fraction === undefined ? Number(angle) : (fraction[0] * Math.PI) / fraction[1];
}

/** Regular expression source for an angle within a text. */
export const ANGLE_IN_TEXT = (() => {
  const number = '(?:\\d{1,6}(?:\\.\\d{1,15})?|\\.\\d{1,15})';
  const ofPi = `(?:${number} ?[*\\u00b7]? ?)?(?:\\u03c0|pi(?![a-z]))(?: ?[*] ?\\d{1,5})?(?: ?/ ?\\d{1,5})?`;
  return `[-+\\u2212]?(?:${ofPi}|${number}(?: ?(?:\\u00b0|deg(?:rees)?|grados))?)`;
})();

const INTEGER = '([2-9] | [1-9] [0-9]{1,4})';

/** GBNF for a canonical angle. */
export const ANGLE_GRAMMAR = `("0" | "-"? ((${INTEGER} "*")? "pi" ("/" ${INTEGER})? | [1-9] [0-9]{0,5} ("." [0-9]{0,15} [1-9])? | "0." [0-9]{0,15} [1-9]))`;

const COMMON =
  'pi pi/2 pi/3 pi/4 pi/5 pi/6 pi/8 pi/16 2*pi/3 3*pi/2 3*pi/4 3*pi/8 5*pi/4 5*pi/6 7*pi/8 -pi -pi/2 -pi/3 -pi/4 -pi/8 -3*pi/4'.split(
    ' ',
  );

/** An angle as people choose them: mostly a small fraction of pi. */
export const randomAngle = (random: Random): string =>
  random.chance(0.7) ? random.pick(COMMON) : String(random.pick([-1, 1, 1, 1]) * (random.between(1, 314) / 100));
