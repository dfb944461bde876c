#include "document/json_value.h"

#include "support/article.h"
#include "support/catch.h"

using namespace broadsheet;
using broadsheet::test::findings;

namespace {

// The first message of reading `json` as JSON, or "fine".
std::string complaint(std::string_view json, const Limits& limits = {}) {
  Diagnostics diagnostics;
  read_json(json, limits, diagnostics);
  return diagnostics.list().empty() ? "fine" : diagnostics.list()[0].message;
}

}  // namespace

TEST_CASE("json: a syntax error names line, column and what was found",
          "[document]") {
  CHECK(complaint("{\n  \"title\": \"é\",,\n}") ==
        "not JSON at line 2, column 16: unexpected ','; expected string "
        "literal");
  CHECK(complaint("") ==
        "not JSON at line 1, column 1: unexpected end of input; expected '[', "
        "'{', or a literal");
}

TEST_CASE("json: a byte order mark takes no column", "[document]") {
  CHECK(complaint("\xEF\xBB\xBF{,}") == complaint("{,}"));
}

TEST_CASE("json: a syntax error does not repeat the text", "[document]") {
  CHECK(complaint("[\"" + std::string(1'000'000, 'x')) ==
        "not JSON at line 1, column 1000003: invalid string: missing closing "
        "quote");
  CHECK(complaint("{\uFEFF1") ==
        "not JSON at line 1, column 2: invalid literal");
  CHECK(complaint("{a'; expected b}") ==
        "not JSON at line 1, column 2: invalid literal");
}

TEST_CASE("json: NUL is never taken for the end", "[document]") {
  using namespace std::string_view_literals;
  CHECK(complaint("123\0"sv) ==
        "not JSON at line 1, column 4: unexpected NUL character");
}

TEST_CASE("json: a NUL that is escaped reads as U+FFFD", "[document]") {
  Diagnostics diagnostics;
  const auto value = read_json(R"("a\u0000b")", {}, diagnostics);
  REQUIRE(value);
  CHECK(value->string == "a\uFFFDb");
}

TEST_CASE("json: half a surrogate pair costs one character", "[document]") {
  Diagnostics diagnostics;
  const auto value = read_json(
      R"(["\ud800", "\udc00x", "\ud83d\ude00", "\\ud800"])", {}, diagnostics);
  REQUIRE(value);
  CHECK(value->elements[0].string == "\uFFFD");
  CHECK(value->elements[1].string == "\uFFFDx");
  CHECK(value->elements[2].string == "😀");
  CHECK(value->elements[3].string == "\\ud800");
  CHECK(diagnostics.list().size() == 1);
}

TEST_CASE("json: ill-formed UTF-8 costs its own characters alone",
          "[document]") {
  CHECK(findings("{\"title\":\"a\xFFz\"}") == "warning json-encoding ");
}

TEST_CASE("json: a million levels end in a finding", "[document]") {
  const std::string deep(1'000'000, '[');
  CHECK(complaint(deep) == "arrays and objects may be nested 128 deep");
}

TEST_CASE("json: more bytes than the limit are not read", "[document]") {
  Limits limits;
  limits.bytes = 10;
  CHECK(complaint(R"({"title":"x"})", limits) ==
        "the JSON has 13 bytes; at most 10 are read");
}

TEST_CASE("json: a key said twice is reported and the last one counts",
          "[document]") {
  CHECK(findings(R"({"title":"a","title":"b"})") ==
        "warning duplicate-key /title");
  Diagnostics diagnostics;
  const auto value = read_json(R"({"a":1,"a":2})", {}, diagnostics);
  CHECK(value->find("a")->number == 2);
}

TEST_CASE("json: keys are plain data, whatever they are called", "[document]") {
  CHECK(findings(R"({"title":"x","__proto__":{},"constructor":1})") ==
        "warning unknown-key /__proto__\n"
        "warning unknown-key /constructor");
}

TEST_CASE("pointer: slash and tilde are escaped", "[document]") {
  const Place root;
  const Place a = root.key("a/b");
  const Place b = a.key("c~d");
  CHECK(b.index(3).pointer() == "/a~1b/c~0d/3");
  CHECK(root.pointer().empty());
  CHECK(root.key("").pointer() == "/");
}
