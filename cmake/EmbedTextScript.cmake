# Run by knead_embed: writes HEADER and SOURCE from the text of INPUT (nothing, if INPUT is not there).
set(pieces "")
if(EXISTS ${INPUT})
  file(READ ${INPUT} hex HEX)
  string(LENGTH "${hex}" total)
  set(at 0)
  # Hexadecimal digits carry brackets, semicolons and backslashes unharmed through CMake's lists.
  while(at LESS total)
    string(SUBSTRING "${hex}" ${at} 120 piece)
    string(REGEX REPLACE "(..)" "\\\\x\\1" piece "${piece}")
    string(APPEND pieces "\n    \"${piece}\"")
    math(EXPR at "${at} + 120")
  endwhile()
  math(EXPR bytes "${total} / 2")
else()
  set(pieces " \"\"")
  set(bytes 0)
endif()
file(WRITE ${HEADER}
"// Generated from ${NAME}. Do not edit.
#pragma once

#include <string_view>

namespace ${NAMESPACE} {
extern const std::string_view ${SYMBOL};
}
")
file(WRITE ${SOURCE}
"// Generated from ${NAME}. Do not edit.
#include \"${INCLUDE}\"

namespace ${NAMESPACE} {
constexpr char ${SYMBOL}Text[] =${pieces};
constexpr std::string_view ${SYMBOL}(${SYMBOL}Text, ${bytes});
}
")
