#include "server/runs/submissions.hpp"

#include <algorithm>
#include <chrono>

#include "server/clock.hpp"

namespace knead::server {
namespace {

using board::Verdict;
using Steady = std::chrono::steady_clock;

double sinceMs(Steady::time_point from) {
  return std::chrono::duration<double, std::milli>(Steady::now() - from).count();
}

Answer no(Verdict verdict, int waitSeconds) {
  Answer answer;
  answer.verdict = verdict;
  answer.waitSeconds = waitSeconds;
  return answer;
}

}  // namespace

Submissions::Submissions(const Site& site)
    : m_store(&site.store),
      m_levels(&site.levels),
      m_secrets(&site.secrets),
      m_config(&site.config),
      m_clock(site.clock),
      m_metrics(&site.metrics),
      m_alike(site.store),
      m_newPlayers(&site.newPlayers),
      m_perPlayer(site.config.runsPerMinutePerPlayer, kMinuteMs) {
  const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const int threads = m_config->judgeThreads > 0 ? m_config->judgeThreads : cores;
  for (int i = 0; i < threads; ++i) m_judges.emplace_back([this] { judgeLoop(); });
  m_writer = std::thread([this] { writeLoop(); });
  m_answerer = std::thread([this] { answerLoop(); });
}

Submissions::~Submissions() { stop(); }

void Submissions::hand(board::Bytes body, std::string caller, Done done) {
  {
    const std::scoped_lock lock(m_mutex);
    const auto most = static_cast<std::size_t>(m_config->judgeQueue);
    if (!m_stopping && m_inside < most && m_inWork[caller] < kPerCaller) {
      ++m_inside;
      ++m_inWork[caller];
      m_metrics->queued = static_cast<std::int64_t>(m_inside);
      m_jobs.push_back({std::move(body), std::move(caller), std::move(done)});
      m_jobsCame.notify_one();
      return;
    }
    // Whoever found no room leaves no trace.
    const auto mark = m_inWork.find(caller);
    if (mark != m_inWork.end() && mark->second == 0) m_inWork.erase(mark);
  }
  m_metrics->count(Verdict::Busy);
  Answer busy;
  busy.waitSeconds = 2;
  done(std::move(busy));
}

void Submissions::stop() {
  {
    const std::scoped_lock lock(m_mutex);
    if (m_stopping) return;
    m_stopping = true;
  }
  m_jobsCame.notify_all();
  for (std::thread& judge : m_judges) judge.join();
  {
    const std::scoped_lock lock(m_mutex);
    m_judged = true;
  }
  m_writesCame.notify_all();
  m_writer.join();
  {
    const std::scoped_lock lock(m_mutex);
    m_written = true;
  }
  m_answersCame.notify_all();
  m_answerer.join();
}

double Submissions::fullness() const {
  const std::scoped_lock lock(m_mutex);
  return static_cast<double>(m_inside) / static_cast<double>(m_config->judgeQueue);
}

void Submissions::tell(const std::string& caller, const Done& done, Answer answer) {
  m_metrics->count(answer.verdict);
  if (answer.known) ++m_metrics->knownRuns;
  {
    const std::scoped_lock lock(m_mutex);
    --m_inside;
    m_metrics->queued = static_cast<std::int64_t>(m_inside);
    const auto mark = m_inWork.find(caller);
    if (mark != m_inWork.end() && --mark->second == 0) m_inWork.erase(mark);
  }
  done(std::move(answer));
}

void Submissions::judgeLoop() {
  for (;;) {
    std::unique_lock lock(m_mutex);
    m_jobsCame.wait(lock, [this] { return !m_jobs.empty() || m_stopping; });
    if (m_jobs.empty()) return;
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    lock.unlock();
    judgeOne(std::move(job));
  }
}

std::optional<Answer> Submissions::objection(const board::Submission& submission, const std::string& caller,
                                             bool& isNew) {
  const Ms now = m_clock();
  if (!m_perPlayer.allows(board::hexOf(submission.player), now)) return no(Verdict::TooMany, m_perPlayer.waitSeconds());
  const auto player = m_store->player(submission.player);
  if (!player) return no(Verdict::StoreDown, 10);
  if (player.value() && player.value()->banned) return no(Verdict::Banned, 0);
  isNew = !player.value();
  if (isNew && !m_newPlayers->wouldAllow(caller, now)) return no(Verdict::TooMany, m_newPlayers->waitSeconds());
  // A recording that is there needs no second look.
  const auto known = m_store->run(board::hash256(submission.recording));
  if (!known) return no(Verdict::StoreDown, 10);
  if (known.value() && known.value()->player == submission.player) {
    Answer answer = no(Verdict::Accepted, 0);
    answer.known = true;
    answer.run = known.value();
    if (answer.run->score != answer.run->claimedScore) answer.verdict = Verdict::ScoreDiffers;
    return answer;
  }
  return std::nullopt;
}

void Submissions::judgeOne(Job job) {
  const auto from = Steady::now();
  Answer answer;
  Opened opened = open(job.body, *m_secrets);
  if (opened.verdict != Verdict::Accepted) {
    answer.verdict = opened.verdict;
    answer.why = std::move(opened.why);
    return tell(job.caller, job.done, std::move(answer));
  }
  bool isNew = false;
  if (auto why = objection(opened.submission, job.caller, isNew)) {
    if (!why->known) return tell(job.caller, job.done, std::move(*why));
    return finish({{}, std::move(*why), std::move(job.caller), std::move(job.done)});
  }
  Examined seen = examine(opened.submission, *m_levels, *m_secrets, *m_config, m_clock());
  m_metrics->secondsJudged += seen.secondsPlayed;
  answer.verdict = seen.judgement.verdict;
  answer.why = seen.judgement.why;
  if (seen.run) {
    if (seen.run->row.driftSecond != 0) ++m_metrics->driftedRuns;
    seen.run->row.flag = m_alike.noticed(*seen.run, seen.replay);
    if (!seen.run->row.flag.empty()) ++m_metrics->flaggedRuns;
  }
  m_metrics->judging.add(sinceMs(from));
  if (!seen.run) return tell(job.caller, job.done, std::move(answer));
  // Only what makes a player counts: somebody's first twenty refused runs keep nobody else away.
  if (isNew && !m_newPlayers->allows(job.caller, m_clock()))
    return tell(job.caller, job.done, no(Verdict::TooMany, m_newPlayers->waitSeconds()));
  const std::scoped_lock lock(m_mutex);
  m_writes.push_back({std::move(*seen.run), std::move(answer), std::move(job.caller), std::move(job.done)});
  m_writesCame.notify_one();
}

void Submissions::writeLoop() {
  for (;;) {
    std::unique_lock lock(m_mutex);
    m_writesCame.wait(lock, [this] { return !m_writes.empty() || m_judged; });
    if (m_writes.empty()) return;
    std::vector<ToWrite> batch;
    while (!m_writes.empty() && batch.size() < kBatch) {
      batch.push_back(std::move(m_writes.front()));
      m_writes.pop_front();
    }
    lock.unlock();
    write(std::move(batch));
  }
}

void Submissions::write(std::vector<ToWrite> batch) {
  std::vector<NewRun> runs;
  runs.reserve(batch.size());
  for (const ToWrite& one : batch) runs.push_back(one.run);
  const auto from = Steady::now();
  const auto taken = m_store->take(runs);
  m_metrics->storing.add(sinceMs(from));
  for (std::size_t i = 0; i < batch.size(); ++i) {
    ToWrite& one = batch[i];
    if (!taken) {
      one.answer = {};
      one.answer.verdict = Verdict::StoreDown;
      one.answer.waitSeconds = 10;
      tell(one.caller, one.done, std::move(one.answer));
      continue;
    }
    switch (taken.value()[i].taken) {
      case Taken::New: one.answer.run = one.run.row; break;
      case Taken::Known:
        one.answer.known = true;
        one.answer.run = one.run.row;
        one.answer.run->id = taken.value()[i].run;
        break;
      case Taken::Copied: one.answer.verdict = Verdict::Copied; break;
      case Taken::UsedToken: one.answer.verdict = Verdict::UsedToken; break;
      case Taken::Banned: one.answer.verdict = Verdict::Banned; break;
      case Taken::Frozen: one.answer.verdict = Verdict::Frozen; break;
    }
    if (!one.answer.run) {
      tell(one.caller, one.done, std::move(one.answer));
      continue;
    }
    const std::scoped_lock lock(m_mutex);
    m_answers.push_back(std::move(one));
    m_answersCame.notify_one();
  }
}

void Submissions::answerLoop() {
  for (;;) {
    std::unique_lock lock(m_mutex);
    m_answersCame.wait(lock, [this] { return !m_answers.empty() || m_written; });
    if (m_answers.empty()) return;
    ToWrite one = std::move(m_answers.front());
    m_answers.pop_front();
    lock.unlock();
    finish(std::move(one));
  }
}

void Submissions::finish(ToWrite one) {
  const RunRow& run = *one.answer.run;
  const std::array<board::PublicKey, 1> me = {run.player};
  // The run is kept, whatever these say.
  if (auto place = m_store->among(run.board, me); place && !place.value().empty())
    one.answer.place = std::move(place).value().front();
  if (const auto board = m_store->board(run.board); board && board.value()) one.answer.players = board.value()->players;
  tell(one.caller, one.done, std::move(one.answer));
}

}  // namespace knead::server
