// One JSON document of the player: written whole or not at all, with the version before it as a backup. A file that
// cannot be read is set aside under another name and told of once; nothing of it is ever overwritten.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/result.hpp"

namespace knead::profile {

struct Kept {
  nlohmann::json document = nlohmann::json::object();
  // What the player should be told: a set-aside file, a backup that was used. Empty when all is well.
  std::string notice;
};

class KeptFile {
 public:
  // `schema`: the number that this program writes; `limit`: largest file, bytes.
  KeptFile(std::string path, int schema, std::size_t limit = 1U << 20U)
      : m_path(std::move(path)), m_schema(schema), m_limit(limit) {}

  // The document, from the file or else from its backup; empty when there is neither. A file of a newer schema is
  // set aside too, because writing it back would lose what this program does not know.
  [[nodiscard]] Kept load() const;
  // Writes {"schema": .., ...document}. Error: disk full, not writable; the old file is then still there.
  [[nodiscard]] Result<std::size_t> save(nlohmann::json document) const;
  [[nodiscard]] const std::string& path() const { return m_path; }

 private:
  std::string m_path;
  int m_schema;
  std::size_t m_limit;
};

}  // namespace knead::profile
