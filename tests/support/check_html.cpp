#include "support/check_html.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "render/vocabulary.h"

namespace broadsheet::test {
namespace {

template <typename Names>
std::optional<std::size_t> index_of(const Names& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

class Checker {
 public:
  explicit Checker(std::string_view html) : rest_(html) {}

  std::string fault() {
    while (!rest_.empty()) {
      const std::string_view here = rest_;
      if (!read_one()) return std::string(here.substr(0, 80));
    }
    return open_.empty() ? "" : "an element is not closed";
  }

 private:
  bool read_one() {
    if (take("</")) return read_end_tag();
    if (take("<")) return read_start_tag();
    return read_character();
  }

  bool read_character() {
    if (rest_[0] == '&') {
      return take("&amp;") || take("&lt;") || take("&gt;") || take("&quot;") ||
             take("&#13;");
    }
    const bool plain = rest_[0] != '<' && rest_[0] != '>' && rest_[0] != '"' &&
                       rest_[0] != '\r' && rest_[0] != '\0';
    rest_.remove_prefix(1);
    return plain;
  }

  bool read_start_tag() {
    const auto tag = index_of(kTagNames, take_name());
    if (!tag) return false;
    if (!is_void(static_cast<Tag>(*tag))) open_.push_back(*tag);
    std::vector<std::size_t> seen;
    while (take(" ")) {
      const auto name = index_of(kAttributeNames, take_name());
      if (!name || std::count(seen.begin(), seen.end(), *name) != 0) {
        return false;
      }
      seen.push_back(*name);
      if (!is_boolean(static_cast<Attribute>(*name)) && !read_value()) {
        return false;
      }
    }
    return take(">");
  }

  bool read_value() {
    if (!take("=\"")) return false;
    while (!rest_.empty() && rest_[0] != '"') {
      if (!read_character()) return false;
    }
    return take("\"");
  }

  bool read_end_tag() {
    const auto tag = index_of(kTagNames, take_name());
    if (!tag || open_.empty() || open_.back() != *tag) return false;
    open_.pop_back();
    return take(">");
  }

  bool take(std::string_view expected) {
    if (rest_.substr(0, expected.size()) != expected) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }

  std::string_view take_name() {
    const std::size_t size =
        std::min(rest_.find_first_of(" =<>\""), rest_.size());
    const std::string_view name = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return name;
  }

  std::string_view rest_;
  std::vector<std::size_t> open_;
};

}  // namespace

std::string markup_fault(std::string_view html) {
  return Checker(html).fault();
}

}  // namespace broadsheet::test
