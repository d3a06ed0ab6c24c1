import type { Random } from '@bioql/language/random';
import { DISEASES, LIGANDS, PROTEINS, RECEPTORS } from './biology-names.ts';
import { exact, type Filler, lettersOf } from './draw.ts';

const AMINO_ACIDS = 'ACDEFGHIKLMNPQRSTVWY';
const BASES = 'ACGT';

/** A name that is in no list, so that the model copies instead of remembering. */
const coined = (random: Random): string =>
  random.pick([
    () => `${lettersOf('ABCDEFGHKLMNPRSTWXYZ', random.between(2, 4), random)}-${random.between(1, 9999)}`,
    () => `${random.between(1, 9)}${lettersOf('ABCDEFGHKLMNPQRSTVWXYZ123456789', 3, random)}`,
    () =>
      `${lettersOf('bcdfglmnprst', 1, random)}${random.pick(['ela', 'ori', 'uva', 'ami', 'oxa', 'ibu'])}${random.pick(['tinib', 'mab', 'statin', 'profen', 'pril', 'zole', 'vir'])}`,
  ])();

const named = (names: readonly string[], random: Random): string => {
  const name = random.chance(0.2) ? coined(random) : random.pick(names);
  return random.chance(0.12) ? name.toLowerCase() : name;
};

export const fillDocking: Filler = ({ random, lang }) => {
  const [ligand, target] = [named(LIGANDS[lang], random), named(RECEPTORS[lang], random)];
  return { slots: { ligand, target }, values: { ligand: exact(ligand), receptor: exact(target) } };
};

export const fillProteinFolding: Filler = ({ random, lang, has }) => {
  if (has('sequence')) {
    const sequence = lettersOf(AMINO_ACIDS, random.between(6, 14), random);
    return { slots: { sequence }, values: { sequence: exact(sequence) } };
  }
  const protein = named(PROTEINS[lang], random);
  return { slots: { protein }, values: { protein: exact(protein) } };
};

/** A sequence, with a letter that is no base in it now and then. */
function drawDna(length: number, random: Random): string {
  const bases = lettersOf(BASES, length, random);
  if (!random.chance(0.03)) return bases;
  const at = random.between(0, length - 1);
  return `${bases.slice(0, at)}${random.pick(['X', 'U', 'B', 'N', 'Z'])}${bases.slice(at + 1)}`;
}

export const fillDnaAlignment: Filler = ({ random }) => {
  const length = random.between(4, 14);
  const first = drawDna(length, random);
  const second = drawDna(random.chance(0.6) ? length : random.between(4, 14), random);
  return { slots: { first, second }, values: { dna1: exact(first), dna2: exact(second) } };
};

export const fillDrugDesign: Filler = ({ random, lang }) => {
  const disease = named(DISEASES[lang], random);
  return { slots: { disease }, values: { disease: exact(disease) } };
};

export const fillCrispr: Filler = ({ random }) => {
  const guide = drawDna(random.chance(0.95) ? 20 : random.pick([17, 18, 19, 21, 22, 23]), random);
  return { slots: { guide }, values: { guide: exact(guide) } };
};
