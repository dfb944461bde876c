// Any UTF-8 as the HTML of a text field: blocks or text come out, nothing else
// is shown than the engine's own markup, and no character that a text may not
// hold.
#include "base/utf8.h"
#include "broadsheet.h"
#include "document/inline_html.h"
#include "fuzz.h"
#include "render/write_html.h"
#include "support/check_html.h"

using namespace broadsheet;

namespace {

void check_text(const Text& text) {
  for (const Inline& run : text) {
    fuzz::require(is_well_formed_utf8(run.text));
    fuzz::require(run.text.find('\0') == std::string::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string html = to_well_formed_utf8(fuzz::to_text({data, size}));
  const Limits limits;
  Diagnostics diagnostics;
  ReadContext context(limits, diagnostics);
  Document document;
  document.title = {{Inline::Kind::Text, "T", {}}};
  document.standfirst = read_html_text(html, Place(), context);
  document.body = read_html_blocks(html, Place(), context);
  check_text(document.standfirst);
  fuzz::require(diagnostics.fatal() == (context.blocks > limits.blocks));

  static const Strings strings;
  const std::string out =
      write_html(emit_article(document, strings, 1, RenderOptions{}));
  fuzz::require(is_well_formed_utf8(out));
  fuzz::require(test::markup_fault(out).empty());
  return 0;
}
