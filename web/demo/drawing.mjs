// The drawing over the text: gaps by their stretch, rivers, hyphens.
import { riversOf } from './painted.mjs';

const SVG = 'http://www.w3.org/2000/svg';
/** Within this of the natural width a gap stays clear. */
const CLEAR = 0.06;
/** Strongest colour from here on, of the ratio less 1. */
const TIGHTEST = 0.33;
const LOOSEST = 0.9;
const STRONGEST = 0.85;

function create(name, attributes, kind) {
  const element = document.createElementNS(SVG, name);
  element.setAttribute('class', kind);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, typeof value === 'number' ? value.toFixed(2) : value);
  }
  return element;
}

/** How strongly a gap is coloured, and as what; undefined for one that looks natural. */
export function colourOf(ratio) {
  const off = ratio - 1;
  if (Math.abs(off) <= CLEAR) return undefined;
  const strength = Math.min(1, Math.abs(off) / (off < 0 ? TIGHTEST : LOOSEST)) * STRONGEST;
  return { kind: off < 0 ? 'gap-tight' : 'gap-loose', strength: Math.max(0.08, strength) };
}

/** The shapes for one paragraph's `lines`, in px from `origin`. */
export function drawLines(lines, natural, isRtl, origin) {
  const at = ({ left, top }) => ({ x: left - origin.left, y: top - origin.top });
  const shapes = lines.slice(0, -1).flatMap((line) => {
    const colour = colourOf(stretchOf(line, natural));
    const gaps = colour ? line.gaps : [];
    return [
      ...gaps.map((gap) => gapShape(gap, line, colour, at)),
      ...(line.hyphenated ? [hyphenShape(line, isRtl, at)] : []),
    ];
  });
  const rivers = riversOf(lines).chains.map((chain) => {
    const points = chain.map(({ left, right, top, bottom }) => {
      const { x, y } = at({ left: (left + right) / 2, top: (top + bottom) / 2 });
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    });
    return create('polyline', { points: points.join(' ') }, 'river');
  });
  return [...shapes, ...rivers];
}

/** All gaps of a line are stretched alike; kerning alone makes one wider than another. */
function stretchOf({ gaps }, natural) {
  const plain = gaps.filter((gap) => gap.plain);
  if (plain.length === 0) return 1;
  return plain.reduce((sum, { left, right }) => sum + right - left, 0) / plain.length / natural;
}

function gapShape({ left, right }, { top, bottom }, { kind, strength }, at) {
  const box = { ...at({ left, top }), width: right - left, height: bottom - top };
  return create('rect', { ...box, 'fill-opacity': strength }, kind);
}

/** Under the hyphen, which stands after the last letter. */
function hyphenShape(line, isRtl, at) {
  const height = line.bottom - line.top;
  const width = height * 0.32;
  const { x, y } = at({ left: isRtl ? line.left - width : line.right, top: line.bottom });
  return create('rect', { x, y: y - 3, width, height: 3 }, 'hyphen');
}

export function createLayer() {
  return create('svg', { 'aria-hidden': 'true', focusable: 'false' }, 'drawing');
}
