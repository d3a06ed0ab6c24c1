import { digits, plain } from '../normalize.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const PLACES = words(
  'simulator simulators simulador sim aer ibm ionq qpu hardware statevector mps backend auto eagle sherbrooke brisbane kyoto osaka torino condor forte aria harmony computer ordenador computadora computador simulate simulalo shots shot disparos disparo',
);
const COUNTED = words(
  'times time runs veces samples muestras measurements measures mediciones medicion medidas repeticiones repetitions tiradas',
);
const AROUND = words(
  'local with using use on in at via to over the a an of and then run running execute executed send sent submit launch it this should please real quantum trapped-ion device machine number repeat measure my for least busy not no without just only keep be is by want i from con usando usa utiliza en sobre al el la los un una de del y luego ejecuta ejecutalo ejecutarlo correlo lanzalo mandalo envialo midelo repitelo que sea tiene correr por favor numero cuantico cuantica maquina sin usar nada solo vector estado quiero',
);
const SCALES = words('hundred thousand million mil millon millones');

type Kind = 'run' | 'around' | 'other';

const coreOf = (token: string): string => plain(token).replace(/^[^a-z0-9@_]+|[^a-z0-9_]+$/g, '');

const isNumber = (core: string): boolean =>
  SCALES.has(core) || /^\d[\d.,]*k?$/.test(core) || /^\d+$/.test(digits(core));

const isPlace = (core: string): boolean =>
  PLACES.has(core.replace(/'s$/, '')) ||
  /^(?:ibm|ionq|simulator)_\w+$/.test(core) ||
  /^(?:shots?|backend)[=:]/.test(core) ||
  /^(?:x\d+|\d+x)$/.test(core);

/** What each word has to do with where and how often a program runs; a number counts only next to a count of shots. */
function kindsOf(tokens: readonly string[]): Kind[] {
  const cores = tokens.map(coreOf);
  const kinds = cores.map((core, at): Kind => {
    if (isPlace(core) || (COUNTED.has(core) && isNumber(cores[at - 1] ?? ''))) return 'run';
    if (tokens[at] === '@' || tokens[at] === '=') return 'around';
    return AROUND.has(core) && !/^[AY]$/.test(tokens[at] ?? '') ? 'around' : 'other';
  });
  const counts = (at: number): boolean =>
    /^(?:shots?|disparos?)$/.test(cores[at] ?? '') || COUNTED.has(cores[at] ?? '');
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    if (!isNumber(cores[at] ?? '')) continue;
    const joined = /^(?:and|y)$/.test(cores[at + 1] ?? '') ? at + 2 : at + 1;
    const inNumber = kinds[joined] === 'run' && isNumber(cores[joined] ?? '');
    const after = tokens[at - 1] === '=' ? at - 2 : at - 1;
    if (counts(at + 1) || inNumber || /^(?:shots?|disparos?)$/.test(cores[after] ?? '')) kinds[at] = 'run';
  }
  return kinds;
}

/** A request without the phrases that say on what backend and with how many shots it runs. */
export function withoutRun(request: string): string {
  const tokens = request.replace(/\s+/g, ' ').trim().split(' ');
  const kinds = kindsOf(tokens);
  const kept: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    let end = at;
    while (end < tokens.length && kinds[end] !== 'other') end += 1;
    const last = kinds.slice(at, end).lastIndexOf('run');
    if (last === -1) {
      kept.push(...tokens.slice(at, end + 1));
      at = end + 1;
    } else {
      const [stop] = /[.,;:!?]+$/.exec(tokens[at + last] ?? '') ?? [];
      if (stop !== undefined && kept.length > 0) kept.push((kept.pop() ?? '') + stop);
      at += last + 1;
    }
  }
  return kept.join(' ');
}
