// Marks a sentence for the translators where it is written, without translating it there: judged rooms speak in
// fixed English, and who shows it looks it up.
#pragma once

namespace knead {

// NOLINTNEXTLINE: the name that translators' tools know
constexpr const char* N_(const char* text) { return text; }

}  // namespace knead
