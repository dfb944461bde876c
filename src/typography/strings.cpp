#include "typography/strings.h"

#include "base/utf8.h"
#include "typography/plural.h"

namespace broadsheet {
namespace {

struct Entry {
  StringKey key;
  std::string_view name;
  std::string_view english;
};

constexpr std::array<Entry, kStringCount> kEntries = {{
    {StringKey::ReadingTime, "readingTime", "Reading time: {n}\u00A0min"},
    {StringKey::By, "by", "By {names}"},
    {StringKey::And, "and", " and "},
    {StringKey::Comma, "comma", ", "},
    {StringKey::Published, "published", "Published {date}"},
    {StringKey::Updated, "updated", "Updated {date}"},
    {StringKey::Label, "label", "{label}:"},
    {StringKey::ReadAlso, "readAlso", "Read also"},
    {StringKey::Recommended, "recommended", "Recommended for you"},
    {StringKey::More, "more", "Show more"},
    {StringKey::Loading, "loading", "Loading…"},
    {StringKey::NoCards, "noCards", "There is nothing here yet."},
    {StringKey::CardsFailed, "cardsFailed", "This could not be loaded."},
    {StringKey::Retry, "retry", "Try again"},
    {StringKey::Previous, "previous", "Previous"},
    {StringKey::Next, "next", "Next"},
    {StringKey::Footnotes, "footnotes", "Notes"},
    {StringKey::FootnoteMark, "footnoteMark", "Note {n}"},
    {StringKey::FootnoteBack, "footnoteBack", "Back to the text, note {n}"},
    {StringKey::Topics, "topics", "Topics"},
    {StringKey::Advertisement, "advertisement", "Advertisement"},
    {StringKey::Sponsored, "sponsored", "Sponsored"},
    {StringKey::EmbedShow, "embedShow", "Show “{title}”"},
    {StringKey::EmbedOpen, "embedOpen", "Open on {provider}"},
    {StringKey::EmbedNotice, "embedNotice",
     "This loads content from {provider}, which may use cookies."},
    {StringKey::Video, "video", "Video"},
    {StringKey::Audio, "audio", "Audio"},
    {StringKey::Correction, "correction", "Correction"},
    {StringKey::Update, "update", "Update"},
    {StringKey::Warning, "warning", "Warning"},
    {StringKey::Information, "information", "Note"},
    {StringKey::SubscribersOnly, "subscribersOnly", "For subscribers"},
    {StringKey::TextSize, "textSize", "Text size"},
    {StringKey::TextSize1, "textSize1", "Small"},
    {StringKey::TextSize2, "textSize2", "Normal"},
    {StringKey::TextSize3, "textSize3", "Large"},
    {StringKey::TextSize4, "textSize4", "Very large"},
    {StringKey::TextSize5, "textSize5", "Largest"},
    {StringKey::ReadingSettings, "readingSettings", "Reading settings"},
    {StringKey::Theme, "theme", "Colors"},
    {StringKey::ThemeSystem, "themeSystem", "Automatic"},
    {StringKey::ThemeLight, "themeLight", "Light"},
    {StringKey::ThemeSepia, "themeSepia", "Sepia"},
    {StringKey::ThemeDark, "themeDark", "Dark"},
    {StringKey::ThemeContrast, "themeContrast", "High contrast"},
    {StringKey::Spacing, "spacing", "Line spacing"},
    {StringKey::SpacingNormal, "spacingNormal", "Normal"},
    {StringKey::SpacingWide, "spacingWide", "Wide"},
    {StringKey::SpacingWidest, "spacingWidest", "Very wide"},
    {StringKey::Width, "width", "Column width"},
    {StringKey::WidthNarrow, "widthNarrow", "Narrow"},
    {StringKey::WidthNormal, "widthNormal", "Normal"},
    {StringKey::WidthWide, "widthWide", "Wide"},
    {StringKey::Font, "font", "Typeface"},
    {StringKey::FontPublisher, "fontPublisher", "Publisher’s"},
    {StringKey::FontSerif, "fontSerif", "Serif"},
    {StringKey::FontSans, "fontSans", "Sans serif"},
    {StringKey::Justification, "justification", "Justified text"},
    {StringKey::Hyphenation, "hyphenation", "Hyphenation"},
    {StringKey::Listen, "listen", "Listen"},
    {StringKey::Pause, "pause", "Pause"},
    {StringKey::Resume, "resume", "Resume"},
    {StringKey::Stop, "stop", "Stop"},
    {StringKey::Months, "months",
     "January|February|March|April|May|June|July|August|September|October|"
     "November|December"},
    {StringKey::Date, "date", "{month}\u00A0{day}, {year}"},
    {StringKey::DateTime, "dateTime",
     "{date}, {hour12}:{minute}\u00A0a.m.|{date}, {hour12}:{minute}\u00A0p.m."},
    {StringKey::Digits, "digits", "0123456789"},
}};

constexpr bool in_key_order() {
  for (std::size_t i = 0; i < kEntries.size(); ++i) {
    if (static_cast<std::size_t>(kEntries[i].key) != i) return false;
  }
  return true;
}
static_assert(in_key_order());

// Cuts the text before the next NUL off `rest`; nothing when there is none.
std::optional<std::string_view> take_field(std::string_view& rest) {
  const std::size_t end = rest.find('\0');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return field;
}

}  // namespace

std::string_view name_of(StringKey key) {
  return kEntries[static_cast<std::size_t>(key)].name;
}

std::optional<StringKey> find_string_key(std::string_view name) {
  for (const Entry& entry : kEntries) {
    if (entry.name == name) return entry.key;
  }
  return std::nullopt;
}

Strings::Strings(std::string_view language) : language_(language) {
  for (const Entry& entry : kEntries) set(entry.key, entry.english);
}

std::string Strings::count(StringKey key, int count) const {
  return fill(plural_form(get(key), language_, count), {"n", digits(count)});
}

std::string Strings::digits(int number) const {
  const std::string_view all = get(StringKey::Digits);
  std::array<std::string_view, 10> characters;
  std::size_t offset = 0;
  for (std::string_view& character : characters) {
    // A host that passes fewer than ten gets the common ones.
    if (offset >= all.size()) return std::to_string(number);
    const std::size_t size = decode_utf8(all, offset).size;
    character = all.substr(offset, size);
    offset += size;
  }
  std::string out;
  for (const char c : std::to_string(number)) {
    out += c == '-' ? "-" : characters[static_cast<std::size_t>(c - '0')];
  }
  return out;
}

void Strings::read_section(std::string_view section) {
  while (true) {
    const auto name = take_field(section);
    const auto value = take_field(section);
    if (!name || !value) return;
    const auto key = find_string_key(*name);
    if (key) set(*key, to_well_formed_utf8(*value));
  }
}

std::string fill(std::string_view pattern,
                 std::span<const Replacement> replacements) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    out += pattern.substr(0, open);
    std::string_view value = pattern.substr(open, close - open + 1);
    for (const Replacement& each : replacements) {
      if (each.name == name) value = each.value;
    }
    out += value;
    pattern.remove_prefix(close + 1);
  }
  out += pattern;
  return out;
}

}  // namespace broadsheet
