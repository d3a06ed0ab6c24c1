const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  cero: 0,
  uno: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  once: 11,
  doce: 12,
  trece: 13,
  catorce: 14,
  quince: 15,
  dieciseis: 16,
  diecisiete: 17,
  dieciocho: 18,
  diecinueve: 19,
  veinte: 20,
  veintiuno: 21,
  veintidos: 22,
  veintitres: 23,
  veinticuatro: 24,
  veinticinco: 25,
  veintiseis: 26,
  veintisiete: 27,
  veintiocho: 28,
  veintinueve: 29,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
  cien: 100,
  ciento: 100,
  doscientos: 200,
  doscientas: 200,
  trescientas: 300,
  cuatrocientas: 400,
  quinientas: 500,
  seiscientas: 600,
  setecientas: 700,
  ochocientas: 800,
  novecientas: 900,
  trescientos: 300,
  cuatrocientos: 400,
  quinientos: 500,
  seiscientos: 600,
  setecientos: 700,
  ochocientos: 800,
  novecientos: 900,
};
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  mil: 1000,
  million: 1_000_000,
  millon: 1_000_000,
  millones: 1_000_000,
};

/** Lower case, no accents, one space between words, typographic signs as ASCII. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\u2212\u2010-\u2014]/g, '-')
    .replace(/\u03c6|\u03a6/g, 'phi')
    .replace(/\u03c8|\u03a8/g, 'psi')
    .replace(/\s+/g, ' ')
    .trim();

/** Number words of both languages as digits: `two thousand and fifty shots` becomes `2050 shots`. */
export function digits(text: string): string {
  const out: string[] = [];
  let value: number | undefined;
  let total = 0;
  const flush = () => {
    if (value !== undefined || total > 0) out.push(String(total + (value ?? 0)));
    value = undefined;
    total = 0;
  };
  const words = text.split(' ');
  words.forEach((word, at) => {
    const [, core = '', tail = ''] = /^([a-z]+)(.*)$/.exec(word) ?? [];
    const unit = tail === '' || /^[,.;:!?)]/.test(tail) || tail.startsWith('-') ? UNITS[core] : undefined;
    const scale = SCALES[core];
    const joins = (core === 'and' || core === 'y') && tail === '' && (value !== undefined || total > 0);
    if (unit !== undefined && value !== undefined && !addable(value, unit)) flush();
    // "a thousand"
    if (scale !== undefined && value === undefined && /^(?:a|un)$/.test(out.at(-1) ?? '')) {
      out.pop();
      value = 1;
    }
    if (unit !== undefined) value = (value ?? 0) + unit;
    else if (scale !== undefined && (value !== undefined || core === 'mil')) {
      if (scale === 100) value = (value ?? 1) * 100;
      else {
        total += (value ?? 1) * scale;
        value = undefined;
      }
    } else if (joins && isNumberWord(words[at + 1])) return;
    else {
      flush();
      out.push(word);
      return;
    }
    if (tail !== '') {
      const rest = tail.startsWith('-') ? compound(tail.slice(1)) : undefined;
      if (rest !== undefined && value !== undefined) value += rest;
      const keep = rest === undefined ? tail : '';
      flush();
      out[out.length - 1] += keep;
    }
  });
  flush();
  return out.join(' ');
}

const addable = (value: number, unit: number): boolean =>
  (value % 100 === 0 && value > 0 && unit < 100) ||
  (value % 10 === 0 && value % 100 !== 0 && value >= 20 && unit > 0 && unit < 10);

const compound = (word: string): number | undefined =>
  UNITS[word] !== undefined && (UNITS[word] as number) < 10 ? UNITS[word] : undefined;

const isNumberWord = (word: string | undefined): boolean =>
  word !== undefined && (UNITS[word.replace(/[^a-z].*$/, '')] ?? SCALES[word.replace(/[^a-z].*$/, '')]) !== undefined;

/** A program string as readers compare it: plain, digits, no articles, `3 qubit` for every spelling of it. */
export const normalize = (program: string): string =>
  digits(plain(program))
    .replace(/\b(a|an|the)\b ?/g, '')
    .replace(/(\d)-(?=[a-z])/g, '$1 ')
    .replace(/\bq(u?)bits?\b/g, 'qubits')
    .replace(/[.!]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
