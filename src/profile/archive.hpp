// A whole profile as one file, to take to another machine or to keep: name, store, settings and key. docs/profiles.md
// has the layout. It holds the player's secret, so it is written for the player's eyes alone; it comes from who knows
// where, so everything in it is checked before anything of it is used.
//
//   8 bytes   magic "KNEADPRO"
//   u16       version (1)
//   text      name: varint length, UTF-8
//   u64       bytes of the store, then the store: an SQLite file
//   u32       bytes of the settings, then settings.json; may be 0
//   u32       bytes of the key, then the key as text; may be 0
//   u64       Hash64 of all bytes before it
#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"
#include "profile/store.hpp"

namespace knead::profile {

inline constexpr std::string_view kArchiveMagic = "KNEADPRO";
inline constexpr std::uint16_t kArchiveVersion = 1;
inline constexpr const char* kArchiveExtension = "kneadprofile";
inline constexpr std::size_t kMostArchiveBytes = 1U << 30U, kMostSettingsBytes = 1U << 20U, kMostKeyBytes = 4096;

struct Archive {
  std::string name, store, settings, key;
  friend bool operator==(const Archive&, const Archive&) = default;
};

[[nodiscard]] std::vector<std::uint8_t> encode(const Archive& archive);
// Error with the byte at which it is wrong. What the store in it holds is not looked at.
[[nodiscard]] Result<Archive> decodeArchive(std::span<const std::uint8_t> bytes, const std::string& name);
[[nodiscard]] Result<Archive> readArchive(const std::string& path);

// What is kept in the folders of a profile, with the store as it is now.
[[nodiscard]] Result<Archive> archiveOf(const Store& store, const std::string& name, const std::string& settingsFile,
                                        const std::string& keyFile);
// Puts it into empty folders. Error: a file is there already, or the store in it is damaged, newer, or not one of this
// game; then nothing is left of it.
[[nodiscard]] Result<std::size_t> unpackArchive(const Archive& archive, const std::string& storeFile,
                                                const std::string& settingsFile, const std::string& keyFile);

}  // namespace knead::profile
