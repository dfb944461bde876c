// What every crossing between JavaScript and the engine rests on: text and
// numbers cross through memory, and Embind carries only numbers: addresses and
// sizes most of them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet.h"
#include "language_packs.h"
#include "typography/break_options.h"

namespace crossing {

/// Addresses cross as numbers: Embind's pointer types would cost more.
using Address = std::uint32_t;

template <typename T>
Address address_of(const T* pointer) {
  return static_cast<Address>(reinterpret_cast<std::uintptr_t>(pointer));
}

/// What a call that gave an address made; it lives until its dispose call.
template <typename T>
T& object_at(Address address) {
  return *reinterpret_cast<T*>(address);
}

inline std::string_view view_of(Address begin, std::uint32_t size) {
  return {reinterpret_cast<const char*>(begin), size};
}

/// Text of the DOM crosses as it is there, in UTF-16, so that offsets agree.
inline std::u16string_view utf16_of(Address begin, std::uint32_t units) {
  return {reinterpret_cast<const char16_t*>(begin), units};
}

template <typename T>
std::span<const T> numbers_at(Address begin, std::uint32_t count) {
  return {reinterpret_cast<const T*>(begin), count};
}

/// The address of four numbers: begin and size of `text`, then of `words`. All
/// stays valid until the next call that gives; JavaScript copies at once.
Address give(std::string text, std::vector<std::uint32_t> words = {});
Address give(broadsheet::Commands commands);

/// The short words that go with a call, tags of languages and names, cross
/// before it, parted by newlines: these are the last ones. Empty where there
/// are not as many.
std::string_view words_said();
std::string_view word_said(std::size_t index);

/// The language packs given so far.
broadsheet::LanguagePacks& packs();

/// The words said are language and direction of what does not say its own. The
/// limits are those of the last set_limits().
broadsheet::ParseOptions parse_options();

/// The word said: names of rules that are off, separated by spaces.
broadsheet::RenderOptions render_options(std::uint32_t heading_level);

/// The word said, the first: the tag of the language. `boundaries` are the
/// words of Thai and its like.
broadsheet::BreakOptions break_options(Address boundaries, std::uint32_t count);

}  // namespace crossing
