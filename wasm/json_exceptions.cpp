// std::exception and std::runtime_error, from which nlohmann_json derives what
// it would throw. The library's own bring type information and the search
// through it, of which a module without exceptions has no use: 0.5 KB after
// compression. Written for the libc++ of Emscripten 3.1.6; CMakeLists.txt
// leaves later ones their own.
#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace std {

exception::~exception() noexcept = default;
const char* exception::what() const noexcept { return ""; }

inline namespace __2 {

__libcpp_refstring::__libcpp_refstring(const char* message) {
  const std::size_t size = std::strlen(message) + 1;
  __imp_ = static_cast<char*>(std::memcpy(std::malloc(size), message, size));
}

__libcpp_refstring::~__libcpp_refstring() {
  std::free(const_cast<char*>(__imp_));
}

}  // namespace __2

runtime_error::runtime_error(const char* message) : __imp_(message) {}
runtime_error::~runtime_error() noexcept = default;
const char* runtime_error::what() const noexcept { return __imp_.c_str(); }

}  // namespace std
