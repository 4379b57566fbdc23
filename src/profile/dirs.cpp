#include "profile/dirs.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace knead::profile {
namespace {

// Makes a folder and those above it; 0 or the reason.
int makeFolder(const std::string& path) {
  for (std::size_t at = 1; at <= path.size(); ++at) {
    if (at != path.size() && path[at] != '/') continue;
    const std::string part = path.substr(0, at);
    if (::mkdir(part.c_str(), 0700) != 0 && errno != EEXIST) {
      // A folder above that may not be written to is no error as long as it is there.
      struct stat info {};
      const int reason = errno;
      if (::stat(part.c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) return reason;
    }
  }
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return errno;
  return S_ISDIR(info.st_mode) ? 0 : ENOTDIR;
}

}  // namespace

Environment systemEnvironment() {
  return [](const char* name) -> std::optional<std::string> {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return std::string(value);
  };
}

Result<Dirs> playersDirs(const Environment& environment) {
  const std::optional<std::string> home = environment("HOME");
  bool homeless = false;
  const auto folder = [&](const char* variable, const char* usual) -> std::string {
    if (const auto given = environment(variable); given && given->front() == '/') return *given + "/knead";
    if (home && home->front() == '/') return *home + usual;
    homeless = true;
    return {};
  };
  Dirs dirs;
  dirs.config = folder("XDG_CONFIG_HOME", "/.config/knead");
  dirs.data = folder("XDG_DATA_HOME", "/.local/share/knead");
  dirs.state = folder("XDG_STATE_HOME", "/.local/state/knead");
  if (homeless) return Error{"", "", "no home folder: set HOME, or start with --portable FOLDER"};
  return dirs;
}

Dirs portableDirs(const std::string& folder) { return {folder, folder, folder}; }

Result<Dirs> makeDirs(const Dirs& dirs) {
  for (const std::string& path : {dirs.config, dirs.data, dirs.state}) {
    const int reason = makeFolder(path);
    if (reason != 0) {
      return Error{path, "",
                   std::string("cannot be made: ") + std::strerror(reason) +
                       "; make it writable, or start with --portable FOLDER"};
    }
  }
  return dirs;
}

}  // namespace knead::profile
