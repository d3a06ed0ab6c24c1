import type { Lang } from './algorithm.ts';
import { type Backend, backendNamed } from './backends.ts';
import type { Call } from './call.ts';

/** A machine that a program names, and what is known of its cost: how its provider bills, and where its prices are. */
export interface HardwareCost {
  readonly backend: string;
  readonly provider: string;
  readonly note: string;
  readonly pricesAt: string;
}

interface Billing {
  readonly provider: string;
  readonly how: Readonly<Record<Lang, string>>;
  readonly pricesAt: string;
}

const BILLING: Readonly<Partial<Record<Backend['provider'], Billing>>> = {
  IBM: {
    provider: 'IBM Quantum',
    how: { en: 'by the seconds on the machine', es: 'por los segundos en la máquina' },
    pricesAt: 'https://www.ibm.com/quantum/pricing',
  },
  IonQ: {
    provider: 'IonQ',
    how: {
      en: 'by the size of the job: its gates and shots',
      es: 'por el tamaño del trabajo: sus puertas y mediciones',
    },
    pricesAt: 'https://docs.ionq.com/guides/billing-and-usage/job-cost-and-usage',
  },
};

const noteOf = (backend: string, { provider, how }: Billing, lang: Lang): string =>
  lang === 'en'
    ? `${backend} is hardware of ${provider}, which bills a run there itself, ${how.en}. BioQL sends nothing there and charges nothing for it, so it knows no price.`
    : `${backend} es hardware de ${provider}, que factura por sí mismo cada ejecución, ${how.es}. BioQL no envía nada allí ni cobra por ello, así que no conoce el precio.`;

/** `undefined` for what is no hardware: a simulator costs nothing here. */
export function hardwareCost(backendName: string, lang: Lang): HardwareCost | undefined {
  const backend = backendNamed(backendName);
  const billing = backend?.kind === 'hardware' ? BILLING[backend.provider] : undefined;
  if (billing === undefined) return undefined;
  const { provider, pricesAt } = billing;
  return { backend: backendName, provider, note: noteOf(backendName, billing, lang), pricesAt };
}

/** Each machine that calls name, once. */
export const hardwareCosts = (calls: readonly Call[], lang: Lang): HardwareCost[] =>
  [...new Set(calls.map(({ backend }) => backend))].flatMap((backend) => hardwareCost(backend, lang) ?? []);
