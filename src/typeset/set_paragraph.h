// A paragraph prepared once and set at any width: what typesetting offers to a
// page, over the passes of this folder.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "typeset/break_lines.h"
#include "typeset/breakpoints.h"
#include "typeset/hanging.h"
#include "typeset/pieces.h"
#include "typeset/quality.h"

namespace broadsheet {

enum class LineMode : std::uint8_t {
  Justify,
  Ragged,   // Even at one edge, with lines as full as words allow.
  Balanced  // As few lines as can be, all about as long: headlines, captions.
};

struct SetOptions {
  LineMode mode = LineMode::Justify;

  /// Marks may hang out of the measure.
  bool hang = true;

  /// Letters may be tracked; not of scripts that join them.
  bool letter_fit = true;

  /// As Setting::looseness; of Justify and Ragged.
  int looseness = 0;
};

/// Where a line of the text ends, as a page needs to know it.
struct SetLine {
  /// Where the next line begins, in UTF-16 code units: after the spaces that
  /// the line ends in.
  std::uint32_t end = 0;
  /// A hyphen is shown there.
  bool hyphen = false;
  /// Letter-fit, in steps of BreakCosts::letter_fit_step.
  int letter_fit = 0;
  /// How far the first and the last mark hang out of the measure.
  HangLevel hang_start = HangLevel::None;
  HangLevel hang_end = HangLevel::None;
};

struct SetLines {
  std::vector<SetLine> lines;
  /// Width of the last line with its spaces natural; its last mark never hangs.
  Em last_width;
  /// Some word is wider than its line.
  bool overfull = false;
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

  /// Chooses all line ends. `measures` as in break_optimal, each above 0;
  /// Balanced takes the last one for all lines.
  SetLines set(std::span<const Em> measures, const SetOptions& options);

  /// Adds the lines last chosen to a report.
  void add_to(QualityTally& tally) const;

 private:
  void make_items(bool hang);

  std::u16string text_;
  std::vector<Piece> pieces_;
  std::vector<float> widths_;
  Em hyphen_;
  std::vector<Item> items_;
  Breakpoints found_;
  bool hangs_ = false;
  Lines lines_;
  std::vector<Em> measures_ = {Em(0)};
};

}  // namespace broadsheet
