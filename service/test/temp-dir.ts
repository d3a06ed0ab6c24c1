import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory for the tests of the enclosing `describe`, removed after them. */
export function tempDir(): { path: (name: string) => string } {
  const root = mkdtempSync(join(tmpdir(), 'bioql-test-'));
  after(() => rmSync(root, { recursive: true, force: true }));
  return { path: (name) => join(root, name) };
}
