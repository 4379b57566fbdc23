#include "server/secrets.hpp"

#include <sodium.h>

namespace knead::server {
namespace {

template <std::size_t N>
Result<std::array<std::uint8_t, N>> drawnOnce(Store& store, const std::string& key) {
  std::array<std::uint8_t, N> fresh{};
  randombytes_buf(fresh.data(), fresh.size());
  const Result<std::string> kept = store.metaOnce(key, board::hexOf(fresh));
  if (!kept) return kept.error();
  const auto read = board::fromHex<N>(kept.value());
  if (!read) return Error{store.describe(), "meta " + key, "is damaged; restore a backup"};
  return *read;
}

}  // namespace

Result<Secrets> readSecrets(Store& store) {
  auto id = drawnOnce<16>(store, "server_id");
  if (!id) return id.error();
  auto seal = drawnOnce<32>(store, "seal_key");
  if (!seal) return seal.error();
  return Secrets{id.value(), seal.value()};
}

}  // namespace knead::server
