import type { Lang, RequestFacts } from './algorithm.ts';
import { BACKENDS } from './backends.ts';
import { digits, plain } from './normalize.ts';

const SPANISH =
  /\b(el|la|los|las|un|una|de|del|con|en|que|por|para|y|estado|cubits?|crea|genera|haz|hazme|dame|quiero|necesito|ejecuta|busqueda|transformada|superposicion|mediciones|disparos|sobre)\b/g;
const ENGLISH =
  /\b(the|a|an|of|with|on|that|for|and|state|create|make|give|run|want|need|search|transform|shots?|please|using|me|my)\b/g;

/** The language that most of a text's common words belong to. */
export const langOf = (text: string): Lang =>
  (plain(text).match(SPANISH)?.length ?? 0) > (plain(text).match(ENGLISH)?.length ?? 0) ? 'es' : 'en';

const QUBITS = /(\d+)[ -]*(?:qubits?|qbits?|cubits?|wires?|q\b)/;
const SHOTS =
  /(\d+)[ -]*(?:shots?|disparos?|mediciones|medidas|repeticiones|tiradas|measurements|runs|times|veces|samples)|(?:shots?|disparos)\s*(?:=|:|de)?\s*(\d+)/;
const ITEMS = /(\d+) (?:items?|elementos?|entries|entradas|elements?|records?|registros)/;
const INDEX = /(?:item|index|elemento|entry|number|numero|posicion|indice) (\d+)/;
const BITS = /(?<![\d.,])([01]{2,})(?![\d.,])/;
const NOT_ON = /\b(?:not|no|nada|sin|without|never)\b[^.,;]*/g;

const MACHINES = ['eagle', 'sherbrooke', 'brisbane', 'kyoto', 'osaka', 'torino', 'condor'];

/** The backend that a plain text asks for; nothing after a "not" counts. */
function backendIn(text: string): string | undefined {
  const wanted = text.replace(NOT_ON, ' ');
  const exact = BACKENDS.find(({ name }) => name.includes('_') && wanted.includes(name));
  if (exact !== undefined) return exact.name;
  if (/\bionq\b/.test(wanted)) {
    if (/\bforte\b/.test(wanted)) return 'ionq_forte';
    if (/\baria\b/.test(wanted)) return 'ionq_aria_simulator';
    if (/\bharmony\b/.test(wanted)) return 'ionq_harmony_simulator';
    if (/\bideal\b/.test(wanted)) return 'ionq_ideal';
    return /simula/.test(wanted) ? 'ionq_simulator' : 'ionq_qpu';
  }
  const machine = MACHINES.find((name) => new RegExp(`\\b${name}\\b`).test(wanted));
  if (machine !== undefined) return `ibm_${machine}`;
  if (/\bibm\b/.test(wanted)) return 'ibm_quantum';
  return /\baer\b/.test(wanted) ? 'aer' : undefined;
}

const numberAt = (pattern: RegExp, text: string): number | undefined => {
  const found = pattern
    .exec(text)
    ?.slice(1)
    .find((group) => group !== undefined);
  return found === undefined ? undefined : Number(found);
};

/** What a request states in plain words. No understanding: the template fallback's reader. */
export function readRequest(prompt: string): RequestFacts {
  const text = digits(plain(prompt.slice(0, 4000)).replace(/(?<=\d)[,.](?=\d{3}\b)/g, ''))
    .replace(/\b(\d{1,3}) (000)\b/g, '$1$2')
    .replace(/\b(\d)e(\d)\b/g, (_, digit: string, zeros: string) => digit + '0'.repeat(Number(zeros)));
  const bits = BITS.exec(text.replace(SHOTS, ' ').replace(QUBITS, ' '))?.[1];
  const facts = {
    qubits: numberAt(QUBITS, text),
    shots: numberAt(SHOTS, text),
    backend: backendIn(text),
    bits,
    items: numberAt(ITEMS, text),
    index: numberAt(INDEX, text),
  };
  const stated = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { text, raw: prompt.slice(0, 4000), lang: langOf(prompt), ...stated };
}
