# The simulation for browsers: the rooms that a replay needs, compiled by emscripten into one knead.wasm that brings no
# script of its own (assets/web/engine.js is its loader). Everything else of the project is left out.
#
#   scripts/build-web          or   cmake --preset web && ninja -C build/web
if(NOT EMSCRIPTEN)
  message(FATAL_ERROR "KNEAD_WEB needs emscripten (Debian: emscripten): cmake --preset web, or scripts/build-web")
endif()

# The headers of nlohmann/json, and nothing else of the folder they lie in: /usr/include holds another C library's.
find_path(KNEAD_JSON_INCLUDE nlohmann/json.hpp PATHS /usr/local/include /usr/include NO_CMAKE_FIND_ROOT_PATH)
if(NOT KNEAD_JSON_INCLUDE)
  message(FATAL_ERROR "nlohmann/json was not found (Debian: nlohmann-json3-dev)")
endif()
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/include)
file(CREATE_LINK ${KNEAD_JSON_INCLUDE}/nlohmann ${PROJECT_BINARY_DIR}/include/nlohmann SYMBOLIC)
add_library(knead_web_json INTERFACE)
target_include_directories(knead_web_json SYSTEM INTERFACE ${PROJECT_BINARY_DIR}/include)
add_library(nlohmann_json::nlohmann_json ALIAS knead_web_json)

# What libc++ 13 lacks. A library that has it is left as it is (see the files).
include_directories(BEFORE SYSTEM ${PROJECT_SOURCE_DIR}/src/web/stdlib)

knead_room(core)
knead_room(level DEPENDS core PRIVATE_LIBRARIES nlohmann_json::nlohmann_json)
knead_room(sim DEPENDS level)
knead_room(replay DEPENDS sim)
knead_room(web DEPENDS replay)
knead_embed(knead_level levels/schema/level.schema.json level/level_schema_text.hpp knead::level kLevelSchemaText)

file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/web_main.cpp CONTENT "#include \"web/api.h\"\n" @ONLY)
add_executable(knead_wasm ${PROJECT_BINARY_DIR}/generated/web_main.cpp)
target_link_libraries(knead_wasm PRIVATE -Wl,--whole-archive knead_web -Wl,--no-whole-archive)
set_target_properties(knead_wasm PROPERTIES OUTPUT_NAME knead SUFFIX .wasm)
# No main, no files, no script: memory that grows to at most 256 MiB. What is thrown ends the run (a trap), and
# nothing throws: whatever a stranger's level or recording may hold is a Result before it could be an exception
# (tests/web/hostile.mjs tries).
# The stack is what emscripten gave before 3.1.27; since then it gives 64 KiB, which a session overruns.
target_link_options(knead_wasm PRIVATE --no-entry -sSTANDALONE_WASM=1 -sTOTAL_STACK=5MB -sALLOW_MEMORY_GROWTH=1
  -sMAXIMUM_MEMORY=256MB -sFILESYSTEM=0 -sDISABLE_EXCEPTION_CATCHING=1)
