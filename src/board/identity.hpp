// Who submits: an Ed25519 key pair, made on the player's own machine. There is no password and no address to leak or to
// forget; whoever has the key is the player, and moving to another machine means taking the key along as a text.
#pragma once

#include <string>
#include <string_view>

#include "board/bytes.hpp"
#include "core/result.hpp"

namespace knead::board {

class Identity {
 public:
  // A new one from the system's random numbers.
  [[nodiscard]] static Identity make();
  // From the 32 bytes that everything else follows from.
  [[nodiscard]] static Identity fromSeed(const Hash256& seed);

  [[nodiscard]] const PublicKey& key() const { return m_key; }
  // `purpose` names what is signed, so that a signature made for one thing never passes for another.
  [[nodiscard]] Signature sign(std::string_view purpose, std::span<const std::uint8_t> bytes) const;
  // The secret as text to keep or to type: "knead-key-1" and 18 groups of four hexadecimal digits, the last two of
  // which are a check sum. Whoever has it can play as this player.
  [[nodiscard]] std::string exportText() const;
  // White space, dashes and capitals do not matter. Error: what is wrong with it, and what it should look like.
  [[nodiscard]] static Result<Identity> importText(std::string_view text);

 private:
  Identity() = default;
  Hash256 m_seed{};
  PublicKey m_key{};
  std::array<std::uint8_t, 64> m_secret{};
};

[[nodiscard]] bool verifies(const PublicKey& key, std::string_view purpose, std::span<const std::uint8_t> bytes,
                            const Signature& signature);

// The first bytes of a key, to tell players of like names apart: "a1b2c3".
[[nodiscard]] std::string shortOf(const PublicKey& key);

}  // namespace knead::board
