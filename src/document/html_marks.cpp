#include "document/html_marks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "document/url.h"

namespace broadsheet {
namespace {

// Marks open at once; the kinds of marks are far fewer.
constexpr std::size_t kMaximumMarks = 64;

struct MarkTag {
  std::string_view tag;
  MarkKind kind;
};

constexpr std::array kMarkTags = {
    MarkTag{"strong", MarkKind::Strong},
    MarkTag{"b", MarkKind::Strong},
    MarkTag{"em", MarkKind::Em},
    MarkTag{"i", MarkKind::Em},
    MarkTag{"u", MarkKind::Underline},
    MarkTag{"ins", MarkKind::Underline},
    MarkTag{"s", MarkKind::Strike},
    MarkTag{"del", MarkKind::Strike},
    MarkTag{"strike", MarkKind::Strike},
    MarkTag{"sub", MarkKind::Sub},
    MarkTag{"sup", MarkKind::Sup},
    MarkTag{"code", MarkKind::Code},
    MarkTag{"tt", MarkKind::Code},
    MarkTag{"mark", MarkKind::Highlight},
    MarkTag{"small", MarkKind::Small},
    MarkTag{"q", MarkKind::Quotation},
    MarkTag{"abbr", MarkKind::Abbreviation},
    MarkTag{"acronym", MarkKind::Abbreviation},
    MarkTag{"time", MarkKind::Time},
    MarkTag{"kbd", MarkKind::Keyboard},
    MarkTag{"a", MarkKind::Link},
    MarkTag{"span", MarkKind::Lang},
    MarkTag{"bdi", MarkKind::Lang},
    MarkTag{"bdo", MarkKind::Lang},
};

std::optional<MarkKind> mark_kind(std::string_view tag) {
  for (const MarkTag& each : kMarkTags) {
    if (each.tag == tag) return each.kind;
  }
  return std::nullopt;
}

Language language_of(const HtmlToken& token) {
  Language out;
  const std::string tag = token.value("lang");
  if (is_language_tag(tag)) out.tag = tag;
  const std::string direction = token.value("dir");
  if (direction == "ltr") out.direction = Direction::LeftToRight;
  if (direction == "rtl") out.direction = Direction::RightToLeft;
  if (direction == "auto") out.direction = Direction::Auto;
  return out;
}

// The mark of a tag; nothing when it says nothing that is shown.
std::optional<Mark> read_mark(const HtmlToken& tag, MarkKind kind) {
  Mark mark;
  mark.kind = kind;
  if (kind == MarkKind::Link) {
    auto url = accept_url(tag.value("href"), UrlUse::Link);
    if (!url) return std::nullopt;
    mark.target = *std::move(url);
    mark.title = tag.value("title");
  } else if (kind == MarkKind::Lang) {
    mark.language = language_of(tag);
    if (mark.language == Language{}) return std::nullopt;
  } else if (kind == MarkKind::Abbreviation) {
    mark.title = tag.value("title");
  } else if (kind == MarkKind::Time) {
    const std::string when = tag.value("datetime");
    if (parse_date(when)) mark.target = when;
  }
  return mark;
}

}  // namespace

bool HtmlMarks::is_mark(std::string_view tag) {
  return mark_kind(tag).has_value();
}

bool HtmlMarks::open(const HtmlToken& tag) {
  const MarkKind kind = *mark_kind(tag.name);
  if (kind == MarkKind::Link) close(tag.name);  // Links never hold one another.
  auto mark = read_mark(tag, kind);
  const bool shown = mark.has_value();
  if (open_.size() < kMaximumMarks) {
    open_.push_back({tag.name, std::move(mark).value_or(Mark{}), shown});
  }
  return shown || kind != MarkKind::Link || !tag.attribute("href");
}

void HtmlMarks::close(std::string_view tag) {
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_[i].tag != tag) continue;
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

std::vector<Mark> HtmlMarks::current() const {
  std::vector<Mark> out;
  for (const OpenMark& each : open_) {
    const bool repeated = std::any_of(
        out.begin(), out.end(),
        [&each](const Mark& mark) { return mark.kind == each.mark.kind; });
    if (each.shown && !repeated) out.push_back(each.mark);
  }
  return out;
}

}  // namespace broadsheet
