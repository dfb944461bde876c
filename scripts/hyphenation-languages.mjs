// The languages that have a hyphenation pack. `patterns` names a file of the
// npm package hyphen, which holds the patterns of hyph-utf8 (the TeX world's,
// https://github.com/hyphenation/tex-hyphen); minima and licences are those in
// the heads of that project's hyph-*.tex ("typesetting" minima where it tells
// them from "generation" ones).
//
// Left out for their licence: cs, id, mk, sk (GPL alone), ro (none stated);
// for their size: sa (484 letters, where a section holds 240).

const LPPL = 'LPPL-1.2 or later';
const KEEP_NOTICE =
  'Copying and distribution of this file, with or without modification, are permitted in any medium ' +
  'without royalty, provided the copyright notice and this notice are preserved.';
const SANTHOSH = ['2016 Santhosh Thottingal', 'MIT'];
const DEJAN = ['1990, 2008 Dejan Muhamedagić', LPPL];
const RUNE = ['2004, 2005 Rune Kleveland, Ole Michael Selberg', KEEP_NOTICE];
const GERMAN = ['Deutschsprachige Trennmustermannschaft', 'MIT'];
const BECCARI_MIT = 'MIT';

// tag: [patterns, left, right, copyright, licence]
const ROWS = {
  af: ['af', 1, 2, '2013 Tilla Fick and Chris Swanepoel', LPPL],
  as: ['as', 1, 1, ...SANTHOSH],
  be: ['be', 2, 2, '2016 Maksim Salau', 'MIT'],
  bg: ['bg', 2, 2, '2000, 2004, 2017 Anton Zinoviev', 'BSD-3-Clause'],
  bn: ['bn', 1, 1, ...SANTHOSH],
  ca: ['ca', 2, 2, '1991–1995, 2003 Gonçal Badenes', LPPL],
  cy: ['cy', 2, 3, '1996 Yannis Haralambous', 'MIT'],
  da: ['da', 2, 2, '1994 Frank Jensen', 'MIT'],
  de: ['de-1996', 2, 2, ...GERMAN],
  'de-1901': ['de-1901', 2, 2, ...GERMAN],
  'de-CH-1901': ['de-ch-1901', 2, 2, ...GERMAN],
  el: ['el-monoton', 1, 1, '2008–2011 Dimitrios Filippou', LPPL],
  'el-polyton': ['el-polyton', 1, 1, '2008–2011 Dimitrios Filippou', LPPL],
  en: ['en-us', 2, 3, '1990, 2004, 2005 Gerard D.C. Kuiken', KEEP_NOTICE],
  'en-GB': ['en-gb', 2, 3, '1992, 1996, 2005, 2016 Dominik Wujastyk, Graham Toal', 'MIT'],
  es: ['es', 2, 2, '1993, 1997 Javier Bezos, 2001–2019 Javier Bezos, CervanTeX', 'MIT'],
  et: ['et', 2, 3, '2004–2015 Enn Saar', 'MIT'],
  eu: [
    'eu',
    2,
    2,
    '1997, 2008 Juan M. Aguirregabiria',
    'Unicode, Inc. License Agreement for Data Files',
  ],
  fi: ['fi', 2, 2, '1986, 1988, 1989 Kauko Saarinen', 'Patterns may be freely distributed'],
  fr: ['fr', 2, 3, '1994–2002 Daniel Flipo, Bernard Gaulle, 2016 Arthur Reutenauer', 'MIT'],
  fur: ['fur', 2, 2, '2012 Claudio Beccari', BECCARI_MIT],
  ga: ['ga', 2, 3, '2004–2015 Kevin P. Scannell', 'MIT'],
  gl: ['gl', 2, 2, '2006, 2007, 2008, 2010 Javier A. Múgica', LPPL],
  gu: ['gu', 1, 1, ...SANTHOSH],
  hi: ['hi', 1, 1, ...SANTHOSH],
  hr: ['hr', 2, 2, '1994, 1996, 2011, 2015 Igor Marinović', LPPL],
  hsb: ['hsb', 2, 2, '1997 Eduard Werner', LPPL],
  hu: ['hu', 2, 2, '2003 Bence Nagy', 'MPL-1.1'],
  hy: ['hy', 1, 2, '2010 Sahak Petrosyan', 'LGPL'],
  ia: ['ia', 2, 2, '1989–2005 Peter Kleiweg', LPPL],
  is: ['is', 2, 2, '1988, 2004 Jörgen Pind', LPPL],
  it: ['it', 2, 2, '2008–2011 Claudio Beccari', BECCARI_MIT],
  ka: ['ka', 1, 2, '2013 Levan Shoshiashvili', LPPL],
  kmr: ['kmr', 2, 2, '2009 Jörg Knappen, Medeni Shemdê', LPPL],
  kn: ['kn', 1, 1, ...SANTHOSH],
  la: ['la', 2, 2, '1999–2016 Claudio Beccari', BECCARI_MIT],
  lt: ['lt', 2, 2, '1992 Sigitas Tolušis, Yannis Haralambous', 'MIT'],
  lv: ['lv', 2, 2, '2004–2005 Janis Vilims', 'LGPL'],
  ml: ['ml', 1, 1, ...SANTHOSH],
  mn: ['mn-cyrl', 2, 2, '2007–2015 Dorjgotov Batmunkh', 'MIT'],
  mr: ['mr', 1, 1, ...SANTHOSH],
  nb: ['nb', 2, 2, ...RUNE],
  nl: ['nl', 2, 2, '1996 Piet Tutelaers', LPPL],
  nn: ['nn', 2, 2, ...RUNE],
  no: ['no', 2, 2, ...RUNE],
  oc: ['oc', 2, 2, '2016 Claudio Beccari', BECCARI_MIT],
  or: ['or', 1, 1, ...SANTHOSH],
  pa: ['pa', 1, 1, ...SANTHOSH],
  pl: ['pl', 2, 2, '1987–1995 Hanna Kołodziejska, Bogusław Jackowski, Marek Ryćko', 'MIT'],
  pms: ['pms', 2, 2, '2013 Claudio Beccari', BECCARI_MIT],
  pt: [
    'pt',
    2,
    3,
    '1987, 1994, 1996, 2015 Pedro J. de Rezende, 1996, 2015 J. Joao Dias Almeida',
    'BSD-3-Clause',
  ],
  rm: ['rm', 2, 2, '2011 Claudio Beccari', BECCARI_MIT],
  ru: ['ru', 2, 2, '1999–2003 Alexander I. Lebedev', LPPL],
  sl: ['sl', 2, 2, '1990 Matjaž Vrečko', 'MIT'],
  sq: ['sq', 2, 2, '2020 Claudio Beccari, Sabina Koliqi, 2025 Arthur Rosendahl', 'MIT'],
  sr: ['sh-cyrl', 2, 2, ...DEJAN],
  'sr-Latn': ['sh-latn', 2, 2, ...DEJAN],
  sv: ['sv', 2, 2, '1994 Jan Michael Rynning', LPPL],
  ta: ['ta', 1, 1, ...SANTHOSH],
  te: ['te', 1, 1, ...SANTHOSH],
  tk: ['tk', 2, 2, '2010–2015 Nazar Annagurban', 'MIT'],
  tr: ['tr', 2, 2, '1987 Pierre A. MacKay, 2008, 2011 TUG', LPPL],
  uk: ['uk', 2, 2, '1998–2001 Maksym Polyakov', LPPL],
};

/**
 * @typedef {object} Language
 * @property {string} tag BCP 47, as in lang/<tag>.bin
 * @property {string} patterns file of node_modules/hyphen/patterns
 * @property {number} left fewest letters before a hyphen
 * @property {number} right fewest letters after it
 * @property {string} licence its name, or its whole text where it is short
 * @property {string} notice copyright and licence, to be kept with the pack
 */

/** @type {Language[]} */
export const languages = Object.entries(ROWS).map(
  ([tag, [patterns, left, right, copyright, licence]]) => ({
    tag,
    patterns,
    left,
    right,
    licence,
    notice: `Hyphenation patterns (hyph-${patterns}.tex of hyph-utf8): Copyright (C) ${copyright}. Licence: ${licence}`,
  }),
);
