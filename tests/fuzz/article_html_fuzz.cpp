// Any JSON, as text or made of the format's own keys: the commands keep their
// promises, the HTML holds no markup but the engine's, and what goes into
// scripts is JSON.
#include <algorithm>

#include "base/utf8.h"
#include "broadsheet.h"
#include "document/json_value.h"
#include "fuzz.h"
#include "make_article.h"
#include "render/json_ld.h"
#include "render/summary.h"
#include "render/write_html.h"
#include "support/check_html.h"

using namespace broadsheet;

namespace {

// Every Open has its Close, attributes follow their Open, no Texts meet.
void check_commands(const Commands& commands) {
  std::size_t depth = 0;
  CommandKind last = CommandKind::Close;
  for (const Command& each : commands.list) {
    fuzz::require(each.begin + each.size <= commands.text.size());
    switch (each.kind) {
      case CommandKind::Open:
        fuzz::require(each.name < kTagNames.size());
        ++depth;
        break;
      case CommandKind::Attribute:
        fuzz::require(each.name < kAttributeNames.size());
        fuzz::require(last == CommandKind::Open ||
                      last == CommandKind::Attribute);
        break;
      case CommandKind::Text:
        fuzz::require(depth > 0 && each.size > 0 && last != CommandKind::Text);
        break;
      case CommandKind::Close:
        fuzz::require(depth > 0);
        --depth;
        break;
    }
    last = each.kind;
  }
  fuzz::require(depth == 0);
}

void check_json(const std::string& json) {
  fuzz::require(is_well_formed_utf8(json));
  fuzz::require(json.find('<') == std::string::npos);
  Diagnostics diagnostics;
  fuzz::require(read_json(json, {}, diagnostics).has_value());
  fuzz::require(diagnostics.list().empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const bool is_text = size > 0 && data[0] == '{';
  const std::string json = is_text ? std::string(fuzz::to_text({data, size}))
                                   : fuzz::make_article({data, size});
  const Article article = parse_article(json, {});
  check_json(write_summary(article.document ? &*article.document : nullptr,
                           article.diagnostics, article.reading_time));
  // Made of the format's own keys, it is JSON and has a title.
  if (!is_text) fuzz::require(article.document.has_value());
  if (!article.document) return 0;
  static const Languages languages;
  const Commands commands = render_commands(article, languages, {});
  check_commands(commands);
  fuzz::require(encode(commands).size() >= commands.list.size());
  const std::string html = write_html(commands);
  fuzz::require(is_well_formed_utf8(html));
  fuzz::require(test::markup_fault(html).empty());
  check_json(write_json_ld(*article.document, article.reading_time.words));
  return 0;
}
