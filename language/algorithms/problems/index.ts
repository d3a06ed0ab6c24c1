import { INDEPENDENT_SET } from './independent-set.ts';
import { MAX_CUT } from './max-cut.ts';
import { PARTITION } from './partition.ts';
import { PORTFOLIO } from './portfolio.ts';
import type { Problem } from './problem.ts';
import { TOUR } from './tour.ts';
import { VERTEX_COVER } from './vertex-cover.ts';

/** The problems that QAOA programs can name. */
export const PROBLEMS: readonly Problem[] = [MAX_CUT, INDEPENDENT_SET, VERTEX_COVER, PARTITION, TOUR, PORTFOLIO];
