#include "support/article.h"

#include <fstream>
#include <sstream>

#include "broadsheet.h"

namespace broadsheet::test {
namespace {

std::string with_body(std::string_view body) {
  return R"({"title":"T","id":"a","body":[)" + std::string(body) + "]}";
}

}  // namespace

std::string body_html(std::string_view body) {
  const Article article = parse_article(with_body(body), {});
  if (!article.document) return "no article";
  const std::string html = render_html(article, {}, {});
  const std::string start = R"(<div class="broadsheet-body">)";
  const std::size_t from = html.find(start) + start.size();
  return html.substr(from, html.rfind("</div>") - from);
}

std::string findings(std::string_view json) {
  std::string out;
  for (const Diagnostic& each : parse_article(json, {}).diagnostics) {
    if (!out.empty()) out += '\n';
    out += each.severity == Severity::Error ? "error " : "warning ";
    out += name_of(each.code);
    out += ' ';
    out += each.pointer;
  }
  return out;
}

std::string body_findings(std::string_view body) {
  return findings(with_body(body));
}

std::string read_file(std::string_view path) {
  std::ifstream in(std::string(BROADSHEET_ROOT) + "/" + std::string(path),
                   std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace broadsheet::test
