/** Writes `docs/diagnostics.md` from the table of codes: `node language/test/write-diagnostics-page.ts`. */
import { writeFileSync } from 'node:fs';
import { diagnosticsPage } from '@bioql/language/diagnostics/page';

writeFileSync(new URL('../../docs/diagnostics.md', import.meta.url), diagnosticsPage());
