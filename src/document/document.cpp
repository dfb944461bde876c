#include "document/document.h"

namespace broadsheet {

std::string plain_text(const Text& text) {
  std::string out;
  for (const Inline& run : text) {
    out += run.kind == Inline::Kind::Break ? " " : run.text;
  }
  return out;
}

}  // namespace broadsheet
