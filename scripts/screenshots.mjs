// Pictures of the demo page for looking at: widths × schemes × text sizes.
//   node scripts/screenshots.mjs FOLDER [PATH]
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const [folder = 'build/screenshots', path = '/'] = process.argv.slice(2);
const WIDTHS = [320, 768, 1280];

await mkdir(folder, { recursive: true });
const { server, url } = await serve();
const browser = await chromium.launch({
  executablePath: process.env.BROADSHEET_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

for (const width of WIDTHS) {
  for (const colorScheme of ['light', 'dark']) {
    for (const scale of colorScheme === 'light' ? [1, 2, 3, 4, 5] : [2]) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        deviceScaleFactor: width === 320 ? 2 : 1,
      });
      const page = await context.newPage();
      await page.addInitScript(
        (size) => localStorage.setItem('broadsheet-text-scale', size),
        `${scale}`,
      );
      await page.goto(new URL(path, url).href);
      await page.waitForSelector('.broadsheet-article', { timeout: 10_000 });
      await page.evaluate(async () => {
        for (const image of document.images) image.loading = 'eager';
        await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
      });
      await page.screenshot({
        path: `${folder}/${width}-${colorScheme}-${scale}.png`,
        fullPage: true,
      });
      await context.close();
    }
  }
}
await browser.close();
server.closeAllConnections();
server.close();
