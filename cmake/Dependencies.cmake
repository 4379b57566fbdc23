# Every library that is not ours, found once. docs/dependencies.md says why each is here.
find_package(nlohmann_json 3.9 REQUIRED)
find_package(CLI11 2.1 REQUIRED)

if(KNEAD_BUILD_BOARDS)
  # Keys, signatures and hashes of boards; recordings packed. Neither brings CMake files.
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
  add_library(knead_sodium ALIAS PkgConfig::SODIUM)
  pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
  add_library(knead_zstd ALIAS PkgConfig::ZSTD)
  # The game's side of boards: requests over http and https.
  pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)
  add_library(knead_curl ALIAS PkgConfig::CURL)

  # The player's store, and the server's in a file. SQLiteCpp brings its CMake files, the library under it pkg-config's.
  find_package(SQLiteCpp 3.2 REQUIRED)
  pkg_check_modules(SQLITE3 REQUIRED IMPORTED_TARGET sqlite3>=3.37)
  add_library(knead_sqlite INTERFACE)
  target_link_libraries(knead_sqlite INTERFACE SQLiteCpp PkgConfig::SQLITE3)
endif()

if(KNEAD_BUILD_SERVER)
  find_package(Threads REQUIRED)
  # The server's store for many.
  pkg_check_modules(LIBPQ IMPORTED_TARGET libpq)
  # Names of players: normal forms and look-alikes.
  pkg_check_modules(ICU IMPORTED_TARGET icu-uc icu-i18n)
  # Sockets and HTTP: headers alone.
  find_package(Boost 1.74 QUIET)
  if(NOT LIBPQ_FOUND OR NOT ICU_FOUND OR NOT Boost_FOUND)
    message(FATAL_ERROR "libpq, ICU or Boost was not found. Install them (Debian: libpq-dev libicu-dev libboost-dev), or "
      "build without the server: -DKNEAD_BUILD_SERVER=OFF")
  endif()
  add_library(knead_postgres ALIAS PkgConfig::LIBPQ)
  add_library(knead_icu ALIAS PkgConfig::ICU)
endif()

# SFML 2 and 3 name their CMake components differently; knead_sfml hides that.
if(KNEAD_BUILD_APP)
  add_library(knead_sfml INTERFACE)
  find_package(SFML 2.5 QUIET COMPONENTS graphics audio window system)
  if(SFML_FOUND)
    target_link_libraries(knead_sfml INTERFACE sfml-graphics sfml-audio sfml-window sfml-system)
    set(KNEAD_SFML_MAJOR 2)
  else()
    unset(SFML_DIR CACHE)
    find_package(SFML 3 QUIET COMPONENTS Graphics Audio Window System)
    if(NOT SFML_FOUND)
      message(FATAL_ERROR
        "SFML was not found. Install it (Debian: libsfml-dev), or build without the game: -DKNEAD_BUILD_APP=OFF")
    endif()
    target_link_libraries(knead_sfml INTERFACE SFML::Graphics SFML::Audio SFML::Window SFML::System)
    set(KNEAD_SFML_MAJOR 3)
  endif()
  string(REGEX MATCH "^[0-9]+\\.[0-9]+" KNEAD_SFML_SERIES "${SFML_VERSION}")
  target_compile_definitions(knead_sfml INTERFACE KNEAD_SFML_MAJOR=${KNEAD_SFML_MAJOR})
endif()

# The physical body of the picture; the log.
if(KNEAD_BUILD_APP)
  find_package(box2d 2.4 REQUIRED)
  find_package(spdlog 1.10 REQUIRED)
  # The desktop's voice; without it narration is silent.
  add_library(knead_speech INTERFACE)
  find_path(KNEAD_SPEECHD_INCLUDE libspeechd.h PATH_SUFFIXES speech-dispatcher)
  find_library(KNEAD_SPEECHD_LIBRARY speechd)
  if(KNEAD_SPEECHD_INCLUDE AND KNEAD_SPEECHD_LIBRARY)
    target_include_directories(knead_speech SYSTEM INTERFACE ${KNEAD_SPEECHD_INCLUDE})
    target_link_libraries(knead_speech INTERFACE ${KNEAD_SPEECHD_LIBRARY})
    target_compile_definitions(knead_speech INTERFACE KNEAD_HAVE_SPEECHD=1)
  else()
    message(STATUS "libspeechd was not found (Debian: libspeechd-dev): the game has no voice")
  endif()
endif()

if(KNEAD_BUILD_TESTS)
  find_package(Catch2 REQUIRED)
  string(REGEX MATCH "^[0-9]+" KNEAD_CATCH2_MAJOR "${Catch2_VERSION}")
  # knead_catch gives a test program its framework and its main().
  add_library(knead_catch INTERFACE)
  target_compile_definitions(knead_catch INTERFACE KNEAD_CATCH2_MAJOR=${KNEAD_CATCH2_MAJOR})
  if(KNEAD_CATCH2_MAJOR GREATER_EQUAL 3)
    target_link_libraries(knead_catch INTERFACE Catch2::Catch2WithMain)
  else()
    add_library(knead_catch_main STATIC ${PROJECT_SOURCE_DIR}/tests/support/catch_main.cpp)
    target_link_libraries(knead_catch_main PUBLIC Catch2::Catch2)
    target_compile_options(knead_catch_main PRIVATE $<$<CONFIG:Release>:-O0>)
    target_link_libraries(knead_catch INTERFACE knead_catch_main)
  endif()

  # Measures loudness and true peak; brings no CMake package and no variables but pkg-config's.
  pkg_check_modules(EBUR128 REQUIRED IMPORTED_TARGET libebur128)
  add_library(knead_ebur128 ALIAS PkgConfig::EBUR128)

  find_package(rapidcheck QUIET)
  find_package(benchmark QUIET)
endif()
