// Dates in words, in the offset they carry, so that server and browser agree.
#pragma once

#include <string>

#include "document/date.h"
#include "typography/strings.h"

namespace broadsheet {

/// "23 juin 2025", or "23 juin 2025 à 18 h 30" when `date` has a time.
///
/// The pattern `date` may name {day}, {month}, {monthNumber}, {year} and
/// {buddhistYear}; after a bar follows the one for the first of a month
/// ("1er"). `dateTime` may name {date}, {hour} (of 24), {hour2} (two digits),
/// {hour12} and {minute}; after a bar follows the one for noon and later.
std::string write_date(const Date& date, const Strings& strings);

}  // namespace broadsheet
