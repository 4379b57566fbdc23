// What makes a board this board: its id, which submissions are signed for, and the key that start tokens are sealed
// with. Both are drawn once and kept in the store, so that all servers of one store are one board.
#pragma once

#include "board/token.hpp"
#include "server/store/store.hpp"

namespace knead::server {

struct Secrets {
  board::ServerId id{};
  board::SealKey seal{};
};

// Draws them where the store has none.
[[nodiscard]] Result<Secrets> readSecrets(Store& store);

}  // namespace knead::server
