import { readRequest } from '@bioql/language/request';
import type { RunDefaults } from './run-defaults.ts';

/** More than the reader of requests understands, since whatever may name a place must not be overruled. */
const PLACE =
  /\b(simul|hardware|backend|machine|maquina|equipo|ordenador|computador|computer|device|dispositivo|chip|proces|qpu|real|local|cloud|nube|ibm|ionq|aer\b|aws|braket|rigetti|google)/;
const SHOTS = /\b(shots?|disparos?|mediciones|medidas|repeti|tiradas|runs|times|veces|samples|muestras)\b/;

/** The prompt as it is, or with a line for what the settings say and it does not. */
export function withRunDefaults(prompt: string, { backend, shots }: RunDefaults): string {
  if (backend === undefined && shots === undefined) return prompt;
  const facts = readRequest(prompt);
  const es = facts.lang === 'es';
  const place = facts.backend !== undefined || PLACE.test(facts.text) ? undefined : backend;
  const count = facts.shots !== undefined || SHOTS.test(facts.text) ? undefined : shots;
  const notes = [
    ...(place === undefined ? [] : [es ? `en ${place}` : `on ${place}`]),
    ...(count === undefined ? [] : [es ? `con ${count} mediciones` : `with ${count} shots`]),
  ];
  return [prompt, ...notes].join(', ');
}
