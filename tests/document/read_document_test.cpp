#include "document/read_document.h"

#include <sstream>

#include "support/article.h"
#include "support/catch.h"

using namespace broadsheet;
using broadsheet::test::body_findings;
using broadsheet::test::findings;
using broadsheet::test::read_file;

TEST_CASE("document: the seed article reads without a finding", "[document]") {
  CHECK(findings(read_file("examples/articles/mali-russie.json")).empty());
}

TEST_CASE("document: only a title is required", "[document]") {
  CHECK(findings(R"({"title":"x"})").empty());
  CHECK(findings(R"({"$schema":"article.schema.json","title":"x"})").empty());
  CHECK(findings("{}") == "error missing-title /title");
  CHECK(findings(R"({"title":null})") == "error missing-title /title");
  CHECK(findings(R"({"title":"  "})") == "error missing-title /title");
}

TEST_CASE("document: ten ways to be wrong, each with its place", "[document]") {
  CHECK(findings("{") == "error json-syntax ");
  CHECK(findings("[1]") == "error not-an-object ");
  CHECK(findings(R"({"title":3})") ==
        "error wrong-type /title\nerror missing-title /title");
  CHECK(findings(R"({"title":"x","lang":"fr_FR"})") ==
        "error bad-language /lang");
  CHECK(findings(R"({"title":"x","published":"yesterday"})") ==
        "error bad-date /published");
  CHECK(findings(R"({"title":"x","url":"javascript:x"})") ==
        "error bad-url /url");
  CHECK(findings(R"({"title":"x","body":{}})") == "error wrong-type /body");
  CHECK(findings(R"({"title":"x","titel":"y"})") ==
        "warning unknown-key /titel");
  CHECK(findings(R"({"title":"x","format":"other/2"})") ==
        "error bad-format /format");
  CHECK(findings(R"({"title":"x","hero":{"alt":"y"}})") ==
        "error missing-field /hero/src");
}

TEST_CASE("document: all findings come in one pass", "[document]") {
  CHECK(findings(R"({"lang":1,"body":[{"type":"heading","level":9},
                     {"type":"image","src":"data:x"}]})") ==
        "error wrong-type /lang\n"
        "error missing-title /title\n"
        "error bad-value /body/0/level\n"
        "error missing-field /body/0/text\n"
        "error bad-url /body/1/src\n"
        "warning missing-alternative /body/1/alt");
}

TEST_CASE("blocks: each wrong block says where", "[document]") {
  CHECK(body_findings(R"({"type":"carousel","text":"x"})") ==
        "warning unknown-block /body/0/type");
  CHECK(body_findings(R"({"text":"x"})") == "error missing-field /body/0/type");
  CHECK(body_findings(R"("x")") == "error wrong-type /body/0");
  CHECK(body_findings(R"({"type":"paragraph","text":""})") ==
        "warning empty-text /body/0/text");
  CHECK(body_findings(R"({"type":"heading","level":4,"text":"x"})") ==
        "warning heading-skips /body/0/level");
  CHECK(body_findings(R"({"type":"slot","name":"a","sizes":[[300]]})") ==
        "error bad-value /body/0/sizes/0");
  CHECK(body_findings(R"({"type":"slot","name":"a","sizes":[[300.5,250]]})") ==
        "error bad-value /body/0/sizes/0");
  CHECK(body_findings(R"({"type":"slot","sizes":[[300]]})") ==
        "error bad-value /body/0/sizes/0\nerror missing-field /body/0/name");
}

TEST_CASE("blocks: what has nothing to show says so, and is no error",
          "[document]") {
  CHECK(body_findings(R"({"type":"group"})") ==
        "warning empty-text /body/0/blocks");
  CHECK(body_findings(R"({"type":"group","blocks":[{"type":"paragraph",
                          "text":" "}]})") ==
        "warning empty-text /body/0/blocks/0/text");
  CHECK(body_findings(R"({"type":"code","text":"\n"})") ==
        "warning empty-text /body/0/text");
  CHECK(body_findings(R"({"type":"code"})") ==
        "error missing-field /body/0/text");
}

TEST_CASE("lists: a nested list without items is an error, as any list is",
          "[document]") {
  CHECK(body_findings(R"({"type":"list","items":[]})") ==
        "error missing-field /body/0/items");
  CHECK(body_findings(
            R"({"type":"list","items":[{"text":"x","list":{"items":[]}}]})") ==
        "error missing-field /body/0/items/0/list/items");
}

TEST_CASE("null reads as absent in items, cells and runs too", "[document]") {
  CHECK(body_findings(R"({"type":"list","items":["x",{"text":null}]})") ==
        "error wrong-type /body/0/items/1");
  CHECK(body_findings(R"({"type":"table","rows":[["x",{"text":null}]]})") ==
        "error wrong-type /body/0/rows/0/1");
  CHECK(body_findings(R"({"type":"paragraph","text":["x",{"text":null}]})") ==
        "error missing-field /body/0/text/1/text");
}

TEST_CASE("captions: a track has a language but no direction", "[document]") {
  CHECK(body_findings(R"({"type":"video","src":"a.mp4","captions":[
                          {"src":"a.vtt","lang":"fr","dir":"ltr"}]})") ==
        "warning unknown-key /body/0/captions/0/dir");
}

TEST_CASE("marks: each wrong mark says where", "[document]") {
  const auto marked = [](const std::string& mark) {
    return body_findings(
        R"({"type":"paragraph","text":[{"text":"x","marks":[)" + mark + "]}]}");
  };
  CHECK(marked(R"("strong")").empty());
  CHECK(marked(R"("blink")") == "warning unknown-mark /body/0/text/0/marks/0");
  CHECK(marked(R"("link")") == "error wrong-type /body/0/text/0/marks/0");
  CHECK(marked(R"({"type":"link"})") ==
        "error missing-field /body/0/text/0/marks/0/href");
  CHECK(marked(R"({"type":"link","href":"vbscript:x"})") ==
        "error bad-url /body/0/text/0/marks/0/href");
  CHECK(marked(R"({"type":"footnote","ref":"1"})") ==
        "warning unknown-footnote /body/0/text/0/marks/0/ref");
  CHECK(marked(R"({"type":"footnote"})") ==
        "error missing-field /body/0/text/0/marks/0/ref");
  CHECK(marked(R"({"type":"lang","dir":"rtl"})").empty());
  CHECK(marked(R"({"type":"lang"})") ==
        "error missing-field /body/0/text/0/marks/0/lang");
  CHECK(marked(R"({"type":"lang","lang":"f"})") ==
        "error bad-language /body/0/text/0/marks/0/lang");
  CHECK(marked(R"({"href":"/x"})") ==
        "error missing-field /body/0/text/0/marks/0/type");
}

TEST_CASE("limits: each is reported by its name", "[document]") {
  const auto first_finding = [](std::string_view json, const Limits& limits) {
    const auto list = read_document(json, limits).diagnostics;
    return list.empty() ? std::string() : std::string(name_of(list[0].code));
  };
  Limits limits;
  limits.blocks = 1;
  limits.text = 8;
  limits.cards = 1;
  CHECK(first_finding(R"({"title":"x","body":[{"type":"divider"},
                          {"type":"divider"}]})",
                      limits) == "limit-blocks");
  CHECK(first_finding(R"({"title":"123456789"})", limits) == "limit-text");
  CHECK(first_finding(R"({"title":"x","recommended":{"items":[
                          {"title":"a"},{"title":"b"}]}})",
                      limits) == "limit-cards");
}

TEST_CASE("ids: one id is given once", "[document]") {
  CHECK(body_findings(R"({"type":"divider","id":"a"},
                         {"type":"divider","id":"a"})") ==
        "warning duplicate-id /body/1/id");
}

TEST_CASE("diagnostics: the list is cut at a thousand, and says so",
          "[document]") {
  std::string body;
  for (int i = 0; i < 1100; ++i) body += i == 0 ? "1" : ",1";
  const auto list =
      read_document(R"({"title":"x","body":[)" + body + "]}", {}).diagnostics;
  CHECK(list.size() == Diagnostics::kMaximum + 1);
  CHECK(list.back().code == Code::TooManyDiagnostics);
}

TEST_CASE("diagnostics: a thousand warnings hide no error", "[document]") {
  std::string body;
  for (int i = 0; i < 1100; ++i) body += R"({"type":"carousel"},)";
  const auto list =
      read_document(R"({"title":"x","body":[)" + body + "1]}", {}).diagnostics;
  CHECK(list.size() == Diagnostics::kMaximum + 2);
  CHECK(list.back().code == Code::WrongType);
}

TEST_CASE("diagnostics: the documentation lists exactly the codes there are",
          "[document]") {
  std::string table;
  for (const CodeEntry& entry : all_codes()) {
    Diagnostics diagnostics;
    diagnostics.add(entry.code, Place(), "");
    table += "| `" + std::string(entry.name) + "` | ";
    table += entry.severity == Severity::Error ? "error" : "warning";
    table += diagnostics.fatal() ? " | yes |\n" : " | no |\n";
  }
  // The rows of the page, each without its last cell, what the code means.
  std::istringstream page(read_file("docs/diagnostics.md"));
  std::string rows;
  for (std::string line; std::getline(page, line);) {
    if (line.rfind("| `", 0) != 0) continue;
    const std::size_t meaning = line.rfind(" | ");
    CHECK(line.size() > meaning + 5);
    rows += line.substr(0, meaning) + " |\n";
  }
  CHECK(rows == table);
}
