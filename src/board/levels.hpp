// The levels that boards are kept for: the campaign's, those of packs that whoever runs a server has added, and today's
// back of any day, which is made when somebody asks. May be asked from several threads at once.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "daily/daily.hpp"
#include "level/catalogue.hpp"

namespace knead::board {

class Levels {
 public:
  struct Found {
    std::shared_ptr<const level::Level> level;
    std::optional<int> day;  // of today's back
  };

  // `dataDir` holds levels/ and assets/; `packs` (may be empty) folders of further levels. Error: the first file that
  // is not right, because a server must not quietly know fewer levels than its players.
  [[nodiscard]] static Result<std::unique_ptr<Levels>> read(const std::string& dataDir, const std::string& packs);

  // The level of this id with this content; nothing if it is unknown or another version.
  [[nodiscard]] std::optional<Found> find(const std::string& id, std::uint64_t hash) const;
  // Whichever level has this content; today's backs only of days that were asked for before.
  [[nodiscard]] std::optional<Found> byHash(std::uint64_t hash) const;
  [[nodiscard]] Result<std::shared_ptr<const level::Level>> ofDay(int day) const;
  // The level file of this content, of today's back where a day is given; nothing if it is unknown.
  [[nodiscard]] std::optional<std::string> textOf(std::uint64_t hash, std::optional<int> day) const;
  // In order: the campaign, then packs.
  [[nodiscard]] const std::vector<std::shared_ptr<const level::Level>>& all() const { return m_levels; }

 private:
  Levels() = default;
  static constexpr std::size_t kDaysKept = 64;

  std::vector<std::shared_ptr<const level::Level>> m_levels;
  std::vector<std::string> m_files;  // of each
  daily::Material m_material;
  mutable std::mutex m_mutex;
  mutable std::list<std::pair<int, std::shared_ptr<const level::Level>>> m_days;  // last asked for first
};

}  // namespace knead::board
