// The door: JSON in, a checked Document out.
#pragma once

#include <optional>
#include <string_view>

#include "document/diagnostics.h"
#include "document/document.h"
#include "document/limits.h"

namespace broadsheet {

struct DocumentReading {
  /// Nothing when the JSON cannot be parsed, its root is no object, the title
  /// is missing, or a limit is passed.
  std::optional<Document> document;
  /// All findings, in the order of the text.
  std::vector<Diagnostic> diagnostics;
};

/// Reads an article of the format `broadsheet-article/1`. `json` is untrusted:
/// any bytes end in a document or in a diagnostic.
DocumentReading read_document(std::string_view json, const Limits& limits);

}  // namespace broadsheet
