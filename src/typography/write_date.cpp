#include "typography/write_date.h"

#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {
namespace {

std::string_view month_name(std::string_view months, int month) {
  for (int i = 1; i < month; ++i) {
    const std::size_t bar = months.find('|');
    if (bar == std::string_view::npos) return {};
    months.remove_prefix(bar + 1);
  }
  return months.substr(0, months.find('|'));
}

// What a pattern may name: {day}, {month} and so on, in the language's digits.
class Numbers {
 public:
  explicit Numbers(const Strings& strings) : strings_(strings) {}

  void add(std::string_view name, int number) {
    values_.emplace_back(name, strings_.digits(number));
  }
  /// With a zero before a single digit.
  void add_two_digits(std::string_view name, int number) {
    const std::string zero = number < 10 ? strings_.digits(0) : "";
    values_.emplace_back(name, zero + strings_.digits(number));
  }
  void add(std::string_view name, std::string_view text) {
    values_.emplace_back(name, text);
  }

  [[nodiscard]] std::string fill(std::string_view pattern) const {
    std::vector<Replacement> replacements;
    replacements.reserve(values_.size());
    for (const auto& [name, value] : values_) {
      replacements.push_back({name, value});
    }
    return broadsheet::fill(pattern, replacements);
  }

 private:
  const Strings& strings_;
  std::vector<std::pair<std::string_view, std::string>> values_;
};

// A pattern for special cases may follow the usual one after a bar.
std::string_view pattern_for(std::string_view patterns, bool special) {
  const std::size_t bar = patterns.find('|');
  if (bar == std::string_view::npos) return patterns;
  return special ? patterns.substr(bar + 1) : patterns.substr(0, bar);
}

// Years of the Buddhist era are those of the common era and 543.
constexpr int kBuddhistEra = 543;

std::string write_day(const Date& date, const Strings& strings) {
  Numbers numbers(strings);
  numbers.add("day", date.day);
  numbers.add("month", month_name(strings.get(StringKey::Months), date.month));
  numbers.add("monthNumber", date.month);
  numbers.add("year", date.year);
  numbers.add("buddhistYear", date.year + kBuddhistEra);
  return numbers.fill(pattern_for(strings.get(StringKey::Date), date.day == 1));
}

}  // namespace

std::string write_date(const Date& date, const Strings& strings) {
  std::string day = write_day(date, strings);
  if (!date.has_time) return day;

  Numbers numbers(strings);
  numbers.add("date", day);
  numbers.add("hour", date.hour);
  numbers.add_two_digits("hour2", date.hour);
  numbers.add("hour12", (date.hour + 11) % 12 + 1);
  numbers.add_two_digits("minute", date.minute);
  return numbers.fill(
      pattern_for(strings.get(StringKey::DateTime), date.hour >= 12));
}

}  // namespace broadsheet
