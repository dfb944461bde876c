#include "typeset/pieces.h"

#include <string>

#include "base/utf16.h"
#include "support/catch.h"
#include "support/packs.h"

using namespace broadsheet;

namespace {

// '|' between pieces, '_' for a space, '/' where a line may end, '~' where it
// would show a hyphen.
std::string pieces_of(std::u16string_view text, const PieceOptions& options,
                      std::vector<std::uint32_t> cuts = {}) {
  std::string out;
  for (const Piece& piece : cut_pieces(text, cuts, options)) {
    if (!out.empty()) out += '|';
    out += piece.kind == PieceKind::Space
               ? "_"
               : to_utf8(text.substr(piece.begin, piece.end - piece.begin));
    if (piece.after == LineEnd::Plain) out += '/';
    if (piece.after == LineEnd::Hyphen) out += '~';
  }
  return out;
}

PieceOptions french() {
  PieceOptions options;
  options.breaks.punctuation = PunctuationSpacing::French;
  return options;
}

}  // namespace

TEST_CASE("pieces: words and the spaces between them", "[typeset]") {
  CHECK(pieces_of(u"un  deux\n", {}) == "un|_/|deux");
  CHECK(pieces_of(u"", {}).empty());
  CHECK(pieces_of(u"   ", {}).empty());
}

TEST_CASE("pieces: no line ends at a no-break space", "[typeset]") {
  CHECK(pieces_of(u"23\u00A0juin", {}) == "23|_|juin");
}

TEST_CASE("pieces: French punctuation holds to its word", "[typeset]") {
  CHECK(pieces_of(u"rare : le", french()) == "rare|_|:|_/|le");
  CHECK(pieces_of(u"« le »", french()) == "«|_|le|_|»");
}

TEST_CASE("pieces: the mark of a footnote holds to its word", "[typeset]") {
  CHECK(pieces_of(u"tirer.[3] Demain", {}, {6, 9}) == "tirer.|[3]|_/|Demain");
  CHECK(pieces_of(u"tirer [3]", {}) == "tirer|_/|[3]");
  CHECK(pieces_of(u"a.\u200B[3]", {}) == "a.\u200B/|[3]");
  CHECK(pieces_of(u"\u672C\u6587[3]", {}) == "\u672C/|\u6587/|[3]");
}

TEST_CASE("pieces: after a hyphen of the text a line may end", "[typeset]") {
  CHECK(pieces_of(u"vis-à-vis", {}) == "vis-/|à-/|vis");
}

TEST_CASE("pieces: a soft hyphen is shown only where a line ends",
          "[typeset]") {
  CHECK(pieces_of(u"algo\u00ADrithme", {}) == "algo\u00AD~|rithme");
}

TEST_CASE("pieces: a change of font ends a piece, not a line", "[typeset]") {
  CHECK(pieces_of(u"abcd", {}, {2}) == "ab|cd");
}

TEST_CASE("pieces: words are divided by their language", "[typeset]") {
  const auto hyphenator = test::load_hyphenator("fr");
  if (!hyphenator) return;
  PieceOptions options = french();
  options.hyphenator = &*hyphenator;
  CHECK(pieces_of(u"un algorithme", options) == "un|_/|al~|go~|rithme");
}

TEST_CASE("items: each piece in order, the hyphen's width where it may show",
          "[typeset]") {
  const std::u16string text = u"ab\u00ADcd e";
  const auto pieces = cut_pieces(text, {}, {});
  const std::vector<float> widths = {1, 2, 3, 4};
  const auto items = make_items(text, pieces, widths, 0.5_em);
  REQUIRE(items.size() == 6);
  CHECK(items[0].letters == 2);
  CHECK(items[1].kind == ItemKind::Hyphen);
  CHECK(items[1].width == 0.5_em);
  CHECK(items[2].offset == 3);
  CHECK(items[3].kind == ItemKind::Glue);
  CHECK(items[5].kind == ItemKind::ForcedBreak);
}
