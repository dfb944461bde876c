#include "layout/card_texts.h"

#include <algorithm>
#include <utility>

#include "typeset/break_costs.h"
#include "typography/break_options.h"

namespace broadsheet {
namespace {

// A line that ends in half a compound is worth lines that differ by 4 em.
constexpr float kCompound = 1;

// Shorter words fit any column that is worth reading.
constexpr std::size_t kLongWord = 10;  // code units
constexpr char16_t kSoftHyphen = 0x00AD;

/// A headline ends its lines between words, if it can be helped.
std::vector<Piece> cut_title(std::u16string_view text,
                             const PieceOptions& options) {
  std::vector<Piece> pieces = cut_pieces(text, {}, options);
  for (Piece& piece : pieces) {
    const char16_t last = text[piece.end - 1];
    if (last == u'-' || last == u'\u2010') piece.penalty += kCompound;
    if (piece.after == LineEnd::Hyphen && last != kSoftHyphen) {
      piece.penalty += kDivision;
    }
  }
  return pieces;
}

/// The long words of a headline, cut at its spaces only.
std::vector<ForeignRun> long_words(std::u16string_view text,
                                   const Hyphenator* hyphenator) {
  constexpr std::u16string_view kSpaces = u" \t\n\r\f\u00A0\u202F";
  std::vector<ForeignRun> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end =
        std::min(text.find_first_of(kSpaces, begin), text.size());
    if (end - begin >= kLongWord) {
      words.push_back({static_cast<std::uint32_t>(begin),
                       static_cast<std::uint32_t>(end), hyphenator});
    }
    begin = end + 1;
  }
  return words;
}

}  // namespace

CardTexts::CardTexts(std::u16string text, std::span<const std::uint32_t> shapes,
                     std::string_view language)
    : text_(std::move(text)), language_(language) {
  const PieceOptions title = title_options();
  PieceOptions options;
  options.breaks = title.breaks;
  const std::u16string_view all = text_;
  constexpr std::size_t kShape = kCardParts + 1;
  std::size_t begin = 0;
  for (std::size_t card = 0; (card + 1) * kShape <= shapes.size(); ++card) {
    const auto shape = shapes.subspan(card * kShape, kShape);
    contents_.emplace_back().picture = shape.back() != 0;
    for (std::size_t part = 0; part < kCardParts; ++part) {
      const std::u16string_view found = all.substr(begin, shape[part]);
      if (found.empty()) continue;
      parts_.push_back({card, static_cast<CardPart>(part),
                        static_cast<std::uint32_t>(begin),
                        static_cast<std::uint32_t>(found.size()),
                        static_cast<CardPart>(part) == CardPart::Title
                            ? cut_title(found, title)
                            : cut_pieces(found, {}, options)});
      begin += found.size();
    }
  }
}

PieceOptions CardTexts::title_options() const {
  PieceOptions options;
  options.breaks = break_options_for(language_);
  options.clinging_language = language_;
  options.clinging = static_cast<float>(BreakCosts().clinging);
  return options;
}

std::u16string_view CardTexts::text_of(const PartText& part) const {
  return std::u16string_view(text_).substr(part.begin, part.size);
}

bool CardTexts::has_long_words() const {
  return std::any_of(parts_.begin(), parts_.end(), [&](const PartText& each) {
    return each.part == CardPart::Title &&
           !long_words(text_of(each), nullptr).empty();
  });
}

void CardTexts::divide_words(const Hyphenator& hyphenator) {
  PieceOptions options = title_options();
  for (PartText& each : parts_) {
    if (each.part != CardPart::Title) continue;
    const auto words = long_words(text_of(each), &hyphenator);
    if (words.empty()) continue;
    options.foreign = words;
    each.pieces = cut_title(text_of(each), options);
  }
}

std::vector<std::uint32_t> CardTexts::pieces() const {
  std::vector<std::uint32_t> out;
  for (const PartText& each : parts_) {
    for (const Piece& piece : each.pieces) {
      out.push_back(static_cast<std::uint32_t>(each.part));
      out.push_back(each.begin + piece.begin);
      out.push_back(each.begin + piece.end);
    }
  }
  return out;
}

bool CardTexts::measure_lead(std::span<const float> widths) {
  lead_contents_ = std::vector<CardContent>(contents_.size());
  for (std::size_t i = 0; i < contents_.size(); ++i) {
    lead_contents_[i].picture = contents_[i].picture;
  }
  return measure(widths, lead_contents_);
}

bool CardTexts::measure(std::span<const float> widths,
                        std::vector<CardContent>& contents) const {
  std::size_t count = 2;
  for (const PartText& each : parts_) count += each.pieces.size();
  if (widths.size() != count) return false;
  const Em hyphen(widths.back());
  const Em ellipsis(widths[count - 2]);
  for (const PartText& each : parts_) {
    const std::u16string_view text = text_of(each);
    CardContent& card = contents[each.card];
    card.parts[static_cast<std::size_t>(each.part)] =
        make_items(text, each.pieces, widths.first(each.pieces.size()), hyphen);
    widths = widths.subspan(each.pieces.size());
    card.ellipsis = ellipsis;
    if (each.part == CardPart::Excerpt) card.excerpt = text;
    if (each.part == CardPart::Sponsored) card.sponsored = true;
  }
  return true;
}

}  // namespace broadsheet
