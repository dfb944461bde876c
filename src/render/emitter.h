// What the emitters of all parts share. Internal to render/.
#pragma once

#include <string>
#include <string_view>

#include "base/name_table.h"
#include "document/document.h"
#include "render/commands.h"
#include "render/emit_commands.h"
#include "typography/strings.h"

namespace broadsheet {

struct Emitter {
  CommandWriter& out;
  const Strings& strings;
  RenderOptions options;
  /// BCP 47, of the part that is being emitted.
  std::string_view language;
  /// "broadsheet-<article>-"
  std::string id_prefix;
  /// Of the article's page; empty where it names none.
  std::string site;
  /// Ids of the article's own parts, as the data gives them.
  NameTable known_ids;
  /// Number (from 1) of each footnote.
  NameTable footnote_numbers;
  /// Footnotes that a mark has already linked to.
  NameTable linked_footnotes;

  /// What the data says as its language writes it: see polish().
  [[nodiscard]] Text shown(const Text& text) const;
  [[nodiscard]] std::string shown(const std::string& text) const;
  /// The id under which a part of the article is emitted.
  [[nodiscard]] std::string element_id(std::string_view id) const;
  /// A heading's element, `below` levels under the title's.
  [[nodiscard]] Tag heading(int below) const;
};

/// `broadsheet-<article>-`; an article without id is named by a hash of
/// `fallback`, so that two of them on one page do not meet.
std::string make_id_prefix(std::string_view id, std::string_view fallback);

enum class LinksInText { Allowed, Dropped };

/// Text with its marks, polished. Links are dropped where the text is in a link
/// already.
void emit_text(Emitter& emitter, const Text& text,
               LinksInText links = LinksInText::Allowed);

/// The same inside an element of its own, isolated from the direction of its
/// neighbours on the line.
void emit_isolated(Emitter& emitter, std::string_view class_name,
                   const Text& text);

/// Opens a link. One that leaves the article's site is marked, and its `title`
/// names the site it goes to where the article says nothing else.
void open_link(Emitter& emitter, const std::string& url,
               std::string_view title);

/// `lang` and `dir` of a part.
void emit_language(Emitter& emitter, const Language& language);

enum class ImageLoading { Eager, Lazy };

/// The `img` alone.
void emit_img(Emitter& emitter, const Image& image, ImageLoading loading);
/// `figure` with caption and credit, and block attributes where given.
void emit_figure(Emitter& emitter, const Image& image, ImageLoading loading,
                 std::string_view class_name, const Block* block);

/// id, lang and dir of a block, on the element just opened.
void emit_block_attributes(Emitter& emitter, const Block* block);
void emit_blocks(Emitter& emitter, const std::vector<Block>& blocks);

/// Blocks with a function of their own. Those that few articles have are not
/// inlined: wasm/seldom.txt puts them aside.
[[gnu::noinline]] void emit_media(Emitter& emitter, const Media& media,
                                  const Block& block);
[[gnu::noinline]] void emit_embed(Emitter& emitter, const Embed& embed,
                                  const Block& block);
[[gnu::noinline]] void emit_table(Emitter& emitter, const Table& table,
                                  const Block& block);
void emit_slot(Emitter& emitter, const Slot& slot, const Block& block);

/// Heading and list of cards, inside a `section`.
[[gnu::noinline]] void emit_cards(Emitter& emitter, const CardList& cards,
                                  std::string_view section_class);

}  // namespace broadsheet
