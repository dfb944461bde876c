#include "typography/write_date.h"

#include <array>

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

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// A pattern for the first of a month may follow the usual one after a bar.
std::string_view pattern_for(std::string_view patterns, int day) {
  const std::size_t bar = patterns.find('|');
  if (bar == std::string_view::npos) return patterns;
  return day == 1 ? patterns.substr(bar + 1) : patterns.substr(0, bar);
}

}  // namespace

std::string write_date(const Date& date, const Strings& strings) {
  const std::string day = std::to_string(date.day);
  const std::string month = std::to_string(date.month);
  const std::string year = std::to_string(date.year);
  const std::array<Replacement, 4> in_date = {{
      {"day", day},
      {"month", month_name(strings.get(StringKey::Months), date.month)},
      {"monthNumber", month},
      {"year", year},
  }};
  std::string written =
      fill(pattern_for(strings.get(StringKey::Date), date.day), in_date);
  if (!date.has_time) return written;

  const std::string hour = std::to_string(date.hour);
  const std::string minute = two_digits(date.minute);
  const std::array<Replacement, 3> in_moment = {
      {{"date", written}, {"hour", hour}, {"minute", minute}}};
  return fill(strings.get(StringKey::DateTime), in_moment);
}

}  // namespace broadsheet
