// The types that cross, in place of the 45 that Embind's own bind.cpp
// announces: what announces the others stays out of the glue and the module.
// Written for Emscripten 3.1.6; CMakeLists.txt leaves later ones their own.
#include <emscripten/wire.h>

#include <cstdlib>
#include <limits>
#include <typeinfo>

extern "C" {

using emscripten::internal::TYPEID;

void _embind_register_void(TYPEID type, const char* name);
void _embind_register_integer(TYPEID type, const char* name, std::size_t size,
                              std::int32_t min, std::uint32_t max);

// Asked for in the message of an error that only a wrong binding can cause.
__attribute__((used)) const char* __getTypeName(const std::type_info*) {
  return static_cast<const char*>(std::calloc(1, 1));
}

__attribute__((used, constructor)) void
__embind_register_native_and_builtin_types() {
  using emscripten::internal::TypeID;
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_integer(TypeID<unsigned>::get(), "unsigned int",
                           sizeof(unsigned), 0,
                           std::numeric_limits<unsigned>::max());
}

}  // extern "C"
