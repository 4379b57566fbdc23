# knead_embed(<target> <file> <header> <namespace> <symbol>)
# Gives <target> a header <header> that declares `extern const std::string_view <symbol>` in <namespace>, holding
# the text of <file>. The text is cut into short literals because compilers limit the length of one.
set(KNEAD_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/EmbedTextScript.cmake)

function(knead_embed target file header namespace symbol)
  set(input ${PROJECT_SOURCE_DIR}/${file})
  set(root ${PROJECT_BINARY_DIR}/generated)
  string(REGEX REPLACE "\\.hpp$" ".cpp" source ${header})
  get_filename_component(folder ${file} DIRECTORY)
  get_filename_component(extension ${file} LAST_EXT)
  file(GLOB present CONFIGURE_DEPENDS ${folder}/*${extension})
  if(NOT input IN_LIST present)
    message(WARNING "${file} is not there: ${symbol} will be empty")
    set(dependency "")
  else()
    set(dependency ${input})
  endif()
  add_custom_command(
    OUTPUT ${root}/${header} ${root}/${source}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${input} -DHEADER=${root}/${header} -DSOURCE=${root}/${source}
            -DINCLUDE=${header} -DNAMESPACE=${namespace} -DSYMBOL=${symbol} -DNAME=${file} -P ${KNEAD_EMBED_SCRIPT}
    DEPENDS ${dependency} ${KNEAD_EMBED_SCRIPT}
    COMMENT "Embedding ${file}"
    VERBATIM)
  target_sources(${target} PRIVATE ${root}/${source} ${root}/${header})
  target_include_directories(${target} PUBLIC ${root})
endfunction()
