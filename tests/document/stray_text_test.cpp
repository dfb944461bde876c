// Text under a key that has no place where it stands: shown all the same.
#include "support/article.h"
#include "support/catch.h"

using namespace broadsheet;
using broadsheet::test::body_findings;
using broadsheet::test::body_html;
using broadsheet::test::findings;

namespace {

std::string item(std::string_view item) {
  return R"({"type":"list","items":[)" + std::string(item) + "]}";
}

std::string row(std::string_view cells) {
  return R"({"type":"table","rows":[)" + std::string(cells) + "]}";
}

std::string paragraph(std::string_view text) {
  return R"({"type":"paragraph","text":)" + std::string(text) + "}";
}

}  // namespace

TEST_CASE("stray text: html beside a list is the item's text", "[document]") {
  const std::string json =
      item(R"({"html":"<b>a</b>","list":{"items":["b"]}})");
  CHECK(body_html(json) ==
        "<ul><li><strong>a</strong><ul><li>b</li></ul></li></ul>");
  CHECK(body_findings(json) == "warning unknown-key /body/0/items/0/html");
  CHECK(body_html(item(R"({"text":{"html":"<i>a</i>"},
                           "list":{"items":["b"]}})")) ==
        "<ul><li><em>a</em><ul><li>b</li></ul></li></ul>");
}

TEST_CASE("stray text: text and html stand in the order of the JSON",
          "[document]") {
  CHECK(body_html(item(R"({"text":"a","html":"b"},{"html":"c","text":"d"})")) ==
        "<ul><li>a<br>b</li><li>c<br>d</li></ul>");
  CHECK(
      body_html(row(R"([{"text":"a","html":"b"},{"html":"c","text":"d"}])")) ==
      body_html(row(R"([["a",{"type":"break"},"b"],
                          ["c",{"type":"break"},"d"]])")));
  CHECK(body_html(paragraph(R"({"text":"a","html":"<p>b<p>c"})")) ==
        "<p>a</p><p>b</p><p>c</p>");
  CHECK(body_html(paragraph(R"({"html":"<p>b<p>c","text":"a"})")) ==
        "<p>b</p><p>c</p><p>a</p>");
  CHECK(body_html(R"({"type":"heading","text":{"html":"a","text":"b"}})") ==
        "<h2>a<br>b</h2>");
}

TEST_CASE("stray text: a cell in html may be a header", "[document]") {
  CHECK(body_html(row(R"([{"html":"<b>a</b>","header":true},"b"])")) ==
        body_html(row(R"([{"text":{"html":"<b>a</b>"},"header":true},"b"])")));
  CHECK(body_findings(row(R"([{"html":"a","header":true}])")) ==
        "warning unknown-key /body/0/rows/0/0/html");
}

TEST_CASE("stray text: html beside a block's fields is blocks", "[document]") {
  CHECK(body_html(R"({"type":"paragraph","id":"x","lang":"en","text":"a",
                      "html":"<p>b</p>"})") ==
        "<p id=\"broadsheet-a-x\" lang=\"en\" dir=\"ltr\">a</p>"
        "<p lang=\"en\" dir=\"ltr\">b</p>");
  CHECK(body_html(R"({"type":"heading","html":"<p>b</p>","text":"a"})") ==
        "<p>b</p><h2>a</h2>");
  CHECK(body_html(R"({"type":"divider","html":5})") == "<hr>");
  CHECK(body_html(R"({"type":"paragraph","html":"<i>a</i>"})") == "<p>a</p>");
  CHECK(body_findings(R"({"type":"divider","html":"a"})") ==
        "warning unknown-key /body/0/html");
}

TEST_CASE("stray text: html among inlines is an error, and shown",
          "[document]") {
  const std::string json = paragraph(R"(["a ",{"html":"<b>b</b>"}," c"])");
  CHECK(body_html(json) == "<p>a <strong>b</strong> c</p>");
  CHECK(body_findings(json) ==
        "error missing-field /body/0/text/1/text\n"
        "warning unknown-key /body/0/text/1/html");
  CHECK(body_html(paragraph(R"([{"text":{"html":"<b>b</b>"}}])")) ==
        "<p>b</p>");
  CHECK(body_html(paragraph(R"([{"type":"break","text":"a"}])")) ==
        "<p><br><br>a</p>");
}

TEST_CASE("stray text: what is no list or row keeps its text", "[document]") {
  CHECK(body_html(item(R"({"text":"a","list":{"html":"<p>b</p>"}})")) ==
        "<ul><li>a<br>b</li></ul>");
  CHECK(body_html(item(R"({"text":"a","list":["b","c"]})")) ==
        "<ul><li>a<br>b c</li></ul>");
  CHECK(body_html(row(R"({"html":"a"},["b"])")) ==
        body_html(row(R"(["a"],["b"])")));
}

TEST_CASE("stray text: footnotes keep html too", "[document]") {
  CHECK(findings(R"({"title":"T","footnotes":[
                     {"id":"f","text":"a","html":"b"}]})") ==
        "warning unknown-key /footnotes/0/html");
}
