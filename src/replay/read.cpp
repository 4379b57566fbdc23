// The decoder, in the order of format.hpp: size, magic, version, checksum, header, samples, hashes, claim. The
// first thing wrong is named with its byte and ends it.
#include "replay/read.hpp"

#include <optional>
#include <vector>

#include "core/bytes.hpp"
#include "core/file.hpp"
#include "core/hash.hpp"

namespace knead::replay {
namespace {

using sim::TickInput;

constexpr std::size_t kLeastBytes = kMagic.size() + 2 + 4 + 2 + 8 + 8 + 1 + 1 + 1 + 1 + 4 + 1 + 1 + 8 + kChecksumBytes;

std::uint64_t checksumOf(std::span<const std::uint8_t> bytes) {
  Hash64 sum;
  sum.addBytes(bytes);
  return sum.value();
}

class Decoder {
 public:
  // What stands behind the version, which was read before.
  Decoder(std::span<const std::uint8_t> bytes, unsigned version, const std::string& name) : m_in(bytes), m_name(name) {
    for (std::size_t i = 0; i < kMagic.size() + 2; ++i) (void)m_in.u8();
    m_replay.header.formatVersion = static_cast<std::uint16_t>(version);
  }

  // True when everything was there and allowed.
  bool run() { return header() && samples() && hashes() && claim(); }
  // After run() was false.
  [[nodiscard]] const Error& error() const { return *m_error; }
  [[nodiscard]] Replay take() { return std::move(m_replay); }

 private:
  bool refuse(std::string what) {
    m_error = Error{m_name, "byte " + std::to_string(m_in.position()), std::move(what)};
    return false;
  }
  // False after a short read.
  bool whole(const char* part) {
    if (!m_in.failed()) return true;
    return refuse(std::string("the file ends within the ") + part + "; it is cut off, fetch it again");
  }
  bool within(std::uint64_t value, std::uint64_t most, const char* name) {
    if (value <= most) return true;
    return refuse(std::string("found ") + name + " " + std::to_string(value) + ", allowed: 0 to " +
                  std::to_string(most));
  }

  bool technique(std::optional<level::Technique>& into) {
    const std::uint8_t value = m_in.u8();
    if (!whole("intake") || !within(value, level::kTechniqueCount - 1, "technique")) return false;
    into = static_cast<level::Technique>(value);
    return true;
  }

  bool header() {
    Header& h = m_replay.header;
    h.rulesVersion = m_in.u32();
    h.levelId = m_in.text(kMaxIdBytes);
    if (m_in.failed() || h.levelId.empty()) return refuse("found no level id of 1 to 64 bytes");
    for (const char c : h.levelId) {
      if (c < '!' || c > '~') return refuse("found a level id with other than visible ASCII letters");
    }
    h.levelHash = m_in.u64();
    h.setup.seed = m_in.u64();
    const std::uint8_t mode = m_in.u8();
    const std::uint8_t assists = m_in.u8();
    if (!whole("header") || !within(mode, kInputModeIds.size() - 1, "input mode") || !within(assists, 31, "assists"))
      return false;
    h.mode = static_cast<InputMode>(mode);
    h.setup.assists.steadyHand = (assists & 1U) != 0;
    h.setup.assists.widerTolerance = (assists & 2U) != 0;
    h.setup.assists.noTimer = (assists & 4U) != 0;
    h.help = {(assists & 8U) != 0, (assists & 16U) != 0};
    if (!intake(h.setup.intake)) return false;
    if (h.formatVersion < 2) return true;
    const std::uint8_t further = m_in.u8();
    if (!whole("further people") || !within(further, kMaxFurther, "further people")) return false;
    h.setup.further.resize(further);
    for (sim::IntakeAnswer& answer : h.setup.further) {
      if (!intake(answer)) return false;
    }
    h.setup.carry.afterglow = m_in.u8();
    h.setup.carry.ease = m_in.u8();
    return whole("carry") && (h.formatVersion < 3 || lie(h.lie));
  }

  bool lie(Lie& into) {
    const std::int64_t x = m_in.svarint();
    const std::int64_t y = m_in.svarint();
    if (!whole("lie")) return false;
    if (x < -kMostLieX || x > kMostLieX || y < -kMostLieY || y > kMostLieY)
      return refuse("found a person who lies beside the table, allowed: x -10 to 10 cm, y -15 to 15 cm");
    into = {static_cast<std::int16_t>(x), static_cast<std::int16_t>(y)};
    return true;
  }

  bool intake(sim::IntakeAnswer& answer) {
    const std::uint8_t said = m_in.u8();
    if (!whole("intake") || !within(said, 15, "intake")) return false;
    answer.refer = (said & 1U) != 0;
    if ((said & 2U) != 0 && !technique(answer.first)) return false;
    if ((said & 4U) != 0 && !technique(answer.also)) return false;
    return (said & 8U) == 0 || technique(answer.avoid);
  }

  bool move(TickInput& sample) {
    const std::int64_t dx = m_in.svarint();
    const std::int64_t dy = m_in.svarint();
    if (!whole("samples")) return false;
    constexpr std::int64_t kMostStep = 20000;
    if (dx < -kMostStep || dx > kMostStep || dy < -kMostStep || dy > kMostStep)
      return refuse("found a step that leaves the back");
    const std::int64_t x = sample.x + dx;
    const std::int64_t y = sample.y + dy;
    if (x < -sim::kMaxXHundredths || x > sim::kMaxXHundredths || y < sim::kMinYHundredths || y > sim::kMaxYHundredths) {
      return refuse("found a position off the back, allowed: x -40 to 40 cm, y -20 to 90 cm");
    }
    sample.x = static_cast<std::int16_t>(x);
    sample.y = static_cast<std::int16_t>(y);
    return true;
  }

  bool full(TickInput& sample) {
    if (!move(sample)) return false;
    const std::uint8_t flags = m_in.u8();
    sample.ceiling = m_in.u8();
    if (!whole("samples") || !within(flags, 15, "sample flags")) return false;
    sample.contact = (flags & 1U) != 0;
    sample.tool = static_cast<level::Tool>((flags >> 1U) & 3U);
    sample.finish = (flags & 8U) != 0;
    return true;
  }

  bool samples() {
    const std::uint64_t ticks = m_in.varint();
    if (!whole("header") || !within(ticks, kMaxTicks, "ticks")) return false;
    std::vector<TickInput>& inputs = m_replay.inputs;
    inputs.reserve(static_cast<std::size_t>(ticks));
    TickInput sample;
    sample.x = static_cast<std::int16_t>(-m_replay.header.lie.x);
    sample.y = static_cast<std::int16_t>(-m_replay.header.lie.y);
    while (inputs.size() < ticks) {
      const std::uint64_t token = m_in.varint();
      if (!whole("samples")) return false;
      const std::uint64_t count = token >> 2U;
      const std::uint64_t kind = token & 3U;
      if (kind > 2) return refuse("found a run of kind 3, allowed: 0 to 2");
      if (count == 0 || count > ticks - inputs.size() || (kind == 2 && count != 1)) {
        return refuse("found a run of " + std::to_string(count) + " samples, allowed: 1 to " +
                      std::to_string(kind == 2 ? 1 : ticks - inputs.size()));
      }
      for (std::uint64_t i = 0; i < count; ++i) {
        if (kind == 1 && !move(sample)) return false;
        if (kind == 2 && !full(sample)) return false;
        inputs.push_back(sample);
      }
    }
    return true;
  }

  bool hashes() {
    const std::size_t count = m_replay.inputs.size() / kTicksPerHash;
    if (m_in.remaining() < count * 8)
      return refuse("the file ends within the state hashes; it is cut off, fetch it again");
    m_replay.hashes.reserve(count);
    for (std::size_t i = 0; i < count; ++i) m_replay.hashes.push_back(m_in.u64());
    return true;
  }

  bool claim() {
    const std::uint32_t score = m_in.u32();
    const std::uint8_t stars = m_in.u8();
    const std::uint8_t ending = m_in.u8();
    m_replay.claim.stateHash = m_in.u64();
    if (!whole("claimed result") || !within(score, kMaxScore, "score") || !within(stars, 3, "stars") ||
        !within(ending, sim::kEndingIds.size() - 1, "ending")) {
      return false;
    }
    m_replay.claim.score = static_cast<int>(score);
    m_replay.claim.stars = stars;
    m_replay.claim.ending = static_cast<sim::Ending>(ending);
    if (m_in.remaining() == 0) return true;
    return refuse("found " + std::to_string(m_in.remaining()) + " bytes after the end, allowed: none");
  }

  ByteReader m_in;
  const std::string& m_name;
  Replay m_replay;
  std::optional<Error> m_error;
};

}  // namespace

Result<Replay> decode(std::span<const std::uint8_t> bytes, const std::string& name) {
  if (bytes.size() > kMaxBytes) {
    return Error{name, "",
                 "found " + std::to_string(bytes.size()) + " bytes, allowed: at most " + std::to_string(kMaxBytes)};
  }
  for (std::size_t i = 0; i < kMagic.size(); ++i) {
    if (i >= bytes.size() || bytes[i] != static_cast<std::uint8_t>(kMagic[i])) {
      return Error{name, "byte 0", "is not a Knead replay: allowed is a file that begins with \"KNEADRPL\""};
    }
  }
  if (bytes.size() < kMagic.size() + 2)
    return Error{name, "byte 8", "the file ends within the header; it is cut off, fetch it again"};
  const unsigned version = bytes[kMagic.size()] | (static_cast<unsigned>(bytes[kMagic.size() + 1]) << 8U);
  if (version < kOldestFormatVersion || version > kFormatVersion) {
    return Error{name, "byte 8",
                 "found format version " + std::to_string(version) +
                     ", allowed: " + std::to_string(kOldestFormatVersion) + " to " + std::to_string(kFormatVersion) +
                     "; use the version of Knead that wrote it"};
  }
  if (bytes.size() < kLeastBytes) {
    return Error{name, "byte " + std::to_string(bytes.size()),
                 "the file ends too early; it is cut off, fetch it again"};
  }
  const std::span<const std::uint8_t> content = bytes.first(bytes.size() - kChecksumBytes);
  if (ByteReader(bytes.last(kChecksumBytes)).u64() != checksumOf(content)) {
    return Error{name, "byte " + std::to_string(content.size()),
                 "the checksum does not fit the content: the file is damaged, fetch it again"};
  }
  Decoder decoder(content, version, name);
  if (!decoder.run()) return decoder.error();
  return decoder.take();
}

Result<Replay> readReplayFile(const std::string& path) {
  const Result<std::string> text = readWholeFile(path, kMaxBytes);
  if (!text) return text.error();
  const std::vector<std::uint8_t> bytes(text.value().begin(), text.value().end());
  return decode(bytes, path);
}

}  // namespace knead::replay
