// Paragraphs of the page: cut, measured, set, and how well.
#include <emscripten/bind.h>

#include <algorithm>
#include <cstring>

#include "crossing.h"
#include "typeset/set_paragraph.h"

namespace crossing {
namespace {

using broadsheet::PreparedParagraph;

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
    runs.push_back({ranges[i], ranges[i + 1], packs().hyphenator_for(tag)});
    tags.remove_prefix(std::min(tag.size() + 1, tags.size()));
  }
  return runs;
}

// A paragraph of the page, cut; it lives until dispose_paragraph(). Said: its
// language, then that of each foreign run. `numbers` are
// the cuts, the words of Thai and its like, begin and end of each foreign run.
// Gives its address and, for each piece, its begin and its end, the latter with
// the highest bit set where the piece is a space.
Address cut_paragraph(Address text, std::uint32_t units, Address numbers,
                      std::uint32_t cuts, std::uint32_t boundaries,
                      std::uint32_t foreign, std::uint32_t kind) {
  constexpr std::uint32_t kSpaceBit = 1U << 31U;
  constexpr broadsheet::BreakCosts kCosts;
  const bool hyphenate = (kind & kHyphenate) != 0;
  const std::string_view tags = words_said();
  const std::string_view tag = word_said(0);
  const Address words_begin = numbers + 4 * cuts;
  const auto runs =
      foreign_runs(tags.substr(std::min(tag.size() + 1, tags.size())),
                   numbers_at<std::uint32_t>(words_begin + 4 * boundaries,
                                             hyphenate ? 2 * foreign : 0));
  broadsheet::PieceOptions options;
  options.breaks = break_options(words_begin, boundaries);
  options.hyphenator = hyphenate ? packs().hyphenator_for(tag) : nullptr;
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

// `widths`: of the pieces and, last, of the hyphen, in em.
void measure_paragraph(Address paragraph, Address widths, std::uint32_t count) {
  const auto all = numbers_at<float>(widths, count);
  object_at<PreparedParagraph>(paragraph).measure(all.first(count - 1),
                                                  broadsheet::Em(all.back()));
}

void dispose_paragraph(Address paragraph) {
  delete &object_at<PreparedParagraph>(paragraph);
}

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
    append_lines(object_at<PreparedParagraph>(request.paragraph)
                     .set(measures, request.options()),
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
    object_at<PreparedParagraph>(addresses[i]).add_to(tally);
    object_at<PreparedParagraph>(addresses[i]).add_to(total);
    append_report(tally.report(), words);
  }
  append_report(total.report(), words);
  return give({}, std::move(words));
}

}  // namespace
}  // namespace crossing

EMSCRIPTEN_BINDINGS(typeset) {
  using emscripten::function;
  function("cutParagraph", &crossing::cut_paragraph);
  function("measureParagraph", &crossing::measure_paragraph);
  function("disposeParagraph", &crossing::dispose_paragraph);
  function("setParagraphs", &crossing::set_paragraphs);
  function("reportParagraphs", &crossing::report_paragraphs);
}
