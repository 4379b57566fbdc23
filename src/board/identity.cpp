#include "board/identity.hpp"

#include <sodium.h>

#include <algorithm>
#include <cctype>

namespace knead::board {
namespace {

constexpr std::string_view kKeyWord = "knead-key-1";
constexpr std::size_t kCheckBytes = 4;

// What is really signed: the purpose, a nought, the bytes.
Bytes purposed(std::string_view purpose, std::span<const std::uint8_t> bytes) {
  Bytes all(purpose.begin(), purpose.end());
  all.push_back(0);
  all.insert(all.end(), bytes.begin(), bytes.end());
  return all;
}

Hash256 checkOf(const Hash256& seed) { return hash256(purposed(kKeyWord, seed)); }

}  // namespace

Identity Identity::make() {
  Hash256 seed{};
  randombytes_buf(seed.data(), seed.size());
  return fromSeed(seed);
}

Identity Identity::fromSeed(const Hash256& seed) {
  Identity out;
  out.m_seed = seed;
  crypto_sign_seed_keypair(out.m_key.data(), out.m_secret.data(), seed.data());
  return out;
}

Signature Identity::sign(std::string_view purpose, std::span<const std::uint8_t> bytes) const {
  const Bytes all = purposed(purpose, bytes);
  Signature out{};
  crypto_sign_detached(out.data(), nullptr, all.data(), all.size(), m_secret.data());
  return out;
}

bool verifies(const PublicKey& key, std::string_view purpose, std::span<const std::uint8_t> bytes,
              const Signature& signature) {
  const Bytes all = purposed(purpose, bytes);
  return crypto_sign_verify_detached(signature.data(), all.data(), all.size(), key.data()) == 0;
}

std::string Identity::exportText() const {
  const Hash256 check = checkOf(m_seed);
  const std::string digits = hexOf(m_seed) + hexOf(std::span(check).first(kCheckBytes));
  std::string out(kKeyWord);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i % 4 == 0) out += i % 24 == 0 ? '\n' : ' ';
    out += digits[i];
  }
  return out + "\n";
}

Result<Identity> Identity::importText(std::string_view text) {
  const auto wrong = [](std::string what) {
    return Error{"key", "",
                 std::move(what) + "; a key is \"knead-key-1\" and 18 groups of four digits or letters a to f"};
  };
  std::string letters;
  for (const char c : text) {
    if (std::isspace(static_cast<unsigned char>(c)) != 0 || c == '-') continue;
    letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  constexpr std::string_view kPlainWord = "kneadkey1";
  if (letters.rfind(kPlainWord, 0) != 0) return wrong("it does not begin with \"knead-key-1\"");
  letters.erase(0, kPlainWord.size());
  std::array<std::uint8_t, 32 + kCheckBytes> all{};
  if (letters.size() != 2 * all.size())
    return wrong("found " + std::to_string(letters.size()) + " digits, allowed: " + std::to_string(2 * all.size()));
  if (!readHex(letters, all)) return wrong("it holds something else than digits and the letters a to f");
  Hash256 seed{};
  std::copy_n(all.begin(), seed.size(), seed.begin());
  const Hash256 check = checkOf(seed);
  if (!std::equal(check.begin(), check.begin() + kCheckBytes, all.begin() + 32))
    return wrong("its check sum does not fit: a digit is not as it was written down");
  return fromSeed(seed);
}

std::string shortOf(const PublicKey& key) { return hexOf(std::span(key).first(3)); }

}  // namespace knead::board
