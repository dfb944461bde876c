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

// The others of HTML 4, and those that HTML writes in capitals too, with their
// characters in the same order.
constexpr std::string_view kOtherNames =
    "amp AMP apos gt GT lt LT quot QUOT COPY REG OElig oelig Scaron "
    "scaron Yuml fnof circ tilde Alpha Beta Gamma Delta Epsilon Zeta Eta "
    "Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon "
    "Phi Chi Psi Omega alpha beta gamma delta epsilon zeta eta theta iota "
    "kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi "
    "chi psi omega thetasym upsih piv ensp emsp thinsp zwnj zwj lrm rlm "
    "ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo dagger Dagger bull "
    "hellip permil prime Prime lsaquo rsaquo oline frasl euro image "
    "weierp real trade alefsym larr uarr rarr darr harr crarr lArr uArr "
    "rArr dArr hArr forall part exist empty nabla isin notin ni prod sum "
    "minus lowast radic prop infin ang and or cap cup int there4 sim cong "
    "asymp ne equiv le ge sub sup nsub sube supe oplus otimes perp sdot "
    "lceil rceil lfloor rfloor lang rang loz spades clubs hearts diams";
constexpr std::array<char16_t, 163> kOtherCharacters = {
    0x0026, 0x0026, 0x0027, 0x003E, 0x003E, 0x003C, 0x003C, 0x0022, 0x0022,
    0x00A9, 0x00AE, 0x0152, 0x0153, 0x0160, 0x0161, 0x0178, 0x0192, 0x02C6,
    0x02DC, 0x0391, 0x0392, 0x0393, 0x0394, 0x0395, 0x0396, 0x0397, 0x0398,
    0x0399, 0x039A, 0x039B, 0x039C, 0x039D, 0x039E, 0x039F, 0x03A0, 0x03A1,
    0x03A3, 0x03A4, 0x03A5, 0x03A6, 0x03A7, 0x03A8, 0x03A9, 0x03B1, 0x03B2,
    0x03B3, 0x03B4, 0x03B5, 0x03B6, 0x03B7, 0x03B8, 0x03B9, 0x03BA, 0x03BB,
    0x03BC, 0x03BD, 0x03BE, 0x03BF, 0x03C0, 0x03C1, 0x03C2, 0x03C3, 0x03C4,
    0x03C5, 0x03C6, 0x03C7, 0x03C8, 0x03C9, 0x03D1, 0x03D2, 0x03D6, 0x2002,
    0x2003, 0x2009, 0x200C, 0x200D, 0x200E, 0x200F, 0x2013, 0x2014, 0x2018,
    0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2021, 0x2022, 0x2026,
    0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x203E, 0x2044, 0x20AC, 0x2111,
    0x2118, 0x211C, 0x2122, 0x2135, 0x2190, 0x2191, 0x2192, 0x2193, 0x2194,
    0x21B5, 0x21D0, 0x21D1, 0x21D2, 0x21D3, 0x21D4, 0x2200, 0x2202, 0x2203,
    0x2205, 0x2207, 0x2208, 0x2209, 0x220B, 0x220F, 0x2211, 0x2212, 0x2217,
    0x221A, 0x221D, 0x221E, 0x2220, 0x2227, 0x2228, 0x2229, 0x222A, 0x222B,
    0x2234, 0x223C, 0x2245, 0x2248, 0x2260, 0x2261, 0x2264, 0x2265, 0x2282,
    0x2283, 0x2284, 0x2286, 0x2287, 0x2295, 0x2297, 0x22A5, 0x22C5, 0x2308,
    0x2309, 0x230A, 0x230B, 0x2329, 0x232A, 0x25CA, 0x2660, 0x2663, 0x2665,
    0x2666};

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

// The place of `name` in `names`, which single spaces part.
std::optional<std::size_t> index_of(std::string_view name,
                                    std::string_view names) {
  for (std::size_t i = 0; !names.empty(); ++i) {
    const std::size_t end = std::min(names.find(' '), names.size());
    if (names.substr(0, end) == name) return i;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return std::nullopt;
}

std::optional<char32_t> find_name(std::string_view name) {
  if (const auto i = index_of(name, kOtherNames)) return kOtherCharacters[*i];
  if (const auto i = index_of(name, kLatin1Names)) {
    return static_cast<char32_t>(0xA0 + *i);
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
