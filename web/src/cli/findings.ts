// An article's findings with their places, for people and for machines.
import type { Article, Diagnostic } from '../api.js';
import { Locator, type Position } from './locate.js';

/** One finding in one file: what `--json` writes. */
export interface Finding extends Position, Diagnostic {
  readonly file: string;
}

export function findingsIn(file: string, bytes: Uint8Array, article: Article): Finding[] {
  const locator = new Locator(bytes);
  return article.diagnostics.map((diagnostic) => {
    const { line, column } = locator.locate(diagnostic);
    const { severity, code, pointer, message } = diagnostic;
    return { file, line, column, severity, code, pointer, message };
  });
}

/** One line: `FILE:LINE:COLUMN severity code pointer: message`. */
export function written({ file, line, column, severity, code, pointer, message }: Finding): string {
  const where = pointer === '' ? '' : ` ${pointer}:`;
  return visible(`${file}:${line}:${column} ${severity} ${code}${where} ${message}`);
}

/** Keys and names come from the article: none may break the line or command the terminal. */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** "3 articles: 1 error, 2 warnings; 1 file could not be read" */
export function summary(
  articles: number,
  findings: readonly Finding[],
  unreadable: number,
): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const found = `${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`;
  const lost = unreadable > 0 ? `; ${count(unreadable, 'file')} could not be read` : '';
  return `${count(articles, 'article')}: ${found}${lost}`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
