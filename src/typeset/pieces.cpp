#include "typeset/pieces.h"

#include <algorithm>
#include <cassert>

#include "base/utf16.h"
#include "typography/clinging_words.h"
#include "unicode/lower_case.h"

namespace broadsheet {
namespace {

constexpr char16_t kNoBreakSpace = 0x00A0;
constexpr char16_t kSoftHyphen = 0x00AD;

// The white space that CSS collapses.
// https://www.w3.org/TR/css-text-3/#white-space-phase-1
bool is_collapsible(char16_t c) {
  return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

// "word.[3]": the mark of a footnote holds to what it is set against, where
// UAX #14 would let a line end after the full stop. Not between ideographs,
// where a line may end before any bracket.
bool is_before_reference(std::u16string_view text,
                         const BreakOpportunity& each) {
  constexpr char16_t kZeroWidthSpace = 0x200B;
  constexpr char16_t kFirstIdeograph = 0x2E80;
  const char16_t before = text[each.offset - 1];
  return each.kind == BreakKind::Allowed && text[each.offset] == u'[' &&
         !is_collapsible(before) && before != kZeroWidthSpace &&
         before < kFirstIdeograph;
}

bool is_capital(char16_t c) { return to_lower(c) != c; }

// Walks through the text and all the offsets at which a piece may have to end.
class Cutter {
 public:
  Cutter(std::u16string_view text, std::span<const std::uint32_t> cuts,
         const PieceOptions& options)
      : text_(text), cuts_(cuts), options_(options) {
    breaks_ = find_breaks(text, options.breaks);
    std::erase_if(breaks_, [text](const BreakOpportunity& each) {
      return is_before_reference(text, each);
    });
    std::size_t at = 0;
    for (const ForeignRun& run : options.foreign) {
      const std::size_t end = std::min<std::size_t>(run.end, text.size());
      if (run.begin < at || end < run.begin) continue;
      hyphenate(at, run.begin, options.hyphenator);
      hyphenate(run.begin, end, run.hyphenator);
      at = end;
    }
    hyphenate(at, text.size(), options.hyphenator);
  }

  std::vector<Piece> cut() {
    std::size_t at = 0;
    std::size_t end = text_.size();
    while (at < end && is_collapsible(text_[at])) ++at;
    while (end > at && is_collapsible(text_[end - 1])) --end;
    while (at < end) at = take_piece(at, end);
    return std::move(pieces_);
  }

 private:
  void hyphenate(std::size_t begin, std::size_t end,
                 const Hyphenator* hyphenator) {
    if (hyphenator == nullptr || begin == end) return;
    std::vector<std::size_t> points;
    hyphenate_text(text_.substr(begin, end - begin), *hyphenator,
                   hyphenator->minima(), points);
    for (const std::size_t point : points) hyphens_.push_back(begin + point);
  }

  std::size_t take_piece(std::size_t begin, std::size_t limit) {
    Piece piece;
    std::size_t end = begin + 1;
    if (is_collapsible(text_[begin])) {
      piece.kind = PieceKind::Space;
      while (end < limit && is_collapsible(text_[end])) ++end;
    } else if (text_[begin] == kNoBreakSpace) {
      piece.kind = PieceKind::Space;
    } else {
      in_capitals_ =
          starts_word(begin) ? is_capital(text_[begin]) : in_capitals_;
      end = end_of_text(begin, limit);
    }
    piece.begin = static_cast<std::uint32_t>(begin);
    piece.end = static_cast<std::uint32_t>(end);
    if (end < limit) set_line_end(piece);
    pieces_.push_back(piece);
    return end;
  }

  [[nodiscard]] bool starts_word(std::size_t at) const {
    return pieces_.empty() || pieces_.back().kind == PieceKind::Space ||
           pieces_.back().end != at || pieces_.back().after == LineEnd::Plain;
  }

  // The next offset where the text piece has to end.
  std::size_t end_of_text(std::size_t begin, std::size_t limit) {
    limit = std::min(limit, next_after(begin, next_cut_, cuts_.size(),
                                       [this](std::size_t i) {
                                         return std::size_t{cuts_[i]};
                                       }));
    limit = std::min(
        limit, next_after(begin, next_break_, breaks_.size(),
                          [this](std::size_t i) { return breaks_[i].offset; }));
    limit = std::min(limit,
                     next_after(begin, next_hyphen_, hyphens_.size(),
                                [this](std::size_t i) { return hyphens_[i]; }));
    std::size_t end = begin + 1;
    while (end < limit && !is_collapsible(text_[end]) &&
           text_[end] != kNoBreakSpace) {
      ++end;
    }
    return end;
  }

  // The first of ascending offsets past `at`; `next` moves along.
  template <typename OffsetAt>
  std::size_t next_after(std::size_t at, std::size_t& next, std::size_t count,
                         OffsetAt offset_at) {
    while (next < count && offset_at(next) <= at) ++next;
    return next < count ? offset_at(next) : text_.size();
  }

  void set_line_end(Piece& piece) const {
    const auto opportunity =
        std::lower_bound(breaks_.begin(), breaks_.end(), piece.end,
                         [](const BreakOpportunity& each, std::size_t offset) {
                           return each.offset < offset;
                         });
    if (opportunity != breaks_.end() && opportunity->offset == piece.end) {
      piece.after = opportunity->kind == BreakKind::SoftHyphen ? LineEnd::Hyphen
                                                               : LineEnd::Plain;
      if (ends_clinging_word(piece)) piece.penalty = options_.clinging;
    } else if (piece.kind == PieceKind::Text &&
               std::binary_search(hyphens_.begin(), hyphens_.end(),
                                  std::size_t{piece.end})) {
      piece.after = LineEnd::Hyphen;
      piece.penalty = in_capitals_ ? options_.proper_noun : 0;
    }
  }

  // Of a space.
  [[nodiscard]] bool ends_clinging_word(const Piece& space) const {
    if (options_.clinging == 0 || space.kind != PieceKind::Space) return false;
    std::size_t begin = space.begin;
    while (begin > 0 && !is_collapsible(text_[begin - 1]) &&
           text_[begin - 1] != kNoBreakSpace) {
      --begin;
    }
    return clings_to_next(text_.substr(begin, space.begin - begin),
                          options_.clinging_language);
  }

  std::u16string_view text_;
  std::span<const std::uint32_t> cuts_;
  const PieceOptions& options_;
  std::vector<BreakOpportunity> breaks_;
  std::vector<std::size_t> hyphens_;
  std::vector<Piece> pieces_;
  std::size_t next_cut_ = 0;
  std::size_t next_break_ = 0;
  std::size_t next_hyphen_ = 0;
  bool in_capitals_ = false;
};

// Characters that letter-fit widens; a soft hyphen has no advance.
std::uint32_t count_letters(std::u16string_view text) {
  std::uint32_t count = 0;
  for (const char16_t c : text) {
    if (c != kSoftHyphen && !is_low_surrogate(c)) ++count;
  }
  return count;
}

}  // namespace

std::vector<Piece> cut_pieces(std::u16string_view text,
                              std::span<const std::uint32_t> cuts,
                              const PieceOptions& options) {
  return Cutter(text, cuts, options).cut();
}

std::vector<Item> make_items(std::u16string_view text,
                             std::span<const Piece> pieces,
                             std::span<const float> widths, Em hyphen) {
  assert(pieces.size() == widths.size());
  std::vector<Item> items;
  items.reserve(pieces.size() * 2 + 1);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    Item item;
    item.offset = piece.begin;
    item.width = Em(std::max(0.0F, widths[i]));
    if (piece.kind == PieceKind::Space) {
      item.kind =
          piece.after == LineEnd::None ? ItemKind::NoBreakGlue : ItemKind::Glue;
      item.penalty = piece.penalty;
      items.push_back(item);
      continue;
    }
    item.letters =
        count_letters(text.substr(piece.begin, piece.end - piece.begin));
    items.push_back(item);
    if (piece.after == LineEnd::None) continue;
    Item line_end;
    line_end.kind =
        piece.after == LineEnd::Hyphen ? ItemKind::Hyphen : ItemKind::Penalty;
    line_end.offset = piece.end;
    line_end.penalty = piece.penalty;
    if (piece.after == LineEnd::Hyphen) line_end.width = hyphen;
    items.push_back(line_end);
  }
  Item end;
  end.kind = ItemKind::ForcedBreak;
  end.offset = pieces.empty() ? 0 : pieces.back().end;
  items.push_back(end);
  return items;
}

}  // namespace broadsheet
