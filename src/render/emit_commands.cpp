#include "render/emit_commands.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "document/url.h"
#include "render/emitter.h"
#include "typography/polish.h"
#include "typography/write_date.h"

namespace broadsheet {
namespace {

constexpr std::array kHeadings = {Tag::H1, Tag::H2, Tag::H3,
                                  Tag::H4, Tag::H5, Tag::H6};

// FNV-1a, 32 bits: names an article that has no name.
// https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
std::string hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  }
  constexpr std::string_view kDigits = "0123456789abcdefghijklmnopqrstuv";
  std::string out;
  for (; hash != 0; hash >>= 5U) out += kDigits[hash & 31U];
  return out;
}

// Only letters, digits, '-' and '_' as they are; of other characters the bytes
// in hexadecimal, so that no two ids become one.
std::string id_part(std::string_view id) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const char c : id) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (plain) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '.';
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
  return out;
}

void collect_ids(const std::vector<Block>& blocks, Emitter& emitter) {
  for (const Block& block : blocks) {
    if (!block.id.empty()) emitter.known_ids.emplace(block.id, 0);
    if (const auto* group = std::get_if<Group>(&block.content)) {
      collect_ids(group->blocks, emitter);
    }
  }
}

// A name is nobody's to correct: its initials stay with it, no more.
std::string shown_name(const Emitter& emitter, const std::string& name) {
  PolishRules initials = emitter.options.polish;
  if (initials.none()) return name;
  initials.keep_only(PolishRule::Initials);
  return polish_text(name, emitter.language, initials);
}

void emit_person(Emitter& emitter, const Person& person) {
  CommandWriter& out = emitter.out;
  const std::string name = shown_name(emitter, person.name);
  out.open(Tag::Bdi, "broadsheet-author");
  if (person.url.empty()) {
    out.text(name);
  } else {
    out.open(Tag::A);
    out.attribute(Attribute::Href, person.url);
    out.attribute(Attribute::Rel, "author");
    out.text(name);
    out.close();
  }
  out.close();
  if (!person.role.empty()) {
    out.text(emitter.strings.get(StringKey::Comma));
    out.open(Tag::Bdi, "broadsheet-author-role");
    out.text(emitter.shown(person.role));
    out.close();
  }
}

// "Par {names}": what stands before and after the names, the names between.
void emit_byline(Emitter& emitter, const std::vector<Person>& authors) {
  if (authors.empty()) return;
  CommandWriter& out = emitter.out;
  constexpr std::string_view kNames = "{names}";
  const std::string_view pattern = emitter.strings.get(StringKey::By);
  const std::size_t names = pattern.find(kNames);
  out.open(Tag::P, "broadsheet-byline");
  out.text(pattern.substr(0, std::min(names, pattern.size())));
  for (std::size_t i = 0; i < authors.size(); ++i) {
    if (i > 0) {
      out.text(i + 1 == authors.size() ? emitter.strings.get(StringKey::And)
                                       : emitter.strings.get(StringKey::Comma));
    }
    emit_person(emitter, authors[i]);
  }
  if (names != std::string_view::npos) {
    out.text(pattern.substr(names + kNames.size()));
  }
  out.close();
}

// "Publié le {date}" with the date in a `time`.
void emit_dated(Emitter& emitter, StringKey key, const Date& date) {
  CommandWriter& out = emitter.out;
  constexpr std::string_view kDate = "{date}";
  const std::string_view pattern = emitter.strings.get(key);
  const std::size_t at = pattern.find(kDate);
  out.open(Tag::Span, "broadsheet-date");
  out.text(pattern.substr(0, std::min(at, pattern.size())));
  out.open(Tag::Time);
  out.attribute(Attribute::Datetime, date.source);
  out.text(write_date(date, emitter.strings));
  out.close();
  if (at != std::string_view::npos) out.text(pattern.substr(at + kDate.size()));
  out.close();
}

void emit_dates(Emitter& emitter, const Document& document) {
  if (!document.published && !document.modified) return;
  CommandWriter& out = emitter.out;
  out.open(Tag::P, "broadsheet-dates");
  if (document.published) {
    emit_dated(emitter, StringKey::Published, *document.published);
  }
  if (document.modified) {
    if (document.published) out.text(" ");
    emit_dated(emitter, StringKey::Updated, *document.modified);
  }
  out.close();
}

void emit_optional(Emitter& emitter, Tag tag, std::string_view class_name,
                   const Text& text) {
  if (text.empty()) return;
  emitter.out.open(tag, class_name);
  emit_text(emitter, text);
  emitter.out.close();
}

void emit_header(Emitter& emitter, const Document& document, int minutes) {
  CommandWriter& out = emitter.out;
  out.open(Tag::Header, "broadsheet-header");
  emit_optional(emitter, Tag::P, "broadsheet-kicker", document.kicker);
  emit_optional(emitter, emitter.heading(0), "broadsheet-title",
                document.title);
  emit_optional(emitter, Tag::P, "broadsheet-standfirst", document.standfirst);
  emit_byline(emitter, document.authors);
  emit_dates(emitter, document);
  out.open(Tag::P, "broadsheet-reading-time");
  out.text(emitter.strings.count(StringKey::ReadingTime, minutes));
  out.close();
  if (document.free_access == false) {
    out.open(Tag::P, "broadsheet-subscribers");
    out.text(emitter.strings.get(StringKey::SubscribersOnly));
    out.close();
  }
  out.close();
}

void emit_footnote(Emitter& emitter, const Footnote& footnote) {
  CommandWriter& out = emitter.out;
  out.open(Tag::Li);
  if (!footnote.id.empty()) {
    out.attribute(Attribute::Id, emitter.element_id(footnote.id));
  }
  emit_text(emitter, footnote.text);
  if (emitter.linked_footnotes.count(footnote.id) != 0) {
    const int number = emitter.footnote_numbers[footnote.id];
    out.text("\u00A0");
    out.open(Tag::A, "broadsheet-footnote-back");
    out.attribute(Attribute::Href,
                  "#" + emitter.element_id(footnote.id) + "-mark");
    out.attribute(Attribute::Role, "doc-backlink");
    out.attribute(Attribute::AriaLabel,
                  fill(emitter.strings.get(StringKey::FootnoteBack),
                       {"n", std::to_string(number)}));
    out.text("↩\uFE0E");
    out.close();
  }
  out.close();
}

void emit_footnotes(Emitter& emitter, const std::vector<Footnote>& footnotes) {
  if (footnotes.empty()) return;
  CommandWriter& out = emitter.out;
  const std::string title_id = emitter.id_prefix + "footnotes-title";
  out.open(Tag::Section, "broadsheet-footnotes");
  out.attribute(Attribute::AriaLabelledby, title_id);
  out.open(emitter.heading(1), "broadsheet-section-title");
  out.attribute(Attribute::Id, title_id);
  out.text(emitter.strings.get(StringKey::Footnotes));
  out.close();
  out.open(Tag::Ol);
  for (const Footnote& footnote : footnotes) emit_footnote(emitter, footnote);
  out.close();
  out.close();
}

void emit_tags(Emitter& emitter, const std::vector<std::string>& tags) {
  if (tags.empty()) return;
  CommandWriter& out = emitter.out;
  out.open(Tag::Div, "broadsheet-tags");
  out.open(Tag::P, "broadsheet-tags-label");
  out.text(fill(emitter.strings.get(StringKey::Label),
                {"label", emitter.strings.get(StringKey::Topics)}));
  out.close();
  out.open(Tag::Ul);
  out.attribute(Attribute::Role, "list");
  for (const std::string& tag : tags) {
    out.open(Tag::Li);
    out.text(tag);
    out.close();
  }
  out.close();
  out.close();
}

}  // namespace

Text Emitter::shown(const Text& text) const {
  if (options.polish.none()) return text;
  return polish(text, language, options.polish);
}

std::string Emitter::shown(const std::string& text) const {
  if (options.polish.none()) return text;
  return polish_text(text, language, options.polish);
}

std::string Emitter::element_id(std::string_view id) const {
  return id_prefix + id_part(id);
}

Tag Emitter::heading(int below) const {
  const int level = std::clamp(options.heading_level + below, 1, 6);
  return kHeadings[static_cast<std::size_t>(level - 1)];
}

std::string make_id_prefix(std::string_view id, std::string_view fallback) {
  return "broadsheet-" + (id.empty() ? hash_of(fallback) : id_part(id)) + "-";
}

Commands emit_article(const Document& document, const Strings& strings,
                      int minutes, const RenderOptions& options) {
  CommandWriter out;
  Emitter emitter{.out = out,
                  .strings = strings,
                  .options = options,
                  .language = document.language.tag,
                  .id_prefix = {},
                  .site = site_of(document.url),
                  .known_ids = {},
                  .footnote_numbers = {},
                  .linked_footnotes = {}};
  emitter.id_prefix = make_id_prefix(
      document.id, document.url.empty()
                       ? plain_text(emitter.shown(document.title))
                       : document.url);
  collect_ids(document.body, emitter);
  for (const Footnote& footnote : document.footnotes) {
    emitter.known_ids.emplace(footnote.id, 0);
    const auto number = static_cast<int>(emitter.footnote_numbers.size()) + 1;
    emitter.footnote_numbers.emplace(footnote.id, number);
  }

  out.open(Tag::Article, "broadsheet-article");
  emit_language(emitter, document.language);
  emit_header(emitter, document, minutes);
  if (document.hero) {
    emit_figure(emitter, *document.hero, ImageLoading::Eager,
                "broadsheet-figure broadsheet-hero", nullptr);
  }
  out.open(Tag::Div, "broadsheet-body");
  emit_blocks(emitter, document.body);
  out.close();
  emit_footnotes(emitter, document.footnotes);
  emit_tags(emitter, document.tags);
  if (!document.recommended.items.empty()) {
    emit_cards(emitter, document.recommended, "broadsheet-recommended");
  }
  out.close();
  return out.take();
}

Commands emit_card_section(const CardList& cards, const Language& language,
                           const Strings& strings,
                           const RenderOptions& options) {
  CommandWriter out;
  Emitter emitter{.out = out,
                  .strings = strings,
                  .options = options,
                  .language = language.tag,
                  .id_prefix = {},
                  .site = {},
                  .known_ids = {},
                  .footnote_numbers = {},
                  .linked_footnotes = {}};
  emitter.id_prefix =
      make_id_prefix({}, plain_text(emitter.shown(cards.title)));
  out.open(Tag::Div, "broadsheet-card-section");
  emit_language(emitter, language);
  emit_cards(emitter, cards, "broadsheet-recommended");
  out.close();
  return out.take();
}

}  // namespace broadsheet
