// Any bytes: a document or an error that says why not, never both, and every
// finding is fit to be shown.
#include "base/utf8.h"
#include "document/read_document.h"
#include "fuzz.h"

using namespace broadsheet;

namespace {

bool is_pointer(std::string_view text) {
  if (!text.empty() && text.front() != '/') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '~') continue;
    if (i + 1 == text.size() || (text[i + 1] != '0' && text[i + 1] != '1')) {
      return false;
    }
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const DocumentReading reading =
      read_document(fuzz::to_text({data, size}), Limits{});
  bool has_error = false;
  for (const Diagnostic& each : reading.diagnostics) {
    has_error = has_error || each.severity == Severity::Error;
    fuzz::require(is_pointer(each.pointer));
    fuzz::require(is_well_formed_utf8(each.pointer));
    fuzz::require(!each.message.empty() && is_well_formed_utf8(each.message));
  }
  fuzz::require(reading.document || has_error);
  if (reading.document) fuzz::require(!reading.document->title.empty());
  return 0;
}
