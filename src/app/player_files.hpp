// The files of a player that more than one part of Player knows.
#pragma once

#include <string>

#include "profile/dirs.hpp"
#include "profile/kept_file.hpp"
#include "profile/settings.hpp"
#include "profile/take_over.hpp"

namespace knead::app {

inline profile::KeptFile settingsFile(const profile::Dirs& dirs) {
  return {dirs.config + "/settings.json", profile::Settings::kSchema};
}

// Of somebody of whom nothing is kept.
inline profile::Store storeInMemory() {
  std::string nothing;
  return profile::openPlayersStore("", nothing);
}

}  // namespace knead::app
