// What a player has to do with a server of boards: its address, runs on their way there, friends; see player.hpp.
#include <algorithm>
#include <ctime>
#include <nlohmann/json.hpp>

#include "app/player.hpp"
#include "board/judge.hpp"
#include "board/key.hpp"
#include "daily/calendar.hpp"
#include "daily/daily.hpp"
#include "level/level_json.hpp"

namespace knead::app {
namespace {

using nlohmann::json;

std::int64_t now() { return std::time(nullptr); }

}  // namespace

void Player::setServer(const std::string& address) {
  m_settings.setServer(address);
  saveSettings();
}

void Player::readFriends() {
  const auto text = m_store.document(profile::kFriendsDocument);
  const json list = text && text.value() ? level::parseDocument(*text.value()) : json::array();
  if (!list.is_array()) return tell(m_store.path() + ": the list of friends cannot be read; it begins anew");
  for (const json& one : list) {
    const auto key = one.is_object() && one.contains("key") && one["key"].is_string()
                         ? board::fromHex<32>(one["key"].get<std::string>())
                         : std::nullopt;
    if (!key || m_friends.size() >= kMostFriends) continue;
    const bool named = one.contains("name") && one["name"].is_string();
    m_friends.push_back({*key, named ? one["name"].get<std::string>() : std::string()});
  }
}

bool Player::turnFriend(const Friend& one) {
  const auto there =
      std::find_if(m_friends.begin(), m_friends.end(), [&](const Friend& f) { return f.key == one.key; });
  if (there != m_friends.end())
    m_friends.erase(there);
  else if (m_friends.size() >= kMostFriends)
    return false;
  else
    m_friends.push_back(one);
  json list = json::array();
  for (const Friend& f : m_friends) list.push_back({{"key", board::hexOf(f.key)}, {"name", f.name}});
  writeLetter([&](profile::Store::Writer& writer) {
    writer.document(profile::kFriendsDocument, list.dump(-1, ' ', false, json::error_handler_t::replace));
  });
  return true;
}

std::optional<profile::Letter> Player::letterFor(const profile::Run& run, const replay::Header& header,
                                                 std::vector<std::uint8_t> recording,
                                                 const std::optional<board::StartToken>& start) const {
  // Of later visits there is no recording.
  if (server().empty() || run.score <= 0 || recording.empty() || board::objection(header)) return std::nullopt;
  // A board of a day takes what was begun with its leave and nothing else.
  const auto day = daily::dayOfId(run.level);
  if (day.has_value() != start.has_value()) return std::nullopt;
  profile::Letter letter;
  letter.server = server();
  letter.level = run.level;
  letter.board = board::idOf(board::keyOf(header, day));
  letter.score = run.score;
  letter.at = run.at;
  if (m_store.posted(letter)) return std::nullopt;
  letter.recording = std::move(recording);
  if (start) letter.token = board::encode(*start);
  return letter;
}

bool Player::writeLetter(const std::function<void(profile::Store::Writer&)>& what) {
  const auto wrote = m_store.write(what);
  if (!wrote) tellOfWriting(wrote.error().text());
  return wrote.ok();
}

std::vector<profile::Letter> Player::letters(int most) const {
  auto all = m_store.letters(server(), most);
  return all ? std::move(all).value() : std::vector<profile::Letter>{};
}

std::optional<profile::Letter> Player::dueLetter() const {
  auto letter = m_store.dueLetter(server(), now());
  return letter ? std::move(letter).value() : std::nullopt;
}

bool Player::answered(const profile::Letter& letter, const std::string& verdict, std::int64_t place,
                      std::int64_t players) {
  return writeLetter([&](profile::Store::Writer& writer) { writer.answered(letter.id, verdict, place, players); });
}

bool Player::sendLater(const profile::Letter& letter, int seconds) {
  return writeLetter([&](profile::Store::Writer& writer) { writer.later(letter.id, now() + seconds); });
}

}  // namespace knead::app
