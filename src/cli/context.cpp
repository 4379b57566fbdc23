// Finding the data, writing output, telling failures.
#include "cli/context.hpp"

#include <cmath>

#include "core/hash.hpp"
#include "level/catalogue.hpp"

namespace knead::cli {

Result<std::string> Context::levelsDir() const {
  std::vector<std::string> places;
#ifdef KNEAD_INSTALL_DATA_DIR
  places.emplace_back(KNEAD_INSTALL_DATA_DIR);
#endif
#ifdef KNEAD_SOURCE_DATA_DIR
  places.emplace_back(KNEAD_SOURCE_DATA_DIR);
#endif
  const auto found = level::findDataDir(dataDir, places);
  if (!found) return found.error();
  return found.value() + "/levels";
}

void Context::print(std::string_view text) const { std::fwrite(text.data(), 1, text.size(), out); }
void Context::note(std::string_view text) const { std::fwrite(text.data(), 1, text.size(), err); }

void Context::printJson(const Json& document) const {
  print(document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

int Context::fail(const Error& error, Exit code) const {
  note("knead-cli: " + error.text() + "\n");
  if (json) printJson({{"error", errorJson(error)}});
  return code;
}

Json errorJson(const Error& error) { return {{"file", error.file}, {"place", error.place}, {"what", error.what}}; }

Result<std::vector<level::Level>> levelsNamed(const std::vector<std::string>& idsOrPaths,
                                              const std::string& levelsDir) {
  std::vector<level::Level> levels;
  if (idsOrPaths.empty()) {
    level::Catalogue catalogue = level::readCatalogue(levelsDir);
    for (const Error& error : catalogue.errors) return error;
    for (level::LevelEntry& entry : catalogue.levels) levels.push_back(std::move(entry.level));
    if (levels.empty()) return Error{levelsDir, "", "holds no level"};
  }
  for (const std::string& one : idsOrPaths) {
    Result<level::Level> level = level::findLevel(one, levelsDir);
    if (!level) return level.error();
    levels.push_back(std::move(level).value());
  }
  return levels;
}

Progress::Progress(const Context& context, std::string what, std::size_t total)
    : m_context(context),
      m_what(std::move(what)),
      m_total(total),
      m_last(std::chrono::steady_clock::now() + std::chrono::seconds(1)) {}

void Progress::done(std::size_t count) {
  const auto now = std::chrono::steady_clock::now();
  if (now - m_last < std::chrono::seconds(1)) return;
  m_last = now;
  m_context.note(m_what + ": " + std::to_string(count) + " of " + std::to_string(m_total) + "\n");
}

Json rounded(double value) {
  if (!std::isfinite(value)) return nullptr;
  const double scaled = std::round(value * 1e4) / 1e4;
  return scaled == 0.0 ? 0.0 : scaled;  // no "-0.0"
}

std::string hexText(std::uint64_t value) { return hexOf(value).text; }

}  // namespace knead::cli
