#include "typography/clinging_words.h"

#include <string>

#include "base/language_tag.h"
#include "base/utf16.h"
#include "unicode/lower_case.h"

namespace broadsheet {
namespace {

struct ClingingWords {
  std::string_view language;
  std::string_view words;  // Each between spaces.
};

constexpr ClingingWords kClingingWords[] = {
    {"fr",
     " le la les un une des du de au aux à en et ou par pour sur dans avec "
     "sans "
     "ce cet cette ces mon ma mes ton ta tes son sa ses leur leurs nos vos que "
     "qui si ne se sous vers chez "},
    {"en",
     " a an the of in on at to by for from with and or as is its his her their "
     "our my your no not "},
    {"de",
     " der die das den dem des ein eine einen einem einer eines im in am an "
     "auf "
     "aus bei mit nach von vom zu zum zur für um und oder als "},
    {"es",
     " el la los las un una unos unas de del a al en y e o u por para con sin "
     "su "
     "sus que se "},
    {"it",
     " il lo la i gli le un uno una di del dello della dei degli delle a al "
     "allo "
     "alla ai agli alle da dal dalla in nel nella con su per e o che si "},
    {"pt",
     " o a os as um uma de do da dos das em no na nos nas a ao à aos às por "
     "para "
     "com e ou que se "},
    {"nl", " de het een van in op aan bij met naar om te en of als voor uit "},
    {"pl", " a i o u w z do na od po za ze we ku dla bez przy "},
    {"cs", " a i k o s u v z do na od po za ze ve ke ku "},
    {"sk", " a i k o s u v z do na od po za zo vo ku "},
    {"ru", " а в и к о с у на не ни но от до за из по для под при об во со "},
    {"uk", " а в і й к о с у з на не ні до за із по для під при від та "},
};

// No clinging word is longer.
constexpr std::size_t kMostUnits = 8;

}  // namespace

bool clings_to_next(std::u16string_view word, std::string_view tag) {
  if (word.empty() || word.size() > kMostUnits) return false;
  const std::string language = primary_language(tag);
  for (const ClingingWords& each : kClingingWords) {
    if (each.language != language) continue;
    std::u16string lower = u" ";
    for (const char16_t c : word) lower += to_lower(c);
    lower += u' ';
    return each.words.find(to_utf8(lower)) != each.words.npos;
  }
  return false;
}

}  // namespace broadsheet
