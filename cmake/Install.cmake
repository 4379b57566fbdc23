# Where everything goes on a system, and the Debian packages that CPack makes of it: the game, what it reads, the server.
#   cmake --preset deb && cmake --build --preset deb && cpack --config build/deb/CPackConfig.cmake -B build/deb/packages

# Folders are written by their owner alone, also where the mask of whoever builds lets a group write.
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})

# Debian keeps games in a folder of their own, and manuals and change logs packed.
set(KNEAD_INSTALL_GAMEDIR ${CMAKE_INSTALL_BINDIR} CACHE STRING "Folder of the game's programs, under the prefix")
function(knead_packed file out)
  get_filename_component(name ${file} NAME)
  set(packed ${PROJECT_BINARY_DIR}/packed/${name}.gz)
  file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/packed)
  execute_process(COMMAND gzip -9nc ${PROJECT_SOURCE_DIR}/${file} OUTPUT_FILE ${packed} COMMAND_ERROR_IS_FATAL ANY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${file})
  set(${out} ${packed} PARENT_SCOPE)
endfunction()

# --- programs and what belongs to each --------------------------------------------------------------------
function(knead_install_program program component section folder)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${folder} COMPONENT ${component})
    set(manual packaging/man/${program}.${section})
    if(KNEAD_PACKAGE)
      knead_packed(${manual} manual)
    endif()
    install(FILES ${manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section}
      COMPONENT ${component})
  endif()
endfunction()
knead_install_program(knead game 6 ${KNEAD_INSTALL_GAMEDIR})
knead_install_program(knead-cli game 1 ${KNEAD_INSTALL_GAMEDIR})
knead_install_program(knead-server server 8 ${CMAKE_INSTALL_BINDIR})

# bash looks for a file of the command's own name.
function(knead_install_completion program component)
  install(FILES packaging/knead.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ${program}
    COMPONENT ${component})
endfunction()

# --- what is read ----------------------------------------------------------------------------------------
install(DIRECTORY levels DESTINATION ${CMAKE_INSTALL_DATADIR}/knead COMPONENT data FILES_MATCHING PATTERN "*.json")
install(DIRECTORY assets DESTINATION ${CMAKE_INSTALL_DATADIR}/knead COMPONENT data)
file(GLOB documents CONFIGURE_DEPENDS docs/*.md)
install(FILES ${documents} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/knead-data COMPONENT data)
install(DIRECTORY docs/examples DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/knead-data COMPONENT data)
# The simulation for a run's page, if scripts/build-web has made it.
install(FILES ${PROJECT_SOURCE_DIR}/build/web/knead.wasm DESTINATION ${CMAKE_INSTALL_DATADIR}/knead/assets/web
  COMPONENT data OPTIONAL)

# --- the desktop -----------------------------------------------------------------------------------------
if(TARGET knead)
  knead_install_completion(knead game)
  knead_install_completion(knead-cli game)
  install(FILES packaging/desktop/knead.desktop packaging/desktop/knead-replay.desktop
    DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT game)
  install(FILES packaging/desktop/knead.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT game)
  install(FILES packaging/desktop/knead.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages COMPONENT game)
  foreach(size IN ITEMS 16 32 48 64 128 256)
    install(FILES assets/icon/knead-${size}.png DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps
      RENAME knead.png COMPONENT game)
  endforeach()
  install(FILES assets/icon/knead.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT game)
endif()

# --- the server ------------------------------------------------------------------------------------------
if(TARGET knead-server)
  knead_install_completion(knead-server server)
  # The unit names /usr/bin; a server somewhere else is started by whoever put it there.
  if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
    install(FILES packaging/systemd/knead-server.service DESTINATION lib/systemd/system COMPONENT server)
    install(FILES packaging/systemd/knead.sysusers DESTINATION lib/sysusers.d RENAME knead.conf COMPONENT server)
    install(FILES packaging/debian/knead-server.default DESTINATION /etc/default RENAME knead-server COMPONENT server)
  endif()
endif()

# --- Debian ----------------------------------------------------------------------------------------------
if(KNEAD_PACKAGE)
  knead_packed(packaging/debian/changelog changelog)
endif()
set(components game data server)
set(packages knead knead-data knead-server)
foreach(component package IN ZIP_LISTS components packages)
  install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} RENAME copyright COMPONENT ${component})
  if(KNEAD_PACKAGE)
    install(FILES ${changelog} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} RENAME changelog.gz
      COMPONENT ${component})
  endif()
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME knead)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "calm game about releasing tension along the spine")
set(CPACK_PACKAGE_CONTACT "The Knead authors <knead@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_COMPONENTS_ALL game data server)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION games)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_GAME_PACKAGE_NAME knead)
set(CPACK_DEBIAN_GAME_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_GAME_PACKAGE_DEPENDS "knead-data (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_GAME_PACKAGE_SUGGESTS "knead-server, speech-dispatcher")
set(CPACK_DEBIAN_GAME_DESCRIPTION "People come with sore backs. Look at what they show, say what you expect
 would help, and release the knots with strokes, pressure, warmth and time.
 Thirty levels, a new back every day, an atlas of which technique helps
 which pain, and boards that prove every score by playing it again.")
set(CPACK_DEBIAN_DATA_PACKAGE_NAME knead-data)
set(CPACK_DEBIAN_DATA_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_DATA_PACKAGE_DEPENDS "fonts-inter, fonts-ebgaramond")
set(CPACK_DEBIAN_DATA_DESCRIPTION "levels and data of the game Knead
 Levels, stories, words in other languages, and what the pages of the server
 of boards are made of.")
set(CPACK_DEBIAN_SERVER_PACKAGE_NAME knead-server)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SERVER_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "knead-data (= ${PROJECT_VERSION}), adduser | systemd")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
  "${PROJECT_SOURCE_DIR}/packaging/debian/postinst;${PROJECT_SOURCE_DIR}/packaging/debian/prerm;${PROJECT_SOURCE_DIR}/packaging/debian/conffiles")
set(CPACK_DEBIAN_SERVER_DESCRIPTION "boards for the game Knead that play every run again
 Takes recordings of sessions, plays each of them again and keeps only the
 score that comes out. Boards are kept in one file, or in a PostgreSQL
 database that several servers share. Has pages for people and answers for
 programs.")
include(CPack)
