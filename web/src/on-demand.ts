import { CodedError } from './errors.js';

/** A script that is fetched when it is first wanted, and is at hand from then on. */
export class OnDemand<Module> {
  readonly #name: string;
  readonly #load: () => Promise<Module>;
  #loading: Promise<Module> | undefined;
  #module: Module | undefined;

  constructor(name: string, load: () => Promise<Module>) {
    this.#name = name;
    this.#load = load;
  }

  /** What it holds, where it has come already. */
  get module(): Module | undefined {
    return this.#module;
  }

  /** Fetches it, unless that has been done. Rejects with `fetch-failed`. */
  fetch(): Promise<Module> {
    this.#loading ??= this.#fetch();
    return this.#loading;
  }

  /** The same for those who can do without. */
  async fetchIfPossible(): Promise<Module | undefined> {
    return this.fetch().catch(() => undefined);
  }

  async #fetch(): Promise<Module> {
    try {
      this.#module = await this.#load();
      return this.#module;
    } catch {
      this.#loading = undefined;
      throw new CodedError('fetch-failed', `${this.#name} could not be loaded`);
    }
  }
}
