/** Writes `docs/algorithms.md` from the algorithms: `node language/test/write-algorithms-page.ts`. */
import { writeFileSync } from 'node:fs';
import { algorithmsPage } from '@bioql/language/algorithms-page';

writeFileSync(new URL('../../docs/algorithms.md', import.meta.url), algorithmsPage());
