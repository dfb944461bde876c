// A paragraph prepared once and set at any width: what typesetting offers to a
// page, over the passes of this folder.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "typeset/break_lines.h"
#include "typeset/pieces.h"

namespace broadsheet {

/// Where a line of the text ends, as a page needs to know it.
struct SetLine {
  /// Where the next line begins, in UTF-16 code units: after the spaces that
  /// the line ends in.
  std::uint32_t end = 0;
  /// A hyphen is shown there.
  bool hyphen = false;
  /// Letter-fit, in steps of BreakCosts::letter_fit_step.
  int letter_fit = 0;
};

struct SetLines {
  std::vector<SetLine> lines;
  /// Width of the last line with its spaces natural.
  Em last_width;
};

class PreparedParagraph {
 public:
  /// Cuts the text; `cuts` as in cut_pieces.
  PreparedParagraph(std::u16string_view text,
                    std::span<const std::uint32_t> cuts,
                    const PieceOptions& options);

  [[nodiscard]] std::span<const Piece> pieces() const { return pieces_; }

  /// Takes the width of each piece, in em, and that of the hyphen. As many
  /// widths as pieces; missing ones are 0.
  void measure(std::span<const float> widths, Em hyphen);

  /// Chooses all line ends, justified. `measure` is above 0.
  [[nodiscard]] SetLines set(Em measure) const;

 private:
  std::u16string text_;
  std::vector<Piece> pieces_;
  std::vector<Item> items_;
};

}  // namespace broadsheet
