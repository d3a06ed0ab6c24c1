import type { Lang } from '@bioql/language/algorithm';

const EN =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const EN_TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ES =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'.split(
    ' ',
  );
const ES_TENS = '- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ');
const ES_HUNDREDS =
  '- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(' ');

/** A number from 0 to 999,999 in words. */
export const numberWords = (value: number, lang: Lang): string => (lang === 'en' ? english(value) : spanish(value));

function english(value: number): string {
  if (value < 20) return EN[value] as string;
  if (value < 100) return `${EN_TENS[Math.floor(value / 10)]}${value % 10 === 0 ? '' : `-${EN[value % 10]}`}`;
  const [unit, name] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const rest = value % unit;
  return `${english(Math.floor(value / unit))} ${name}${rest === 0 ? '' : ` ${english(rest)}`}`;
}

function spanish(value: number): string {
  if (value < 30) return ES[value] as string;
  if (value < 100) return `${ES_TENS[Math.floor(value / 10)]}${value % 10 === 0 ? '' : ` y ${ES[value % 10]}`}`;
  if (value === 100) return 'cien';
  if (value < 1000)
    return `${ES_HUNDREDS[Math.floor(value / 100)]}${value % 100 === 0 ? '' : ` ${spanish(value % 100)}`}`;
  const thousands = Math.floor(value / 1000);
  return `${thousands === 1 ? '' : `${spanish(thousands)} `}mil${value % 1000 === 0 ? '' : ` ${spanish(value % 1000)}`}`;
}
