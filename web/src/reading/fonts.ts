// Atkinson Hyperlegible, for low vision: loaded when a reader chooses it.
import { assetBase } from '../assets.js';

const FAMILY = 'Broadsheet Hyperlegible';
const FILES: readonly (readonly [subset: string, range: string])[] = [
  [
    'latin',
    'U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  ],
  [
    'latin-ext',
    'U+100-2BA,U+2BD-2C5,U+2C7-2CC,U+2CE-2D7,U+2DD-2FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  ],
];
/** After this the text changes to what there is. */
const TIMEOUT_MS = 3000;

let loading: Promise<void> | undefined;

/** Never rejects: without the font, the next of its stack serves. */
export function loadHyperlegible(): Promise<void> {
  loading ??= Promise.race([
    load(),
    new Promise<void>((resolve) => setTimeout(resolve, TIMEOUT_MS)),
  ]);
  return loading;
}

async function load(): Promise<void> {
  const base = assetBase();
  if (!base || typeof FontFace === 'undefined') return;
  for (const [subset, unicodeRange] of FILES) {
    for (const weight of ['400', '700']) {
      for (const style of ['normal', 'italic']) {
        const file = new URL(
          `fonts/atkinson-hyperlegible-${subset}-${weight}-${style}.woff2`,
          base,
        );
        const face = new FontFace(FAMILY, `url("${file}")`, { weight, style, unicodeRange });
        document.fonts.add(face);
      }
    }
  }
  // The faces that articles use at once; others come with the text that needs them.
  const faces = ['400 1em', '700 1em'].map((face) =>
    document.fonts.load(`${face} "${FAMILY}"`).catch(() => []),
  );
  await Promise.all(faces);
}
