// Where the rows of a board stand, own and others' alike. Reference pixels.
#pragma once

namespace knead::app {

inline constexpr float kListTop = 186, kListEnd = 606, kRowPitch = 46, kRowHeight = 42;

}  // namespace knead::app
