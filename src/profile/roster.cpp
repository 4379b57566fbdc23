#include "profile/roster.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "core/file.hpp"
#include "profile/in_use.hpp"
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

std::optional<std::size_t> placeOf(const std::string& folder, const std::vector<Member>& members) {
  for (std::size_t i = 0; i < members.size(); ++i)
    if (members[i].folder == folder) return i;
  return std::nullopt;
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
    if (!placeOf(folder, roster.m_members) && isFolder(folder) &&
        std::filesystem::exists(folders + "/" + folder + "/" + kStoreFile, bad))
      roster.m_members.push_back({folder, folder});
  }
  const std::string chosen = textIn(document, "chosen");
  roster.m_chosen = placeOf(chosen, roster.m_members).value_or(0);
  roster.m_starts = roster.m_members[roster.m_chosen].folder;
  return roster;
}

// The list as it is on the disk, where it can be read; whoever plays here stays who they are. Gives the new place of
// `member`.
Result<std::size_t> Roster::renew(std::size_t member) {
  if (!m_kept) return member;
  std::string notice;
  Roster now = load(m_machine, notice);
  if (!notice.empty()) return member;
  const Member wanted = m_members[member], mine = m_members[m_chosen];
  if (!placeOf(mine.folder, now.m_members)) now.m_members.push_back(mine);
  now.m_chosen = *placeOf(mine.folder, now.m_members);
  *this = std::move(now);
  if (const auto place = placeOf(wanted.folder, m_members)) return *place;
  return Error{"", "", "another window has removed this profile"};
}

Result<std::size_t> Roster::save() const {
  if (!m_kept) return std::size_t{0};
  json members = json::array();
  for (const Member& one : m_members) members.push_back({{"folder", one.folder}, {"name", one.name}});
  return fileOf(m_machine).save({{"members", members}, {"chosen", m_starts}});
}

Dirs Roster::dirsOf(std::size_t member) const {
  const std::string& folder = m_members[member].folder;
  if (folder.empty()) return m_machine;
  // The log is the program's, not somebody's.
  return {m_machine.config + kFolder + folder, m_machine.data + kFolder + folder, m_machine.state};
}

Result<std::size_t> Roster::choose(std::size_t member) {
  auto place = renew(member);
  if (!place) return place;
  const std::string before = std::exchange(m_starts, m_members[place.value()].folder);
  if (auto saved = save(); !saved) {
    m_starts = before;
    return saved;
  }
  m_chosen = place.value();
  return place;
}

Result<std::size_t> Roster::rename(std::size_t member, const std::string& name) {
  auto place = renew(member);
  if (!place) return place;
  const std::string before = std::exchange(m_members[place.value()].name, cleanName(name));
  if (auto saved = save(); !saved) {
    m_members[place.value()].name = before;
    return saved;
  }
  return place;
}

Result<std::size_t> Roster::add(const std::string& name) {
  if (auto renewed = renew(m_chosen); !renewed) return renewed;
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
  auto found = renew(member);
  if (!found) return found;
  const std::size_t place = found.value();
  if (place == 0) return Error{"", "", "the first profile has the game's own folder and stays"};
  if (place == m_chosen) return Error{"", "", "this profile is in use; choose another one first"};
  const Roster before = *this;
  const Dirs dirs = dirsOf(place);
  if (m_kept && isInUse(dirs.data))
    return Error{"", "", "this profile is in use in another window; close that or choose another profile there"};
  if (m_starts == m_members[place].folder) m_starts = m_members[m_chosen].folder;
  m_members.erase(m_members.begin() + static_cast<std::ptrdiff_t>(place));
  if (m_chosen > place) --m_chosen;
  if (auto saved = save(); !saved) {
    *this = before;
    return saved;
  }
  if (!m_kept) return m_chosen;
  std::error_code bad;
  for (const std::string& folder : {dirs.data, dirs.config}) {
    std::filesystem::remove_all(folder, bad);
    if (bad) return Error{folder, "", "cannot be deleted: " + bad.message() + "; delete it by hand"};
  }
  return m_chosen;
}

}  // namespace knead::profile
