// Folders and names of screenshots; see the header.
#include "app/screenshots.hpp"

#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace knead::app {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

}  // namespace

std::string screenshotFolder(const Options& options) {
  if (!options.shots.empty()) return options.shots;
  const std::string pictures = variable("XDG_PICTURES_DIR"), home = variable("HOME"), data = variable("XDG_DATA_HOME");
  std::error_code ignored;
  if (!pictures.empty()) return pictures + "/Knead";
  if (!home.empty() && std::filesystem::is_directory(home + "/Pictures", ignored)) return home + "/Pictures/Knead";
  if (!data.empty()) return data + "/knead/screenshots";
  return home.empty() ? "." : home + "/.local/share/knead/screenshots";
}

std::string shownFolder(const std::string& folder) {
  const std::string home = variable("HOME");
  return home.size() > 1 && folder.rfind(home + "/", 0) == 0 ? "~" + folder.substr(home.size()) : folder;
}

std::string freeScreenshot(const std::string& folder) {
  std::error_code bad;
  std::filesystem::create_directories(folder, bad);
  if (bad) return {};
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  if (localtime_r(&now, &parts) == nullptr) return {};
  char stamp[32];
  if (std::strftime(stamp, sizeof stamp, "%Y%m%d-%H%M%S", &parts) == 0) return {};
  for (int n = 1; n < 1000; ++n) {
    std::string name = folder + "/knead-" + stamp + (n == 1 ? "" : "-" + std::to_string(n)) + ".png";
    if (!std::filesystem::exists(name, bad)) return name;
  }
  return {};
}

}  // namespace knead::app
