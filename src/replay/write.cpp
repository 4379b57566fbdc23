// Packs the samples into runs: standing still costs two bytes a stretch, moving two bytes a tick.
#include "replay/write.hpp"

#include "core/bytes.hpp"
#include "core/file.hpp"
#include "core/hash.hpp"

namespace knead::replay {
namespace {

using sim::TickInput;

bool onlyMoved(const TickInput& from, const TickInput& to) {
  return from.ceiling == to.ceiling && from.tool == to.tool && from.contact == to.contact && from.finish == to.finish;
}

RunKind kindOf(const TickInput& from, const TickInput& to) {
  if (from == to) return RunKind::Repeat;
  return onlyMoved(from, to) ? RunKind::Move : RunKind::Full;
}

void writeStep(ByteWriter& out, const TickInput& from, const TickInput& to) {
  out.svarint(to.x - from.x);
  out.svarint(to.y - from.y);
}

void writeSamples(ByteWriter& out, const std::vector<TickInput>& inputs, const Lie& lie) {
  // From the corner of the table to the back.
  TickInput before;
  before.x = static_cast<std::int16_t>(-lie.x);
  before.y = static_cast<std::int16_t>(-lie.y);
  std::size_t i = 0;
  while (i < inputs.size()) {
    const RunKind kind = kindOf(before, inputs[i]);
    std::size_t count = 1;
    if (kind != RunKind::Full) {
      while (i + count < inputs.size() && kindOf(inputs[i + count - 1], inputs[i + count]) == kind) ++count;
    }
    out.varint(4U * count + static_cast<std::uint64_t>(kind));
    for (std::size_t k = 0; k < count; ++k) {
      const TickInput& now = inputs[i + k];
      if (kind != RunKind::Repeat) writeStep(out, before, now);
      if (kind == RunKind::Full) {
        out.u8(static_cast<std::uint8_t>((now.contact ? 1U : 0U) | (static_cast<unsigned>(now.tool) << 1U) |
                                         (now.finish ? 8U : 0U)));
        out.u8(now.ceiling);
      }
      before = now;
    }
    i += count;
  }
}

void writeIntake(ByteWriter& out, const sim::IntakeAnswer& intake) {
  out.u8(static_cast<std::uint8_t>((intake.refer ? 1U : 0U) | (intake.first ? 2U : 0U) | (intake.also ? 4U : 0U) |
                                   (intake.avoid ? 8U : 0U)));
  for (const auto& answer : {intake.first, intake.also, intake.avoid}) {
    if (answer) out.u8(static_cast<std::uint8_t>(*answer));
  }
}

}  // namespace

std::vector<std::uint8_t> encode(const Replay& replay) {
  ByteWriter out;
  const Header& header = replay.header;
  for (const char c : kMagic) out.u8(static_cast<std::uint8_t>(c));
  out.u16(header.formatVersion);
  out.u32(header.rulesVersion);
  out.text(header.levelId);
  out.u64(header.levelHash);
  out.u64(header.setup.seed);
  out.u8(static_cast<std::uint8_t>(header.mode));
  out.u8(static_cast<std::uint8_t>((header.setup.assists.steadyHand ? 1U : 0U) |
                                   (header.setup.assists.widerTolerance ? 2U : 0U) |
                                   (header.setup.assists.noTimer ? 4U : 0U) | (header.help.slowerTime ? 8U : 0U) |
                                   (header.help.ledHand ? 16U : 0U)));
  writeIntake(out, header.setup.intake);
  if (header.formatVersion >= 2) {
    out.u8(static_cast<std::uint8_t>(header.setup.further.size()));
    for (const sim::IntakeAnswer& answer : header.setup.further) writeIntake(out, answer);
    out.u8(header.setup.carry.afterglow);
    out.u8(header.setup.carry.ease);
  }
  if (header.formatVersion >= 3) {
    out.svarint(header.lie.x);
    out.svarint(header.lie.y);
  }
  out.varint(replay.inputs.size());
  writeSamples(out, replay.inputs, header.lie);
  for (const std::uint64_t hash : replay.hashes) out.u64(hash);
  out.u32(static_cast<std::uint32_t>(replay.claim.score));
  out.u8(static_cast<std::uint8_t>(replay.claim.stars));
  out.u8(static_cast<std::uint8_t>(replay.claim.ending));
  out.u64(replay.claim.stateHash);
  Hash64 sum;
  sum.addBytes(out.bytes());
  out.u64(sum.value());
  return out.bytes();
}

Result<std::size_t> writeReplayFile(const std::string& path, const Replay& replay) {
  return writeWholeFileSafely(path, encode(replay));
}

}  // namespace knead::replay
