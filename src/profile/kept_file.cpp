#include "profile/kept_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "core/file.hpp"
#include "level/level_json.hpp"
#include "profile/aside.hpp"

namespace knead::profile {
using nlohmann::json;

Kept KeptFile::load() const {
  Kept kept;
  const std::string backup = m_path + ".bak";
  std::string trouble;
  for (const std::string& path : {m_path, backup}) {
    if (!isThere(path)) continue;
    const Result<std::string> text = readWholeFile(path, m_limit);
    std::string why;
    json document;
    if (!text) {
      why = text.error().what;
    } else if (document = level::parseDocument(text.value()); !document.is_object()) {
      why = "is not a whole JSON document";
    } else if (!document.contains("schema") || !document["schema"].is_number_integer()) {
      why = "has no schema number";
    } else if (document["schema"].get<std::int64_t>() > m_schema) {
      why = "was written by a newer version of the game";
    }
    if (why.empty()) {
      kept.document = std::move(document);
      if (!trouble.empty()) trouble += " The version before it is used.";
      kept.notice = trouble;
      return kept;
    }
    const std::string aside = asideName(path);
    const bool moved = std::rename(path.c_str(), aside.c_str()) == 0;
    if (!trouble.empty()) trouble += " ";
    trouble += path + ": " + why + "; " +
               (moved ? "it was set aside as " + aside + "."
                      : std::string("it could not be set aside: ") + std::strerror(errno) + ".");
  }
  if (!trouble.empty()) trouble += " A new one is begun.";
  kept.notice = trouble;
  return kept;
}

Result<std::size_t> KeptFile::save(json document) const {
  document["schema"] = m_schema;
  const std::string text = document.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  // The backup is a second name of the file that is about to be replaced.
  const std::string backup = m_path + ".bak";
  if (isThere(m_path)) {
    const std::string fresh = backup + ".new";
    ::unlink(fresh.c_str());
    if (::link(m_path.c_str(), fresh.c_str()) == 0) std::rename(fresh.c_str(), backup.c_str());
  }
  return writeWholeFileSafely(m_path, {bytes, text.size()});
}

}  // namespace knead::profile
