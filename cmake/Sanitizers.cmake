# KNEAD_SANITIZE=address,undefined compiles and links everything with these sanitizers.
# KNEAD_FUZZ adds libFuzzer's coverage to every library; only the fuzz targets link its main().
if(KNEAD_SANITIZE)
  add_compile_options(-fsanitize=${KNEAD_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${KNEAD_SANITIZE})
endif()
if(KNEAD_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "KNEAD_FUZZ needs clang: configure with -DCMAKE_CXX_COMPILER=clang++")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
