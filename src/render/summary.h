// What a host is told about an article that was read.
#pragma once

#include <string>
#include <vector>

#include "document/diagnostics.h"
#include "document/document.h"
#include "typography/reading_time.h"

namespace broadsheet {

/// JSON: `{ok, diagnostics: [{severity, code, pointer, message}], title, lang,
/// wordCount, readingMinutes}`. Without a document, `ok` is false and the
/// others are empty or 0.
std::string write_summary(const Document* document,
                          const std::vector<Diagnostic>& diagnostics,
                          const ReadingTime& reading_time);

/// The same for cards: `{ok, diagnostics, title, lang, count, slots, next}`,
/// where `slots` are `{before, sizes}`.
std::string write_summary(const CardList* cards, const Language& language,
                          const std::vector<Diagnostic>& diagnostics);

}  // namespace broadsheet
