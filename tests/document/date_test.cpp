#include "document/date.h"

#include "support/catch.h"

using namespace broadsheet;

TEST_CASE("date: a day alone has no time", "[document]") {
  const auto date = parse_date("2025-06-23");
  REQUIRE(date);
  CHECK(date->year == 2025);
  CHECK(date->month == 6);
  CHECK(date->day == 23);
  CHECK_FALSE(date->has_time);
}

TEST_CASE("date: a moment keeps the hour of its own offset", "[document]") {
  const auto date = parse_date("2025-06-23T18:30:00.250+03:00");
  REQUIRE(date);
  CHECK(date->has_time);
  CHECK(date->hour == 18);
  CHECK(date->minute == 30);
}

TEST_CASE("date: 29 February exists in leap years alone", "[document]") {
  CHECK(parse_date("2024-02-29"));
  CHECK(parse_date("2000-02-29"));
  CHECK_FALSE(parse_date("2025-02-29"));
  CHECK_FALSE(parse_date("1900-02-29"));
}

TEST_CASE("date: what RFC 3339 does not write is refused", "[document]") {
  for (const char* text :
       {"", "2025", "2025-6-23", "23/06/2025", "2025-13-01", "2025-00-01",
        "2025-06-31", "2025-06-23T18:30", "2025-06-23T18:30:00",
        "2025-06-23T24:00:00Z", "2025-06-23T18:60:00Z", "2025-06-23T18:30:00.Z",
        "2025-06-23 ", "2025-06-23T18:30:00+3:00", "2025-06-23T18:30:00Zx"}) {
    INFO(text);
    CHECK_FALSE(parse_date(text));
  }
}
