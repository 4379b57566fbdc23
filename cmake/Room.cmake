# Where the time of a frame or of a verification goes: -O3. The other rooms compile quicker with less, which matters to
# who builds the game, and hardly to who plays it; packages are built once for many.
set(KNEAD_HOT_ROOMS core sim replay hands bots sound app)
if(KNEAD_PACKAGE)
  set(KNEAD_COLD_ROOMS_FLAG -O2)
else()
  set(KNEAD_COLD_ROOMS_FLAG -O1)
endif()

# knead_room(<name> [DEPENDS rooms...] [LIBRARIES targets...] [PRIVATE_LIBRARIES targets...] [WITHOUT files...])
# The static library knead_<name> of every .cpp under src/<name>, but those of WITHOUT. Include root: src/.
function(knead_room name)
  cmake_parse_arguments(arg "" "" "DEPENDS;LIBRARIES;PRIVATE_LIBRARIES;WITHOUT" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  foreach(file IN LISTS arg_WITHOUT)
    list(REMOVE_ITEM sources ${PROJECT_SOURCE_DIR}/src/${name}/${file})
  endforeach()
  if(NOT sources)
    # A room of headers only: something for the archiver to hold.
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/${name}_empty.cpp
      CONTENT "namespace knead { extern const int k_@name@_empty; const int k_@name@_empty = 0; }\n" @ONLY)
    set(sources ${PROJECT_BINARY_DIR}/generated/${name}_empty.cpp)
  endif()
  add_library(knead_${name} STATIC ${sources})
  target_include_directories(knead_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  if(NOT name IN_LIST KNEAD_HOT_ROOMS AND CMAKE_CXX_FLAGS_RELEASE MATCHES "-O3")
    target_compile_options(knead_${name} PRIVATE $<$<CONFIG:Release>:${KNEAD_COLD_ROOMS_FLAG}>)
  endif()
  # The flags go to whoever includes these headers too: much of the arithmetic is inline.
  target_link_libraries(knead_${name} PUBLIC knead_determinism ${arg_LIBRARIES} PRIVATE knead_warnings ${arg_PRIVATE_LIBRARIES})
  foreach(room IN LISTS arg_DEPENDS)
    target_link_libraries(knead_${name} PUBLIC knead_${room})
  endforeach()
endfunction()

# knead_program(<room> <program> [DEPENDS rooms...] [LIBRARIES targets...] [WITHOUT files...])
# The program <program> from src/<room>: main.cpp alone, everything else in the library knead_<room>.
function(knead_program name program)
  cmake_parse_arguments(arg "" "" "DEPENDS;LIBRARIES;WITHOUT" ${ARGN})
  knead_room(${name} DEPENDS ${arg_DEPENDS} WITHOUT ${arg_WITHOUT})
  target_link_libraries(knead_${name} PUBLIC ${arg_LIBRARIES})
  # Where the program looks for data: where it will be installed, then beside its sources.
  set(installed ${CMAKE_INSTALL_FULL_DATADIR}/knead)
  set(beside ${PROJECT_SOURCE_DIR})
  set(locales ${KNEAD_LOCALE_DIR})
  if(KNEAD_PACKAGE)
    set(beside ${installed})
    set(locales ${CMAKE_INSTALL_FULL_LOCALEDIR})
  endif()
  target_compile_definitions(knead_${name} PUBLIC
    KNEAD_INSTALL_DATA_DIR="${installed}"
    KNEAD_SOURCE_DATA_DIR="${beside}"
    KNEAD_LOCALE_DIR="${locales}"
    KNEAD_VERSION="${PROJECT_VERSION}")
  set(main ${PROJECT_SOURCE_DIR}/src/${name}/main.cpp)
  file(GLOB mains CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/main.cpp)
  if(NOT mains)
    message(WARNING "src/${name}/main.cpp is not there: ${program} is not built")
    return()
  endif()
  get_target_property(sources knead_${name} SOURCES)
  list(REMOVE_ITEM sources ${main})
  if(NOT sources)
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/${name}_empty.cpp
      CONTENT "namespace knead { extern const int k_@name@_empty; const int k_@name@_empty = 0; }\n" @ONLY)
    set(sources ${PROJECT_BINARY_DIR}/generated/${name}_empty.cpp)
  endif()
  set_target_properties(knead_${name} PROPERTIES SOURCES "${sources}")
  add_executable(${program} ${main})
  target_link_libraries(${program} PRIVATE knead_${name} knead_warnings)
  set_target_properties(${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
endfunction()
