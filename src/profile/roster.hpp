// The people who play on this machine, each with a name and folders of their own: settings, store, key. The first has
// the folders that a single player has; further ones lie in "profiles" within these. The list itself is profiles.json
// in the data folder, and is written only when there is something to say.
#pragma once

#include <string>
#include <vector>

#include "core/result.hpp"
#include "profile/dirs.hpp"

namespace knead::profile {

struct Member {
  std::string folder;  // its name within "profiles"; empty: the first
  std::string name;    // empty: has not said one
  friend bool operator==(const Member&, const Member&) = default;
};

inline constexpr std::size_t kMostMembers = 32, kMostNameBytes = 48;

// A name as it is kept: without white space at the ends and without control characters; empty if nothing is left, cut
// where it is longer than kMostNameBytes, between letters.
[[nodiscard]] std::string cleanName(const std::string& text);

class Roster {
 public:
  inline static constexpr int kSchema = 1;

  // One player who has not said a name; nothing is kept.
  Roster() : m_members(1) {}
  // `machine`: the folders of the first. A folder of a profile that the list has lost is put on it again.
  [[nodiscard]] static Roster load(const Dirs& machine, std::string& notice);

  [[nodiscard]] const std::vector<Member>& members() const { return m_members; }
  [[nodiscard]] std::size_t chosen() const { return m_chosen; }
  [[nodiscard]] Dirs dirsOf(std::size_t member) const;
  // The folders of the first, and of what belongs to the machine, whoever plays.
  [[nodiscard]] const Dirs& machine() const { return m_machine; }

  // Each takes in what other windows have changed since, changes the list and writes it, and gives the place of the
  // member in the list as it is then. Error: it cannot be written, or another window has removed the member; then
  // nothing but that is changed.
  [[nodiscard]] Result<std::size_t> choose(std::size_t member);
  [[nodiscard]] Result<std::size_t> rename(std::size_t member, const std::string& name);
  // A new one with folders that are there and empty.
  [[nodiscard]] Result<std::size_t> add(const std::string& name);
  // Takes it off the list and deletes all that was kept of it; gives the place of whoever plays. Error: the first, or
  // one who plays now, here or in another window.
  [[nodiscard]] Result<std::size_t> remove(std::size_t member);

 private:
  [[nodiscard]] Result<std::size_t> save() const;
  [[nodiscard]] Result<std::size_t> renew(std::size_t member);
  Dirs m_machine;
  bool m_kept = false;
  std::vector<Member> m_members;
  std::size_t m_chosen = 0;
  std::string m_starts;  // the folder of whoever plays when the game is started next: another window may have chosen
};

}  // namespace knead::profile
