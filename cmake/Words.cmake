# The catalogues of po/: one .mo a language under <build>/locale, and a pseudo-locale made of English itself that shows
# untranslated and clipped words. Without gettext's tools the game speaks English.
find_program(KNEAD_MSGFMT msgfmt)
set(KNEAD_LOCALE_DIR ${PROJECT_BINARY_DIR}/locale)

function(knead_words)
  if(NOT KNEAD_MSGFMT)
    message(STATUS "msgfmt was not found (Debian: gettext): the game will speak English only")
    return()
  endif()
  set(outputs)
  file(GLOB catalogues CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/po/*.po)
  foreach(po IN LISTS catalogues)
    get_filename_component(language ${po} NAME_WE)
    set(folder ${KNEAD_LOCALE_DIR}/${language}/LC_MESSAGES)
    add_custom_command(OUTPUT ${folder}/knead.mo
      COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
      COMMAND ${KNEAD_MSGFMT} --check -o ${folder}/knead.mo ${po}
      DEPENDS ${po} VERBATIM)
    list(APPEND outputs ${folder}/knead.mo)
    install(FILES ${folder}/knead.mo DESTINATION ${CMAKE_INSTALL_LOCALEDIR}/${language}/LC_MESSAGES COMPONENT data)
  endforeach()
  set(folder ${KNEAD_LOCALE_DIR}/en_XA/LC_MESSAGES)
  add_custom_command(OUTPUT ${folder}/knead.mo
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
    COMMAND ${PROJECT_SOURCE_DIR}/scripts/pseudo-locale ${PROJECT_SOURCE_DIR}/po/knead.pot > ${folder}/knead.po
    COMMAND ${KNEAD_MSGFMT} -o ${folder}/knead.mo ${folder}/knead.po
    DEPENDS ${PROJECT_SOURCE_DIR}/po/knead.pot ${PROJECT_SOURCE_DIR}/scripts/pseudo-locale VERBATIM)
  list(APPEND outputs ${folder}/knead.mo)
  add_custom_target(knead_words ALL DEPENDS ${outputs})
endfunction()
