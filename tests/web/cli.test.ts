// The command line: dist/cli.mjs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { projectFile } from './support/paths.js';

const EXAMPLE = 'examples/articles/mali-russie.json';
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-cli-'));
after(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input: string | Uint8Array = '') {
  const result = spawnSync(process.execPath, [projectFile('dist/cli.mjs'), ...args], { input });
  const { status, stdout, stderr } = result;
  return { status, out: stdout.toString(), error: stderr.toString() };
}

/** The place of every finding in `json`, with its code: "2:3 wrong-type". */
function places(json: string | Uint8Array): string[] {
  const { out } = run(['validate', '-'], json);
  return [...out.matchAll(/^<stdin>:(\d+:\d+) \w+ (\S+) .*$/gm)].map(
    ([, place, code]) => `${place} ${code}`,
  );
}

test('an article without findings gives no line, a summary, and success', () => {
  assert.deepEqual(run(['validate', EXAMPLE]), {
    status: 0,
    out: '',
    error: '1 article: 0 errors, 0 warnings\n',
  });
});

test('a finding is one line: file, line, column, severity, code, pointer, message', () => {
  const { status, out, error } = run(['validate', '-'], '{\n  "title": 3\n}\n');
  assert.equal(status, 1);
  const [first, second] = out.split('\n');
  assert.match(first!, /^<stdin>:2:12 error wrong-type \/title: expected .*, found a number$/);
  assert.match(second!, /^<stdin>:2:12 error missing-title \/title: /);
  assert.equal(error, '1 article: 2 errors, 0 warnings\n');
});

test('warnings alone are a success', () => {
  const { status, out } = run(['validate', '-'], '{"title":"x","titel":1}');
  assert.equal(status, 0);
  assert.match(out, /^<stdin>:1:14 warning unknown-key \/titel: /);
});

test('what is missing is placed at the object that lacks it', () => {
  assert.deepEqual(places('\n{}'), ['2:1 missing-title']);
  assert.deepEqual(places('{"title":"x",\n "body": [\n  {"type":"image","alt":""}]}'), [
    '3:3 missing-field',
  ]);
});

test('columns count characters, whatever they take in UTF-8 or UTF-16', () => {
  assert.deepEqual(places('{"title":"é😀𝒳","lang":1}'), ['1:23 wrong-type']);
  assert.deepEqual(places('{"title":"x",\n"😀😀":1,"lang":1}'), [
    '2:15 wrong-type',
    '2:1 unknown-key',
  ]);
});

test('a byte order mark takes no column, and Windows line ends are one line end', () => {
  assert.deepEqual(places('\ufeff{"title":"x","lang":1}'), ['1:21 wrong-type']);
  assert.deepEqual(places('\ufeff{,}'), ['1:2 json-syntax']);
  assert.deepEqual(places('{\r\n"title":"x",\r\n "lang":1}'), ['3:9 wrong-type']);
});

test('a syntax error is placed where JSON ends to be JSON', () => {
  assert.deepEqual(places('{\n  "title": "x",,\n}'), ['2:16 json-syntax']);
  assert.deepEqual(places(''), ['1:1 json-syntax']);
});

test('of a key that is said twice, the last one is named', () => {
  assert.deepEqual(places('{"title":"a",\n"title":3}'), [
    '2:1 duplicate-key',
    '2:9 wrong-type',
    '2:9 missing-title',
  ]);
});

test('keys with slashes, tildes, NUL and half a surrogate pair are found', () => {
  assert.deepEqual(places('{"title":"x",\n"a/b~c":1,\n"d\\u0000":1,\n"\\ud800":1}'), [
    '1:1 json-encoding',
    '2:1 unknown-key',
    '3:1 unknown-key',
    '4:1 unknown-key',
  ]);
});

test('broken UTF-8 and nesting beyond the limit end in findings, not in failures', () => {
  assert.deepEqual(places(Buffer.from('{"title":"\xff","lang":1}', 'latin1')), [
    '1:1 json-encoding',
    '1:21 wrong-type',
  ]);
  assert.deepEqual(places('['.repeat(100_000)), ['1:1 limit-depth']);
});

test('text of the article can neither break a line nor command the terminal', () => {
  const { out } = run(['validate', '-'], '{"title":"x","a\\n\\u001b[31m\\u2028":1}');
  assert.match(out, /^<stdin>:1:14 warning unknown-key \/a\\u000a\\u001b\[31m\\u2028: .*\n$/);
});

test('a thousand findings in one line of a megabyte are placed in a moment', () => {
  const body = `[${'{"type":"heading","text":"😀","level":9},'.repeat(25_000)}{"type":"divider"}]`;
  const started = performance.now();
  const { out } = run(['validate', '-'], `{"title":"x","body":${body}}`);
  assert.match(out, /^<stdin>:1:59 error bad-value \/body\/0\/level/);
  assert.ok(performance.now() - started < 10_000);
});

test('several files are checked, also after one that cannot be read', () => {
  const bad = join(folder, 'bad.json');
  writeFileSync(bad, '{"title":"x","lang":"fr_FR"}');
  const { status, out, error } = run(['validate', 'nowhere.json', bad, EXAMPLE]);
  assert.equal(status, 2);
  assert.ok(out.startsWith(`${bad}:1:21 error bad-language /lang: `), out);
  assert.match(error, /nowhere\.json/);
  assert.match(error, /\n2 articles: 1 error, 0 warnings; 1 file could not be read\n$/);
  assert.equal(run(['validate', EXAMPLE, bad]).status, 1);
});

test('--json writes the same for machines', () => {
  const { status, out } = run(['validate', '--json', '-'], '{"title":"x","lang":"fr_FR"}');
  assert.equal(status, 1);
  assert.deepEqual(JSON.parse(out), [
    {
      file: '<stdin>',
      line: 1,
      column: 21,
      severity: 'error',
      code: 'bad-language',
      pointer: '/lang',
      message: 'expected a language tag (BCP 47) such as fr or pt-BR',
    },
  ]);
  assert.equal(run(['validate', '--json', EXAMPLE]).out, '[]\n');
});

test('render writes a complete page, to standard output or to a file', () => {
  const { status, out } = run(['render', EXAMPLE]);
  assert.equal(status, 0);
  assert.match(out, /^<!doctype html>\n<html lang="fr">[\s\S]*<\/html>\n$/);
  const target = join(folder, 'page.html');
  assert.deepEqual(run(['render', EXAMPLE, '-o', target]), { status: 0, out: '', error: '' });
  assert.equal(readFileSync(target, 'utf8'), out);
});

test('render shows an article with errors as far as it can, and says what is wrong', () => {
  const { status, out, error } = run(['render', '-'], '{"title":"Shown","lang":3}');
  assert.equal(status, 0);
  assert.match(out, /<h1 class="broadsheet-title">Shown<\/h1>/);
  assert.match(error, /^<stdin>:1:25 error wrong-type \/lang: /);
});

test('render writes nothing when there is no article, and fails', () => {
  const target = join(folder, 'none.html');
  const { status, out, error } = run(['render', '-', '-o', target], '{}');
  assert.deepEqual([status, out], [1, '']);
  assert.match(error, /^<stdin>:1:1 error missing-title \/title: /);
  assert.throws(() => readFileSync(target), { code: 'ENOENT' });
});

test('what cannot be read or written, and what is no command, ends with 2', () => {
  assert.equal(run(['render', 'nowhere.json']).status, 2);
  assert.equal(run(['render', EXAMPLE, '-o', join(folder, 'no/such/folder.html')]).status, 2);
  assert.equal(run(['validate', folder]).status, 2);
  assert.equal(run(['validate']).status, 2);
  assert.equal(run(['polish', EXAMPLE]).status, 2);
});

test('the help says what each command takes and what it ends with', () => {
  for (const args of [['--help'], ['validate', '--help'], ['render', '--help']]) {
    const { status, out } = run(args);
    assert.equal(status, 0);
    assert.match(out, /^Usage: broadsheet/);
  }
  assert.match(run(['validate', '--help']).out, /Exit status: 0/);
});
