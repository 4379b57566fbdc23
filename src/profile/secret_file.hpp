// A secret of the player in a file that nobody else may read. Written once and never over.
#pragma once

#include <functional>
#include <string>

#include "core/result.hpp"

namespace knead::profile {

// What the file holds; where there is none, what `make` gives is written first, with mode 0600. Of two programs that do
// so at once, both get what one of them made. Error: it cannot be read or written.
[[nodiscard]] Result<std::string> secretIn(const std::string& path, const std::function<std::string()>& make);
// Writes a file that is not there yet, mode 0600. Error: it is there, or cannot be written.
[[nodiscard]] Result<std::size_t> writeSecret(const std::string& path, const std::string& secret);

}  // namespace knead::profile
