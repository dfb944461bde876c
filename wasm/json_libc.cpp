// The C library's functions that nlohmann_json's lexer and Embind call, as far
// as they call them. The library's own serve every locale, base and precision:
// 22 KB of WebAssembly, 10 KB of them after compression.
#include <array>
#include <cerrno>
#include <clocale>
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A decimal number as mantissa × 10^exponent. Digits past the nineteenth,
// which a double cannot tell apart, count into the exponent alone.
struct Decimal {
  std::uint64_t mantissa = 0;
  int exponent = 0;
};

constexpr std::uint64_t kMostBeforeLastDigit =
    (std::numeric_limits<std::uint64_t>::max() - 9) / 10;
// Far past what a double can hold, far from where an int overflows.
constexpr int kHugeExponent = 100'000;

const char* read_digits(const char* at, int fraction, Decimal& out) {
  for (; is_digit(*at); ++at) {
    if (out.mantissa <= kMostBeforeLastDigit) {
      out.mantissa = out.mantissa * 10 + static_cast<std::uint64_t>(*at - '0');
      out.exponent -= fraction;
    } else {
      out.exponent += 1 - fraction;
    }
  }
  return at;
}

const char* read_exponent(const char* at, Decimal& out) {
  if (*at != 'e' && *at != 'E') return at;
  ++at;
  const bool negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  int exponent = 0;
  for (; is_digit(*at); ++at) {
    if (exponent < kHugeExponent) exponent = exponent * 10 + (*at - '0');
  }
  out.exponent += negative ? -exponent : exponent;
  return at;
}

// Correctly rounded while the mantissa has at most 53 bits and the exponent is
// at most 22 (Clinger 1990: both are then exact doubles, and one operation
// rounds once); elsewhere within a few units in the last place.
double scaled(const Decimal& decimal) {
  constexpr std::array<double, 23> kPowers = {
      1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
      1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  constexpr int kStep = 22;
  auto value = static_cast<double>(decimal.mantissa);
  int exponent = decimal.exponent;
  // Stops as soon as more steps change nothing.
  for (; exponent < -kStep && value > 0; exponent += kStep) value /= 1e22;
  for (; exponent > kStep && value > 0 &&
         value <= std::numeric_limits<double>::max();
       exponent -= kStep) {
    value *= 1e22;
  }
  if (exponent < -kStep || exponent > kStep) return value;
  const auto rest =
      static_cast<std::size_t>(exponent < 0 ? -exponent : exponent);
  return exponent < 0 ? value / kPowers[rest] : value * kPowers[rest];
}

}  // namespace

extern "C" {

// `text` is a number as JSON writes it.
double strtod(const char* text, char** end) {
  const bool negative = *text == '-';
  Decimal decimal;
  const char* at = read_digits(negative ? text + 1 : text, 0, decimal);
  if (*at == '.') at = read_digits(at + 1, 1, decimal);
  at = read_exponent(at, decimal);
  *end = const_cast<char*>(at);
  return negative ? -scaled(decimal) : scaled(decimal);
}

// The reader keeps every number as a double: out of range sends the lexer on
// to strtod.
unsigned long long strtoull(const char* text, char** end, int) {
  errno = ERANGE;
  for (; *text == '-' || is_digit(*text); ++text) {
  }
  *end = const_cast<char*>(text);
  return 0;
}

long long strtoll(const char* text, char** end, int base) {
  return static_cast<long long>(strtoull(text, end, base));
}

// Nobody calls these. The library defines each in one object with one of the
// above, which must not be linked.
float strtof(const char* text, char** end) {
  return static_cast<float>(strtod(text, end));
}
long double strtold(const char* text, char** end) { return strtod(text, end); }
long strtol(const char* text, char** end, int base) {
  return static_cast<long>(strtoull(text, end, base));
}
unsigned long strtoul(const char* text, char** end, int base) {
  return static_cast<unsigned long>(strtoull(text, end, base));
}

// Asked for one format alone, "<U+%.4X>", with a control character.
int snprintf(char* out, std::size_t, const char* format, ...) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  va_list arguments;
  va_start(arguments, format);
  const auto character = va_arg(arguments, unsigned);
  va_end(arguments);
  const char text[] = {'<',
                       'U',
                       '+',
                       '0',
                       '0',
                       kDigits[character >> 4U & 15U],
                       kDigits[character & 15U],
                       '>',
                       '\0'};
  for (std::size_t i = 0; i < sizeof text; ++i) out[i] = text[i];
  return sizeof text - 1;
}

// sprintf without floating point, as the compiler calls it: Embind names a type
// that it was not told of by its address.
int siprintf(char* out, const char*, ...) {
  out[0] = '?';
  out[1] = '\0';
  return 1;
}

lconv* localeconv() {
  static char point[] = ".";
  static lconv locale = {};
  locale.decimal_point = point;
  return &locale;
}
}
