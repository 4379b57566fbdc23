#include "profile/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "core/file.hpp"
#include "profile/store_state.hpp"

namespace knead::profile {
namespace {

constexpr std::int64_t kDayS = 86400;

// The columns of a run, in the order in which `runOf` reads them.
constexpr const char* kRunColumns =
    "runs.id, level, level_hash, rules, mode, assisted, again, day, at, ticks, score, stars, ending, released, medals, "
    "state_hash, recordings.run IS NOT NULL";

Run runOf(SQLite::Statement& row) {
  Run run;
  int at = 0;
  const auto next = [&] { return row.getColumn(at++); };
  run.id = next().getInt64();
  run.level = next().getString();
  run.levelHash = unsignedOf(next().getInt64());
  run.rules = next().getUInt();
  if (const std::size_t mode = indexIn(replay::kInputModeIds, next().getString()); mode < replay::kInputModeIds.size())
    run.mode = static_cast<replay::InputMode>(mode);
  run.assisted = next().getInt() != 0;
  run.again = next().getInt() != 0;
  run.day = next().getString();
  run.at = next().getInt64();
  run.ticks = next().getUInt();
  run.score = std::clamp(next().getInt(), 0, replay::kMaxScore);
  run.stars = std::clamp(next().getInt(), 0, 3);
  if (const std::size_t ending = indexIn(sim::kEndingIds, next().getString()); ending < sim::kEndingIds.size())
    run.ending = static_cast<sim::Ending>(ending);
  run.released = next().getInt();
  run.medals = next().getUInt();
  run.stateHash = unsignedOf(next().getInt64());
  run.recorded = next().getInt() != 0;
  return run;
}

std::optional<std::string> textOf(SQLite::Database& database, const std::string& name) {
  SQLite::Statement row(database, "SELECT text FROM documents WHERE name = ? AND length(text) <= ?");
  row.bind(1, name);
  row.bind(2, static_cast<std::int64_t>(kMostDocumentBytes));
  return row.executeStep() ? std::optional(row.getColumn(0).getString()) : std::nullopt;
}

// Recordings that nothing speaks for any more go.
void prune(SQLite::Database& database) {
  SQLite::Statement gone(database, R"(
    WITH held AS (SELECT runs.* FROM recordings JOIN runs ON runs.id = recordings.run)
    DELETE FROM recordings WHERE run NOT IN (
      SELECT id FROM (SELECT id FROM held ORDER BY id DESC LIMIT ?1)
      UNION SELECT id FROM (SELECT id, row_number() OVER
        (PARTITION BY level, level_hash, rules, mode, assisted ORDER BY score DESC, id) AS place FROM held) WHERE place = 1
      UNION SELECT id FROM (SELECT id, row_number() OVER
        (PARTITION BY level, level_hash ORDER BY score DESC, id) AS place FROM held) WHERE place <= ?2))");
  gone.bind(1, kLastRunsKept);
  gone.bind(2, static_cast<int>(kRunsKept));
  gone.exec();
}

void insert(SQLite::Database& database, const Run& run) {
  SQLite::Statement into(database, R"(
    INSERT INTO runs (level, level_hash, rules, mode, assisted, again, day, at, ticks, score, stars, ending, released,
                      medals, state_hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?))");
  int at = 0;
  into.bind(++at, run.level);
  into.bind(++at, signedOf(run.levelHash));
  into.bind(++at, run.rules);
  into.bind(++at, run.mode ? std::string(replay::kInputModeIds[static_cast<std::size_t>(*run.mode)]) : std::string());
  into.bind(++at, run.assisted ? 1 : 0);
  into.bind(++at, run.again ? 1 : 0);
  into.bind(++at, run.day);
  into.bind(++at, run.at);
  into.bind(++at, run.ticks);
  into.bind(++at, run.score);
  into.bind(++at, run.stars);
  into.bind(++at, std::string(sim::kEndingIds[static_cast<std::size_t>(run.ending)]));
  into.bind(++at, run.released);
  into.bind(++at, run.medals);
  into.bind(++at, signedOf(run.stateHash));
  into.exec();
}

}  // namespace

Store::Store(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(const std::string& path, std::string& notice, int mostPages) {
  auto state = std::make_unique<State>();
  state->path = path;
  state->opened = openDatabase(path, mostPages);
  notice = state->opened.notice;
  state->seen = state->others();
  return Store(std::move(state));
}

bool Store::kept() const { return m_state->opened.kept; }
const std::string& Store::path() const { return m_state->path; }

Error Store::failure(const std::string& what, const char* problem) const {
  return {m_state->path, "", what + ": " + problem};
}

Result<Progress> Store::progress() const {
  SQLite::Database& database = m_state->database();
  try {
    Progress progress;
    std::map<std::string, LevelProgress> levels;
    SQLite::Statement level(database, "SELECT id, hash, best_stars, plays FROM levels");
    while (level.executeStep()) {
      LevelProgress& one = levels[level.getColumn(0).getString()];
      one.levelHash = unsignedOf(level.getColumn(1).getInt64());
      one.bestStars = std::clamp(level.getColumn(2).getInt(), 0, 3);
      one.plays = std::clamp(level.getColumn(3).getInt(), 0, kMostPlays);
    }
    SQLite::Statement best(database, std::string("WITH ranked AS (SELECT runs.id AS run, row_number() OVER "
                                                 "(PARTITION BY level ORDER BY score DESC, runs.id) AS place FROM runs "
                                                 "JOIN levels ON levels.id = level AND levels.hash = level_hash "
                                                 "WHERE NOT again) SELECT ") +
                                         kRunColumns +
                                         " FROM ranked JOIN runs ON runs.id = ranked.run LEFT JOIN recordings ON "
                                         "recordings.run = runs.id WHERE place <= ? ORDER BY level, place");
    best.bind(1, static_cast<int>(kRunsKept));
    while (best.executeStep()) {
      Run run = runOf(best);
      levels[run.level].runs.push_back(std::move(run));
    }
    for (auto& [id, one] : levels) progress.put(id, std::move(one));
    SQLite::Statement tried(database, "SELECT pain, technique, seconds, quality FROM tried");
    while (tried.executeStep()) {
      const std::size_t pain = indexIn(level::kPainIds, tried.getColumn(0).getString());
      const auto technique = level::techniqueOf(tried.getColumn(1).getString());
      const Tried one{static_cast<float>(tried.getColumn(2).getDouble()),
                      static_cast<float>(tried.getColumn(3).getDouble())};
      if (pain < level::kPainIds.size() && technique) progress.put(static_cast<level::Pain>(pain), *technique, one);
    }
    return progress;
  } catch (const SQLite::Exception& problem) {
    return failure("progress cannot be read", problem.what());
  }
}

Result<std::optional<std::string>> Store::document(const std::string& name) const {
  try {
    return textOf(m_state->database(), name);
  } catch (const SQLite::Exception& problem) {
    return failure("\"" + name + "\" cannot be read", problem.what());
  }
}

Result<std::vector<Run>> Store::lastRuns(int most) const {
  try {
    SQLite::Statement row(m_state->database(), std::string("SELECT ") + kRunColumns +
                                                   " FROM runs LEFT JOIN recordings ON recordings.run = runs.id ORDER "
                                                   "BY runs.id DESC LIMIT ?");
    row.bind(1, most);
    std::vector<Run> runs;
    while (row.executeStep()) runs.push_back(runOf(row));
    return runs;
  } catch (const SQLite::Exception& problem) {
    return failure("runs cannot be read", problem.what());
  }
}

Result<std::optional<Run>> Store::lastRun(const std::string& level, std::uint64_t levelHash) const {
  try {
    SQLite::Statement row(m_state->database(), std::string("SELECT ") + kRunColumns +
                                                   " FROM runs JOIN recordings ON recordings.run = runs.id WHERE level "
                                                   "= ? AND level_hash = ? ORDER BY runs.id DESC LIMIT 1");
    row.bind(1, level);
    row.bind(2, signedOf(levelHash));
    return row.executeStep() ? std::optional(runOf(row)) : std::nullopt;
  } catch (const SQLite::Exception& problem) {
    return failure("runs cannot be read", problem.what());
  }
}

Result<std::vector<std::uint8_t>> Store::recording(std::int64_t run) const {
  try {
    SQLite::Statement row(m_state->database(), "SELECT bytes FROM recordings WHERE run = ?");
    row.bind(1, run);
    if (!row.executeStep()) return Error{m_state->path, "", "the recording of this run is not kept any more"};
    const SQLite::Column bytes = row.getColumn(0);
    const auto* first = static_cast<const std::uint8_t*>(bytes.getBlob());
    return std::vector<std::uint8_t>(first, first + bytes.getBytes());
  } catch (const SQLite::Exception& problem) {
    return failure("the recording cannot be read", problem.what());
  }
}

Result<Store::Statistics> Store::statistics() const {
  try {
    Statistics out;
    SQLite::Statement row(m_state->database(),
                          "SELECT count(*), count(DISTINCT nullif(day, '')), total(ticks), total(released) FROM runs");
    if (row.executeStep()) {
      out.runs = row.getColumn(0).getInt();
      out.days = row.getColumn(1).getInt();
      out.seconds = row.getColumn(2).getDouble() / sim::kTicksPerSecond;
      out.released = static_cast<int>(row.getColumn(3).getDouble());
    }
    SQLite::Statement medal(m_state->database(), "SELECT medals, count(*) FROM runs WHERE medals <> 0 GROUP BY medals");
    while (medal.executeStep()) {
      const std::uint32_t bits = medal.getColumn(0).getUInt();
      for (std::size_t i = 0; i < out.medals.size(); ++i)
        out.medals[i] += (bits >> i & 1U) != 0 ? medal.getColumn(1).getInt() : 0;
    }
    return out;
  } catch (const SQLite::Exception& problem) {
    return failure("runs cannot be counted", problem.what());
  }
}

Result<std::string> Store::bytes() const {
  // Through a copy: the file itself may have a part of what it holds in its log.
  std::string copy = (kept() ? m_state->path : std::string("/tmp/knead")) + ".XXXXXX";
  const int file = ::mkstemp(copy.data());
  if (file < 0) return Error{copy, "", std::string("cannot be written: ") + std::strerror(errno)};
  ::close(file);
  Result<std::string> out = Error{};
  try {
    SQLite::Statement into(m_state->database(), "VACUUM INTO ?");
    into.bind(1, copy);
    into.exec();
    out = readWholeFile(copy, 1U << 30U);
  } catch (const SQLite::Exception& problem) {
    out = failure("cannot be copied", problem.what());
  }
  ::unlink(copy.c_str());
  return out;
}

void Store::Writer::attempt(const std::function<void()>& step) {
  if (m_problem) return;
  try {
    step();
  } catch (const SQLite::Exception& problem) {
    m_problem = problem.what();
  }
}

std::optional<std::string> Store::Writer::document(const std::string& name) {
  std::optional<std::string> text;
  attempt([&] { text = textOf(*m_database, name); });
  return text;
}

std::int64_t Store::Writer::add(const Run& run, std::span<const std::uint8_t> recording) {
  std::int64_t id = 0;
  attempt([&] {
    insert(*m_database, run);
    id = m_database->getLastInsertRowid();
    if (!recording.empty()) {
      SQLite::Statement into(*m_database, "INSERT INTO recordings (run, bytes) VALUES (?, ?)");
      into.bind(1, id);
      into.bindNoCopy(2, recording.data(), static_cast<int>(recording.size()));
      into.exec();
      m_added = true;
    }
    if (run.again) return;
    SQLite::Statement level(*m_database, R"(
      INSERT INTO levels (id, hash, best_stars, plays) VALUES (?1, ?2, ?3, 1) ON CONFLICT (id) DO UPDATE SET
        hash = ?2, best_stars = max(best_stars, ?3), plays = min(plays + 1, ?4))");
    level.bind(1, run.level);
    level.bind(2, signedOf(run.levelHash));
    level.bind(3, run.stars);
    level.bind(4, kMostPlays);
    level.exec();
  });
  return id;
}

void Store::Writer::tried(level::Pain pain, level::Technique technique, float seconds, float quality) {
  if (!(seconds > 0.0F)) return;
  attempt([&] {
    // Added to what stands there, whoever wrote it.
    SQLite::Statement into(*m_database, R"(
      INSERT INTO tried (pain, technique, seconds, quality) VALUES (?1, ?2, min(?3, ?5), ?4)
      ON CONFLICT (pain, technique) DO UPDATE SET
        quality = (quality * seconds + ?4 * ?3) / (seconds + ?3), seconds = min(seconds + ?3, ?5))");
    into.bind(1, std::string(level::idOf(pain)));
    into.bind(2, std::string(level::idOf(technique)));
    into.bind(3, static_cast<double>(seconds));
    into.bind(4, static_cast<double>(std::clamp(quality, 0.0F, 1.0F)));
    into.bind(5, static_cast<double>(kMostTriedS));
    into.exec();
  });
}

void Store::Writer::document(const std::string& name, const std::string& text) {
  attempt([&] {
    SQLite::Statement into(*m_database, "INSERT OR REPLACE INTO documents (name, text) VALUES (?, ?)");
    into.bind(1, name);
    into.bind(2, text);
    into.exec();
  });
}

void Store::Writer::put(const std::string& level, const LevelProgress& progress) {
  attempt([&] {
    SQLite::Statement into(*m_database,
                           "INSERT OR REPLACE INTO levels (id, hash, best_stars, plays) VALUES (?, ?, ?, ?)");
    into.bind(1, level);
    into.bind(2, signedOf(progress.levelHash));
    into.bind(3, progress.bestStars);
    into.bind(4, progress.plays);
    into.exec();
  });
}

Result<bool> Store::write(const std::function<void(Writer&)>& what) {
  SQLite::Database& database = m_state->database();
  const auto cannot = [&](const std::string& problem) {
    return Error{m_state->path, "", "cannot be written: " + problem + "; what was there before is still there"};
  };
  try {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const int others = m_state->others();
    Writer writer(database, others != m_state->seen);
    what(writer);
    if (writer.m_added) writer.attempt([&] { prune(database); });
    if (writer.m_problem) return cannot(*writer.m_problem);
    transaction.commit();
    if (writer.m_asked) m_state->seen = others;  // else the next one who asks is told
    m_state->written = true;
    return true;
  } catch (const SQLite::Exception& problem) {
    return cannot(problem.what());
  }
}

void Store::copyNow(std::int64_t now) {
  if (!kept() || !m_state->written) return;
  struct stat last {};
  const bool recent =
      ::stat((m_state->path + ".bak").c_str(), &last) == 0 && last.st_mtime + kDayS > now && last.st_mtime <= now;
  if (!recent) (void)copyDatabase(m_state->database(), m_state->path);
}

}  // namespace knead::profile
