#include "typography/plural.h"

#include <array>
#include <span>
#include <string>

#include "base/language_tag.h"

namespace broadsheet {
namespace {

using Rule = int (*)(int count);

struct LanguageRule {
  std::string_view language;
  Rule rule;
};

int none(int /*count*/) { return 0; }
int one_and_more(int count) { return count == 1 ? 0 : 1; }
int up_to_one_and_more(int count) { return count <= 1 ? 0 : 1; }
int one_two_more(int count) {
  if (count == 1) return 0;
  return count == 2 ? 1 : 2;
}

int arabic(int count) {
  if (count <= 2) return count;
  const int tail = count % 100;
  if (tail >= 3 && tail <= 10) return 3;
  return tail >= 11 ? 4 : 5;
}

// 2 to 4, 22 to 24 …, but not 12 to 14.
bool ends_in_two_to_four(int count) {
  const int digit = count % 10;
  const int tail = count % 100;
  return digit >= 2 && digit <= 4 && (tail < 12 || tail > 14);
}

int east_slavic(int count) {
  if (count % 10 == 1 && count % 100 != 11) return 0;
  return ends_in_two_to_four(count) ? 1 : 2;
}

int polish(int count) {
  if (count == 1) return 0;
  return ends_in_two_to_four(count) ? 1 : 2;
}

int czech(int count) {
  if (count == 1) return 0;
  return count >= 2 && count <= 4 ? 1 : 2;
}

int romanian(int count) {
  if (count == 1) return 0;
  const int tail = count % 100;
  return count == 0 || (tail >= 1 && tail <= 19) ? 1 : 2;
}

int slovenian(int count) {
  const int tail = count % 100;
  if (tail == 1) return 0;
  if (tail == 2) return 1;
  return tail == 3 || tail == 4 ? 2 : 3;
}

int lithuanian(int count) {
  const int digit = count % 10;
  const int tail = count % 100;
  if (tail >= 11 && tail <= 19) return 2;
  if (digit == 1) return 0;
  return digit >= 2 ? 1 : 2;
}

int latvian(int count) {
  const int tail = count % 100;
  if (count % 10 == 0 || (tail >= 11 && tail <= 19)) return 0;
  return count % 10 == 1 ? 1 : 2;
}

// Languages that are not here count as English does.
constexpr std::array kRules = {
    LanguageRule{"ar", arabic},
    LanguageRule{"be", east_slavic},
    LanguageRule{"bs", east_slavic},
    LanguageRule{"cs", czech},
    LanguageRule{"fa", up_to_one_and_more},
    LanguageRule{"fr", up_to_one_and_more},
    LanguageRule{"he", one_two_more},
    LanguageRule{"hi", up_to_one_and_more},
    LanguageRule{"hr", east_slavic},
    LanguageRule{"id", none},
    LanguageRule{"ja", none},
    LanguageRule{"km", none},
    LanguageRule{"ko", none},
    LanguageRule{"lo", none},
    LanguageRule{"lt", lithuanian},
    LanguageRule{"lv", latvian},
    LanguageRule{"ms", none},
    LanguageRule{"my", none},
    LanguageRule{"pl", polish},
    LanguageRule{"pt", up_to_one_and_more},
    LanguageRule{"ro", romanian},
    LanguageRule{"ru", east_slavic},
    LanguageRule{"sk", czech},
    LanguageRule{"sl", slovenian},
    LanguageRule{"sr", east_slavic},
    LanguageRule{"th", none},
    LanguageRule{"uk", east_slavic},
    LanguageRule{"vi", none},
    LanguageRule{"yue", none},
    LanguageRule{"zh", none},
};

}  // namespace

int plural_index(std::string_view tag, int count) {
  // The one region that counts unlike its language.
  constexpr std::string_view kPortugal = "pt-PT";
  if (lookup(tag, std::span(&kPortugal, 1))) return one_and_more(count);
  const std::string language = primary_language(tag);
  for (const LanguageRule& each : kRules) {
    if (each.language == language) return each.rule(count);
  }
  return one_and_more(count);
}

std::string_view plural_form(std::string_view forms, std::string_view tag,
                             int count) {
  for (int skip = plural_index(tag, count); skip > 0; --skip) {
    const std::size_t bar = forms.find('|');
    if (bar == std::string_view::npos) break;
    forms.remove_prefix(bar + 1);
  }
  return forms.substr(0, forms.find('|'));
}

}  // namespace broadsheet
