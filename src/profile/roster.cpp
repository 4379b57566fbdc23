#include "profile/roster.hpp"

#include <algorithm>
#include <filesystem>

#include "core/file.hpp"
#include "profile/kept_file.hpp"
#include "profile/take_over.hpp"

namespace knead::profile {
namespace {

using nlohmann::json;

constexpr const char* kFolder = "/profiles/";
constexpr std::size_t kMostFolderBytes = 32;

KeptFile fileOf(const Dirs& machine) { return {machine.data + "/profiles.json", Roster::kSchema}; }

// A folder's name and never a way out of it.
bool isFolder(const std::string& name) {
  return !name.empty() && name.size() <= kMostFolderBytes &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

// What of a name may be the name of a folder that nobody has: none of the list, and none on the disk, which another
// window may have made since the list was read.
std::string folderFor(const std::string& name, const std::vector<Member>& taken, const Dirs* machine) {
  std::string stem;
  for (const char c : name) {
    const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((low >= 'a' && low <= 'z') || (low >= '0' && low <= '9')) stem += low;
    if (stem.size() == kMostFolderBytes / 2) break;
  }
  if (stem.empty()) stem = "player";
  std::string folder = stem;
  const auto isTaken = [&] {
    std::error_code ignored;
    const bool onDisk = machine != nullptr && (std::filesystem::exists(machine->data + kFolder + folder, ignored) ||
                                               std::filesystem::exists(machine->config + kFolder + folder, ignored));
    return onDisk || std::any_of(taken.begin(), taken.end(), [&](const Member& one) { return one.folder == folder; });
  };
  for (int i = 2; isTaken(); ++i) folder = stem + "-" + std::to_string(i);
  return folder;
}

}  // namespace

std::string cleanName(const std::string& text) {
  std::string name;
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) name += c;
  const std::size_t first = name.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  name = name.substr(first, name.find_last_not_of(' ') + 1 - first);
  if (name.size() <= kMostNameBytes) return name;
  std::size_t end = kMostNameBytes;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
  return name.substr(0, end);
}

Roster Roster::load(const Dirs& machine, std::string& notice) {
  Roster roster;
  roster.m_machine = machine;
  roster.m_kept = true;
  const Kept kept = fileOf(machine).load();
  notice = kept.notice;
  const json& document = kept.document;
  const auto textIn = [](const json& j, const char* key) {
    return j.is_object() && j.contains(key) && j[key].is_string() ? j[key].get<std::string>() : std::string();
  };
  if (document.contains("members") && document["members"].is_array()) {
    for (const json& entry : document["members"]) {
      const Member member{textIn(entry, "folder"), cleanName(textIn(entry, "name"))};
      if (member.folder.empty())
        roster.m_members.front().name = member.name;
      else if (isFolder(member.folder) && roster.m_members.size() < kMostMembers)
        roster.m_members.push_back(member);
    }
  }
  // Whoever has a store is somebody, whatever the list says.
  const std::string folders = machine.data + kFolder;
  const auto found = namesIn(folders);
  for (const std::string& folder : found ? found.value() : std::vector<std::string>()) {
    std::error_code bad;
    const bool known = std::any_of(roster.m_members.begin(), roster.m_members.end(),
                                   [&](const Member& one) { return one.folder == folder; });
    if (!known && isFolder(folder) && std::filesystem::exists(folders + "/" + folder + "/" + kStoreFile, bad))
      roster.m_members.push_back({folder, folder});
  }
  const std::string chosen = textIn(document, "chosen");
  for (std::size_t i = 0; i < roster.m_members.size(); ++i)
    if (roster.m_members[i].folder == chosen) roster.m_chosen = i;
  return roster;
}

Result<std::size_t> Roster::save() const {
  if (!m_kept) return std::size_t{0};
  json members = json::array();
  for (const Member& one : m_members) members.push_back({{"folder", one.folder}, {"name", one.name}});
  return fileOf(m_machine).save({{"members", members}, {"chosen", m_members[m_chosen].folder}});
}

Dirs Roster::dirsOf(std::size_t member) const {
  const std::string& folder = m_members[member].folder;
  if (folder.empty()) return m_machine;
  // The log is the program's, not somebody's.
  return {m_machine.config + kFolder + folder, m_machine.data + kFolder + folder, m_machine.state};
}

Result<std::size_t> Roster::choose(std::size_t member) {
  const std::size_t before = m_chosen;
  m_chosen = member;
  auto saved = save();
  if (!saved) m_chosen = before;
  return saved;
}

Result<std::size_t> Roster::rename(std::size_t member, const std::string& name) {
  const std::string before = m_members[member].name;
  m_members[member].name = cleanName(name);
  auto saved = save();
  if (!saved) m_members[member].name = before;
  return saved;
}

Result<std::size_t> Roster::add(const std::string& name) {
  if (m_members.size() >= kMostMembers)
    return Error{"", "", "there are " + std::to_string(kMostMembers) + " profiles already; remove one first"};
  const std::string clean = cleanName(name);
  m_members.push_back({folderFor(clean, m_members, m_kept ? &m_machine : nullptr), clean});
  const std::size_t place = m_members.size() - 1;
  Result<std::size_t> done = place;
  if (m_kept) {
    if (const auto made = makeDirs(dirsOf(place)); !made)
      done = made.error();
    else if (const auto saved = save(); !saved)
      done = saved.error();
  }
  if (!done) m_members.pop_back();
  return done;
}

Result<std::size_t> Roster::remove(std::size_t member) {
  if (member == 0) return Error{"", "", "the first profile has the game's own folder and stays"};
  if (member == m_chosen) return Error{"", "", "this profile is in use; choose another one first"};
  const Member gone = m_members[member];
  const Dirs dirs = dirsOf(member);
  const std::size_t chosen = m_chosen;
  m_members.erase(m_members.begin() + static_cast<std::ptrdiff_t>(member));
  if (m_chosen > member) --m_chosen;
  if (auto saved = save(); !saved) {
    m_members.insert(m_members.begin() + static_cast<std::ptrdiff_t>(member), gone);
    m_chosen = chosen;
    return saved;
  }
  if (!m_kept) return std::size_t{0};
  std::error_code bad;
  for (const std::string& folder : {dirs.data, dirs.config}) {
    std::filesystem::remove_all(folder, bad);
    if (bad) return Error{folder, "", "cannot be deleted: " + bad.message() + "; delete it by hand"};
  }
  return std::size_t{0};
}

}  // namespace knead::profile
