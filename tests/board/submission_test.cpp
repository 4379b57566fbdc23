#include "board/submission.hpp"

#include <zstd.h>

#include "board/material.hpp"
#include "core/bytes.hpp"
#include "core/random.hpp"
#include "replay/write.hpp"
#include "support/catch.hpp"
#include "support/played.hpp"

using namespace knead;
using board::Bytes;
using board::Identity;
using board::Submission;

namespace {

const Bytes& recording() {
  static const Bytes bytes = replay::encode(testing::playedBy("idle", testing::shippedLevel("first-touch"), 1));
  return bytes;
}

Submission sample(bool withToken) {
  Submission out;
  out.server[3] = 9;
  out.recording = recording();
  if (withToken) {
    board::StartToken token;
    token.day = 20700;
    token.issuedMs = 1234567;
    out.token = board::issue(token, {});
  }
  return out;
}

}  // namespace

TEST_CASE("a key travels as text", "[board]") {
  for (std::uint8_t i = 0; i < 50; ++i) {
    const Identity one = testing::identity(i);
    std::string text = one.exportText();
    auto back = Identity::importText(text);
    REQUIRE(back.ok());
    CHECK(back.value().key() == one.key());
    for (char& c : text) c = static_cast<char>(c == ' ' ? '-' : std::toupper(static_cast<unsigned char>(c)));
    back = Identity::importText("  " + text);
    REQUIRE(back.ok());
    CHECK(back.value().key() == one.key());
  }
}

TEST_CASE("a key that was written down wrongly is told of", "[board]") {
  const std::string good = testing::identity(5).exportText();
  const auto check = [](const std::string& text, const char* says) {
    const auto read = Identity::importText(text);
    INFO(text);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().what.find(says) != std::string::npos);
  };
  check("", "does not begin");
  check("password", "does not begin");
  check(good.substr(0, good.size() - 3), "digits, allowed: 72");
  // Every single digit, changed, is found.
  for (std::size_t i = std::string("knead-key-1\n").size(); i < good.size(); ++i) {
    if (good[i] == ' ' || good[i] == '\n') continue;
    std::string bad = good;
    bad[i] = bad[i] == '7' ? '8' : '7';
    check(bad, "check sum");
  }
  std::string bad = good;
  bad[14] = 'x';
  check(bad, "something else than digits");
}

TEST_CASE("new keys differ, and a signature is for one purpose, key and text", "[board]") {
  const Identity one = Identity::make(), other = Identity::make();
  CHECK(one.key() != other.key());
  const Bytes text = {1, 2, 3};
  const board::Signature signature = one.sign("knead/a", text);
  CHECK(board::verifies(one.key(), "knead/a", text, signature));
  CHECK_FALSE(board::verifies(one.key(), "knead/b", text, signature));
  CHECK_FALSE(board::verifies(other.key(), "knead/a", text, signature));
  CHECK_FALSE(board::verifies(one.key(), "knead/a", Bytes{1, 2, 4}, signature));
  // The purpose ends where it ends: no sliding between purpose and text.
  CHECK_FALSE(board::verifies(one.key(), "knead/", board::Bytes{'a', 0, 1, 2, 3}, signature));
  // A key of no order would accept signatures of anybody.
  CHECK_FALSE(board::verifies(board::PublicKey{}, "knead/a", text, board::Signature{}));
}

TEST_CASE("a submission is read as it was written", "[board]") {
  const Identity me = testing::identity(1);
  for (const bool withToken : {false, true}) {
    const Submission one = sample(withToken);
    const auto bytes = board::encode(one, me);
    REQUIRE(bytes.ok());
    const auto back = board::decodeSubmission(bytes.value());
    INFO((back ? std::string() : back.error().text()));
    REQUIRE(back.ok());
    CHECK(back.value().player == me.key());
    CHECK(back.value().recording == one.recording);
    CHECK(back.value().token == one.token);
    CHECK(back.value().server == one.server);
  }
}

TEST_CASE("a recording that is too large is not handed in", "[board]") {
  const Identity me = testing::identity(1);
  const auto refusal = [&](std::size_t size, bool packs) {
    Submission one = sample(false);
    one.recording.assign(size, 7);
    Random random(1, 1);
    for (std::uint8_t& byte : one.recording) byte = packs ? byte : static_cast<std::uint8_t>(random.below(256));
    const auto bytes = board::encode(one, me);
    return bytes ? std::string("taken") : bytes.error().text();
  };
  CHECK(refusal(board::kMaxRecording, true) == "taken");
  CHECK(refusal(board::kMaxRecording + 1, true) ==
        "submission: the recording has 262145 bytes, allowed: at most 262144");
  CHECK(refusal(board::kMaxPacked - 64, false) == "taken");
  CHECK(refusal(board::kMaxPacked + 1, false).find("packed, 1310") != std::string::npos);
  CHECK(refusal(board::kMaxPacked + 1, false).find("allowed: at most 131072") != std::string::npos);
}

TEST_CASE("no bit of a submission can be changed, and none be missing", "[board]") {
  const Bytes good = board::encode(sample(true), testing::identity(1)).value();
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (const unsigned bit : {0U, 3U, 7U}) {
      Bytes bad = good;
      bad[i] = static_cast<std::uint8_t>(bad[i] ^ (1U << bit));
      CHECK_FALSE(board::decodeSubmission(bad).ok());
    }
    CHECK_FALSE(board::decodeSubmission(std::span(good).first(i)).ok());
  }
  Bytes longer = good;
  longer.push_back(0);
  CHECK_FALSE(board::decodeSubmission(longer).ok());
  CHECK_FALSE(board::decodeSubmission(Bytes(board::kMaxSubmission + 1, 0)).ok());
}

namespace {

// A submission with any frame in it, well signed.
Bytes withFrame(const Bytes& frame) {
  const Identity me = testing::identity(1);
  ByteWriter out;
  for (const char c : board::kSubmissionMagic) out.u8(static_cast<std::uint8_t>(c));
  out.u16(board::kSubmissionVersion);
  out.raw(board::ServerId{});
  out.raw(me.key());
  out.u8(0);
  out.u32(static_cast<std::uint32_t>(frame.size()));
  out.raw(frame);
  out.raw(me.sign(board::kSubmissionPurpose, out.bytes()));
  return out.bytes();
}

Bytes zipped(const Bytes& content, bool saysSize) {
  Bytes out(ZSTD_compressBound(content.size()) + 64);
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, saysSize ? 1 : 0);
  out.resize(ZSTD_compress2(context, out.data(), out.size(), content.data(), content.size()));
  ZSTD_freeCCtx(context);
  return out;
}

}  // namespace

TEST_CASE("a recording that swells up is refused before it is unpacked", "[board]") {
  const auto check = [](const Bytes& frame, const char* says) {
    const auto read = board::decodeSubmission(withFrame(frame));
    REQUIRE_FALSE(read.ok());
    INFO(read.error().text());
    CHECK(read.error().what.find(says) != std::string::npos);
  };
  check(zipped(Bytes(64U << 20U, 0), true), "allowed: at most 262144");
  check(zipped(Bytes(64U << 20U, 0), false), "says its size");
  Bytes two = zipped(recording(), true);
  const Bytes again = two;
  two.insert(two.end(), again.begin(), again.end());
  check(two, "behind the one");
  check({}, "says its size");
  check({1, 2, 3, 4, 5}, "says its size");
  // A frame that says one size and holds another.
  Bytes cut = zipped(recording(), true);
  cut.resize(cut.size() / 2);
  CHECK_FALSE(board::decodeSubmission(withFrame(cut)).ok());
  CHECK(board::decodeSubmission(withFrame(zipped(recording(), true))).ok());
}

TEST_CASE("a frame that was spoilt before it was signed is refused, or is another recording", "[board]") {
  const Bytes good = zipped(recording(), true);
  int damaged = 0;
  for (std::size_t i = 0; i < good.size(); ++i) {
    Bytes bad = good;
    bad[i] ^= 0xFFU;
    const auto read = board::decodeSubmission(withFrame(bad));
    if (!read) damaged += read.error().what == "the zstd frame is damaged" ? 1 : 0;
    if (read) CHECK(read.value().recording != recording());
  }
  CHECK(damaged > 0);
}

TEST_CASE("a token is one server's, one player's and one day's", "[board]") {
  board::SealKey key{};
  key[0] = 1;
  board::StartToken what;
  what.day = 20700;
  what.levelHash = 5;
  what.player = testing::identity(1).key();
  const board::StartToken token = board::issue(what, key);
  CHECK(board::sealed(token, key));
  CHECK(board::issue(what, key).nonce != token.nonce);
  const auto back = board::decodeToken(board::encode(token));
  REQUIRE(back.ok());
  CHECK(back.value() == token);
  CHECK_FALSE(board::sealed(token, {}));
  const Bytes bytes = board::encode(token);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    Bytes bad = bytes;
    bad[i] ^= 1U;
    CHECK_FALSE(board::sealed(board::decodeToken(bad).value(), key));
  }
}
