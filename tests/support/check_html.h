// Reads HTML as strictly as write_html promises to write it.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::test {

/// What is wrong with `html`, from there on; empty when nothing is. Right are:
/// elements of the vocabulary, balanced and in lower case; attributes of the
/// vocabulary, once each, in double quotes; nothing raw of `<`, `>`, `"` and
/// `&` outside the markup but the five references that write_html writes.
std::string markup_fault(std::string_view html);

}  // namespace broadsheet::test
