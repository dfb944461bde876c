#include "typography/polish.h"

#include "base/utf8.h"
#include "support/catch.h"

using namespace broadsheet;

namespace {

// ~ is U+00A0 and _ is U+202F, on both sides.
std::string shown(std::string text) {
  const auto replace = [&text](std::string_view from, std::string_view to) {
    for (std::size_t i = 0; (i = text.find(from, i)) != std::string::npos;) {
      text.replace(i, from.size(), to);
      i += to.size();
    }
  };
  replace("\u00A0", "~");
  replace("\u202F", "_");
  return text;
}

std::string polished(std::string_view language, std::string_view text,
                     std::string_view off = {}) {
  PolishRules rules;
  rules.turn_off_all(off);
  return shown(polish_text(text, language, rules));
}

}  // namespace

TEST_CASE("fr: no-break spaces stand before double punctuation",
          "[polish][fr]") {
  CHECK(polished("fr", "Quoi ? Oui ! Non ; si : là") ==
        "Quoi_? Oui_! Non_; si~: là");
  CHECK(polished("fr", "Quoi? Oui! Non; si: là") ==
        "Quoi_? Oui_! Non_; si~: là");
  CHECK(polished("fr", "Superman\u00A0; Superman !?") ==
        "Superman_; Superman_!?");
  CHECK(polished("fr", "Quoi… ? (!) [?]") == "Quoi…_? (!) [?]");
}

TEST_CASE("fr: quotation marks are guillemets with spaces inside",
          "[polish][fr]") {
  CHECK(polished("fr", "Le \"mot\" et « mot » et «mot».") ==
        "Le «~mot~» et «~mot~» et «~mot~».");
  CHECK(polished("fr", "Le \" Chat Botté \".") == "Le «~Chat Botté~».");
  CHECK(polished("fr", "« Il dit \"oui\" », l'\"arbre\"") ==
        "«~Il dit “oui”~», l’«~arbre~»");
  CHECK(polished("fr", "\"Il dit 'oui'\"") == "«~Il dit “oui”~»");
}

TEST_CASE("fr: numbers keep their units, groups, months and minutes",
          "[polish][fr]") {
  CHECK(polished("fr", "12 000 000 km à 50% ou 50 %, 5 € et 5€") ==
        "12_000_000~km à 50~% ou 50~%, 5~€ et 5~€");
  CHECK(polished("fr", "le 23 juin 2025, le 1er mai à 18 h 30") ==
        "le 23~juin 2025, le 1er~mai à 18~h~30");
  CHECK(polished("fr", "en 2016 200 personnes, 20, 30 ou 50 ans") ==
        "en 2016 200 personnes, 20, 30 ou 50 ans");
}

TEST_CASE("fr: initials and titles keep the name, n° its number",
          "[polish][fr]") {
  CHECK(polished("fr", "J. K. Rowling, J.-P. Sartre, M. Dupont, n° 5") ==
        "J.~K.~Rowling, J.-P.~Sartre, M.~Dupont, n°~5");
}

TEST_CASE("fr: dashes, ellipses and apostrophes are the typographic ones",
          "[polish][fr]") {
  CHECK(polished("fr", "L'eau... c'est -- oui - \"non\"") ==
        "L’eau… c’est – oui – «~non~»");
  CHECK(polished("fr", "De 12-15 ans, 1964-2009, 2024-25") ==
        "De 12–15 ans, 1964–2009, 2024–25");
}

TEST_CASE("fr-CH: every space of punctuation is a narrow one",
          "[polish][fr-CH]") {
  CHECK(polished("fr-CH", "Quoi: «oui»! \"a 'b' c\"") ==
        "Quoi_: «_oui_»_! «_a ‹b› c_»");
}

TEST_CASE("fr-CA: no space before ; ! ?, one before the colon",
          "[polish][fr-CA]") {
  CHECK(polished("fr-CA", "Oui ! Quoi ? Non ; si: «là»") ==
        "Oui! Quoi? Non; si~: «~là~»");
}

TEST_CASE("en: double quotation marks outside, single inside", "[polish][en]") {
  for (const char* tag : {"en", "en-US"}) {
    CHECK(polished(tag, "\"He said 'no' to \"us\",\" she said.") ==
          "“He said ‘no’ to ‘us’,” she said.");
  }
  CHECK(polished("en-GB", "\"He said 'no' to me\", she said.") ==
        "‘He said “no” to me’, she said.");
}

TEST_CASE("en: apostrophes are told from quotation marks", "[polish][en]") {
  CHECK(polished("en", "'Tis the dogs' '90s rock 'n' roll, isn't it") ==
        "’Tis the dogs’ ’90s rock ’n’ roll, isn’t it");
  CHECK(polished("en", "'Yes', she's 6' 10\".") == "‘Yes’, she’s 6' 10\".");
}

TEST_CASE("en: a double hyphen is a dash, closed in the United States",
          "[polish][en]") {
  CHECK(polished("en", "Style -- you have it--always") ==
        "Style—you have it—always");
  CHECK(polished("en-GB", "Style -- you have it--always") ==
        "Style~– you have it~– always");
  CHECK(polished("en", "use --help or -v; a----b") ==
        "use --help or -v; a----b");
}

TEST_CASE("en: spaces before punctuation go, titles and dates hold",
          "[polish][en]") {
  CHECK(polished("en", "Hello ! Mr. Smith , June 23 , 2025") ==
        "Hello! Mr.~Smith, June~23, 2025");
  CHECK(polished("en", "what does ? mean, a score of 2 : 1") ==
        "what does ? mean, a score of 2 : 1");
  CHECK(polished("en-GB", "23 June, p. 5, ( x ) [ ]") ==
        "23~June, p.~5, (x) [ ]");
}

TEST_CASE("de: quotation marks open below and close above", "[polish][de]") {
  CHECK(polished("de", "\"Er sagte 'nein'\" - z. B. 50% am 23. Juni !") ==
        "„Er sagte ‚nein‘“ – z.~B. 50~% am 23.~Juni!");
  CHECK(polished("de-CH", "\"Er sagte 'nein'\"") == "«Er sagte ‹nein›»");
}

TEST_CASE("es: guillemets without spaces, percentages with one",
          "[polish][es]") {
  CHECK(polished("es", "\"Dijo 'sí'\", el 23 de junio, EE. UU., 5% ¡Hola !") ==
        "«Dijo “sí”», el 23~de junio, EE.~UU., 5~% ¡Hola!");
  CHECK(polished("es", "« Hola »") == "«Hola»");
}

TEST_CASE("it: elisions keep their apostrophe before a quotation",
          "[polish][it]") {
  CHECK(polished("it", "L'\"amico\" del 23 giugno ? Sì") ==
        "L’«amico» del 23~giugno? Sì");
}

TEST_CASE("pt: curly in Brazil, guillemets in Portugal", "[polish][pt]") {
  CHECK(polished("pt-BR", "\"Olá 'tu'\" 5% em 23 de junho") ==
        "“Olá ‘tu’” 5% em 23~de junho");
  CHECK(polished("pt-PT", "\"Olá\" 5%") == "«Olá» 5~%");
}

TEST_CASE("nl: curly quotation marks, 's and 't keep their apostrophe",
          "[polish][nl]") {
  CHECK(polished("nl", "\"Zo 's avonds\" op 5 mei in 't huis") ==
        "“Zo ’s avonds” op 5~mei in ’t huis");
}

TEST_CASE("pl: one-letter words stay with what follows", "[polish][pl]") {
  CHECK(polished("pl", "\"Mówi 'tak'\" w domu i o tym - 5 maja") ==
        "„Mówi «tak»” w~domu i~o~tym~– 5~maja");
}

TEST_CASE("ru: the dash never begins a line, one letter never ends one",
          "[polish][ru]") {
  CHECK(polished("ru", "\"Это \"мир\"\" - дом, т. е. в доме 23 июня 2025 г.") ==
        "«Это „мир“»~— дом, т.~е. в~доме 23~июня 2025~г.");
}

TEST_CASE("ar: guillemets, and the marks of the script", "[polish][ar]") {
  CHECK(polished("ar", "قال \"مرحبا\", كيف حالك ? نعم; 1,5") ==
        "قال «مرحبا»، كيف حالك؟ نعم؛ 1,5");
}

TEST_CASE("he: gershayim and geresh in words, quotation marks round them",
          "[polish][he]") {
  CHECK(polished("he", "צה\"ל אמר \"שלום\" ו\"כן\" לג'ירפה") ==
        "צה״ל אמר ”שלום” ו”כן” לג׳ירפה");
}

TEST_CASE("polish: addresses, times, ratios and emoticons stay", "[polish]") {
  for (const char* text :
       {"10:30", "http://a.fr/b?c=d;e--f...g", "a.b@c.fr", "www.a.fr/?x",
        "16:9", "fdda:5cc1:23:4::1f", ":-) ;) :'( :))", "555-1234",
        "2025-06-23", "747-400", "Section 12(c)", "a?b", "x......y", "..", "-5",
        "[ ]", ":smile:", "../..", "COVID-19"}) {
    CHECK(polished("fr", text) == text);
    CHECK(polished("en", text) == text);
  }
}

TEST_CASE("polish: a language without rules changes nothing", "[polish]") {
  for (const char* tag : {"", "zh", "ja", "und", "frr", "x-fr"}) {
    CHECK(polished(tag, "\"a\" -- 'b'... ?") == "\"a\" -- 'b'... ?");
  }
}

TEST_CASE("polish: tags are looked up whatever their case", "[polish]") {
  CHECK(polished("FR-be-x-test", "Oui !") == "Oui_!");
  CHECK(polished("fr_ca", "Oui !") == "Oui!");
}

TEST_CASE("polish: ill-formed bytes become U+FFFD", "[polish]") {
  CHECK(polished("fr", "a\xFF !") == "a\uFFFD_!");
  CHECK(polished("zh", "a\xFF !") == "a\uFFFD !");
}

TEST_CASE("polish rules: a name turns one rule off, in one language or all",
          "[polish]") {
  CHECK(polished("fr", "\"L'eau\"...", "quotes") == "\"L’eau\"…");
  CHECK(polished("fr-CH", "\"L'eau\"...", "fr-quotes,ellipsis") ==
        "\"L’eau\"...");
  CHECK(polished("fr", "\"L'eau\"", "fr-CH-quotes") == "«~L’eau~»");
  CHECK(polished("fr", "\"L'eau\" !", "none") == "\"L'eau\" !");
  CHECK(polished("en", "\"It's\"", "fr-quotes") == "“It’s”");
  PolishRules rules;
  CHECK_FALSE(rules.turn_off("quote"));
  CHECK_FALSE(rules.turn_off("xx-quotes"));
  CHECK(rules.turn_off("FR-quotes"));
}

TEST_CASE("polish rules: every rule has a name of its own", "[polish]") {
  for (std::size_t i = 0; i < kPolishRuleCount; ++i) {
    PolishRules rules;
    const auto rule = static_cast<PolishRule>(i);
    CHECK(rules.turn_off(name_of(rule)));
    CHECK_FALSE(rules.on(rule, 0));
    CHECK(rules.on(static_cast<PolishRule>((i + 1) % kPolishRuleCount), 0));
  }
}
