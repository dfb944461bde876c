// Every text of JSONTestSuite: what is JSON is accepted, what is not is refused
// with a diagnostic. https://github.com/nst/JSONTestSuite
#include <algorithm>
#include <filesystem>
#include <vector>

#include "document/json_value.h"
#include "support/corpora.h"

using namespace broadsheet;

namespace {

const std::string kFolder = "json/JSONTestSuite/test_parsing";

// Names of the files whose first letter says `verdict`: y, n or i.
std::vector<std::string> files_of(char verdict) {
  std::vector<std::string> names;
  std::error_code absent;
  for (const auto& entry : std::filesystem::directory_iterator(
           test::corpora_folder() + "/" + kFolder, absent)) {
    const std::string name = entry.path().filename();
    if (name[0] == verdict) names.push_back(name);
  }
  if (absent) WARN("skipped: no " << kFolder << " in BROADSHEET_CORPORA");
  std::sort(names.begin(), names.end());
  return names;
}

struct Reading {
  bool accepted = false;
  std::vector<Code> errors;
};

Reading read(const std::string& name) {
  Diagnostics diagnostics;
  const auto json = test::read_corpus(kFolder + "/" + name);
  REQUIRE(json);
  Reading out;
  out.accepted = read_json(*json, {}, diagnostics).has_value();
  for (const Diagnostic& each : diagnostics.list()) {
    if (each.severity == Severity::Error) out.errors.push_back(each.code);
  }
  return out;
}

}  // namespace

TEST_CASE("JSONTestSuite: all that is JSON is accepted", "[conformance]") {
  const auto names = files_of('y');
  if (names.empty()) return;
  CHECK(names.size() == 95);
  for (const std::string& name : names) {
    INFO(name);
    const Reading reading = read(name);
    CHECK(reading.accepted);
    CHECK(reading.errors.empty());
  }
}

TEST_CASE("JSONTestSuite: all that is not JSON is refused with one error",
          "[conformance]") {
  const auto names = files_of('n');
  if (names.empty()) return;
  CHECK(names.size() == 188);
  std::vector<std::string> too_deep;
  for (const std::string& name : names) {
    INFO(name);
    const Reading reading = read(name);
    CHECK_FALSE(reading.accepted);
    REQUIRE(reading.errors.size() == 1);
    if (reading.errors[0] == Code::LimitDepth) too_deep.push_back(name);
    CHECK((reading.errors[0] == Code::JsonSyntax ||
           reading.errors[0] == Code::LimitDepth));
  }
  // 100,000 levels that are never closed: the limit is met before the fault.
  CHECK(too_deep ==
        std::vector<std::string>{"n_structure_100000_opening_arrays.json",
                                 "n_structure_open_array_object.json"});
}

TEST_CASE("JSONTestSuite: where parsers may differ, ours always does the same",
          "[conformance]") {
  const auto names = files_of('i');
  if (names.empty()) return;
  CHECK(names.size() == 35);
  std::vector<std::string> refused;
  for (const std::string& name : names) {
    const Reading reading = read(name);
    CHECK(reading.accepted == reading.errors.empty());
    if (!reading.accepted) refused.push_back(name);
  }
  CHECK(refused ==
        std::vector<std::string>{
            // Numbers that no double holds.
            "i_number_huge_exp.json", "i_number_neg_int_huge_exp.json",
            "i_number_pos_double_huge_exp.json",
            "i_number_real_neg_overflow.json",
            "i_number_real_pos_overflow.json",
            // UTF-16.
            "i_string_UTF-16LE_with_BOM.json", "i_string_utf16BE_no_BOM.json",
            "i_string_utf16LE_no_BOM.json",
            // Past the limit of depth.
            "i_structure_500_nested_arrays.json"});
}
