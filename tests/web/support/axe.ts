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

/** The rules whose answer depends on colours and sizes. */
export const LOOKS = ['color-contrast', 'target-size', 'link-in-text-block'];

/** What axe finds, by all its rules or by some: a rule and where, one each. WCAG 2.5.8 included. */
export async function violations(page: EnginePage, only?: readonly string[]): Promise<string[]> {
  const there = await page.evaluate(() => 'axe' in globalThis);
  if (!there) await page.inject(AXE);
  return page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const result = await axe.run({
      resultTypes: ['violations'],
      ...(values && { runOnly: { type: 'rule', values } }),
      rules: { 'target-size': { enabled: true }, 'link-in-text-block': { enabled: true } },
    });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  }, only);
}
