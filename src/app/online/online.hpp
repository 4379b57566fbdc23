// All that the game has to do with a server of boards, in one place for the screens. Works on the side: nothing in it
// ever waits for the network, and without a server there is nothing to do.
#pragma once

#include "app/online/board_pages.hpp"
#include "app/online/connection.hpp"
#include "app/online/outgoing.hpp"
#include "app/online/rival.hpp"
#include "app/online/start_leave.hpp"

namespace knead::app {

struct Online {
  Online(Player& player, const level::Catalogue& levels, Connection::Connect connect, bool onTheSpot = false)
      : connection(player, std::move(connect), onTheSpot),
        outgoing(connection, player, levels),
        pages(connection, player),
        leave(connection),
        rival(connection, pages, player) {}
  // The game's own: over the network.
  Online(Player& player, const level::Catalogue& levels);

  // With every frame. True if something has changed that a screen may show.
  bool update();

  Connection connection;
  Outgoing outgoing;
  BoardPages pages;
  StartLeave leave;
  Rival rival;
};

}  // namespace knead::app
