# Warnings for our own code. Libraries are included as system headers and stay silent.
add_library(knead_warnings INTERFACE)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  target_compile_options(knead_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 sees overlapping copies in `"text" + std::string` that are not there (GCC bug 105651).
    target_compile_options(knead_warnings INTERFACE -Wno-restrict)
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND KNEAD_SANITIZE)
    # What a sanitizer puts in between keeps GCC from seeing that a value was set (its manual says so).
    target_compile_options(knead_warnings INTERFACE -Wno-maybe-uninitialized)
  endif()
  if(KNEAD_WERROR)
    target_compile_options(knead_warnings INTERFACE -Werror)
  endif()
elseif(MSVC)
  target_compile_options(knead_warnings INTERFACE /W4 $<$<BOOL:${KNEAD_WERROR}>:/WX>)
endif()
