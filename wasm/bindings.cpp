// The only file that includes Emscripten. Crossings happen per article or per
// language, never per word; text crosses through memory, not through Embind.
#include <emscripten/bind.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet.h"
#include "card_feed.h"
#include "language_packs.h"
#include "layout/card_codec.h"
#include "layout/card_texts.h"
#include "render/json_ld.h"
#include "render/json_writer.h"
#include "render/summary.h"
#include "render/write_html.h"
#include "typeset/set_paragraph.h"
#include "typography/break_options.h"
#include "typography/polish.h"

using broadsheet::Article;
using broadsheet::PreparedParagraph;

namespace {

// Addresses cross as numbers: Embind's pointer types would cost more.
using Address = std::uint32_t;

template <typename T>
Address address_of(const T* pointer) {
  return static_cast<Address>(reinterpret_cast<std::uintptr_t>(pointer));
}

std::string_view view_of(Address begin, std::uint32_t size) {
  return {reinterpret_cast<const char*>(begin), size};
}

const Article& article_at(Address article) {
  return *reinterpret_cast<const Article*>(article);
}

PreparedParagraph& paragraph_at(Address paragraph) {
  return *reinterpret_cast<PreparedParagraph*>(paragraph);
}

broadsheet::LanguagePacks packs;

// What the last call gave: it stays valid until the next call. JavaScript reads
// the four numbers of `result` and copies at once.
std::string result_text;
std::vector<std::uint32_t> result_words;
std::array<Address, 4> result;

Address give(std::string text, std::vector<std::uint32_t> words = {}) {
  result_text = std::move(text);
  result_words = std::move(words);
  result = {address_of(result_text.data()),
            static_cast<std::uint32_t>(result_text.size()),
            address_of(result_words.data()),
            static_cast<std::uint32_t>(result_words.size())};
  return address_of(result.data());
}

broadsheet::Direction direction_named(const std::string& name) {
  if (name == "ltr") return broadsheet::Direction::LeftToRight;
  if (name == "rtl") return broadsheet::Direction::RightToLeft;
  if (name == "auto") return broadsheet::Direction::Auto;
  return broadsheet::Direction::Unset;
}

// `polish_off`: names of rules that are off, separated by spaces.
broadsheet::RenderOptions render_options(int heading_level,
                                         const std::string& polish_off) {
  broadsheet::RenderOptions options;
  options.heading_level = heading_level;
  options.polish.turn_off_all(polish_off);
  return options;
}

Address allocate(std::uint32_t size) { return address_of(std::malloc(size)); }

void release(Address address) { std::free(reinterpret_cast<void*>(address)); }

// Of the next parse(); 0 stands for the default. The reader's recursion is as
// deep as the JSON, so that limit has one itself.
broadsheet::Limits limits;

void set_limits(std::uint32_t bytes, std::uint32_t depth, std::uint32_t blocks,
                std::uint32_t cards, std::uint32_t text) {
  constexpr std::uint32_t kMaximumDepth = 512;
  const auto set = [](std::size_t& limit, std::uint32_t value) {
    if (value != 0) limit = value;
  };
  limits = {};
  set(limits.bytes, bytes);
  set(limits.depth, std::min(depth, kMaximumDepth));
  set(limits.blocks, blocks);
  set(limits.cards, cards);
  set(limits.text, text);
}

// An article lives until dispose(): JavaScript's finalizers call it.
Address parse(Address json, std::uint32_t size, const std::string& lang,
              const std::string& direction) {
  broadsheet::ParseOptions options;
  options.language = {lang, direction_named(direction)};
  options.limits = limits;
  return address_of(
      new Article(broadsheet::parse_article(view_of(json, size), options)));
}

void dispose(Address article) { delete &article_at(article); }

Address summary(Address address) {
  const Article& article = article_at(address);
  return give(
      broadsheet::write_summary(article.document ? &*article.document : nullptr,
                                article.diagnostics, article.reading_time));
}

Address commands(Address article, int heading_level,
                 const std::string& polish_off) {
  broadsheet::Commands commands =
      broadsheet::render_commands(article_at(article), packs.languages(),
                                  render_options(heading_level, polish_off));
  std::vector<std::uint32_t> words = broadsheet::encode(commands);
  return give(std::move(commands.text), std::move(words));
}

Address html(Address article, int heading_level,
             const std::string& polish_off) {
  return give(
      broadsheet::render_html(article_at(article), packs.languages(),
                              render_options(heading_level, polish_off)));
}

broadsheet::CardFeed& feed_at(Address feed) {
  return *reinterpret_cast<broadsheet::CardFeed*>(feed);
}

// Pages of cards live until dispose_cards().
Address new_cards(Address excluded, std::uint32_t size) {
  return address_of(new broadsheet::CardFeed(view_of(excluded, size)));
}

void dispose_cards(Address feed) { delete &feed_at(feed); }

// Reads a further page; gives what write_card_summary says of it.
Address add_cards(Address feed, Address json, std::uint32_t size,
                  const std::string& lang, const std::string& direction) {
  broadsheet::ParseOptions options;
  options.language = {lang, direction_named(direction)};
  options.limits = limits;
  return give(broadsheet::write_card_summary(
      feed_at(feed).add(view_of(json, size), options)));
}

broadsheet::Commands commands_of_cards(Address feed, std::uint32_t page,
                                       std::uint32_t begin, std::uint32_t end,
                                       int heading_level,
                                       const std::string& polish_off) {
  return broadsheet::render_card_commands(
      feed_at(feed).page(page), begin, end, packs.languages(),
      render_options(heading_level, polish_off));
}

Address card_commands(Address feed, std::uint32_t page, std::uint32_t begin,
                      std::uint32_t end, int heading_level,
                      const std::string& polish_off) {
  broadsheet::Commands commands =
      commands_of_cards(feed, page, begin, end, heading_level, polish_off);
  std::vector<std::uint32_t> words = broadsheet::encode(commands);
  return give(std::move(commands.text), std::move(words));
}

Address card_html(Address feed, int heading_level,
                  const std::string& polish_off) {
  return give(broadsheet::write_html(
      commands_of_cards(feed, 0, 0, std::numeric_limits<std::uint32_t>::max(),
                        heading_level, polish_off)));
}

broadsheet::CardTexts& card_texts_at(Address texts) {
  return *reinterpret_cast<broadsheet::CardTexts*>(texts);
}

// The texts of cards live until dispose_card_texts().
Address new_card_texts(const std::string& lang, Address text,
                       std::uint32_t units, Address shapes,
                       std::uint32_t count) {
  return address_of(new broadsheet::CardTexts(
      {reinterpret_cast<const char16_t*>(text), units},
      {reinterpret_cast<const std::uint32_t*>(shapes), count}, lang));
}

void dispose_card_texts(Address texts) { delete &card_texts_at(texts); }

Address card_pieces(Address texts) {
  return give({}, card_texts_at(texts).pieces());
}

bool measure_cards(Address texts, Address widths, std::uint32_t count) {
  return card_texts_at(texts).measure(
      {reinterpret_cast<const float*>(widths), count});
}

// Null when the numbers are no request.
Address layout_cards(Address texts, Address numbers, std::uint32_t count) {
  auto decoded = broadsheet::decode_request(
      {reinterpret_cast<const double*>(numbers), count});
  if (!decoded) return 0;
  decoded->request.slots = decoded->slots;
  return give({}, broadsheet::encode_layout(broadsheet::layout_cards(
                      decoded->request, card_texts_at(texts).contents())));
}

Address polish_text(Address text, std::uint32_t size, const std::string& lang,
                    const std::string& polish_off) {
  broadsheet::PolishRules rules;
  rules.turn_off_all(polish_off);
  return give(broadsheet::polish_text(view_of(text, size), lang, rules));
}

Address json_ld(Address address) {
  const Article& article = article_at(address);
  return give(
      broadsheet::write_json_ld(*article.document, article.reading_time.words));
}

// Names of elements, then of attributes, in the order that commands number
// them: words separated by spaces, the two lists by a newline.
Address vocabulary() {
  std::string out;
  for (const std::string_view name : broadsheet::kTagNames) {
    out.append(name).append(" ");
  }
  out.back() = '\n';
  for (const std::string_view name : broadsheet::kAttributeNames) {
    out.append(name).append(" ");
  }
  out.pop_back();
  return give(out);
}

bool add_language(const std::string& tag, Address begin, std::uint32_t size) {
  const std::string_view pack = view_of(begin, size);
  return packs.add(tag, std::as_bytes(std::span(pack)));
}

void set_string(const std::string& tag, const std::string& key,
                const std::string& value) {
  const auto found = broadsheet::find_string_key(key);
  if (found) packs.languages().set(tag, *found, value);
}

// All strings of a language as a JSON object.
Address strings(const std::string& tag) {
  const broadsheet::Strings strings = packs.languages().strings_for(tag);
  broadsheet::JsonWriter json;
  json.begin_object();
  for (std::size_t i = 0; i < broadsheet::kStringCount; ++i) {
    const auto key = static_cast<broadsheet::StringKey>(i);
    json.key(broadsheet::name_of(key));
    json.string(strings.get(key));
  }
  json.end_object();
  return give(json.take());
}

// Text of the DOM crosses as it is there, in UTF-16, so that offsets agree.
std::u16string_view utf16_of(Address begin, std::uint32_t units) {
  return {reinterpret_cast<const char16_t*>(begin), units};
}

// Offsets where the text may be hyphenated; null when there are no patterns for
// the language. A minimum below 1 is the language's own.
Address hyphenate_text(const std::string& tag, Address text,
                       std::uint32_t units, int left, int right) {
  const broadsheet::Hyphenator* hyphenator = packs.hyphenator_for(tag);
  if (hyphenator == nullptr) return 0;
  broadsheet::Minima minima = hyphenator->minima();
  if (left > 0) minima.left = static_cast<std::uint8_t>(left);
  if (right > 0) minima.right = static_cast<std::uint8_t>(right);
  std::vector<std::size_t> points;
  broadsheet::hyphenate_text(utf16_of(text, units), *hyphenator, minima,
                             points);
  return give({}, {points.begin(), points.end()});
}

template <typename T>
std::span<const T> numbers_at(Address begin, std::uint32_t count) {
  return {reinterpret_cast<const T*>(begin), count};
}

// `boundaries` are the words of Thai and its like.
broadsheet::BreakOptions break_options(const std::string& tag,
                                       Address boundaries,
                                       std::uint32_t count) {
  static_assert(sizeof(std::size_t) == sizeof(std::uint32_t));
  broadsheet::BreakOptions options = broadsheet::break_options_for(tag);
  options.word_boundaries = numbers_at<std::size_t>(boundaries, count);
  return options;
}

// Offsets where a line may end, by the rules of the language; an empty tag
// gives UAX #14 as it stands.
Address find_breaks(const std::string& tag, Address text, std::uint32_t units,
                    Address boundaries, std::uint32_t count) {
  const broadsheet::BreakOptions options =
      break_options(tag, boundaries, count);
  std::vector<std::uint32_t> offsets;
  for (const broadsheet::BreakOpportunity& each :
       broadsheet::find_breaks(utf16_of(text, units), options)) {
    offsets.push_back(static_cast<std::uint32_t>(each.offset));
  }
  return give({}, std::move(offsets));
}

// What a paragraph of the page is: bits of `kind`.
constexpr std::uint32_t kHyphenate = 1;
constexpr std::uint32_t kHeadline = 2;

// `ranges`: begin and end of each run; `tags`: their languages, parted by
// newlines.
std::vector<broadsheet::ForeignRun> foreign_runs(
    std::string_view tags, std::span<const std::uint32_t> ranges) {
  std::vector<broadsheet::ForeignRun> runs;
  for (std::size_t i = 0; i + 1 < ranges.size(); i += 2) {
    const std::string_view tag = tags.substr(0, tags.find('\n'));
    runs.push_back({ranges[i], ranges[i + 1], packs.hyphenator_for(tag)});
    tags.remove_prefix(std::min(tag.size() + 1, tags.size()));
  }
  return runs;
}

// A paragraph of the page, cut; it lives until dispose_paragraph(). `tags`: its
// language, then that of each foreign run, parted by newlines. `numbers` are
// the cuts, the words of Thai and its like, begin and end of each foreign run.
// Gives its address and, for each piece, its begin and its end, the latter with
// the highest bit set where the piece is a space.
Address cut_paragraph(const std::string& tags, Address text,
                      std::uint32_t units, Address numbers, std::uint32_t cuts,
                      std::uint32_t boundaries, std::uint32_t foreign,
                      std::uint32_t kind) {
  constexpr std::uint32_t kSpaceBit = 1U << 31U;
  constexpr broadsheet::BreakCosts kCosts;
  const bool hyphenate = (kind & kHyphenate) != 0;
  const std::string tag = tags.substr(0, tags.find('\n'));
  const Address words_begin = numbers + 4 * cuts;
  const auto runs = foreign_runs(
      std::string_view(tags).substr(std::min(tag.size() + 1, tags.size())),
      numbers_at<std::uint32_t>(words_begin + 4 * boundaries,
                                hyphenate ? 2 * foreign : 0));
  broadsheet::PieceOptions options;
  options.breaks = break_options(tag, words_begin, boundaries);
  options.hyphenator = hyphenate ? packs.hyphenator_for(tag) : nullptr;
  options.foreign = runs;
  options.proper_noun = static_cast<float>(kCosts.proper_noun);
  options.clinging_language = tag;
  if ((kind & kHeadline) != 0) {
    options.clinging = static_cast<float>(kCosts.clinging);
  }
  const auto* paragraph = new PreparedParagraph(
      utf16_of(text, units), numbers_at<std::uint32_t>(numbers, cuts), options);
  std::vector<std::uint32_t> words = {address_of(paragraph)};
  for (const broadsheet::Piece& piece : paragraph->pieces()) {
    const bool space = piece.kind == broadsheet::PieceKind::Space;
    words.push_back(piece.begin);
    words.push_back(piece.end | (space ? kSpaceBit : 0));
  }
  return give({}, std::move(words));
}

void measure_paragraph(Address paragraph, Address widths, std::uint32_t count,
                       float hyphen) {
  paragraph_at(paragraph).measure(numbers_at<float>(widths, count),
                                  broadsheet::Em(hyphen));
}

void dispose_paragraph(Address paragraph) { delete &paragraph_at(paragraph); }

// Of set_paragraphs: how one paragraph is to be set.
struct SetRequest {
  Address paragraph;
  std::uint32_t mode;  // LineMode; from bit 2: hang, letter-fit.
  std::int32_t looseness;
  std::uint32_t measures;  // As many floats in em follow.

  [[nodiscard]] broadsheet::SetOptions options() const {
    return {static_cast<broadsheet::LineMode>(mode & 3U), (mode & 4U) != 0,
            (mode & 8U) != 0, looseness};
  }
};

void append_lines(const broadsheet::SetLines& set,
                  std::vector<std::uint32_t>& words) {
  constexpr std::uint32_t kHighestBit = 1U << 31U;
  constexpr double kPrecision = 10'000;
  words.push_back(static_cast<std::uint32_t>(set.lines.size()) |
                  (set.overfull ? kHighestBit : 0));
  words.push_back(static_cast<std::uint32_t>(
      std::max(0.0, set.last_width.value()) * kPrecision));
  for (const broadsheet::SetLine& line : set.lines) {
    words.push_back(line.end | (line.hyphen ? kHighestBit : 0));
    words.push_back(static_cast<std::uint32_t>(line.letter_fit & 0xFF) |
                    static_cast<std::uint32_t>(line.hang_start) << 8U |
                    static_cast<std::uint32_t>(line.hang_end) << 16U);
  }
}

// Sets paragraphs. `requests` is a SetRequest and its measures for each, `size`
// words in all. Gives for each the number of its lines, the highest bit set
// where one is overfull; the width of the last line in 1/10,000 em; and for
// each line its end, the highest bit set where a hyphen is shown, and
// letter-fit and hangs in a byte each.
Address set_paragraphs(Address requests, std::uint32_t size) {
  constexpr std::uint32_t kHead = sizeof(SetRequest) / 4;
  std::vector<std::uint32_t> words;
  std::vector<broadsheet::Em> measures;
  for (std::uint32_t at = 0; at < size;) {
    const Address here = requests + 4 * at;
    const auto& request = *reinterpret_cast<const SetRequest*>(here);
    measures.clear();
    for (const float measure :
         numbers_at<float>(here + 4 * kHead, request.measures)) {
      measures.emplace_back(measure);
    }
    append_lines(
        paragraph_at(request.paragraph).set(measures, request.options()),
        words);
    at += kHead + request.measures;
  }
  return give({}, std::move(words));
}

void append_report(const broadsheet::QualityReport& report,
                   std::vector<std::uint32_t>& words) {
  const auto append = [&words](auto value) {
    const auto number = static_cast<float>(value);
    words.push_back(0);
    std::memcpy(&words.back(), &number, sizeof number);
  };
  append(report.paragraphs);
  append(report.lines);
  append(report.runts);
  append(report.short_last);
  append(report.bad_edges);
  append(report.overfull);
  append(report.longest_ladder);
  append(report.edge_error.value());
  append(report.justified);
  append(report.msd);
  append(report.worst);
  append(report.tightest);
  append(report.loose_pct);
  append(report.hyphenated_pct);
  append(report.rivers_per_100);
}

// The quality of paragraphs as they were last set, each and then all, in
// floats. `spaces` and `sizes`: of each, its natural space in em and its font
// size in px; for all, those of the first count.
Address report_paragraphs(Address paragraphs, Address spaces, Address sizes,
                          std::uint32_t count) {
  const auto addresses = numbers_at<Address>(paragraphs, count);
  const auto space = numbers_at<float>(spaces, count);
  const auto size = numbers_at<float>(sizes, count);
  const auto tally_of = [&](std::uint32_t i) {
    return broadsheet::QualityTally(broadsheet::Em(space[i]),
                                    broadsheet::Px(size[i]));
  };
  std::vector<std::uint32_t> words;
  if (count == 0) return give({}, {});
  broadsheet::QualityTally total = tally_of(0);
  for (std::uint32_t i = 0; i < count; ++i) {
    broadsheet::QualityTally tally = tally_of(i);
    paragraph_at(addresses[i]).add_to(tally);
    paragraph_at(addresses[i]).add_to(total);
    append_report(tally.report(), words);
  }
  append_report(total.report(), words);
  return give({}, std::move(words));
}

}  // namespace

EMSCRIPTEN_BINDINGS(broadsheet) {
  using emscripten::function;
  function("allocate", &allocate);
  function("release", &release);
  function("setLimits", &set_limits);
  function("parse", &parse);
  function("dispose", &dispose);
  function("summary", &summary);
  function("commands", &commands);
  function("html", &html);
  function("newCards", &new_cards);
  function("disposeCards", &dispose_cards);
  function("addCards", &add_cards);
  function("cardCommands", &card_commands);
  function("cardHtml", &card_html);
  function("newCardTexts", &new_card_texts);
  function("disposeCardTexts", &dispose_card_texts);
  function("cardPieces", &card_pieces);
  function("measureCards", &measure_cards);
  function("layoutCards", &layout_cards);
  function("polishText", &polish_text);
  function("jsonLd", &json_ld);
  function("vocabulary", &vocabulary);
  function("addLanguage", &add_language);
  function("setString", &set_string);
  function("strings", &strings);
  function("hyphenateText", &hyphenate_text);
  function("findBreaks", &find_breaks);
  function("cutParagraph", &cut_paragraph);
  function("measureParagraph", &measure_paragraph);
  function("disposeParagraph", &dispose_paragraph);
  function("setParagraphs", &set_paragraphs);
  function("reportParagraphs", &report_paragraphs);
}
