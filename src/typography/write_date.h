// Dates in words, in the offset they carry, so that server and browser agree.
#pragma once

#include <string>

#include "document/date.h"
#include "typography/strings.h"

namespace broadsheet {

/// "23 juin 2025", or "23 juin 2025 à 18 h 30" when `date` has a time.
/// The first of a month is written as the language asks ("1er").
std::string write_date(const Date& date, const Strings& strings);

}  // namespace broadsheet
