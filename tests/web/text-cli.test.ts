// broadsheet hyphenate and breaks: lines in, lines out.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { projectFile } from './support/paths.js';

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: string[], input: string | Uint8Array = ''): Run {
  return spawnSync(process.execPath, [projectFile('dist/cli.mjs'), ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
}

/** What it prints, soft hyphens as `-`; it must succeed and say nothing else. */
function print(args: string[], input: string | Uint8Array): string {
  const { status, stdout, stderr } = run(args, input);
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  return stdout.replaceAll('\u00ad', '-');
}

describe('hyphenate', () => {
  test('divides words by the patterns of their language', () => {
    const cases: [tag: string, words: string, expected: string][] = [
      ['fr', 'hyphénation constitution', 'hy-phé-na-tion consti-tu-tion'],
      ['en', 'hyphenation', 'hy-phen-ation'],
      ['de', 'Silbentrennung', 'Sil-ben-tren-nung'],
      ['es', 'constitución', 'cons-ti-tu-ción'],
      ['ru', 'переносы', 'пе-ре-но-сы'],
      ['pt-BR', 'constituição', 'cons-ti-tu-i-ção'],
    ];
    for (const [tag, words, expected] of cases) {
      assert.equal(print(['hyphenate', '--lang', tag], words), expected, tag);
    }
  });

  test('finds the language by RFC 4647 look-up, whatever the case', () => {
    for (const tag of ['FR', 'fr-CA', 'fr_FR', 'Fr-Latn-x-test']) {
      assert.equal(print(['hyphenate', '--lang', tag], 'constitution'), 'consti-tu-tion', tag);
    }
    assert.equal(print(['hyphenate', '-l', 'sr-latn-RS'], 'prelom'), 'pre-lom');
  });

  test('keeps lines as they are: CRLF, empty, with spaces, ended or not', () => {
    const input = '  constitution \r\n\r\n\n\tconstitution';
    const expected = '  consti-tu-tion \r\n\r\n\n\tconsti-tu-tion';
    assert.equal(print(['hyphenate', '--lang', 'fr'], input), expected);
    assert.equal(print(['hyphenate', '--lang', 'fr'], ''), '');
    assert.equal(
      print(['hyphenate', '--lang', 'fr', '-z'], 'a\nb\0constitution\0'),
      'a\nb\0consti-tu-tion\0',
    );
  });

  test('leaves addresses and soft hyphens of the text alone', () => {
    const input = 'https://exemple.fr/constitution consti\u00adtution';
    const expected = 'https://exemple.fr/constitution consti-tution';
    assert.equal(print(['hyphenate', '--lang', 'fr'], input), expected);
  });

  test('takes minima', () => {
    const hyphenate = (min: string) =>
      print(['hyphenate', '-l', 'fr', '--min', min], 'hyphénation');
    assert.equal(hyphenate('3,3'), 'hyphé-na-tion');
    assert.equal(hyphenate('2,6'), 'hy-phé-nation');
    for (const min of ['0,3', '2', '2,x', '-1,2', '100,2']) {
      assert.equal(run(['hyphenate', '-l', 'fr', `--min=${min}`]).status, 2, min);
    }
  });

  test('turns what is no UTF-8 into U+FFFD and goes on', () => {
    const input = Buffer.concat([
      Buffer.from('constitution '),
      Buffer.from([0xff, 0x20, 0xed, 0xa0, 0x80, 0x0a]),
      Buffer.from('constitution\n'),
    ]);
    const expected = 'consti-tu-tion \ufffd \ufffd\ufffd\ufffd\nconsti-tu-tion\n';
    assert.equal(print(['hyphenate', '--lang', 'fr'], input), expected);
  });

  test('says what is wrong and exits with 2', () => {
    const cases: [args: string[], message: RegExp][] = [
      [['hyphenate', '--lang', 'xx'], /no hyphenation patterns for "xx"; .*: .*\bfr\b/],
      [['hyphenate', '--lang', 'ja'], /no hyphenation patterns for "ja"/],
      [['hyphenate', '--lang', 'frr'], /no hyphenation patterns for "frr"/],
      [['hyphenate', '--lang', '../fr'], /takes a language tag/],
      [['hyphenate', '--lang', ''], /takes a language tag/],
      [['hyphenate'], /needs --lang/],
      [['hyphenate', '--lang', 'fr', 'nowhere.txt'], /nowhere\.txt/],
    ];
    for (const [args, message] of cases) {
      const { status, stdout, stderr } = run(args, 'constitution');
      assert.equal(status, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr, message);
    }
  });

  test('reads files one after the other, and standard input where - is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
    try {
      const file = join(folder, 'a.txt');
      writeFileSync(file, 'constitution');
      const expected = 'consti-tu-tion\nx\nconsti-tu-tion';
      assert.equal(print(['hyphenate', '-l', 'fr', file, '-', file], 'x\n'), expected);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('breaks', () => {
  const breaks = (input: string, ...args: string[]) => print(['breaks', ...args], input);

  test('lists UTF-16 offsets, the end of the line the last', () => {
    assert.equal(breaks('Un bel exemple\n\n😀 a-b\n'), '3 7 14\n\n3 5 6\n');
    assert.equal(breaks('fin'), '3\n');
    assert.equal(breaks(''), '');
  });

  test('counts the CR of a CRLF as the line’s last character', () => {
    assert.equal(breaks('a b\r\n\r\n'), '2 4\n1\n');
  });

  test('counts what is no UTF-8 as U+FFFD', () => {
    const input = Buffer.from([0x61, 0x20, 0xff, 0x20, 0x62, 0x0a]);
    assert.equal(print(['breaks'], input), '2 4 5\n');
  });

  test('follows French punctuation in French', () => {
    // UAX #14 takes » for an opening quote where a letter follows it.
    assert.equal(breaks('un »mot'), '3 7\n');
    assert.equal(breaks('un »mot', '--lang', 'fr-CA'), '7\n');
  });

  test('follows CSS line-break in Japanese and Chinese', () => {
    assert.equal(breaks('あ〜あ'), '2 3\n');
    assert.equal(breaks('あ〜あ', '--lang', 'ja'), '1 2 3\n');
    assert.equal(breaks('あ〜あ', '--lang', 'zh-Hant'), '1 2 3\n');
  });

  test('finds the words of Thai', () => {
    assert.equal(breaks('สวัสดีชาวโลก'), '12\n');
    assert.equal(breaks('สวัสดีชาวโลก', '--lang', 'th-TH'), '6 9 12\n');
  });

  test('takes any language, and UAX #14 alone for those it knows nothing of', () => {
    assert.equal(breaks('Un mot : oui', '--lang', 'xx'), breaks('Un mot : oui'));
    assert.equal(run(['breaks', '--lang', 'x y']).status, 2);
  });

  test('gives every case of LineBreakTest.txt', (context) => {
    const corpora = process.env.BROADSHEET_CORPORA ?? projectFile('../shared/corpora');
    const path = join(corpora, 'unicode/LineBreakTest.txt');
    if (!existsSync(path))
      return context.skip('no unicode/LineBreakTest.txt in BROADSHEET_CORPORA');
    const cases = readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim())
      .filter((line) => line !== '')
      .map(readCase);
    const check = (separator: string, ...args: string[]): number => {
      const chosen = cases.filter(({ text }) => !text.includes(separator));
      const lines = chosen.map(({ text }) => `${text}${separator}`).join('');
      const expected = chosen.map(({ offsets }) => `${offsets.join(' ')}${separator}`);
      assert.equal(breaks(lines, ...args), expected.join(''));
      return chosen.length;
    };
    assert.equal(cases.length, 19_338);
    // A case with a line feed is no line, one with a NUL no record; eight have both.
    assert.equal(check('\n'), 18_788);
    assert.equal(check('\0', '--zero'), 18_790);
  });
});

/** `× 0061 ÷ 0020 ÷` as a text and the offsets of its ÷. */
function readCase(line: string): { text: string; offsets: number[] } {
  let text = '';
  const offsets: number[] = [];
  for (const token of line.split(/\s+/)) {
    if (token === '÷') offsets.push(text.length);
    else if (token !== '×') text += String.fromCodePoint(Number.parseInt(token, 16));
  }
  return { text, offsets };
}
