#include "profile/archive.hpp"

#include <unistd.h>

#include "core/bytes.hpp"
#include "core/file.hpp"
#include "core/hash.hpp"
#include "profile/database.hpp"
#include "profile/roster.hpp"
#include "profile/secret_file.hpp"

namespace knead::profile {
namespace {

std::span<const std::uint8_t> bytesOf(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::uint64_t checksumOf(std::span<const std::uint8_t> bytes) {
  Hash64 hash;
  hash.addBytes(bytes);
  return hash.value();
}

}  // namespace

std::vector<std::uint8_t> encode(const Archive& archive) {
  ByteWriter out;
  out.raw({reinterpret_cast<const std::uint8_t*>(kArchiveMagic.data()), kArchiveMagic.size()});
  out.u16(kArchiveVersion);
  out.text(archive.name);
  out.u64(archive.store.size());
  out.raw(bytesOf(archive.store));
  for (const std::string* part : {&archive.settings, &archive.key}) {
    out.u32(static_cast<std::uint32_t>(part->size()));
    out.raw(bytesOf(*part));
  }
  out.u64(checksumOf(out.bytes()));
  return out.bytes();
}

Result<Archive> decodeArchive(std::span<const std::uint8_t> bytes, const std::string& name) {
  constexpr std::size_t kChecksum = 8;
  ByteReader in(bytes);
  const auto wrong = [&](const std::string& what) {
    return Error{name, "byte " + std::to_string(in.position()), what};
  };
  std::string magic;
  for (std::size_t i = 0; i < kArchiveMagic.size(); ++i) magic += static_cast<char>(in.u8());
  if (magic != kArchiveMagic) return wrong("is no profile of Knead");
  if (const std::uint16_t version = in.u16(); version != kArchiveVersion)
    return wrong("found version " + std::to_string(version) + ", this game reads " + std::to_string(kArchiveVersion) +
                 "; use the version of Knead that wrote it");
  if (bytes.size() < in.position() + kChecksum) return wrong("the file ends too early; copy it again");
  const std::span<const std::uint8_t> content = bytes.first(bytes.size() - kChecksum);
  if (ByteReader(bytes.last(kChecksum)).u64() != checksumOf(content))
    return wrong("the check sum does not fit: the file is damaged; copy it again");
  Archive out;
  const auto part = [&](std::uint64_t size, std::size_t most, std::string& into) {
    if (in.failed() || size > most || size > in.remaining()) return false;
    into.assign(reinterpret_cast<const char*>(bytes.data() + in.position()), size);
    in.skip(size);
    return true;
  };
  out.name = cleanName(in.text(kMostNameBytes));
  if (!part(in.u64(), kMostArchiveBytes, out.store)) return wrong("the store does not fit into the file");
  if (!part(in.u32(), kMostSettingsBytes, out.settings)) return wrong("the settings do not fit into the file");
  if (!part(in.u32(), kMostKeyBytes, out.key)) return wrong("the key does not fit into the file");
  if (in.failed() || in.remaining() != kChecksum) return wrong("there are bytes that belong to nothing");
  return out;
}

Result<Archive> readArchive(const std::string& path) {
  const auto text = readWholeFile(path, kMostArchiveBytes);
  if (!text) return text.error();
  return decodeArchive(bytesOf(text.value()), path);
}

Result<Archive> archiveOf(const Store& store, const std::string& name, const std::string& settingsFile,
                          const std::string& keyFile) {
  Archive out;
  out.name = name;
  auto bytes = store.bytes();
  if (!bytes) return bytes.error();
  out.store = std::move(bytes).value();
  const auto read = [](const std::string& path, std::size_t most, std::string& into) -> std::optional<Error> {
    if (!isThere(path)) return std::nullopt;
    auto text = readWholeFile(path, most);
    if (!text) return text.error();
    into = std::move(text).value();
    return std::nullopt;
  };
  if (const auto problem = read(settingsFile, kMostSettingsBytes, out.settings)) return *problem;
  if (const auto problem = read(keyFile, kMostKeyBytes, out.key)) return *problem;
  return out;
}

Result<std::size_t> unpackArchive(const Archive& archive, const std::string& storeFile, const std::string& settingsFile,
                                  const std::string& keyFile) {
  for (const std::string& path : {storeFile, settingsFile, keyFile})
    if (isThere(path)) return Error{path, "", "is there already and is not written over"};
  const auto undo = [&](Error error) {
    for (const std::string& path : {storeFile, settingsFile, keyFile}) ::unlink(path.c_str());
    return error;
  };
  auto done = writeWholeFileSafely(storeFile, bytesOf(archive.store));
  if (!done) return undo(done.error());
  if (const auto fault = faultOf(storeFile)) return undo({storeFile, "", "the store in this profile " + *fault});
  if (!archive.settings.empty()) done = writeWholeFileSafely(settingsFile, bytesOf(archive.settings));
  if (!done) return undo(done.error());
  if (!archive.key.empty()) done = writeSecret(keyFile, archive.key);
  if (!done) return undo(done.error());
  return done;
}

}  // namespace knead::profile
