// The way of a submission: a bounded queue, threads that judge, one thread that writes what was accepted in batches,
// and the answer. An answer that says accepted is given after the store has it for good. What finds the queue full is
// told to come again and costs nothing.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "server/clock.hpp"
#include "server/limits.hpp"
#include "server/metrics.hpp"
#include "server/runs/alike.hpp"
#include "server/runs/examine.hpp"
#include "server/site.hpp"

namespace knead::server {

struct Answer {
  board::Verdict verdict = board::Verdict::Busy;
  std::string why;
  std::optional<RunRow> run;      // as it stands in the store
  bool known = false;             // it was there already
  std::optional<Standing> place;  // the player's best on that board
  std::int64_t players = 0;
  int waitSeconds = 0;  // after which to come again
};

class Submissions {
 public:
  using Done = std::function<void(Answer)>;
  // It must outlive this.
  explicit Submissions(const Site& site);
  ~Submissions();
  Submissions(const Submissions&) = delete;
  Submissions& operator=(const Submissions&) = delete;

  // `caller`: callerOf the address. `done` is called once, soon or later, from this or another thread.
  void hand(board::Bytes body, std::string caller, Done done);
  // Takes nothing more, answers all that is inside, and returns.
  void stop();
  // Share of the queue that is taken, 0..1.
  [[nodiscard]] double fullness() const;

 private:
  struct Job {
    board::Bytes body;
    std::string caller;
    Done done;
  };
  struct ToWrite {
    NewRun run;
    Answer answer;
    std::string caller;
    Done done;
  };
  void judgeLoop();
  void writeLoop();
  void answerLoop();
  void judgeOne(Job job);
  void write(std::vector<ToWrite> batch);
  // Where the player stands now; needs reads, so it is done beside the writing.
  void finish(ToWrite one);
  void tell(const std::string& caller, const Done& done, Answer answer);
  // Why it is not worth a judgement; sets `isNew` where the server never saw this key.
  [[nodiscard]] std::optional<Answer> objection(const board::Submission& submission, const std::string& caller,
                                                bool& isNew);

  static constexpr int kPerCaller = 8;       // in work at once from one address
  static constexpr std::size_t kBatch = 64;  // runs written in one transaction at most

  Store* m_store;
  const board::Levels* m_levels;
  const Secrets* m_secrets;
  const Config* m_config;
  Clock m_clock;
  Metrics* m_metrics;
  Alike m_alike;
  RateLimit* m_newPlayers;
  RateLimit m_perPlayer;

  mutable std::mutex m_mutex;
  std::condition_variable m_jobsCame, m_writesCame, m_answersCame;
  std::deque<Job> m_jobs;
  std::deque<ToWrite> m_writes, m_answers;
  std::map<std::string, int> m_inWork;  // by caller
  std::size_t m_inside = 0;             // queued, judged or written, not yet answered
  bool m_stopping = false;
  bool m_judged = false, m_written = false;  // those threads are done for good
  std::vector<std::thread> m_judges;
  std::thread m_writer, m_answerer;
};

}  // namespace knead::server
