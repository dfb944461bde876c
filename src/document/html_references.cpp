#include "document/html_references.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "base/utf8.h"

namespace broadsheet {
namespace {

// Names of U+00A0 to U+00FF, in order:
// https://www.w3.org/TR/html401/sgml/entities.html
constexpr std::string_view kLatin1Names =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy "
    "reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm "
    "raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring "
    "AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH "
    "Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc "
    "Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig "
    "ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde "
    "ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml "
    "yacute thorn yuml";

struct NamedReference {
  std::string_view name;
  char32_t code_point;
};

// The others of HTML 4, and those that HTML writes in capitals too.
constexpr std::array kOtherNames = {
    NamedReference{"amp", 0x0026},      NamedReference{"AMP", 0x0026},
    NamedReference{"apos", 0x0027},     NamedReference{"gt", 0x003E},
    NamedReference{"GT", 0x003E},       NamedReference{"lt", 0x003C},
    NamedReference{"LT", 0x003C},       NamedReference{"quot", 0x0022},
    NamedReference{"QUOT", 0x0022},     NamedReference{"COPY", 0x00A9},
    NamedReference{"REG", 0x00AE},      NamedReference{"OElig", 0x0152},
    NamedReference{"oelig", 0x0153},    NamedReference{"Scaron", 0x0160},
    NamedReference{"scaron", 0x0161},   NamedReference{"Yuml", 0x0178},
    NamedReference{"fnof", 0x0192},     NamedReference{"circ", 0x02C6},
    NamedReference{"tilde", 0x02DC},    NamedReference{"Alpha", 0x0391},
    NamedReference{"Beta", 0x0392},     NamedReference{"Gamma", 0x0393},
    NamedReference{"Delta", 0x0394},    NamedReference{"Epsilon", 0x0395},
    NamedReference{"Zeta", 0x0396},     NamedReference{"Eta", 0x0397},
    NamedReference{"Theta", 0x0398},    NamedReference{"Iota", 0x0399},
    NamedReference{"Kappa", 0x039A},    NamedReference{"Lambda", 0x039B},
    NamedReference{"Mu", 0x039C},       NamedReference{"Nu", 0x039D},
    NamedReference{"Xi", 0x039E},       NamedReference{"Omicron", 0x039F},
    NamedReference{"Pi", 0x03A0},       NamedReference{"Rho", 0x03A1},
    NamedReference{"Sigma", 0x03A3},    NamedReference{"Tau", 0x03A4},
    NamedReference{"Upsilon", 0x03A5},  NamedReference{"Phi", 0x03A6},
    NamedReference{"Chi", 0x03A7},      NamedReference{"Psi", 0x03A8},
    NamedReference{"Omega", 0x03A9},    NamedReference{"alpha", 0x03B1},
    NamedReference{"beta", 0x03B2},     NamedReference{"gamma", 0x03B3},
    NamedReference{"delta", 0x03B4},    NamedReference{"epsilon", 0x03B5},
    NamedReference{"zeta", 0x03B6},     NamedReference{"eta", 0x03B7},
    NamedReference{"theta", 0x03B8},    NamedReference{"iota", 0x03B9},
    NamedReference{"kappa", 0x03BA},    NamedReference{"lambda", 0x03BB},
    NamedReference{"mu", 0x03BC},       NamedReference{"nu", 0x03BD},
    NamedReference{"xi", 0x03BE},       NamedReference{"omicron", 0x03BF},
    NamedReference{"pi", 0x03C0},       NamedReference{"rho", 0x03C1},
    NamedReference{"sigmaf", 0x03C2},   NamedReference{"sigma", 0x03C3},
    NamedReference{"tau", 0x03C4},      NamedReference{"upsilon", 0x03C5},
    NamedReference{"phi", 0x03C6},      NamedReference{"chi", 0x03C7},
    NamedReference{"psi", 0x03C8},      NamedReference{"omega", 0x03C9},
    NamedReference{"thetasym", 0x03D1}, NamedReference{"upsih", 0x03D2},
    NamedReference{"piv", 0x03D6},      NamedReference{"ensp", 0x2002},
    NamedReference{"emsp", 0x2003},     NamedReference{"thinsp", 0x2009},
    NamedReference{"zwnj", 0x200C},     NamedReference{"zwj", 0x200D},
    NamedReference{"lrm", 0x200E},      NamedReference{"rlm", 0x200F},
    NamedReference{"ndash", 0x2013},    NamedReference{"mdash", 0x2014},
    NamedReference{"lsquo", 0x2018},    NamedReference{"rsquo", 0x2019},
    NamedReference{"sbquo", 0x201A},    NamedReference{"ldquo", 0x201C},
    NamedReference{"rdquo", 0x201D},    NamedReference{"bdquo", 0x201E},
    NamedReference{"dagger", 0x2020},   NamedReference{"Dagger", 0x2021},
    NamedReference{"bull", 0x2022},     NamedReference{"hellip", 0x2026},
    NamedReference{"permil", 0x2030},   NamedReference{"prime", 0x2032},
    NamedReference{"Prime", 0x2033},    NamedReference{"lsaquo", 0x2039},
    NamedReference{"rsaquo", 0x203A},   NamedReference{"oline", 0x203E},
    NamedReference{"frasl", 0x2044},    NamedReference{"euro", 0x20AC},
    NamedReference{"image", 0x2111},    NamedReference{"weierp", 0x2118},
    NamedReference{"real", 0x211C},     NamedReference{"trade", 0x2122},
    NamedReference{"alefsym", 0x2135},  NamedReference{"larr", 0x2190},
    NamedReference{"uarr", 0x2191},     NamedReference{"rarr", 0x2192},
    NamedReference{"darr", 0x2193},     NamedReference{"harr", 0x2194},
    NamedReference{"crarr", 0x21B5},    NamedReference{"lArr", 0x21D0},
    NamedReference{"uArr", 0x21D1},     NamedReference{"rArr", 0x21D2},
    NamedReference{"dArr", 0x21D3},     NamedReference{"hArr", 0x21D4},
    NamedReference{"forall", 0x2200},   NamedReference{"part", 0x2202},
    NamedReference{"exist", 0x2203},    NamedReference{"empty", 0x2205},
    NamedReference{"nabla", 0x2207},    NamedReference{"isin", 0x2208},
    NamedReference{"notin", 0x2209},    NamedReference{"ni", 0x220B},
    NamedReference{"prod", 0x220F},     NamedReference{"sum", 0x2211},
    NamedReference{"minus", 0x2212},    NamedReference{"lowast", 0x2217},
    NamedReference{"radic", 0x221A},    NamedReference{"prop", 0x221D},
    NamedReference{"infin", 0x221E},    NamedReference{"ang", 0x2220},
    NamedReference{"and", 0x2227},      NamedReference{"or", 0x2228},
    NamedReference{"cap", 0x2229},      NamedReference{"cup", 0x222A},
    NamedReference{"int", 0x222B},      NamedReference{"there4", 0x2234},
    NamedReference{"sim", 0x223C},      NamedReference{"cong", 0x2245},
    NamedReference{"asymp", 0x2248},    NamedReference{"ne", 0x2260},
    NamedReference{"equiv", 0x2261},    NamedReference{"le", 0x2264},
    NamedReference{"ge", 0x2265},       NamedReference{"sub", 0x2282},
    NamedReference{"sup", 0x2283},      NamedReference{"nsub", 0x2284},
    NamedReference{"sube", 0x2286},     NamedReference{"supe", 0x2287},
    NamedReference{"oplus", 0x2295},    NamedReference{"otimes", 0x2297},
    NamedReference{"perp", 0x22A5},     NamedReference{"sdot", 0x22C5},
    NamedReference{"lceil", 0x2308},    NamedReference{"rceil", 0x2309},
    NamedReference{"lfloor", 0x230A},   NamedReference{"rfloor", 0x230B},
    NamedReference{"lang", 0x2329},     NamedReference{"rang", 0x232A},
    NamedReference{"loz", 0x25CA},      NamedReference{"spades", 0x2660},
    NamedReference{"clubs", 0x2663},    NamedReference{"hearts", 0x2665},
    NamedReference{"diams", 0x2666},
};

// What 0x80 to 0x9F mean in a numeric reference: windows-1252, 0 where it has
// nothing.
// https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr std::size_t kLongestName = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::optional<char32_t> find_name(std::string_view name) {
  for (const NamedReference& each : kOtherNames) {
    if (each.name == name) return each.code_point;
  }
  std::string_view rest = kLatin1Names;
  for (char32_t code_point = 0xA0; !rest.empty(); ++code_point) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, end) == name) return code_point;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return std::nullopt;
}

// HTML lets the names of its first versions do without a semicolon: those of
// ASCII and Latin-1, `apos` excepted.
bool may_lack_semicolon(std::string_view name, char32_t code_point) {
  return code_point <= 0xFF && name != "apos";
}

// A reference at the start of a text: its character, its length in bytes.
struct Reference {
  char32_t code_point = 0;
  std::size_t size = 0;
};

char32_t sanitized(char32_t code_point) {
  if (code_point >= 0x80 && code_point <= 0x9F) {
    const char16_t meant = kWindows1252[code_point - 0x80];
    return meant == 0 ? code_point : meant;
  }
  return code_point == 0 ? kReplacementCharacter : code_point;
}

std::optional<unsigned> digit_value(char c, unsigned base) {
  unsigned value = 99;
  if (is_digit(c)) value = static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') value = static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') value = static_cast<unsigned>(c - 'A') + 10;
  return value < base ? std::optional(value) : std::nullopt;
}

// `text` starts with "&#".
std::optional<Reference> read_numeric(std::string_view text) {
  constexpr char32_t kTooLarge = 0x110000;
  std::size_t at = 2;
  unsigned base = 10;
  if (at < text.size() && (text[at] == 'x' || text[at] == 'X')) {
    base = 16;
    ++at;
  }
  const std::size_t first = at;
  char32_t code_point = 0;
  for (; at < text.size(); ++at) {
    const auto digit = digit_value(text[at], base);
    if (!digit) break;
    const char32_t grown = code_point * base + *digit;
    code_point = std::min(grown, kTooLarge);
  }
  if (at == first) return std::nullopt;
  if (at < text.size() && text[at] == ';') ++at;
  return Reference{sanitized(code_point), at};
}

// `text` starts with "&". The longest name wins: "&notin;" is not "&not".
std::optional<Reference> read_named(std::string_view text,
                                    ReferencePlace place) {
  std::size_t length = 0;
  while (length < kLongestName && length + 1 < text.size() &&
         is_alphanumeric(text[length + 1])) {
    ++length;
  }
  for (; length > 0; --length) {
    const std::string_view name = text.substr(1, length);
    const auto code_point = find_name(name);
    if (!code_point) continue;
    const char after = length + 1 < text.size() ? text[length + 1] : '\0';
    if (after == ';') return Reference{*code_point, length + 2};
    if (!may_lack_semicolon(name, *code_point)) continue;
    // In an attribute "&copy=1" is a part of a URL.
    const bool in_url = place == ReferencePlace::Attribute &&
                        (after == '=' || is_alphanumeric(after));
    if (!in_url) return Reference{*code_point, length + 1};
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::string resolve_references(std::string_view text, ReferencePlace place) {
  std::string out;
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find('&'), text.size());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const auto reference = text.size() > 1 && text[1] == '#'
                               ? read_numeric(text)
                               : read_named(text, place);
    if (reference) {
      append_utf8(out, reference->code_point);
      text.remove_prefix(reference->size);
    } else {
      out += '&';
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace broadsheet
