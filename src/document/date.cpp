#include "document/date.h"

#include <array>
#include <cstddef>

namespace broadsheet {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads `pattern` from `text` at `at`: '0' takes a digit, any other character
// itself. Digits are handed to `values`, one number per run.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] bool done() const { return at_ == text_.size(); }

  std::optional<int> digits(std::size_t count) {
    if (text_.size() - at_ < count) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const char c = text_[at_ + i];
      if (!is_digit(c)) return std::nullopt;
      value = value * 10 + (c - '0');
    }
    at_ += count;
    return value;
  }

  bool take(std::string_view one_of) {
    if (done() || one_of.find(text_[at_]) == std::string_view::npos) {
      return false;
    }
    ++at_;
    return true;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30,
                                         31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool read_day(Cursor& cursor, Date& date) {
  const auto year = cursor.digits(4);
  if (!year || !cursor.take("-")) return false;
  const auto month = cursor.digits(2);
  if (!month || !cursor.take("-")) return false;
  const auto day = cursor.digits(2);
  if (!day || *month < 1 || *month > 12) return false;
  if (*day < 1 || *day > days_in_month(*year, *month)) return false;
  date.year = *year;
  date.month = *month;
  date.day = *day;
  return true;
}

bool read_offset(Cursor& cursor) {
  if (cursor.take("Zz")) return true;
  if (!cursor.take("+-")) return false;
  const auto hours = cursor.digits(2);
  if (!hours || !cursor.take(":")) return false;
  const auto minutes = cursor.digits(2);
  return minutes && *hours <= 23 && *minutes <= 59;
}

bool read_time(Cursor& cursor, Date& date) {
  const auto hour = cursor.digits(2);
  if (!hour || !cursor.take(":")) return false;
  const auto minute = cursor.digits(2);
  if (!minute || !cursor.take(":")) return false;
  const auto second = cursor.digits(2);
  if (!second || *hour > 23 || *minute > 59 || *second > 59) return false;
  if (cursor.take(".")) {
    if (!cursor.digits(1)) return false;
    while (cursor.digits(1)) {
    }
  }
  date.has_time = true;
  date.hour = *hour;
  date.minute = *minute;
  return read_offset(cursor);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  Date date;
  date.source = text;
  Cursor cursor(text);
  if (!read_day(cursor, date)) return std::nullopt;
  if (cursor.done()) return date;
  if (!cursor.take("Tt ") || !read_time(cursor, date) || !cursor.done()) {
    return std::nullopt;
  }
  return date;
}

}  // namespace broadsheet
