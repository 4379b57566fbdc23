#include "server/metrics.hpp"

#include <cstdio>

namespace knead::server {
namespace {

std::string number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%g", value);
  return text.data();
}

void head(std::string& out, const std::string& name, const std::string& help, const char* type) {
  out += "# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n";
}

template <class T>
void one(std::string& out, const std::string& name, const std::string& help, const char* type, const T& value) {
  head(out, name, help, type);
  out += name + " " + std::to_string(value.load()) + "\n";
}

}  // namespace

void Histogram::add(double ms) {
  std::size_t at = 0;
  while (at < kUpToMs.size() && ms > kUpToMs[at]) ++at;
  ++m_counts[at];
  m_sumUs += static_cast<std::uint64_t>(ms > 0 ? ms * 1000.0 : 0.0);
}

void Histogram::write(std::string& out, const std::string& name, const std::string& help) const {
  head(out, name, help, "histogram");
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < m_counts.size(); ++i) {
    sum += m_counts[i].load();
    const std::string upTo = i < kUpToMs.size() ? number(kUpToMs[i] / 1000.0) : std::string("+Inf");
    out += name + "_bucket{le=\"" + upTo + "\"} " + std::to_string(sum) + "\n";
  }
  out += name + "_sum " + number(static_cast<double>(m_sumUs.load()) / 1e6) + "\n";
  out += name + "_count " + std::to_string(sum) + "\n";
}

std::string Metrics::page() const {
  std::string out;
  head(out, "knead_submissions_total", "Submissions by verdict.", "counter");
  for (const board::VerdictWords& words : board::kVerdicts)
    out += "knead_submissions_total{verdict=\"" + std::string(words.id) + "\"} " +
           std::to_string(verdicts[static_cast<std::size_t>(words.verdict)].load()) + "\n";
  one(out, "knead_known_runs_total", "Submissions of runs that were there already.", "counter", knownRuns);
  one(out, "knead_drifted_runs_total", "Runs whose recorded states differ from the server's.", "counter", driftedRuns);
  one(out, "knead_flagged_runs_total", "Runs that somebody should look at.", "counter", flaggedRuns);
  one(out, "knead_judged_play_seconds_total", "Seconds of play that were played again.", "counter", secondsJudged);
  one(out, "knead_recordings_let_go_total", "Recordings that were old and not needed any more.", "counter",
      recordingsLetGo);
  one(out, "knead_recording_bytes_let_go_total", "Their bytes.", "counter", bytesLetGo);
  one(out, "knead_http_requests_total", "Requests that were read.", "counter", requests);
  one(out, "knead_http_bad_requests_total", "Requests that could not be read.", "counter", badRequests);
  one(out, "knead_http_refused_connections_total", "Connections over the limits.", "counter", refusedConnections);
  one(out, "knead_http_deadlines_total", "Connections that were too slow.", "counter", deadlines);
  one(out, "knead_http_server_errors_total", "Answers of 500 and above but 503.", "counter", serverErrors);
  one(out, "knead_http_connections", "Open connections.", "gauge", connections);
  one(out, "knead_judge_queue", "Submissions that wait to be judged or written.", "gauge", queued);
  judging.write(out, "knead_judge_seconds", "Time to judge one submission.");
  storing.write(out, "knead_store_seconds", "Time to write one batch of runs.");
  answering.write(out, "knead_http_answer_seconds", "Time from a read request to its answer.");
  return out;
}

}  // namespace knead::server
