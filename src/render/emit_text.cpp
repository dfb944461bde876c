#include <algorithm>
#include <array>
#include <vector>

#include "document/url.h"
#include "render/emitter.h"
#include "typography/direction.h"

namespace broadsheet {
namespace {

bool is_anchor(const Mark& mark) {
  return mark.kind == MarkKind::Link || mark.kind == MarkKind::Footnote;
}

// The marks to show: anchors cannot hold one another, so the first one wins.
std::vector<const Mark*> shown_marks(const Inline& run, LinksInText links) {
  std::vector<const Mark*> out;
  bool in_anchor = links == LinksInText::Dropped;
  for (const Mark& mark : run.marks) {
    if (is_anchor(mark)) {
      if (in_anchor) continue;
      in_anchor = true;
    }
    out.push_back(&mark);
  }
  return out;
}

Tag tag_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::Strong:
      return Tag::Strong;
    case MarkKind::Em:
      return Tag::Em;
    case MarkKind::Underline:
      return Tag::U;
    case MarkKind::Strike:
      return Tag::S;
    case MarkKind::Sub:
      return Tag::Sub;
    case MarkKind::Sup:
      return Tag::Sup;
    case MarkKind::Code:
      return Tag::Code;
    case MarkKind::Highlight:
      return Tag::Mark;
    case MarkKind::Small:
      return Tag::Small;
    case MarkKind::Quotation:
      return Tag::Q;
    case MarkKind::Abbreviation:
      return Tag::Abbr;
    case MarkKind::Time:
      return Tag::Time;
    case MarkKind::Keyboard:
      return Tag::Kbd;
    case MarkKind::Link:
    case MarkKind::Footnote:
      return Tag::A;
    case MarkKind::Lang:
      break;
  }
  return Tag::Span;
}

// A link to one of the article's own parts goes where that part's id went.
std::string resolve_fragment(const Emitter& emitter, const std::string& url) {
  if (url.size() > 1 && url.front() == '#' &&
      emitter.known_ids.count(std::string_view(url).substr(1)) != 0) {
    return "#" + emitter.element_id(std::string_view(url).substr(1));
  }
  return url;
}

void open_footnote(Emitter& emitter, const Mark& mark) {
  CommandWriter& out = emitter.out;
  // None where the footnote had no text to show: nothing leads back then.
  const auto found = emitter.footnote_numbers.find(mark.target);
  const bool shown = found != emitter.footnote_numbers.end();
  const int number = shown ? found->second : 0;
  const std::string id = emitter.element_id(mark.target);
  out.open(Tag::A, "broadsheet-footnote-mark");
  out.attribute(Attribute::Href, "#" + id);
  // By the footnote's own id, which outlives the mark.
  if (shown && emitter.linked_footnotes.emplace(found->first, 0).second) {
    out.attribute(Attribute::Id, id + "-mark");
  }
  out.attribute(Attribute::Role, "doc-noteref");
  out.attribute(Attribute::AriaLabel,
                fill(emitter.strings.get(StringKey::FootnoteMark),
                     {"n", std::to_string(number)}));
}

void open_mark(Emitter& emitter, const Mark& mark) {
  CommandWriter& out = emitter.out;
  if (mark.kind == MarkKind::Footnote) {
    open_footnote(emitter, mark);
    return;
  }
  if (mark.kind == MarkKind::Link) {
    open_link(emitter, resolve_fragment(emitter, mark.target), mark.title);
    return;
  }
  out.open(tag_of(mark.kind));
  switch (mark.kind) {
    case MarkKind::Abbreviation:
      out.optional_attribute(Attribute::Title, mark.title);
      break;
    case MarkKind::Time:
      out.optional_attribute(Attribute::Datetime, mark.target);
      break;
    case MarkKind::Lang:
      emit_language(emitter, mark.language);
      break;
    default:
      break;
  }
}

class MarkStack {
 public:
  explicit MarkStack(Emitter& emitter) : emitter_(emitter) {}

  // Closes and opens what differs, so that a link over several runs is one.
  void change_to(const std::vector<const Mark*>& marks) {
    std::size_t same = 0;
    while (same < open_.size() && same < marks.size() &&
           *open_[same] == *marks[same]) {
      ++same;
    }
    while (open_.size() > same) {
      emitter_.out.close();
      open_.pop_back();
    }
    for (std::size_t i = same; i < marks.size(); ++i) {
      open_mark(emitter_, *marks[i]);
      open_.push_back(marks[i]);
    }
  }

 private:
  Emitter& emitter_;
  std::vector<const Mark*> open_;
};

std::string_view name_of(Direction direction) {
  switch (direction) {
    case Direction::LeftToRight:
      return "ltr";
    case Direction::RightToLeft:
      return "rtl";
    case Direction::Auto:
      return "auto";
    case Direction::Unset:
      break;
  }
  return {};
}

}  // namespace

void emit_text(Emitter& emitter, const Text& text, LinksInText links) {
  const Text shown = emitter.shown(text);
  MarkStack stack(emitter);
  for (const Inline& run : shown) {
    if (run.kind == Inline::Kind::Text && run.text.empty()) continue;
    stack.change_to(shown_marks(run, links));
    if (run.kind == Inline::Kind::Break) {
      emitter.out.open(Tag::Br);
      emitter.out.close();
    } else {
      emitter.out.text(run.text);
    }
  }
  stack.change_to({});
}

void open_link(Emitter& emitter, const std::string& url,
               std::string_view title) {
  const std::string site = emitter.site.empty() ? "" : site_of(url);
  const bool leaves = !site.empty() && !is_same_site(site, emitter.site);
  emitter.out.open(Tag::A);
  if (leaves) emitter.out.attribute(Attribute::Class, "broadsheet-external");
  emitter.out.attribute(Attribute::Href, url);
  if (leaves && title.empty()) title = site;
  emitter.out.optional_attribute(Attribute::Title, title);
}

void emit_isolated(Emitter& emitter, std::string_view class_name,
                   const Text& text) {
  emitter.out.open(Tag::Bdi, class_name);
  emit_text(emitter, text);
  emitter.out.close();
}

void emit_language(Emitter& emitter, const Language& language) {
  emitter.out.optional_attribute(Attribute::Lang, language.tag);
  // The direction of a language is said with it: a reader without it would
  // inherit that of the surroundings.
  Direction direction = language.direction;
  if (direction == Direction::Unset && !language.tag.empty()) {
    direction = direction_of(language.tag);
  }
  emitter.out.optional_attribute(Attribute::Dir, name_of(direction));
}

}  // namespace broadsheet
