#include "board/levels.hpp"

#include <algorithm>

#include "core/file.hpp"

namespace knead::board {

Result<std::unique_ptr<Levels>> Levels::read(const std::string& dataDir, const std::string& packs) {
  std::unique_ptr<Levels> out(new Levels());
  level::Catalogue catalogue = level::readCatalogue(dataDir + "/levels");
  if (!packs.empty()) level::addOwnLevels(catalogue, packs);
  for (const Error& error : catalogue.errors) return error;
  if (catalogue.levels.empty()) return Error{dataDir + "/levels", "", "holds no level"};
  for (level::LevelEntry& entry : catalogue.levels) {
    out->m_files.push_back(entry.path);
    out->m_levels.push_back(std::make_shared<const level::Level>(std::move(entry.level)));
  }
  auto material = daily::readMaterial(dataDir + "/assets");
  if (!material) return material.error();
  out->m_material = std::move(material).value();
  return out;
}

std::optional<Levels::Found> Levels::find(const std::string& id, std::uint64_t hash) const {
  if (const auto day = daily::dayOfId(id)) {
    auto level = ofDay(*day);
    if (!level || level.value()->hash != hash) return std::nullopt;
    return Found{std::move(level).value(), day};
  }
  for (const auto& level : m_levels) {
    if (level->id == id && level->hash == hash) return Found{level, std::nullopt};
  }
  return std::nullopt;
}

std::optional<Levels::Found> Levels::byHash(std::uint64_t hash) const {
  for (const auto& level : m_levels) {
    if (level->hash == hash) return Found{level, std::nullopt};
  }
  const std::scoped_lock lock(m_mutex);
  for (const auto& [day, level] : m_days) {
    if (level->hash == hash) return Found{level, day};
  }
  return std::nullopt;
}

std::optional<std::string> Levels::textOf(std::uint64_t hash, std::optional<int> day) const {
  constexpr std::size_t kLargest = 1024U * 1024U;
  if (day) {
    const auto level = ofDay(*day);
    if (!level || level.value()->hash != hash) return std::nullopt;
    return daily::levelText(*day, m_material);
  }
  for (std::size_t i = 0; i < m_levels.size(); ++i) {
    if (m_levels[i]->hash != hash) continue;
    auto text = readWholeFile(m_files[i], kLargest);
    if (text) return std::move(text).value();
  }
  return std::nullopt;
}

Result<std::shared_ptr<const level::Level>> Levels::ofDay(int day) const {
  {
    const std::scoped_lock lock(m_mutex);
    const auto kept = std::find_if(m_days.begin(), m_days.end(), [day](const auto& one) { return one.first == day; });
    if (kept != m_days.end()) {
      m_days.splice(m_days.begin(), m_days, kept);
      return m_days.front().second;
    }
  }
  // Made without holding the lock: two who ask at once make the same.
  auto made = daily::levelOf(day, m_material);
  if (!made) return made.error();
  auto level = std::make_shared<const level::Level>(std::move(made).value());
  const std::scoped_lock lock(m_mutex);
  m_days.emplace_front(day, level);
  if (m_days.size() > kDaysKept) m_days.pop_back();
  return level;
}

}  // namespace knead::board
