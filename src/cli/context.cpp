// Finding the data, writing output, telling failures.
#include "cli/context.hpp"

#include <cmath>
#include <filesystem>
#include <system_error>

#include "core/hash.hpp"

namespace knead::cli {
namespace {

namespace fs = std::filesystem;

bool holdsLevels(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "levels", ignored);
}

}  // namespace

Result<std::string> Context::levelsDir() const {
  if (!dataDir.empty()) {
    if (holdsLevels(dataDir)) return (fs::path(dataDir) / "levels").string();
    return Error{dataDir, "", "holds no folder \"levels\"; name the folder above it with --data-dir"};
  }
  std::error_code problem;
  const fs::path program = fs::read_symlink("/proc/self/exe", problem);
  if (!problem) {
    const fs::path beside = program.parent_path().parent_path() / "share" / "knead";
    if (holdsLevels(beside)) return (beside / "levels").string();
  }
#ifdef KNEAD_INSTALL_DATA_DIR
  if (holdsLevels(KNEAD_INSTALL_DATA_DIR)) return std::string(KNEAD_INSTALL_DATA_DIR "/levels");
#endif
#ifdef KNEAD_SOURCE_DATA_DIR
  if (holdsLevels(KNEAD_SOURCE_DATA_DIR)) return std::string(KNEAD_SOURCE_DATA_DIR "/levels");
#endif
  return Error{"", "", "the levels are not beside this program; name their folder with --data-dir"};
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
