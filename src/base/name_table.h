// Names, each with a number. One container for every such need: each further
// instantiation of a standard container costs kilobytes of WebAssembly.
#pragma once

#include <map>
#include <string_view>

namespace broadsheet {

/// The names are not owned. A tree rather than a hash table: no input can make
/// it slow.
using NameTable = std::map<std::string_view, int>;

}  // namespace broadsheet
