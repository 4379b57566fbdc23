// A server of one's own in a folder of its own, with a clock that the test turns, and a player who talks to it.
#pragma once

#include <atomic>
#include <filesystem>

#include "board/material.hpp"
#include "board/submission.hpp"
#include "online/client.hpp"
#include "replay/write.hpp"
#include "server/running.hpp"
#include "server/store/open.hpp"
#include "support/catch.hpp"
#include "support/played.hpp"

namespace knead::testing {

// 2026-11-28, noon.
inline constexpr server::Ms kNoon = 20785LL * server::kDayMs + server::kDayMs / 2;

class Place {
 public:
  explicit Place(const std::string& name, const std::function<void(server::Config&)>& change = {}) {
    m_folder = std::filesystem::path(KNEAD_TEST_OUTPUT_DIR) / "server" / name;
    std::filesystem::remove_all(m_folder);
    std::filesystem::create_directories(m_folder);
    m_config.listen = "127.0.0.1";
    m_config.port = 0;
    m_config.name = "A test";
    m_config.pageCacheMs = 0;
    m_config.runsPerMinutePerAddress = m_config.runsPerMinutePerPlayer = m_config.readsPerMinutePerAddress = 0;
    m_config.newPlayersPerDayPerAddress = 0;
    m_config.store = (m_folder / "board.db").string();
    if (change) change(m_config);
    start();
  }

  void start() {
    auto store = server::openStore(m_config.store);
    REQUIRE(store.ok());
    auto running = server::Running::start(m_config, KNEAD_SOURCE_DATA_DIR, std::move(store).value(),
                                          [this] { return now.load(); });
    INFO((running ? std::string() : running.error().text()));
    REQUIRE(running.ok());
    m_running = std::move(running).value();
  }
  void stop() { m_running.reset(); }

  [[nodiscard]] server::Running& running() { return *m_running; }
  [[nodiscard]] server::Store& store() { return m_running->store(); }
  [[nodiscard]] int port() const { return m_running->port(); }
  [[nodiscard]] online::Client client() const { return online::Client("http://127.0.0.1:" + std::to_string(port())); }
  [[nodiscard]] std::filesystem::path folder() const { return m_folder; }
  [[nodiscard]] const server::Config& config() const { return m_config; }

  std::atomic<server::Ms> now{kNoon};

  // A recording, signed for this server by `me`.
  [[nodiscard]] board::Bytes submission(const replay::Replay& replay, const board::Identity& me,
                                        const std::optional<board::StartToken>& token = std::nullopt) const {
    board::Submission out;
    out.server = m_running->secrets().id;
    out.recording = replay::encode(replay);
    out.token = token;
    return board::encode(out, me).value();
  }
  [[nodiscard]] online::Verdict hand(const replay::Replay& replay, const board::Identity& me,
                                     const std::optional<board::StartToken>& token = std::nullopt) const {
    const auto answer = client().submit(submission(replay, me, token));
    INFO(answer.problem.what);
    REQUIRE(answer);
    return *answer.value;
  }
  [[nodiscard]] board::Verdict verdict(const replay::Replay& replay, const board::Identity& me,
                                       const std::optional<board::StartToken>& token = std::nullopt) const {
    return hand(replay, me, token).verdict;
  }
  [[nodiscard]] board::Verdict verdictOn(const board::Bytes& bytes) const {
    const auto answer = client().submit(bytes);
    INFO(answer.problem.what);
    REQUIRE(answer);
    return answer.value->verdict;
  }

 private:
  std::filesystem::path m_folder;
  server::Config m_config;
  std::unique_ptr<server::Running> m_running;
};

}  // namespace knead::testing
