#include "unicode/url_spans.h"

#include "base/utf16.h"
#include "support/catch.h"

using namespace broadsheet;

namespace {

// The text with its addresses in ⟨⟩.
std::string marked(std::string_view text) {
  const std::u16string wide = to_utf16(text);
  std::string out;
  std::size_t done = 0;
  const auto copy_to = [&](std::size_t end) {
    out += to_utf8(std::u16string_view(wide).substr(done, end - done));
    done = end;
  };
  for (const TextSpan& span : find_url_spans(wide)) {
    copy_to(span.begin);
    out += "⟨";
    copy_to(span.end);
    out += "⟩";
  }
  copy_to(wide.size());
  return out;
}

}  // namespace

TEST_CASE("addresses: the sentence's punctuation stays outside", "[unicode]") {
  CHECK(marked("Voir https://a.fr/b?c=d. Puis") ==
        "Voir ⟨https://a.fr/b?c=d⟩. Puis");
  CHECK(marked("(http://a.fr/b_(c)), non") == "(⟨http://a.fr/b_(c)⟩), non");
  CHECK(marked("l'https://a.fr/ voir:http://b.fr") ==
        "l'⟨https://a.fr/⟩ voir:⟨http://b.fr⟩");
  CHECK(marked("«www.lemonde.fr»") == "«⟨www.lemonde.fr⟩»");
}

TEST_CASE("addresses: hosts with a path, mail and mailto count", "[unicode]") {
  CHECK(marked("sur lemonde.fr/afrique, écrire") ==
        "sur ⟨lemonde.fr/afrique⟩, écrire");
  CHECK(marked("à jean.dupont@presse.fr ou mailto:a@b.org.") ==
        "à ⟨jean.dupont@presse.fr⟩ ou ⟨mailto:a@b.org⟩.");
}

TEST_CASE("addresses: prose is not taken for one", "[unicode]") {
  for (const char* text :
       {"et/ou", "11.09.2001/12", "fin.Début", "@pseudo a dit", "14:30",
        "km/h.", "...", "a@b", "://", "mailto:", "www.", "«», ; :"}) {
    CHECK(marked(text) == text);
  }
}
