// typeset(): the setting of HTML that is there already, once its languages are.
import type { Setting as PublicSetting, QualityReport, TypesetOptions } from '../api.js';
import type { BroadsheetCore } from '../broadsheet.js';
import { adoptStyles } from '../styles.js';
import { emptyReport } from './report.js';
import { Setting } from './setting.js';
import { findTargets, languagesOf } from './targets.js';

export class PendingSetting implements PublicSetting {
  readonly ready: Promise<void>;
  readonly #core: BroadsheetCore;
  #setting: Setting | undefined;
  #destroyed = false;

  constructor(core: BroadsheetCore, element: HTMLElement, options: TypesetOptions) {
    this.#core = core;
    adoptStyles(element.ownerDocument);
    const missing = languagesOf(element, options.lang).filter((tag) => !core.packs.has(tag));
    const start = () => {
      if (this.#destroyed) return;
      this.#setting = new Setting(element, () => findTargets(element), core.engine, options);
    };
    if (missing.length === 0) start();
    this.ready =
      missing.length === 0
        ? Promise.resolve()
        : Promise.all(missing.map((tag) => core.packs.load(tag))).then(start);
  }

  report(): QualityReport {
    return this.#setting?.report() ?? emptyReport(this.#core.engine);
  }

  refresh(): void {
    this.#setting?.refresh();
  }

  destroy(): void {
    this.#destroyed = true;
    this.#setting?.destroy();
  }
}
