import { plain } from '../normalize.ts';
import { MOLECULES } from './molecules.ts';

/** Names in plain English and Spanish; a longer name comes before the names that it contains. */
const NAMES: readonly (readonly [string, string])[] = [
  ['hydrogen fluoride', 'HF'],
  ['fluoruro de hidrogeno', 'HF'],
  ['helium hydride', 'HeH+'],
  ['hidruro de helio', 'HeH+'],
  ['helonium', 'HeH+'],
  ['lithium hydride', 'LiH'],
  ['hidruro de litio', 'LiH'],
  ['beryllium hydride', 'BeH2'],
  ['beryllium dihydride', 'BeH2'],
  ['hidruro de berilio', 'BeH2'],
  ['dihidruro de berilio', 'BeH2'],
  ['carbon dioxide', 'CO2'],
  ['dioxido de carbono', 'CO2'],
  ['dihydrogen', 'H2'],
  ['hydrogen', 'H2'],
  ['dihidrogeno', 'H2'],
  ['hidrogeno', 'H2'],
  ['dinitrogen', 'N2'],
  ['nitrogen', 'N2'],
  ['dinitrogeno', 'N2'],
  ['nitrogeno', 'N2'],
  ['water', 'H2O'],
  ['agua', 'H2O'],
  ['ammonia', 'NH3'],
  ['amoniaco', 'NH3'],
  ['methane', 'CH4'],
  ['metano', 'CH4'],
];

const FORMULA = /^[A-Za-z][A-Za-z0-9+-]{0,19}$/;
const WRAPPING = /\b(?:the|a|an|el|la|un|una|molecule|molecula|molecular|ion|of|del?)\b ?/g;

/** The formula or name of the molecule that a phrase is: `water` is H2O, `benzene` is Benzene. */
export function moleculeNamed(phrase: string): string | undefined {
  const name = plain(phrase);
  const bare = name.replace(WRAPPING, '').trim();
  const named = NAMES.find(([known]) => known.replace(WRAPPING, '') === bare)?.[1];
  if (named !== undefined) return named;
  const known = MOLECULES.find(({ formula }) => formula.toLowerCase() === bare)?.formula;
  if (known !== undefined) return known;
  const written = phrase.split(' ').find((word) => word.toLowerCase() === bare);
  if (written === undefined || !FORMULA.test(written)) return undefined;
  const isLowerFormula = /^[a-z]+\d/.test(written);
  return isLowerFormula ? written.toUpperCase() : `${written.charAt(0).toUpperCase()}${written.slice(1)}`;
}

const KNOWN_FORMULAS = [...MOLECULES]
  .map(({ formula }) => formula)
  .sort((a, b) => b.length - a.length)
  .map((formula) => formula.replace('+', '\\+'))
  .join('|');
const KNOWN_FORMULA = new RegExp(`(?<![\\w+-])(?:${KNOWN_FORMULAS})(?![\\w+])`, 'i');
/** Two or more element symbols with a count, or a symbol with a count: C6H6, CO2, O3. */
const OTHER_FORMULA = /(?<![\w-])(?=[A-Za-z]*\d)(?:[A-Z][a-z]?\d{0,2}){1,6}[+-]?(?![\w-])/;
const AFTER_VQE =
  /\bvqe (?:for|of|on|para|de|del|sobre) (?:the |a |an |el |la )?(?:molecule |molécula |molecula )?(?:of |de |del )?([A-Za-z][A-Za-z0-9+-]{2,19})/i;
const NO_MOLECULE = /^(?:molecul|simula|ibm|ionq|some|una?|with|using|ground|energ|the|shots)/i;

/** The molecule that a request speaks of. */
export function moleculeIn(text: string, raw: string): string | undefined {
  const named = NAMES.find(([name]) => new RegExp(`\\b${name}\\b`).test(text))?.[1];
  if (named !== undefined) return named;
  const formula = KNOWN_FORMULA.exec(raw)?.[0] ?? OTHER_FORMULA.exec(raw)?.[0];
  if (formula !== undefined) return moleculeNamed(formula);
  const after = AFTER_VQE.exec(raw)?.[1];
  return after === undefined || NO_MOLECULE.test(after) ? undefined : moleculeNamed(after);
}
