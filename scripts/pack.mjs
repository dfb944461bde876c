// Writes language packs, lang/<tag>.bin: a container of named sections that
// src/base/pack.h reads.
//
// Little-endian: "BSLP", u16 version, u16 number of sections, for each section
// its id of four ASCII letters, u32 offset from the start, u32 size; then the
// sections.

const MAGIC = 'BSLP';
const VERSION = 1;
const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;

/**
 * The bytes of one pack.
 * @param {{tag: string, sections: Record<string, Uint8Array>}} pack
 * @returns {Uint8Array}
 */
export function writePack({ tag, sections }) {
  const entries = Object.entries(sections);
  for (const [id] of entries) {
    if (!/^[a-z]{4}$/.test(id)) throw new Error(`pack ${tag}: "${id}" is no section id`);
  }
  const start = HEADER_BYTES + ENTRY_BYTES * entries.length;
  const size = entries.reduce((sum, [, bytes]) => sum + bytes.length, start);
  const pack = new Uint8Array(size);
  const view = new DataView(pack.buffer);
  const ascii = new TextEncoder();
  pack.set(ascii.encode(MAGIC), 0);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, entries.length, true);
  let offset = start;
  entries.forEach(([id, bytes], index) => {
    const entry = HEADER_BYTES + ENTRY_BYTES * index;
    pack.set(ascii.encode(id), entry);
    view.setUint32(entry + 4, offset, true);
    view.setUint32(entry + 8, bytes.length, true);
    pack.set(bytes, offset);
    offset += bytes.length;
  });
  return pack;
}
