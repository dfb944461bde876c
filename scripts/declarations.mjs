// dist/index.d.ts: the public types, which web/src/api.ts holds alone.
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const file = (path) => new URL(`../${path}`, import.meta.url).pathname;

export async function writeDeclarations(target) {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-'));
  try {
    await run(process.execPath, [
      file('node_modules/typescript/bin/tsc'),
      file('web/src/api.ts'),
      ...['--declaration', '--emitDeclarationOnly', '--outDir', folder],
      ...['--target', 'es2022', '--strict', '--skipLibCheck'],
    ]);
    await copyFile(join(folder, 'api.d.ts'), target);
  } finally {
    await rm(folder, { recursive: true });
  }
}
