import type { Lang } from '@bioql/language/algorithm';
import type { Random } from '@bioql/language/random';

const OPENINGS: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    '# ',
    '# TODO: ',
    'Hi, ',
    'hey, ',
    'please ',
    'ok so ',
    'For my class: ',
    'quick one: ',
    'BioQL: ',
    'Hello! ',
    'next: ',
    '// ',
    '"""',
    'I need this: ',
    'Could you do this? ',
  ],
  es: [
    '# ',
    '# TODO: ',
    'Hola, ',
    'oye, ',
    'por favor, ',
    'bueno, ',
    'Para clase: ',
    'una rápida: ',
    'BioQL: ',
    '¡Hola! ',
    'ahora: ',
    'Buenas, ',
    'necesito esto: ',
    '¿Puedes hacer esto? ',
  ],
};

const DEVICE: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    ' on {device}',
    ', on {device}',
    ', run it on {device}',
    '. Use {device}.',
    ' using {device}',
    ' (backend: {device})',
    ' and send it to {device}',
    ' @ {device}',
    '. It should run on {device}',
    ', {device} please',
    ' backend={device}',
    '. Hardware: {device}',
    ' via {device}',
  ],
  es: [
    ' en {device}',
    ', en {device}',
    ', ejecútalo en {device}',
    '. Usa {device}.',
    ' usando {device}',
    ' (backend: {device})',
    ' y mándalo a {device}',
    ' con {device}',
    '. Tiene que correr en {device}',
    ', {device} por favor',
    ' backend={device}',
    ' sobre {device}',
    '. Que sea en {device}',
  ],
};

const SHOTS: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    ', {shots} shots',
    ' with {shots} shots',
    ' ({shots} shots)',
    '. {shots} shots please',
    ' shots={shots}',
    ', measure it {shots} times',
    '. Repeat {shots} times.',
    ' x{shots}',
    ', {shots:word} shots',
    ' using {shots} samples',
    '. Number of shots: {shots}',
    ', {shots} runs',
  ],
  es: [
    ', {shots} shots',
    ' con {shots} shots',
    ' ({shots} disparos)',
    '. {shots} disparos, por favor',
    ' shots={shots}',
    ', mídelo {shots} veces',
    '. Repítelo {shots} veces.',
    ' x{shots}',
    ', {shots:word} mediciones',
    ' con {shots} repeticiones',
    '. Número de disparos: {shots}',
    ', {shots} tiradas',
  ],
};

const NEGATIONS: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    ', not on {notdevice}',
    '. No {notdevice}!',
    ', no real hardware',
    ', just simulate it',
    '. Keep it local.',
    ', without using {notdevice}',
  ],
  es: [
    ', no en {notdevice}',
    '. ¡Nada de {notdevice}!',
    ', sin hardware real',
    ', solo simúlalo',
    '. Que sea en local.',
    ', sin usar {notdevice}',
  ],
};

/** A text that says where it runs, with a placeholder or in words of its own. */
const SAYS_WHERE =
  /\{(not)?device\}|simul|local|laptop|hardware|backend|machine|computer|noise|máquina|ordenador|computador|portátil|ruido/i;

/** Adds what people say around a request, where the phrasing does not say it itself. */
export function decorate(text: string, lang: Lang, random: Random): string {
  const tails: string[] = [];
  const open = /[.?!)]$/.test(text) ? text.slice(0, -1) : text;
  const device = SAYS_WHERE.test(text);
  if (!device && random.chance(0.18)) tails.push(random.pick(DEVICE[lang]));
  else if (!device && random.chance(0.08)) tails.push(random.pick(NEGATIONS[lang]));
  if (!/\{shots|shots|disparos|mediciones|veces|times|runs/.test(text) && random.chance(0.2))
    tails.push(random.pick(SHOTS[lang]));
  if (tails.length === 2 && random.chance(0.5)) tails.reverse();
  const body = tails.length === 0 ? text : `${open}${tails.join('')}`;
  return random.chance(0.1) ? `${random.pick(OPENINGS[lang])}${body}` : body;
}
