// The marks that are open while HTML is read. Internal to document/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/html_tokenizer.h"

namespace broadsheet {

class HtmlMarks {
 public:
  /// True for tags that become marks.
  static bool is_mark(std::string_view tag);

  /// Opens the mark of a start tag; false when it is a link whose URL is not
  /// accepted, and then its text has no mark.
  bool open(const HtmlToken& tag);

  /// Closes the latest mark of that name, wherever it is: what it holds stays
  /// open, as the standard's adoption agency has it.
  /// https://html.spec.whatwg.org/multipage/parsing.html#adoption-agency-algorithm
  void close(std::string_view tag);

  /// The marks of text met now, outermost first, each kind once.
  [[nodiscard]] std::vector<Mark> current() const;

 private:
  struct OpenMark {
    std::string tag;
    Mark mark;
    bool shown;
  };
  std::vector<OpenMark> open_;
};

}  // namespace broadsheet
