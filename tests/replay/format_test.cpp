// The format byte by byte, written here by hand from docs/replay-format.md and not by the program: what each field
// means, the last value that each allows, and the first that is refused, with its place.
#include <functional>
#include <string>
#include <vector>

#include "core/bytes.hpp"
#include "core/hash.hpp"
#include "replay/cursor.hpp"
#include "replay/read.hpp"
#include "replay/write.hpp"
#include "support/catch.hpp"

using namespace knead;
using level::Technique;
using replay::decode;
using replay::encode;
using replay::Replay;
using Bytes = std::vector<std::uint8_t>;

namespace {

// The fields in their order; a test changes one.
struct Written {
  std::string magic = "KNEADRPL";
  std::uint16_t version = 3;
  std::string id = "any-level";
  std::uint8_t mode = 0, assists = 0, intake = 0;
  Bytes techniques;
  std::uint8_t further = 0;
  Bytes furtherIntakes;
  std::uint8_t afterglow = 0, ease = 0;
  std::int64_t lieX = 0, lieY = 0;
  std::uint64_t ticks = 0;
  std::function<void(ByteWriter&)> runs = [](ByteWriter&) {};
  std::vector<std::uint64_t> hashes;
  std::uint32_t score = 0;
  std::uint8_t stars = 0, ending = 0;
  Bytes after;

  [[nodiscard]] Bytes bytes() const {
    ByteWriter out;
    for (const char c : magic) out.u8(static_cast<std::uint8_t>(c));
    out.u16(version);
    out.u32(7);
    out.text(id);
    out.u64(0x1122334455667788U);
    out.u64(0x0102030405060708U);
    out.u8(mode);
    out.u8(assists);
    out.u8(intake);
    out.raw(techniques);
    if (version >= 2) {
      out.u8(further);
      out.raw(furtherIntakes);
      out.u8(afterglow);
      out.u8(ease);
    }
    if (version >= 3) {
      out.svarint(lieX);
      out.svarint(lieY);
    }
    out.varint(ticks);
    runs(out);
    for (const std::uint64_t hash : hashes) out.u64(hash);
    out.u32(score);
    out.u8(stars);
    out.u8(ending);
    out.u64(0xAABBCCDDEEFF0011U);
    out.raw(after);
    Hash64 sum;
    sum.addBytes(out.bytes());
    out.u64(sum.value());
    return out.bytes();
  }
};

Replay read(const Written& written) {
  const auto replay = decode(written.bytes(), "r");
  INFO((replay ? std::string() : replay.error().text()));
  REQUIRE(replay.ok());
  return replay.value();
}
std::string refusal(const Bytes& bytes) {
  const auto replay = decode(bytes, "r");
  REQUIRE(!replay.ok());
  return replay.error().text();
}
Written with(const std::function<void(Written&)>& change) {
  Written written;
  change(written);
  return written;
}
std::string refused(const std::function<void(Written&)>& change) { return refusal(with(change).bytes()); }

std::function<void(ByteWriter&)> oneFull(std::int64_t dx, std::int64_t dy, std::uint8_t flags, std::uint8_t ceiling) {
  return [=](ByteWriter& out) {
    out.varint(4 * 1 + 2);
    out.svarint(dx);
    out.svarint(dy);
    out.u8(flags);
    out.u8(ceiling);
  };
}

// magic, version, rules, length of the id, id, hash, seed.
constexpr std::size_t kModeAt = 8 + 2 + 4 + 1 + 9 + 8 + 8;
std::string byteAt(std::size_t at) { return "r: byte " + std::to_string(at) + ": "; }

}  // namespace

TEST_CASE("the least recording of each version, byte by byte", "[replay][format]") {
  for (const std::uint16_t version : {std::uint16_t{1}, std::uint16_t{2}, std::uint16_t{3}}) {
    INFO("version " << version);
    const Written written = with([&](Written& w) { w.version = version; });
    const Replay replay = read(written);
    CHECK(replay.header.formatVersion == version);
    CHECK(replay.header.rulesVersion == 7);
    CHECK(replay.header.levelId == "any-level");
    CHECK(replay.header.levelHash == 0x1122334455667788U);
    CHECK(replay.header.setup.seed == 0x0102030405060708U);
    CHECK(replay.header.mode == replay::InputMode::Mouse);
    CHECK_FALSE(replay.header.assisted());
    CHECK(replay.header.setup.intake == sim::IntakeAnswer{});
    CHECK(replay.header.setup.further.empty());
    CHECK(replay.header.setup.carry == sim::Carry{});
    CHECK(replay.header.lie == replay::Lie{});
    CHECK(replay.inputs.empty());
    CHECK(replay.hashes.empty());
    CHECK(replay.claim == replay::Claim{0, 0, sim::Ending::Running, 0xAABBCCDDEEFF0011U});
    CHECK(encode(replay) == written.bytes());
  }
  for (const std::uint16_t version : {std::uint16_t{0}, std::uint16_t{4}, std::uint16_t{0x0103}}) {
    const std::string why = refused([&](Written& w) { w.version = version; });
    CHECK(why == byteAt(8) + "found format version " + std::to_string(version) +
                     ", allowed: 1 to 3; use the version of Knead that wrote it");
  }
}

TEST_CASE("each bit of the header has its meaning", "[replay][format]") {
  for (std::uint8_t mode = 0; mode < 7; ++mode) {
    const Replay replay = read(with([&](Written& w) { w.mode = mode; }));
    CHECK(replay.header.mode == static_cast<replay::InputMode>(mode));
  }
  for (unsigned bit = 0; bit < 5; ++bit) {
    const Written written = with([&](Written& w) { w.assists = static_cast<std::uint8_t>(1U << bit); });
    const Replay replay = read(written);
    INFO("bit " << bit);
    CHECK(replay.header.setup.assists.steadyHand == (bit == 0));
    CHECK(replay.header.setup.assists.widerTolerance == (bit == 1));
    CHECK(replay.header.setup.assists.noTimer == (bit == 2));
    CHECK(replay.header.help.slowerTime == (bit == 3));
    CHECK(replay.header.help.ledHand == (bit == 4));
    CHECK(replay.header.assisted());
    CHECK(encode(replay) == written.bytes());
  }
  for (std::uint8_t said = 0; said < 16; ++said) {
    const Written written = with([&](Written& w) {
      w.intake = said;
      if ((said & 2U) != 0) w.techniques.push_back(0);
      if ((said & 4U) != 0) w.techniques.push_back(10);
      if ((said & 8U) != 0) w.techniques.push_back(4);
    });
    const sim::IntakeAnswer answer = read(written).header.setup.intake;
    INFO("intake " << int{said});
    CHECK(answer.refer == ((said & 1U) != 0));
    CHECK(answer.first == ((said & 2U) != 0 ? std::optional(Technique::Effleurage) : std::nullopt));
    CHECK(answer.also == ((said & 4U) != 0 ? std::optional(static_cast<Technique>(10)) : std::nullopt));
    CHECK(answer.avoid == ((said & 8U) != 0 ? std::optional(Technique::Tapotement) : std::nullopt));
    CHECK(encode(read(written)) == written.bytes());
  }
  const Written people = with([](Written& w) {
    w.further = 4;
    w.furtherIntakes = {0, 1, 8, 2, 2, 3};
    w.afterglow = 200;
    w.ease = 100;
    w.lieX = -1000;
    w.lieY = 1500;
  });
  const replay::Header header = read(people).header;
  REQUIRE(header.setup.further.size() == 4);
  CHECK(header.setup.further[0] == sim::IntakeAnswer{});
  CHECK(header.setup.further[1].refer);
  CHECK(header.setup.further[2].avoid == Technique::Friction);
  CHECK(header.setup.further[3].first == Technique::Vibration);
  CHECK(header.setup.carry == sim::Carry{200, 100});
  CHECK(header.lie == replay::Lie{-1000, 1500});
  CHECK(encode(read(people)) == people.bytes());
}

TEST_CASE("the last value is allowed, the next is refused with its place", "[replay][format]") {
  CHECK(read(with([](Written& w) { w.id = std::string(64, 'x'); })).header.levelId.size() == 64);
  CHECK(read(with([](Written& w) { w.id = "!~"; })).header.levelId == "!~");
  const std::string noId = "found no level id of 1 to 64 bytes";
  CHECK(refused([](Written& w) { w.id = std::string(65, 'x'); }).find(noId) != std::string::npos);
  CHECK(refused([](Written& w) { w.id.clear(); }).find(noId) != std::string::npos);
  for (const char c : {' ', '\x7f', '\n', '\xe9'}) {
    const std::string why = refused([&](Written& w) { w.id = std::string("a") + c; });
    CHECK(why == byteAt(8 + 2 + 4 + 1 + 2) + "found a level id with other than visible ASCII letters");
  }
  CHECK(refused([](Written& w) { w.mode = 7; }) == byteAt(kModeAt + 2) + "found input mode 7, allowed: 0 to 6");
  CHECK(refused([](Written& w) { w.assists = 32; }) == byteAt(kModeAt + 2) + "found assists 32, allowed: 0 to 31");
  CHECK(refused([](Written& w) { w.intake = 16; }) == byteAt(kModeAt + 3) + "found intake 16, allowed: 0 to 15");
  for (const std::uint8_t said : {std::uint8_t{2}, std::uint8_t{4}, std::uint8_t{8}}) {
    const std::string why = refused([&](Written& w) {
      w.intake = said;
      w.techniques = {level::kTechniqueCount};
    });
    CHECK(why == byteAt(kModeAt + 4) + "found technique " + std::to_string(level::kTechniqueCount) +
                     ", allowed: 0 to " + std::to_string(level::kTechniqueCount - 1));
  }
  CHECK(refused([](Written& w) { w.further = 5; }) == byteAt(kModeAt + 4) + "found further people 5, allowed: 0 to 4");
  CHECK(refused([](Written& w) {
          w.further = 2;
          w.furtherIntakes = {0, 16};
        }) == byteAt(kModeAt + 6) + "found intake 16, allowed: 0 to 15");
  const std::string beside = "found a person who lies beside the table, allowed: x -10 to 10 cm, y -15 to 15 cm";
  for (const auto& [x, y] : {std::pair(1000, 1500), std::pair(-1000, -1500)}) {
    CHECK(read(with([&, x = x, y = y](Written& w) {
            w.lieX = x;
            w.lieY = y;
          })).header.lie == replay::Lie{static_cast<std::int16_t>(x), static_cast<std::int16_t>(y)});
  }
  CHECK(refused([](Written& w) { w.lieX = 1001; }) == byteAt(kModeAt + 9) + beside);
  CHECK(refused([](Written& w) { w.lieX = -1001; }) == byteAt(kModeAt + 9) + beside);
  CHECK(refused([](Written& w) { w.lieY = 1501; }) == byteAt(kModeAt + 9) + beside);
  CHECK(refused([](Written& w) { w.lieY = -1501; }) == byteAt(kModeAt + 9) + beside);

  CHECK(read(with([](Written& w) {
          w.score = 100000;
          w.stars = 3;
          w.ending = 5;
        })).claim == replay::Claim{100000, 3, sim::Ending::Enough, 0xAABBCCDDEEFF0011U});
  // The claim stands behind no further people, a carry, a lie of two bytes and no ticks.
  constexpr std::size_t kEnd = kModeAt + 3 + 1 + 2 + 2 + 1 + 4 + 1 + 1 + 8;
  CHECK(refused([](Written& w) { w.score = 100001; }) == byteAt(kEnd) + "found score 100001, allowed: 0 to 100000");
  CHECK(refused([](Written& w) { w.stars = 4; }) == byteAt(kEnd) + "found stars 4, allowed: 0 to 3");
  CHECK(refused([](Written& w) { w.ending = 6; }) == byteAt(kEnd) + "found ending 6, allowed: 0 to 5");
  CHECK(refused([](Written& w) { w.after = {0}; }) == byteAt(kEnd) + "found 1 bytes after the end, allowed: none");
}

TEST_CASE("the three kinds of runs", "[replay][format]") {
  const Written written = with([](Written& w) {
    w.lieX = 10;
    w.lieY = -20;
    w.ticks = 7;
    w.runs = [](ByteWriter& out) {
      out.varint(4 * 2 + 0);  // the default hand twice
      out.varint(4 * 2 + 1);  // two steps
      out.svarint(3);
      out.svarint(-4);
      out.svarint(0);
      out.svarint(64);
      out.varint(4 * 1 + 2);  // everything
      out.svarint(-100);
      out.svarint(200);
      out.u8(1 + 2 * 3 + 8);
      out.u8(255);
      out.varint(4 * 2 + 0);
    };
  });
  const Replay replay = read(written);
  REQUIRE(replay.inputs.size() == 7);
  sim::TickInput hand;
  hand.x = -10;  // the corner of the table, seen from the back
  hand.y = 20;
  CHECK(replay.inputs[0] == hand);
  CHECK(replay.inputs[1] == hand);
  hand.x = -7;
  hand.y = 16;
  CHECK(replay.inputs[2] == hand);
  hand.y = 80;
  CHECK(replay.inputs[3] == hand);
  hand = {-107, 280, 255, level::Tool::Pack, true, true};
  CHECK(replay.inputs[4] == hand);
  CHECK(replay.inputs[5] == hand);
  CHECK(replay.inputs[6] == hand);
  CHECK(encode(replay) == written.bytes());

  for (std::uint8_t flags = 0; flags < 16; ++flags) {
    const sim::TickInput one = read(with([&](Written& w) {
                                 w.ticks = 1;
                                 w.runs = oneFull(0, 0, flags, 9);
                               })).inputs.at(0);
    CHECK(one == sim::TickInput{0, 0, 9, static_cast<level::Tool>(flags / 2 % 4), flags % 2 == 1, flags >= 8});
  }
}

TEST_CASE("runs that leave the back or do not fit are refused with their place", "[replay][format]") {
  constexpr std::size_t kRunsAt = kModeAt + 3 + 1 + 2 + 2 + 1;
  const auto one = [](std::int64_t dx, std::int64_t dy, std::uint8_t flags = 0) {
    return with([&](Written& w) {
      w.ticks = 1;
      w.runs = oneFull(dx, dy, flags, 0);
    });
  };
  for (const auto& [x, y] : {std::pair(4000, 9000), std::pair(-4000, -2000)}) {
    const sim::TickInput at = read(one(x, y)).inputs.at(0);
    CHECK(at.x == x);
    CHECK(at.y == y);
  }
  const std::string off = "found a position off the back, allowed: x -40 to 40 cm, y -20 to 90 cm";
  for (const auto& [x, y] : {std::pair(4001, 0), std::pair(-4001, 0), std::pair(0, 9001), std::pair(0, -2001)}) {
    INFO(x << " " << y);
    const std::size_t step = (x == 0 ? 1U : 2U) + (y == 0 ? 1U : (y > 8191 ? 3U : 2U));
    CHECK(refusal(one(x, y).bytes()) == byteAt(kRunsAt + 1 + step) + off);
  }
  const std::string leaves = "found a step that leaves the back";
  for (const std::int64_t far : {20001LL, -20001LL, 1LL << 40, -(1LL << 40)}) {
    CHECK(refusal(one(far, 0).bytes()).find(leaves) != std::string::npos);
    CHECK(refusal(one(0, far).bytes()).find(leaves) != std::string::npos);
  }
  CHECK(refusal(one(20000, 0).bytes()).find(off) != std::string::npos);
  CHECK(refusal(one(-20000, 0).bytes()).find(off) != std::string::npos);
  CHECK(refusal(one(0, 20000).bytes()).find(off) != std::string::npos);
  CHECK(refusal(one(0, -20000).bytes()).find(off) != std::string::npos);
  CHECK(refusal(one(0, 0, 16).bytes()) == byteAt(kRunsAt + 5) + "found sample flags 16, allowed: 0 to 15");

  const auto runs = [](std::uint64_t ticks, std::vector<std::uint64_t> tokens) {
    return with([&](Written& w) {
      w.ticks = ticks;
      w.runs = [tokens](ByteWriter& out) {
        for (const std::uint64_t token : tokens) out.varint(token);
      };
    });
  };
  CHECK(read(runs(3, {4 * 3})).inputs.size() == 3);
  CHECK(read(runs(3, {4, 4, 4})).inputs.size() == 3);
  CHECK(refusal(runs(3, {4 * 4}).bytes()) == byteAt(kRunsAt + 1) + "found a run of 4 samples, allowed: 1 to 3");
  CHECK(refusal(runs(3, {4 * 2, 4 * 2}).bytes()) == byteAt(kRunsAt + 2) + "found a run of 2 samples, allowed: 1 to 1");
  CHECK(refusal(runs(3, {0}).bytes()) == byteAt(kRunsAt + 1) + "found a run of 0 samples, allowed: 1 to 3");
  CHECK(refusal(runs(3, {4 * 2 + 2}).bytes()) == byteAt(kRunsAt + 1) + "found a run of 2 samples, allowed: 1 to 1");
  CHECK(refusal(runs(3, {4 * 1 + 3}).bytes()) == byteAt(kRunsAt + 1) + "found a run of kind 3, allowed: 0 to 2");
}

TEST_CASE("ten minutes and no tick more; a hash for every whole second", "[replay][format]") {
  const auto still = [](std::uint64_t ticks, std::size_t hashes) {
    return with([&](Written& w) {
      w.ticks = ticks;
      w.runs = [ticks](ByteWriter& out) { out.varint(4 * ticks); };
      for (std::size_t i = 0; i < hashes; ++i) w.hashes.push_back(i + 1);
    });
  };
  CHECK(read(still(119, 0)).hashes.empty());
  const Replay second = read(still(120, 1));
  CHECK(second.hashes == std::vector<std::uint64_t>{1});
  CHECK(read(still(240, 2)).hashes == std::vector<std::uint64_t>{1, 2});
  CHECK(read(still(72000, 600)).inputs.size() == 72000);
  constexpr std::size_t kTicksAt = kModeAt + 3 + 1 + 2 + 2;
  CHECK(refusal(still(72001, 600).bytes()) == byteAt(kTicksAt + 3) + "found ticks 72001, allowed: 0 to 72000");
  // What is left when hashes are missing is the claim: 14 bytes, room for one.
  const std::string cut = "the file ends within the state hashes; it is cut off, fetch it again";
  CHECK(refusal(still(240, 0).bytes()) == byteAt(kTicksAt + 2 + 2) + cut);
  CHECK(refusal(still(120, 0).bytes()).find("the file ends within the claimed result") != std::string::npos);
  CHECK(encode(second) == still(120, 1).bytes());
}

TEST_CASE("a recording may be cut anywhere: it is refused, and names what is missing", "[replay][format]") {
  const Written written = with([](Written& w) {
    w.id = std::string(40, 'x');  // so long that a cut within the header still leaves a file of the least size
    w.intake = 14;
    w.techniques = {1, 2, 3};
    w.further = 1;
    w.furtherIntakes = {2, 5};
    w.lieX = 900;
    w.lieY = 900;
    w.ticks = 121;
    w.runs = [](ByteWriter& out) {
      out.varint(4 * 1 + 2);
      out.svarint(100);
      out.svarint(100);
      out.u8(1);
      out.u8(50);
      out.varint(4 * 120 + 1);
      for (int i = 0; i < 120; ++i) {
        out.svarint(1);
        out.svarint(2);
      }
    };
    w.hashes = {5};
  });
  const Bytes whole = written.bytes();
  std::vector<std::string> parts;
  for (std::size_t size = 0; size + 8 < whole.size(); ++size) {
    Bytes bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    ByteWriter tail;
    Hash64 sum;
    sum.addBytes(bytes);
    tail.u64(sum.value());
    bytes.insert(bytes.end(), tail.bytes().begin(), tail.bytes().end());
    const std::string why = refusal(bytes);
    INFO(size << ": " << why);
    CHECK(why.find("r: byte ") == 0);
    const std::size_t at = why.find("the file ends within the ");
    if (at == std::string::npos) continue;
    CHECK(why.find("it is cut off, fetch it again") != std::string::npos);
    const std::string part = why.substr(at + 25, why.find(';') - at - 25);
    if (parts.empty() || parts.back() != part) parts.push_back(part);
  }
  // Shorter than any recording can be it is not even begun; then part after part goes missing, in the file's order.
  // What stands where the hashes should be reads as one as long as it is long enough.
  CHECK(parts == std::vector<std::string>{"header", "intake", "further people", "intake", "carry", "lie", "header",
                                          "samples", "state hashes", "claimed result"});
}

TEST_CASE("too large, too short, not ours, damaged", "[replay][format]") {
  CHECK(refusal(Bytes(1024 * 1024 + 1, 0)) == "r: found 1048577 bytes, allowed: at most 1048576");
  CHECK(refusal(Bytes(1024 * 1024, 0)) ==
        "r: byte 0: is not a Knead replay: allowed is a file that begins with \"KNEADRPL\"");
  Bytes least = with([](Written& w) {
                  w.version = 1;
                  w.id = "x";
                }).bytes();
  CHECK(decode(least, "r").ok());
  for (std::size_t i = 0; i < 8; ++i) {
    Bytes other = least;
    other[i] ^= 0x20U;
    CHECK(refusal(other).find("is not a Knead replay") != std::string::npos);
    CHECK(refusal(Bytes(least.begin(), least.begin() + static_cast<std::ptrdiff_t>(i))).find("is not a Knead replay") !=
          std::string::npos);
  }
  const std::string header = byteAt(8) + "the file ends within the header; it is cut off, fetch it again";
  CHECK(refusal(Bytes(least.begin(), least.begin() + 8)) == header);
  CHECK(refusal(Bytes(least.begin(), least.begin() + 9)) == header);
  for (std::size_t size = 10; size < least.size(); ++size) {
    const std::string why = refusal(Bytes(least.begin(), least.begin() + static_cast<std::ptrdiff_t>(size)));
    INFO(size << ": " << why);
    const bool early = why == byteAt(size) + "the file ends too early; it is cut off, fetch it again";
    const bool damaged =
        size >= 8 &&
        why == byteAt(size - 8) + "the checksum does not fit the content: the file is damaged, fetch it again";
    CHECK((early || damaged));
    if (size == 10) CHECK(early);
    if (size + 1 == least.size()) CHECK(early);
  }
  least.back() ^= 1U;
  CHECK(refusal(least) ==
        byteAt(least.size() - 8) + "the checksum does not fit the content: the file is damaged, fetch it again");
}

TEST_CASE("a cursor goes tick by tick, lifts the hand behind the end, and begins again", "[replay][format]") {
  const Replay replay = read(with([](Written& w) {
    w.ticks = 2;
    w.runs = [](ByteWriter& out) {
      oneFull(5, 6, 1 + 8, 70)(out);
      oneFull(1, 1, 1 + 2 + 8, 80)(out);
    };
  }));
  replay::Cursor cursor(replay);
  CHECK(cursor.tick() == 0);
  CHECK_FALSE(cursor.done());
  CHECK(cursor.next() == replay.inputs[0]);
  CHECK(cursor.tick() == 1);
  CHECK_FALSE(cursor.done());
  CHECK(cursor.next() == replay.inputs[1]);
  CHECK(cursor.done());
  const sim::TickInput lifted{6, 7, 80, level::Tool::Towel, false, false};
  CHECK(cursor.next() == lifted);
  CHECK(cursor.at(1000) == lifted);
  CHECK(cursor.tick() == 3);
  cursor.rewind();
  CHECK(cursor.tick() == 0);
  CHECK(cursor.next() == replay.inputs[0]);
  const Replay nothing;
  CHECK(replay::Cursor(nothing).done());
  CHECK(replay::Cursor(nothing).at(0) == sim::TickInput{});
}
