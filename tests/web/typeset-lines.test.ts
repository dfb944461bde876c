// Line breaking in WebAssembly and natively: see tests/conformance/typeset_lines.cpp.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { projectFile, readText } from './support/paths.js';

test('WebAssembly breaks every paragraph where the native engine does', () => {
  const native = execFileSync(projectFile('build/sanitized/tests/typeset_lines'));
  // Through stdin: as a file it would count as a module.
  const wasm = execFileSync(process.execPath, ['--input-type=commonjs'], {
    input: readText('build/wasm/wasm/typeset_lines.js'),
  });
  const [expected, actual] = [native, wasm].map((out) => out.toString().trimEnd().split('\n'));
  assert.equal(expected!.length, 300);
  assert.deepEqual(actual, expected);
});
