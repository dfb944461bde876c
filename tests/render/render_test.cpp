#include "broadsheet.h"

#include "render/json_ld.h"
#include "render/write_html.h"
#include "support/article.h"
#include "support/catch.h"

using namespace broadsheet;
using broadsheet::test::body_html;

namespace {

std::string html_of(std::string_view json, const RenderOptions& options = {}) {
  return render_html(parse_article(json, {}), {}, options);
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("html: text never becomes markup", "[render]") {
  CHECK(body_html(R"({"type":"paragraph","text":"<b>&amp;\"</b>\r"})") ==
        "<p>&lt;b&gt;&amp;amp;&quot;&lt;/b&gt;&#13;</p>");
}

TEST_CASE("html: a link over several runs is one link", "[render]") {
  CHECK(body_html(R"({"type":"paragraph","text":[
      {"text":"a ","marks":[{"type":"link","href":"/x"}]},
      {"text":"b","marks":[{"type":"link","href":"/x"},"em"]},
      " c"]})") == R"(<p><a href="/x">a <em>b</em></a> c</p>)");
}

TEST_CASE("html: a picture in several sizes says how wide it is", "[render]") {
  const auto sizes = [](std::string_view more) {
    const std::string html = body_html(R"({"type":"image","src":"/a.jpg")" +
                                       std::string(more) + "}");
    const std::size_t begin = html.find(" sizes=");
    return begin == std::string::npos
               ? ""
               : html.substr(begin, html.find(" srcset", begin) - begin);
  };
  CHECK(sizes("").empty());
  CHECK(sizes(R"(,"srcset":"/b.jpg 640w")") ==
        " sizes=\"(min-width: 45em) 45em, 100vw\"");
  CHECK(sizes(R"(,"srcset":"/b.jpg 640w","sizes":"50vw")") ==
        " sizes=\"50vw\"");
}

TEST_CASE("html: anchors never hold one another", "[render]") {
  CHECK(body_html(R"({"type":"related","url":"/y","title":[
      {"text":"a","marks":[{"type":"link","href":"/x"},"strong"]}]})") ==
        "<aside class=\"broadsheet-related\"><p><bdi "
        "class=\"broadsheet-related-label\">Read also:</bdi> <a "
        "href=\"/y\"><strong>a</strong></a></p></aside>");
}

TEST_CASE("html: a link that leaves the site says where to", "[render]") {
  const auto link = [](std::string_view page, std::string_view href) {
    const std::string html =
        html_of(R"({"title":"x","url":")" + std::string(page) +
                R"(","body":[{"type":"paragraph","text":[{"text":"a",
                "marks":[{"type":"link","href":")" +
                std::string(href) + R"("}]}]}]})");
    const std::size_t begin = html.find("<a ");
    return html.substr(begin, html.find('>', begin) + 1 - begin);
  };
  CHECK(link("https://www.journal.example/x", "https://www.un.example/y") ==
        R"(<a class="broadsheet-external" href="https://www.un.example/y" )"
        R"(title="un.example">)");
  CHECK(link("https://www.journal.example/x", "https://m.journal.example/y") ==
        R"(<a href="https://m.journal.example/y">)");
  CHECK(link("https://www.journal.example/x", "/y") == R"(<a href="/y">)");
  CHECK(link("/x", "https://un.example/y") ==
        R"(<a href="https://un.example/y">)");
}

TEST_CASE("html: a language brings its direction", "[render]") {
  CHECK(body_html(R"({"type":"paragraph","text":["a ",
      {"text":"سلام","marks":[{"type":"lang","lang":"ar"}]}]})") ==
        R"(<p>a <span lang="ar" dir="rtl">سلام</span></p>)");
  CHECK(body_html(R"({"type":"paragraph","lang":"he","text":"א"})") ==
        R"(<p lang="he" dir="rtl">א</p>)");
}

TEST_CASE("html: an unknown block keeps its text", "[render]") {
  CHECK(body_html(R"({"type":"poll","text":"Yes?","items":["A",{"title":"B"}],
                      "provider":"x"})") == "<p>Yes? A B</p>");
}

TEST_CASE("html: ids are prefixed and links to them follow", "[render]") {
  CHECK(body_html(R"({"type":"divider","id":"config"},
      {"type":"paragraph","text":[
        {"text":"x","marks":[{"type":"link","href":"#config"}]},
        {"text":"y","marks":[{"type":"link","href":"#elsewhere"}]}]})") ==
        "<hr id=\"broadsheet-a-config\"><p><a "
        "href=\"#broadsheet-a-config\">x</a><a href=\"#elsewhere\">y</a></p>");
}

TEST_CASE("html: a slot keeps the room of its first size", "[render]") {
  CHECK(body_html(R"({"type":"slot","name":"pub","label":"Pub.",
                      "sizes":[[300,250],[728,90]]})") ==
        "<aside class=\"broadsheet-slot\" data-slot=\"pub\" "
        "data-sizes=\"300x250 728x90\"><p class=\"broadsheet-slot-label\">"
        "Pub.</p><div class=\"broadsheet-slot-content\"><svg "
        "class=\"broadsheet-slot-space\" width=\"300\" height=\"250\" "
        "aria-hidden=\"true\"></svg></div></aside>");
}

TEST_CASE("html: headings follow the level of the title", "[render]") {
  const char* json =
      R"({"title":"T","body":[{"type":"heading","level":2,"text":"H"}]})";
  CHECK(contains(html_of(json), "<h1 class=\"broadsheet-title\">T</h1>"));
  CHECK(contains(html_of(json), "<h2>H</h2>"));
  CHECK(contains(html_of(json, {.heading_level = 3}), "<h4>H</h4>"));
  CHECK(contains(html_of(json, {.heading_level = 6}), "<h6>H</h6>"));
}

TEST_CASE("html: footnotes are linked both ways", "[render]") {
  const std::string html = html_of(R"({"id":"a","title":"T","body":[
      {"type":"paragraph","text":["x",
        {"text":"1","marks":[{"type":"footnote","ref":"n"}]}]}],
      "footnotes":[{"id":"n","text":"Note"}]})");
  CHECK(contains(html, R"(href="#broadsheet-a-n" id="broadsheet-a-n-mark")"));
  CHECK(contains(html, "<li id=\"broadsheet-a-n\">Note\u00A0<a "));
  CHECK(contains(html, R"(href="#broadsheet-a-n-mark")"));
}

TEST_CASE("html: articles without id have different prefixes", "[render]") {
  CHECK(html_of(R"({"title":"A","footnotes":[{"text":"x"}]})") !=
        html_of(R"({"title":"B","footnotes":[{"text":"x"}]})"));
}

TEST_CASE("commands: text that meets text is one text", "[render]") {
  CommandWriter out;
  out.open(Tag::P);
  out.text("a");
  out.text("");
  out.text("b");
  out.close();
  const Commands commands = out.take();
  REQUIRE(commands.list.size() == 3);
  CHECK(write_html(commands) == "<p>ab</p>");
}

TEST_CASE("code: it has one direction, whatever its language", "[render]") {
  CHECK(body_html(
            R"({"type":"code","id":"c","lang":"ar","dir":"rtl","text":"x"})") ==
        R"(<pre class="broadsheet-code" id="broadsheet-a-c" tabindex="0" )"
        R"(lang="ar" dir="ltr"><code>x</code></pre>)");
}

TEST_CASE("commands: lengths cross in UTF-16 code units", "[render]") {
  CommandWriter out;
  out.open(Tag::P);
  out.text("é😀");
  out.close();
  const auto words = encode(out.take());
  REQUIRE(words.size() == 4);
  CHECK(words[2] == 3);
}

TEST_CASE("json-ld: is safe inside a script element", "[render]") {
  const Article article =
      parse_article(R"({"title":"</script><!--","access":{"free":false}})", {});
  const std::string json = write_json_ld(*article.document, 1);
  CHECK_FALSE(contains(json, "<"));
  CHECK(contains(json, R"("headline":"\u003c/script\u003e\u003c!--")"));
  CHECK(contains(json, R"("isAccessibleForFree":false)"));
  CHECK(contains(json, R"("cssSelector":".broadsheet-body")"));
}
