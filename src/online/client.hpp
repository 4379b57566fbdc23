// Talks with a server of boards: one request, one answer, in the time that is given; the caller chooses the thread.
// Knows no files and no screens. Works over https where the address says so.
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <vector>

#include "board/identity.hpp"
#include "board/key.hpp"
#include "board/token.hpp"
#include "board/verdict.hpp"
#include "core/result.hpp"

namespace knead::online {

struct ServerInfo {
  std::string name;
  board::ServerId id{};
  std::uint32_t rules = 0;
  std::int64_t timeMs = 0;     // the server's clock
  std::string day;             // its day, UTC
  std::uint64_t dayLevel = 0;  // hash of today's back there
};

struct Line {
  std::int64_t rank = 0;
  std::string name;
  board::PublicKey player{};
  board::Hash256 run{};
  int score = 0, stars = 0;
  std::int64_t receivedMs = 0;
};
struct Board {
  std::string id, level;
  std::int64_t players = 0;
  std::vector<Line> lines;
  std::string after;  // where the next page goes on; empty at the end
};

struct Verdict {
  board::Verdict verdict = board::Verdict::Busy;
  bool known = false;
  int score = 0, stars = 0;  // the server's
  std::int64_t rank = 0, players = 0;
  int bestScore = 0;
  int waitSeconds = 0;
  std::string run;  // its name, hexadecimal
};

// What went wrong on the way: no server there, not one of ours, an answer that makes no sense. `forNow`: trying later
// may help.
struct Problem {
  std::string what;
  bool forNow = true;
};
template <class T>
struct Answer {
  std::optional<T> value;
  Problem problem;
  explicit operator bool() const { return value.has_value(); }
};

class Client {
 public:
  // `address`: "https://boards.example.org", "http://192.168.1.20:8375", with or without a slash at the end.
  explicit Client(std::string address, int timeoutSeconds = 10);
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  virtual ~Client() = default;
  // What is under way is given up as soon as this becomes true; it must outlive the requests.
  void giveUpWhen(const std::atomic<bool>& stop) { m_stop = &stop; }

  [[nodiscard]] const std::string& address() const { return m_address; }
  [[nodiscard]] virtual Answer<ServerInfo> server() const;
  // Leave to begin today's back; the server's day has to be `day`.
  [[nodiscard]] virtual Answer<board::StartToken> start(const board::Identity& me, const ServerInfo& server,
                                                        const std::string& day, std::uint64_t levelHash) const;
  // A submission as board::encode gives it.
  [[nodiscard]] virtual Answer<Verdict> submit(const board::Bytes& submission) const;
  [[nodiscard]] virtual Answer<Board> top(const std::string& board, const std::string& after = {},
                                          int limit = 50) const;
  [[nodiscard]] virtual Answer<Board> around(const std::string& board, const board::PublicKey& player) const;
  [[nodiscard]] virtual Answer<Board> among(const std::string& board,
                                            const std::vector<board::PublicKey>& players) const;
  // The replay file of a run.
  [[nodiscard]] virtual Answer<board::Bytes> recording(const board::Hash256& run) const;
  // Gives the name as the server shows it. A name that is not taken is a problem that is not for now.
  [[nodiscard]] virtual Answer<std::string> rename(const board::Identity& me, const ServerInfo& server,
                                                   const std::string& name) const;
  [[nodiscard]] virtual Answer<bool> forgetMe(const board::Identity& me, const ServerInfo& server) const;
  // All that the server keeps of the player, as JSON text.
  [[nodiscard]] virtual Answer<std::string> exportMe(const board::Identity& me, const ServerInfo& server) const;

 private:
  struct Reply {
    int status = 0;
    std::string body;
    Problem problem;
  };
  [[nodiscard]] Reply request(const std::string& method, const std::string& target, const std::string& body,
                              const std::vector<std::string>& headers = {}) const;
  [[nodiscard]] Reply signedRequest(const board::Identity& me, const ServerInfo& server, const std::string& method,
                                    const std::string& target, const std::string& body) const;
  [[nodiscard]] Answer<Board> readBoard(const std::string& target) const;

  std::string m_address;
  int m_timeoutSeconds;
  const std::atomic<bool>* m_stop = nullptr;
};

// "https://boards.example.org" from what somebody typed: a scheme is added, space and slashes at the end are taken
// away. Error: what an address looks like.
[[nodiscard]] Result<std::string> readAddress(const std::string& typed);

}  // namespace knead::online
