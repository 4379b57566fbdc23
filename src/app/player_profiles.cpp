// Several people on one machine: who plays, their keys, and what they take away or bring; see player.hpp.
#include <sys/stat.h>

#include <filesystem>

#include "app/exports.hpp"
#include "app/player.hpp"
#include "app/player_files.hpp"
#include "app/words/words.hpp"
#include "core/file.hpp"
#include "profile/archive.hpp"
#include "profile/secret_file.hpp"

namespace knead::app {
namespace {

Error notKept() { return {"", "", "nothing is kept here, so there is nothing to take along"}; }

}  // namespace

std::string Player::nameOf(std::size_t member) const {
  const std::string& name = m_roster.members()[member].name;
  if (!name.empty()) return name;
  return member == 0 ? std::string(words::tr("You"))
                     : words::fill(words::tr("Player {number}"), {{"number", std::to_string(member + 1)}});
}

Result<std::size_t> Player::choose(std::size_t member) {
  if (member == m_roster.chosen()) return member;
  std::int64_t run = 0;
  if (!m_unwritten.empty() && !writeDeeds(run))
    return Error{m_store.path(), "", "cannot be written, so this profile cannot be left; make room on the disk"};
  auto chosen = m_roster.choose(member);
  if (!chosen) return chosen;
  m_store.copyNow(std::time(nullptr));
  m_settings = {};
  m_progress = {};
  m_learning = {};
  m_diary = {};
  m_ghostFile.clear();
  m_friends.clear();
  m_toldOfWriting = false;
  const bool kept = m_dirs.has_value();
  m_dirs.reset();
  m_inUse.reset();
  m_store = storeInMemory();
  if (kept) open(m_roster.dirsOf(m_roster.chosen()));
  return chosen;
}

Result<std::size_t> Player::addMember(const std::string& name) {
  auto added = m_roster.add(name);
  if (!added || !m_dirs) return added;
  profile::Settings settings = m_settings;
  settings.setWelcomed(false);
  settings.setServer("");  // nobody's runs go anywhere before they say so
  const auto saved = settings.save(settingsFile(m_roster.dirsOf(added.value())));
  if (!saved) return saved.error();
  return added;
}

Result<std::size_t> Player::rename(std::size_t member, const std::string& name) {
  return m_roster.rename(member, name);
}
Result<std::size_t> Player::removeMember(std::size_t member) { return m_roster.remove(member); }

Result<board::Identity> Player::identity() const {
  if (!m_dirs) return notKept();
  const auto text = profile::secretIn(keyFile(), [] { return board::Identity::make().exportText(); });
  if (!text) return text.error();
  auto identity = board::Identity::importText(text.value());
  if (!identity) return Error{keyFile(), "", identity.error().what};
  return identity;
}

std::string Player::freeExport(const std::string& folder, const char* extension) const {
  std::string stem = "knead";
  for (const char c : name())
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
      stem += (stem == "knead" ? "-" : "") + std::string(1, c);
  return freeName(folder, stem, extension);
}

Result<std::string> Player::exportKey(const std::string& folder) const {
  const auto own = identity();
  if (!own) return own.error();
  const std::string file = freeExport(folder, "key.txt");
  if (file.empty()) return Error{folder, "", "cannot be written"};
  const auto wrote = profile::writeSecret(file, own.value().exportText());
  if (!wrote) return wrote.error();
  return file;
}

Result<std::string> Player::exportProfile(const std::string& folder) const {
  if (!m_dirs) return notKept();
  const auto archive = profile::archiveOf(m_store, name(), settingsFile(*m_dirs).path(), keyFile());
  if (!archive) return archive.error();
  const std::string file = freeExport(folder, profile::kArchiveExtension);
  if (file.empty()) return Error{folder, "", "cannot be written"};
  const auto bytes = profile::encode(archive.value());
  const auto wrote = profile::writeSecret(file, std::string(bytes.begin(), bytes.end()));
  if (!wrote) return wrote.error();
  return file;
}

Result<std::size_t> Player::importProfile(const std::string& file) {
  if (!m_dirs) return notKept();
  auto archive = profile::readArchive(file);
  if (!archive) return archive.error();
  auto added = m_roster.add(archive.value().name);
  if (!added) return added;
  const profile::Dirs dirs = m_roster.dirsOf(added.value());
  const auto unpacked = profile::unpackArchive(archive.value(), dirs.data + "/" + profile::kStoreFile,
                                               settingsFile(dirs).path(), dirs.data + "/key");
  if (!unpacked) {
    (void)m_roster.remove(added.value());
    return Error{file, "", unpacked.error().what};
  }
  return added;
}

profile::Store::Statistics Player::statistics() const {
  const auto all = m_store.statistics();
  return all ? all.value() : profile::Store::Statistics{};
}

}  // namespace knead::app
