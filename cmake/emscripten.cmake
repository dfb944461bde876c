# Includes Emscripten's own toolchain file: emsdk's where EMSDK is set, else that
# of the emcc on the PATH (Debian keeps both in /usr/share/emscripten).
if(DEFINED ENV{EMSDK})
  set(emscripten_root $ENV{EMSDK}/upstream/emscripten)
else()
  find_program(EMCC_PROGRAM emcc REQUIRED)
  file(REAL_PATH ${EMCC_PROGRAM} emcc_file)
  get_filename_component(emscripten_root ${emcc_file} DIRECTORY)
endif()
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)
