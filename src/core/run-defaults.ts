import { DEFAULT_BACKEND, DEFAULT_SHOTS } from '@bioql/language/backends';

/** The backend and shots of the settings, where a person has changed them. */
export interface RunDefaults {
  readonly backend?: string;
  readonly shots?: number;
}

export const runDefaults = (backend: string, shots: number): RunDefaults => ({
  ...(backend !== DEFAULT_BACKEND && { backend }),
  ...(shots !== DEFAULT_SHOTS && { shots }),
});
