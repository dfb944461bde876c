#include "unicode/line_breaks.h"

#include "base/utf16.h"
#include "support/catch.h"

using namespace broadsheet;

namespace {

// The text with | where a line may end, ¶ where it must, ~ after a soft hyphen
// and ^ inside an address. Soft hyphens themselves are not shown.
std::string broken(std::string_view text, const BreakOptions& options = {}) {
  const std::u16string wide = to_utf16(text);
  std::string out;
  std::size_t begin = 0;
  const auto copy_to = [&](std::size_t end) {
    std::u16string part = wide.substr(begin, end - begin);
    if (!part.empty() && part.back() == 0xAD) part.pop_back();
    out += to_utf8(part);
    begin = end;
  };
  for (const BreakOpportunity& found : find_breaks(wide, options)) {
    copy_to(found.offset);
    switch (found.kind) {
      case BreakKind::Allowed:
        out += "|";
        break;
      case BreakKind::Mandatory:
        out += "¶";
        break;
      case BreakKind::SoftHyphen:
        out += "~";
        break;
      case BreakKind::Url:
        out += "^";
        break;
    }
  }
  copy_to(wide.size());
  return out;
}

BreakOptions french() {
  BreakOptions options;
  options.punctuation = PunctuationSpacing::French;
  return options;
}

BreakOptions urls() {
  BreakOptions options;
  options.urls = UrlBreaks::AtSeparators;
  return options;
}

BreakOptions japanese(Strictness strictness) {
  BreakOptions options;
  options.strictness = strictness;
  options.writing_system = WritingSystem::ChineseOrJapanese;
  return options;
}

}  // namespace

TEST_CASE("line breaks: lines end after spaces and hyphens", "[unicode]") {
  CHECK(broken("un arc-en-ciel, ici") == "un |arc-|en-|ciel, |ici");
}

TEST_CASE("line breaks: a new line is mandatory, a soft hyphen is marked",
          "[unicode]") {
  CHECK(broken("a\nb\r\nc\u2028d") == "a\n¶b\r\n¶c\u2028¶d");
  CHECK(broken("al\u00ADgo") == "al~go");
}

TEST_CASE("line breaks: no break at no-break spaces or in numbers",
          "[unicode]") {
  CHECK(broken("10\u00A0000,50\u202F€ de") == "10\u00A0000,50\u202F€ |de");
}

TEST_CASE("line breaks: lone surrogates are letters", "[unicode]") {
  const std::u16string text = {u'a', 0xD800, u' ', 0xDC00, u'b'};
  const auto found = find_breaks(text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].offset == 3);
}

TEST_CASE("line breaks: French holds closing punctuation to its word",
          "[unicode]") {
  CHECK(broken("il dit : « Non ! » puis", french()) ==
        "il |dit : |« Non ! » |puis");
  CHECK(broken("score : 2 ; fin ?", french()) == "score : |2 ; |fin ?");
  CHECK(broken("un « mot » un «mot»", french()) == "un |« mot » |un |«mot»");
  CHECK(broken("mot :2 mot »suite a«  b", french()) ==
        "mot :2 |mot »suite |a«  b");
}

TEST_CASE("line breaks: French keeps mandatory breaks", "[unicode]") {
  CHECK(broken("fin\n» suite", french()) == "fin\n¶» |suite");
}

TEST_CASE("line breaks: addresses break at separators only", "[unicode]") {
  CHECK(broken("voir https://www.le-monde.fr/a-b/c?d=e&f#g, ici", urls()) ==
        "voir |https://^www^.le-monde^.fr/^a-b/^c^?d^=e^&f^#g, |ici");
  CHECK(broken("à a-b@c-d.org et/ou b", urls()) ==
        "à |a-b@c-d^.org |et/|ou |b");
}

TEST_CASE("line breaks: strict Japanese keeps small kana off a line's start",
          "[unicode]") {
  const char* text = "キャッチー";
  CHECK(broken(text) == "キャッ|チー");
  CHECK(broken(text, japanese(Strictness::Strict)) == "キャッ|チー");
  CHECK(broken(text, japanese(Strictness::Normal)) == "キ|ャ|ッ|チ|ー");
  CHECK(broken(text, japanese(Strictness::Loose)) == "キ|ャ|ッ|チ|ー");
}

TEST_CASE("line breaks: normal Japanese breaks before CJK hyphens",
          "[unicode]") {
  CHECK(broken("東〜京", japanese(Strictness::Strict)) == "東〜|京");
  CHECK(broken("東〜京", japanese(Strictness::Normal)) == "東|〜|京");
  BreakOptions other;
  other.strictness = Strictness::Loose;
  CHECK(broken("東〜京", other) == "東〜|京");
}

TEST_CASE("line breaks: loose breaks before iteration marks and in leaders",
          "[unicode]") {
  CHECK(broken("人々……", japanese(Strictness::Normal)) == "人々……");
  CHECK(broken("人々……", japanese(Strictness::Loose)) == "人|々…|…");
}

TEST_CASE("line breaks: loose breaks at centred marks, suffixes, prefixes",
          "[unicode]") {
  CHECK(broken("東・京！", japanese(Strictness::Normal)) == "東・|京！");
  CHECK(broken("東・京！", japanese(Strictness::Loose)) == "東|・|京|！");
  CHECK(broken("十％", japanese(Strictness::Normal)) == "十％");
  CHECK(broken("十％", japanese(Strictness::Loose)) == "十|％");
  CHECK(broken("￥十", japanese(Strictness::Normal)) == "￥十");
  CHECK(broken("￥十", japanese(Strictness::Loose)) == "￥|十");
  CHECK(broken("東‐京", japanese(Strictness::Normal)) == "東‐|京");
  CHECK(broken("東‐京", japanese(Strictness::Loose)) == "東|‐|京");
}

TEST_CASE("line breaks: Thai breaks at the word boundaries it is given",
          "[unicode]") {
  const std::vector<std::size_t> boundaries = {0, 5, 8, 99};
  BreakOptions options;
  options.word_boundaries = boundaries;
  CHECK(broken("ภาษาไทย ง่าย") == "ภาษาไทย |ง่าย");
  const std::vector<std::size_t> words = {4, 7, 8};
  options.word_boundaries = words;
  CHECK(broken("ภาษาไทย ง่าย", options) == "ภาษา|ไทย |ง่าย");
}

TEST_CASE("line breaks: word boundaries elsewhere are ignored", "[unicode]") {
  const std::vector<std::size_t> boundaries = {1, 2};
  BreakOptions options;
  options.word_boundaries = boundaries;
  CHECK(broken("abc", options) == "abc");
}
