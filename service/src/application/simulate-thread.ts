// One simulation in a thread of its own, which ends when it is terminated.
import { parentPort, workerData } from 'node:worker_threads';
import { type SimulationRequest, simulateCode } from '../domain/simulation.ts';

parentPort?.postMessage(simulateCode(workerData as SimulationRequest));
