// What sets the paragraphs of a page of bench-page.mjs.
import { build } from 'esbuild';

const root = new URL('../', import.meta.url).pathname;

/** tex-linebreak with the patterns of French, as a script that leaves `justify(paragraphs)`. */
export async function bundleTexLinebreak() {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createHyphenator, justifyContent } from 'tex-linebreak';
        import french from 'hyphenation.fr';
        const hyphenate = createHyphenator(french);
        globalThis.justify = (paragraphs) => justifyContent(paragraphs, hyphenate);`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'iife',
  });
  return outputFiles[0].text;
}

/** It sets once: a page has to call it again at each width. */
export async function justifyWithTex(page, { texLinebreak }) {
  await page.addScriptTag({ content: texLinebreak });
  await page.evaluate(async () => {
    const text = document.querySelector('#text');
    new ResizeObserver(() => window.justify([...text.querySelectorAll('p')])).observe(text);
    for (let n = 0; n < 2; n++) await new Promise((done) => requestAnimationFrame(done));
  });
}

export async function setOurs(page, { url }) {
  await page.evaluate(async (base) => {
    const { createBroadsheet } = await import(`${base}dist/broadsheet.mjs`);
    const broadsheet = await createBroadsheet();
    await broadsheet.typeset(document.querySelector('#text')).ready;
  }, url);
}
