#include "unicode/graphemes.h"

#include "base/utf16.h"
#include "unicode/properties.h"

namespace broadsheet {
namespace {

using Class = GraphemeClass;

bool is_control(Class c) {
  return c == Class::Control || c == Class::CR || c == Class::LF;
}

bool is_extend(Class c) {
  return c == Class::Extend || c == Class::ConjunctExtend ||
         c == Class::ConjunctLinker;
}

// GB6, GB7, GB8.
bool continues_syllable(Class before, Class after) {
  switch (before) {
    case Class::L:
      return after == Class::L || after == Class::V || after == Class::LV ||
             after == Class::LVT;
    case Class::LV:
    case Class::V:
      return after == Class::V || after == Class::T;
    case Class::LVT:
    case Class::T:
      return after == Class::T;
    default:
      return false;
  }
}

// What the rules need to know of the cluster so far.
class Cluster {
 public:
  explicit Cluster(Class first) { append(first); }

  [[nodiscard]] bool takes(Class next) const {
    if (last_ == Class::CR) return next == Class::LF;         // GB3
    if (is_control(last_) || is_control(next)) return false;  // GB4, GB5
    if (continues_syllable(last_, next)) return true;         // GB6–GB8
    if (is_extend(next) || next == Class::ZWJ) return true;   // GB9
    if (next == Class::SpacingMark) return true;              // GB9a
    if (last_ == Class::Prepend) return true;                 // GB9b
    if (next == Class::Consonant && linked_) return true;     // GB9c
    if (next == Class::Pictographic && joined_) return true;  // GB11
    return next == Class::RegionalIndicator && half_flag_;    // GB12, GB13
  }

  void append(Class next) {
    joined_ = next == Class::ZWJ && pictograph_;
    pictograph_ =
        next == Class::Pictographic || (pictograph_ && is_extend(next));
    const bool in_conjunct = next == Class::ConjunctExtend ||
                             next == Class::ConjunctLinker ||
                             next == Class::ZWJ;
    linked_ =
        conjunct_ && in_conjunct && (linked_ || next == Class::ConjunctLinker);
    conjunct_ = next == Class::Consonant || (conjunct_ && in_conjunct);
    half_flag_ = next == Class::RegionalIndicator && !half_flag_;
    last_ = next;
  }

 private:
  Class last_ = Class::Other;
  bool pictograph_ = false;  // Extended_Pictographic Extend*
  bool joined_ = false;      // Extended_Pictographic Extend* ZWJ
  bool conjunct_ = false;    // Consonant [Extend Linker]*
  bool linked_ = false;      // The same, with a Linker.
  bool half_flag_ = false;   // An odd number of regional indicators.
};

}  // namespace

std::size_t grapheme_end(std::u16string_view text, std::size_t begin) {
  const Utf16CodePoint first = decode_utf16(text, begin);
  Cluster cluster(properties_of(first.code_point).grapheme);
  std::size_t end = begin + first.size;
  while (end < text.size()) {
    const Utf16CodePoint next = decode_utf16(text, end);
    const Class next_class = properties_of(next.code_point).grapheme;
    if (!cluster.takes(next_class)) break;
    cluster.append(next_class);
    end += next.size;
  }
  return end;
}

std::vector<std::size_t> grapheme_ends(std::u16string_view text) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < text.size();) {
    i = grapheme_end(text, i);
    ends.push_back(i);
  }
  return ends;
}

}  // namespace broadsheet
