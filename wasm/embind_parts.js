// In place of what Embind's library does for bindings that we have none of: two
// functions of one name, types announced late, arguments of 64 bits, members of
// objects. It is a quarter of the glue. Written for Emscripten 3.1.6;
// CMakeLists.txt leaves later ones their own.
// biome-ignore-all lint/complexity/useArrowFunction: Emscripten gives functions their names.
mergeInto(LibraryManager.library, {
  $exposePublicSymbol__deps: [],
  $exposePublicSymbol: function (name, value) {
    Module[name] = value;
  },
  $replacePublicSymbol__deps: [],
  $replacePublicSymbol: function (name, value) {
    Module[name] = value;
  },
  $throwUnboundTypeError__deps: ['$throwBindingError'],
  $throwUnboundTypeError: function (message) {
    throwBindingError(message);
  },
  $embind__requireFunction__deps: [],
  $embind__requireFunction: function (_signature, rawFunction) {
    return getWasmTableEntry(rawFunction);
  },
  $extendError__deps: [],
  $extendError: function (Base) {
    return class extends Base {};
  },
  $integerReadValueFromPointer: function () {},
  $simpleReadValueFromPointer: function () {},
});
