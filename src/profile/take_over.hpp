// A player's store, with what an earlier version of the game kept as files: progress.json, learning.json, diary.json
// and replays/*.knead are read into it once. The files stay where they are and are not read again.
#pragma once

#include <string>

#include "profile/store.hpp"

namespace knead::profile {

inline constexpr const char* kStoreFile = "profile.db";

// The store in this folder; empty: in memory. Where even what was there before cannot be taken over, because nothing
// can be written, it is taken into memory. `notice`: what the player should be told.
[[nodiscard]] Store openPlayersStore(const std::string& folder, std::string& notice);

}  // namespace knead::profile
