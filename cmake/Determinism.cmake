# The simulation must give the same bits with every compiler, at every optimisation level, on every processor.
# docs/determinism.md says why each flag is here.

# Stops a configuration whose flags would let the compiler change results.
function(knead_refuse_unsafe_flags)
  set(allFlags "${CMAKE_CXX_FLAGS}")
  if(CMAKE_BUILD_TYPE)
    string(TOUPPER "${CMAKE_BUILD_TYPE}" config)
    string(APPEND allFlags " ${CMAKE_CXX_FLAGS_${config}}")
  endif()
  get_directory_property(directoryOptions COMPILE_OPTIONS)
  string(APPEND allFlags " ${directoryOptions}")
  foreach(bad IN ITEMS -march= -mcpu= -mfma -mavx -ffast-math -Ofast -funsafe-math-optimizations -fassociative-math
          -freciprocal-math -ffinite-math-only -ffp-contract=fast -ffp-contract=on -ffp-model -mfpmath=387 /fp:fast)
    string(FIND "${allFlags}" "${bad}" at)
    if(NOT at EQUAL -1)
      message(FATAL_ERROR
        "The flag ${bad} lets the compiler change the results of the simulation: replays would not verify. "
        "Remove it from CMAKE_CXX_FLAGS (or from the environment variable CXXFLAGS) and use an empty build folder.")
    endif()
  endforeach()
endfunction()

add_library(knead_determinism INTERFACE)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  # Contraction off: a*b+c stays two roundings. The other two only allow branches to become selects and sqrt to
  # be one instruction; no value changes.
  target_compile_options(knead_determinism INTERFACE
    -fno-fast-math -ffp-contract=off -fno-math-errno -fno-trapping-math)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(i.86|x86)$" AND NOT EMSCRIPTEN)  # emscripten calls its machine x86
    # The x87 unit keeps 80 bits between operations.
    target_compile_options(knead_determinism INTERFACE -msse2 -mfpmath=sse)
  endif()
elseif(MSVC)
  target_compile_options(knead_determinism INTERFACE /fp:precise)
endif()
