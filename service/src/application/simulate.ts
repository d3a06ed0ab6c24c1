import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Simulation, SimulationRequest } from '../domain/simulation.ts';
import { ServiceError } from './service-error.ts';

/** Twenty qubits take seconds, so that a run has a thread: the service goes on, and a run can be stopped. */
const THREAD = new URL('./simulate-thread.ts', import.meta.url);
const MOST_AT_ONCE = 2;
const MOST_HEAP_MB = 1024;
const DEADLINE_MS = 15_000;

export type Simulate = (
  request: SimulationRequest,
  client: AbortSignal,
) => Promise<Simulation | { readonly state: 'busy' }>;

/** A simulator for programs of clients; it is busy rather than let runs wait. `stopping` aborts when the service stops. */
export function createSimulate(stopping: AbortSignal): Simulate {
  let running = 0;
  return async (request, client) => {
    if (running === MOST_AT_ONCE) return { state: 'busy' };
    running += 1;
    const deadline = AbortSignal.timeout(DEADLINE_MS);
    const thread = new Worker(THREAD, {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    });
    try {
      const signal = AbortSignal.any([client, deadline, stopping]);
      const [simulation] = (await once(thread, 'message', { signal })) as [Simulation];
      return simulation;
    } catch (error) {
      if (client.aborted) throw new ServiceError('stopped', 'the client stopped the request', { cause: error });
      if (stopping.aborted) throw new ServiceError('draining', 'the service is shutting down', { cause: error });
      if (deadline.aborted)
        throw new ServiceError('deadline_exceeded', 'the simulation took too long', { cause: error });
      throw error;
    } finally {
      await thread.terminate();
      running -= 1;
    }
  };
}
