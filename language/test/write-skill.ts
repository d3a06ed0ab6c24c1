/** Writes the skill for other agents from the language: `node language/test/write-skill.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { instructionsPage, skillPage } from '@bioql/language/skill';

const folder = new URL('../../skills/', import.meta.url);
mkdirSync(new URL('bioql/', folder), { recursive: true });
writeFileSync(new URL('bioql/SKILL.md', folder), skillPage());
writeFileSync(new URL('bioql.instructions.md', folder), instructionsPage());
