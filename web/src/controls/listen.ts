// Reads the article aloud with the browser's own voices, sentence by sentence.

import { flowOf } from '../reading/flow.js';
import { highlight } from './highlight.js';
import { createIconButton, setIconButton } from './icons.js';
import { rangeOf, type Sentence, sentencesOf } from './sentences.js';

interface ListenerOptions {
  readonly article: Element;
  readonly strings: Readonly<Record<string, string>>;
  /** In the bar: listens, pauses, goes on. */
  readonly button: HTMLButtonElement;
  readonly sheet: CSSStyleSheet;
}

type State = 'idle' | 'speaking' | 'paused';

/** The browser has one voice at a time: who begins ends what another article says. */
let heard: Listener | undefined;

export class Listener {
  readonly #options: ListenerOptions;
  readonly #stopButton: HTMLButtonElement;
  readonly #player: Player;
  #state: State = 'idle';
  #sentences: Sentence[] = [];
  #at = 0;
  /** Of the sentence's parts, the one that is said. */
  #part = 0;
  /** Lines that are set anew take the sentence's text nodes apart. */
  readonly #texts = new MutationObserver(() => highlight(this.#sentences[this.#at]));
  /** Tells the end of a sentence from one that was cut short. */
  #turn = 0;

  constructor(options: ListenerOptions) {
    this.#options = options;
    const { article, strings, button, sheet } = options;
    this.#stopButton = createIconButton('stop', strings.stop ?? '');
    this.#stopButton.hidden = true;
    this.#stopButton.addEventListener('click', () => {
      this.stop();
      button.focus();
    });
    button.after(this.#stopButton);
    this.#player = new Player(article, button, sheet, {
      toggle: () => this.toggle(),
      stop: () => this.stop(),
    });
    addEventListener('pagehide', () => this.stop());
  }

  /** Begins, pauses, or goes on with the sentence that was cut short. */
  toggle(): void {
    if (this.#state === 'speaking') {
      this.#silence();
      this.#show('paused');
      return;
    }
    if (this.#state === 'idle') {
      this.#sentences = sentencesOf(this.#options.article);
      this.#at = 0;
      if (heard !== this) heard?.stop();
      heard = this;
      const { article } = this.#options;
      this.#texts.observe(article, { subtree: true, childList: true, characterData: true });
    }
    this.#part = 0;
    this.#show('speaking');
    this.#speak();
  }

  stop(): void {
    if (this.#state === 'idle') return;
    this.#silence();
    this.#texts.disconnect();
    highlight(undefined, this.#sentences[this.#at]);
    this.#show('idle');
  }

  #speak(): void {
    const sentence = this.#sentences[this.#at];
    if (!sentence) {
      this.stop();
      return;
    }
    if (this.#part === 0) this.#point(sentence);
    const { text, lang } = sentence.parts[this.#part]!;
    const utterance = new SpeechSynthesisUtterance(text);
    if (lang) utterance.lang = lang;
    const turn = ++this.#turn;
    utterance.onend = () => {
      if (turn !== this.#turn) return;
      this.#part = (this.#part + 1) % sentence.parts.length;
      if (this.#part === 0) this.#at++;
      this.#speak();
    };
    utterance.onerror = () => {
      if (turn === this.#turn) this.stop();
    };
    speechSynthesis.speak(utterance);
  }

  /** Shows the sentence, and goes along while the one before it is in sight. */
  #point(sentence: Sentence): void {
    const previous = this.#sentences[this.#at - 1];
    highlight(sentence, previous);
    if (previous && isInSight(previous)) bringIntoSight(sentence);
  }

  /** Some browsers never resume what was paused: what is paused here is spoken again. */
  #silence(): void {
    this.#turn++;
    speechSynthesis.cancel();
  }

  #show(state: State): void {
    this.#state = state;
    const { button, strings } = this.#options;
    const icon = ({ idle: 'listen', speaking: 'pause', paused: 'resume' } as const)[state];
    setIconButton(button, icon, strings[icon] ?? '');
    this.#stopButton.hidden = state === 'idle';
    this.#player.show(state === 'idle' ? undefined : icon, strings);
  }
}

/** The same two buttons at the foot of the screen, while those of the bar are out of sight. */
class Player {
  readonly #element: HTMLElement;
  readonly #toggle: HTMLButtonElement;
  readonly #stop: HTMLButtonElement;
  #isActive = false;
  #isBarInSight = true;

  constructor(
    article: Element,
    barButton: HTMLElement,
    sheet: CSSStyleSheet,
    actions: { toggle(): void; stop(): void },
  ) {
    this.#element = document.createElement('div');
    this.#element.className = 'broadsheet-player';
    this.#element.hidden = true;
    const root = this.#element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const buttons = document.createElement('div');
    buttons.className = 'player';
    this.#toggle = createIconButton('pause', '');
    this.#stop = createIconButton('stop', '');
    this.#toggle.addEventListener('click', actions.toggle);
    this.#stop.addEventListener('click', actions.stop);
    buttons.append(this.#toggle, this.#stop);
    root.append(buttons);
    article.append(this.#element);
    new IntersectionObserver(([entry]) => {
      this.#isBarInSight = entry?.isIntersecting ?? true;
      this.#update();
    }).observe(barButton);
    addEventListener('focusin', ({ target }) => this.#uncover(target));
  }

  show(icon: 'pause' | 'resume' | 'listen' | undefined, strings: Record<string, string>): void {
    this.#isActive = icon !== undefined;
    if (icon) setIconButton(this.#toggle, icon, strings[icon] ?? '');
    setIconButton(this.#stop, 'stop', strings.stop ?? '');
    this.#update();
  }

  #update(): void {
    this.#element.hidden = !this.#isActive || this.#isBarInSight;
  }

  /** What has the focus is never hidden beneath (WCAG 2.4.11). */
  #uncover(target: EventTarget | null): void {
    if (this.#element.hidden || !(target instanceof Element) || target === this.#element) return;
    const { bottom } = target.getBoundingClientRect();
    const { top } = this.#toggle.getBoundingClientRect();
    if (bottom > top && bottom <= innerHeight) {
      scrollBy({ top: bottom - top + 8, behavior: 'instant' });
    }
  }
}

function isInSight(sentence: Sentence): boolean {
  const { view, span } = flowOf(sentence.block);
  const { start, end } = span(rangeOf(sentence).getBoundingClientRect());
  return end > 0 && start < view;
}

function bringIntoSight(sentence: Sentence): void {
  const { view, span, by } = flowOf(sentence.block);
  const { start, end } = span(rangeOf(sentence).getBoundingClientRect());
  if (start >= 0 && end <= view * 0.85) return;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ ...by(start - view * 0.25), behavior: isStill ? 'instant' : 'smooth' });
}
