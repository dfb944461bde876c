#include "broadsheet.h"
#include "render/json_ld.h"
#include "support/article.h"
#include "support/catch.h"
#include "typography/polish.h"

using namespace broadsheet;

namespace {

std::string html_of(std::string_view json, std::string_view off = {}) {
  RenderOptions options;
  options.polish.turn_off_all(off);
  return render_html(parse_article(json, {}), {}, options);
}

std::string french_body(std::string_view text) {
  return test::body_html(R"({"type":"group","lang":"fr","blocks":[)" +
                         std::string(text) + "]}");
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("polish: a quotation may open in one run and close in another",
          "[polish]") {
  CHECK(contains(french_body(R"({"type":"paragraph","text":["Il dit \"",
      {"text":"oui","marks":["em"]},"\"",{"text":"!","marks":["strong"]}]})"),
                 "<p>Il dit «\u00A0<em>oui</em>\u00A0»<strong>\u202F!</strong>"
                 "</p>"));
}

TEST_CASE("polish: code keeps its characters", "[polish]") {
  CHECK(contains(french_body(R"({"type":"paragraph","text":["Tapez \"",
      {"text":"a -- 'b' !","marks":["code"]},"\" ou ",
      {"text":"--x...","marks":["kbd"]}," !"]})"),
                 "<p>Tapez «\u00A0<code>a -- 'b' !</code>\u00A0» ou "
                 "<kbd>--x...</kbd>\u202F!</p>"));
  CHECK(contains(french_body(R"({"type":"code","text":"a -- \"b\" !"})"),
                 "a -- &quot;b&quot; !"));
}

TEST_CASE("polish: each language has its own rules, even in one sentence",
          "[polish]") {
  CHECK(contains(
      french_body(R"({"type":"paragraph","text":["\"Il dit ",
      {"text":"\"Hello !\"","marks":[{"type":"lang","lang":"en"}]},
      "\" ! ",{"text":"\"a\" !","marks":[{"type":"lang","lang":"ja"}]}]})"),
      "<p>«\u00A0Il dit <span lang=\"en\" dir=\"ltr\">“Hello!”</span>\u00A0»"
      "\u202F! <span lang=\"ja\" dir=\"ltr\">&quot;a&quot; !</span></p>"));
}

TEST_CASE("polish: ordinals are raised once", "[polish]") {
  CHECK(contains(
      french_body(R"({"type":"paragraph","text":["Le XXe, le 1er, la Ire, ",
        "le 2",{"text":"e","marks":["sup"]}," Le De Me 3em"]})"),
      "<p>Le XX<sup>e</sup>, le 1<sup>er</sup>, la I<sup>re</sup>, "
      "le 2<sup>e</sup> Le De Me 3em</p>"));
}

TEST_CASE("polish: every field that is read is polished, no other",
          "[polish]") {
  const std::string json = R"({"id":"a","lang":"fr","title":"T !",
      "kicker":"K !","standfirst":"S !","authors":[{"name":"J. K. D'A !",
      "role":"R !"}],"tags":["g !"],
      "hero":{"src":"/h.png","alt":"A !","caption":"C !","credit":"Cr !"},
      "body":[{"type":"related","label":"L !","title":"Re !","url":"/x"},
      {"type":"links","title":"Li !","items":[{"title":"It !","url":"/y"}]},
      {"type":"table","caption":"Ta !","head":["He !"],"rows":[["Ro !"]]},
      {"type":"list","items":["Is !"]},{"type":"quote","text":"Q !",
      "cite":"Ci !"},{"type":"note","kind":"info","text":"No !"},
      {"type":"slot","name":"s !","label":"Sl !","sizes":[[1,1]]}],
      "footnotes":[{"id":"n","text":"Fo !"}],
      "recommended":{"title":"Rec !","items":[{"url":"/z","title":"Ct !",
      "kicker":"Ck !","excerpt":"Ce !"}]}})";
  const std::string html = html_of(json);
  for (const char* text :
       {"T",  "K",  "S", "R",  "C",  "Cr", "L",  "Re",  "Li", "It", "Ta", "He",
        "Ro", "Is", "Q", "Ci", "No", "Sl", "Fo", "Rec", "Ct", "Ck", "Ce"}) {
    CHECK(contains(html, ">" + std::string(text) + "\u202F!"));
  }
  CHECK(contains(html, "J.\u00A0K.\u00A0D'A !"));
  CHECK(contains(html, "alt=\"A !\""));
  CHECK(contains(html, ">g !<"));
  CHECK(contains(html, "data-slot=\"s !\""));
  CHECK(contains(html_of(json, "none"), ">T !<"));
}

TEST_CASE("polish: the article, its summary and its JSON-LD stay as given",
          "[polish]") {
  const Article article =
      parse_article(R"({"lang":"fr","title":"L'eau !"})", {});
  CHECK(contains(render_html(article, {}, {}), "L’eau\u202F!"));
  CHECK(plain_text(article.document->title) == "L'eau !");
  CHECK(contains(write_json_ld(*article.document, 1), "\"L'eau !\""));
}

TEST_CASE("polish: a second time changes no run", "[polish]") {
  const Text text = {
      {Inline::Kind::Text, "Le XXe \"a", {}},
      {Inline::Kind::Text, "b\" !", {{MarkKind::Em, {}, {}, {}}}},
      {Inline::Kind::Break, {}, {}},
      {Inline::Kind::Text, " ; 50%", {}}};
  const Text once = polish(text, "fr", {});
  CHECK(plain_text(once) == "Le XXe «\u00A0ab\u00A0»\u202F!  ; 50\u00A0%");
  CHECK(polish(once, "fr", {}) == once);
}
