// Tests run from the project's root: scripts/test-web.mjs sees to it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = process.cwd();

export function projectFile(path: string): string {
  return join(root, path);
}

export function readText(path: string): string {
  return readFileSync(projectFile(path), 'utf8');
}
