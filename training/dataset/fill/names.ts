import type { Lang } from '@bioql/language/algorithm';

type Names = Readonly<Record<Lang, readonly string[]>>;
type Spoken = Readonly<Record<string, Names>>;

/** Words for the molecules of VQE, besides their formulas. */
export const MOLECULES: Spoken = {
  H2: {
    en: ['hydrogen', 'the hydrogen molecule', 'molecular hydrogen', 'H₂'],
    es: ['hidrógeno', 'la molécula de hidrógeno', 'hidrógeno molecular', 'H₂'],
  },
  LiH: { en: ['lithium hydride', 'lih'], es: ['hidruro de litio', 'lih'] },
  'HeH+': { en: ['helium hydride', 'HeH⁺', 'the helium hydride ion'], es: ['hidruro de helio', 'HeH⁺'] },
  BeH2: { en: ['beryllium hydride', 'BeH₂'], es: ['hidruro de berilio', 'BeH₂'] },
  H2O: { en: ['water', 'the water molecule', 'H₂O'], es: ['agua', 'la molécula de agua', 'H₂O'] },
  NH3: { en: ['ammonia', 'NH₃'], es: ['amoniaco', 'NH₃'] },
  N2: { en: ['N₂', 'nitrogen'], es: ['N₂', 'nitrógeno'] },
  CH4: { en: ['methane', 'CH₄'], es: ['metano', 'CH₄'] },
  HF: { en: ['hydrogen fluoride'], es: ['fluoruro de hidrógeno'] },
  CO2: { en: ['CO2'], es: ['CO2'] },
  Li2: { en: ['Li2'], es: ['Li2'] },
  F2: { en: ['F2'], es: ['F2'] },
  BH: { en: ['BH'], es: ['BH'] },
};

/** Words for the problems of QAOA. */
export const PROBLEMS: Spoken = {
  MaxCut: {
    en: ['MaxCut', 'max-cut', 'maxcut', 'Max Cut', 'maximum cut', 'the max cut problem'],
    es: ['MaxCut', 'max-cut', 'maxcut', 'corte máximo', 'el corte máximo', 'Max Cut'],
  },
  MIS: {
    en: ['maximum independent set', 'independent set', 'MIS', 'max independent set'],
    es: ['conjunto independiente máximo', 'conjunto independiente', 'MIS'],
  },
  'vertex cover': { en: ['vertex cover', 'minimum vertex cover'], es: ['cobertura de vértices', 'vertex cover'] },
  'number partitioning': {
    en: ['number partitioning', 'partitioning numbers', 'number partition'],
    es: ['partición de números', 'partición numérica', 'number partitioning'],
  },
  TSP: {
    en: ['TSP', 'the travelling salesman problem', 'traveling salesman', 'tsp'],
    es: ['TSP', 'el problema del viajante', 'viajante', 'el problema del agente viajero'],
  },
  portfolio: {
    en: ['portfolio', 'portfolio optimisation', 'portfolio optimization', 'portfolio selection'],
    es: ['portfolio', 'optimización de cartera', 'cartera', 'portafolio', 'optimización de portafolio'],
  },
};
