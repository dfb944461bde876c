// axe-core in a page of any engine.
import type { EnginePage } from '../engines/index.js';
import { readText } from './paths.js';

const AXE = readText('node_modules/axe-core/axe.min.js');

interface AxeResult {
  violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
}
interface Axe {
  run(options: object): Promise<AxeResult>;
}

/** What axe finds: a rule and where, one each. Sizes of targets (WCAG 2.5.8) included. */
export async function violations(page: EnginePage): Promise<string[]> {
  const there = await page.evaluate(() => 'axe' in globalThis);
  if (!there) await page.inject(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const result = await axe.run({
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  });
}
