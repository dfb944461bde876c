#include "crossing.h"

#include <emscripten/bind.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace crossing {
namespace {

std::string said;
std::string result_text;
std::vector<std::uint32_t> result_words;
std::array<Address, 4> result;

broadsheet::Limits limits;

Address allocate(std::uint32_t size) { return address_of(std::malloc(size)); }

void release(Address address) { std::free(reinterpret_cast<void*>(address)); }

// Of what is read next; 0 stands for the default. The reader's recursion is as
// deep as the JSON, so that limit has one itself.
void set_limits(std::uint32_t bytes, std::uint32_t depth, std::uint32_t blocks,
                std::uint32_t cards, std::uint32_t text) {
  constexpr std::uint32_t kMaximumDepth = 512;
  const auto set = [](std::size_t& limit, std::uint32_t value) {
    if (value != 0) limit = value;
  };
  limits = {};
  set(limits.bytes, bytes);
  set(limits.depth, std::min(depth, kMaximumDepth));
  set(limits.blocks, blocks);
  set(limits.cards, cards);
  set(limits.text, text);
}

void say(Address words, std::uint32_t size) { said = view_of(words, size); }

broadsheet::Direction direction_named(std::string_view name) {
  if (name == "ltr") return broadsheet::Direction::LeftToRight;
  if (name == "rtl") return broadsheet::Direction::RightToLeft;
  if (name == "auto") return broadsheet::Direction::Auto;
  return broadsheet::Direction::Unset;
}

}  // namespace

Address give(std::string text, std::vector<std::uint32_t> words) {
  result_text = std::move(text);
  result_words = std::move(words);
  result = {address_of(result_text.data()),
            static_cast<std::uint32_t>(result_text.size()),
            address_of(result_words.data()),
            static_cast<std::uint32_t>(result_words.size())};
  return address_of(result.data());
}

Address give(broadsheet::Commands commands) {
  std::vector<std::uint32_t> words = broadsheet::encode(commands);
  return give(std::move(commands.text), std::move(words));
}

std::string_view words_said() { return said; }

std::string_view word_said(std::size_t index) {
  std::string_view rest = said;
  for (; index > 0; --index) {
    rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
  }
  return rest.substr(0, rest.find('\n'));
}

broadsheet::LanguagePacks& packs() {
  static broadsheet::LanguagePacks packs;
  return packs;
}

broadsheet::ParseOptions parse_options() {
  broadsheet::ParseOptions options;
  options.language = {std::string(word_said(0)), direction_named(word_said(1))};
  options.limits = limits;
  return options;
}

broadsheet::RenderOptions render_options(std::uint32_t heading_level) {
  broadsheet::RenderOptions options;
  options.heading_level = static_cast<int>(heading_level);
  options.polish.turn_off_all(word_said(0));
  return options;
}

broadsheet::BreakOptions break_options(Address boundaries,
                                       std::uint32_t count) {
  static_assert(sizeof(std::size_t) == sizeof(std::uint32_t));
  broadsheet::BreakOptions options =
      broadsheet::break_options_for(word_said(0));
  options.word_boundaries = numbers_at<std::size_t>(boundaries, count);
  return options;
}

}  // namespace crossing

EMSCRIPTEN_BINDINGS(crossing) {
  using emscripten::function;
  function("allocate", &crossing::allocate);
  function("release", &crossing::release);
  function("setLimits", &crossing::set_limits);
  function("say", &crossing::say);
}
