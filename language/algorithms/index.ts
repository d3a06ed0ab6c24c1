import type { Algorithm, Slots } from '../algorithm.ts';
import { bell } from './bell.ts';
import { iqft, qft } from './fourier.ts';
import { ghz } from './ghz.ts';
import { grover } from './grover.ts';
import { superposition } from './superposition.ts';

/** Every algorithm of the dialect. The order decides ties when a request is read by templates. */
export const ALGORITHMS: readonly Algorithm<Slots>[] = [grover, iqft, qft, ghz, bell, superposition];
