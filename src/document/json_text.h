// JSON as text, before it is parsed: its encoding mended, its places named.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "document/diagnostics.h"

namespace broadsheet {

/// The same JSON with ill-formed UTF-8 and escaped halves of surrogate pairs
/// (`"\ud800"`, which JSON.stringify writes) replaced by U+FFFD, so that one
/// broken character does not cost the article. A copy is made only when
/// something is broken, and then a `json-encoding` finding says so.
class RepairedText {
 public:
  /// `json` must outlive the object.
  RepairedText(std::string_view json, Diagnostics& diagnostics);

  [[nodiscard]] std::string_view view() const { return view_; }

  RepairedText(const RepairedText&) = delete;
  RepairedText& operator=(const RepairedText&) = delete;

 private:
  std::string repaired_;
  std::string_view view_;
};

/// Adds a `json-syntax` finding that names line and column (both from 1, the
/// column in characters) of the byte at `offset`.
void report_syntax_error(std::string_view json, std::size_t offset,
                         const std::string& reason, Diagnostics& diagnostics);

}  // namespace broadsheet
