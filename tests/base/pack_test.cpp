#include "base/pack.h"

#include <string>

#include "support/catch.h"

using namespace broadsheet;

namespace {

std::span<const std::byte> bytes_of(const std::string& text) {
  return std::as_bytes(std::span(text));
}

// Two sections: "hyph" holds "abc", "text" holds nothing.
std::string sample() {
  using namespace std::string_literals;
  return "BSLP\1\0\2\0"
         "hyph\x20\0\0\0\3\0\0\0"
         "text\x23\0\0\0\0\0\0\0"
         "abc"s;
}

}  // namespace

TEST_CASE("pack: sections are found by name", "[base]") {
  const std::string text = sample();
  const auto pack = Pack::read(bytes_of(text));
  REQUIRE(pack);
  const auto section = pack->section("hyph");
  REQUIRE(section.size() == 3);
  CHECK(std::to_integer<char>(section[0]) == 'a');
  CHECK(pack->section("text").empty());
  CHECK(pack->section("none").empty());
  CHECK(pack->section("hyphen").empty());
}

TEST_CASE("pack: no truncated pack is read", "[base]") {
  const std::string text = sample();
  for (std::size_t size = 0; size < text.size(); ++size) {
    CHECK_FALSE(Pack::read(bytes_of(text).first(size)));
  }
}

TEST_CASE("pack: another magic, version or an extent outside is refused",
          "[base]") {
  for (const std::size_t damaged : {0U, 4U, 7U, 13U, 19U}) {
    std::string text = sample();
    text[damaged] = '\x7F';
    CHECK_FALSE(Pack::read(bytes_of(text)));
  }
}
