// The store in SQL, the same over both databases: what each operation of `Store` does in which transaction. Must not
// know which database it is.
#pragma once

#include "server/store/sql.hpp"
#include "server/store/store.hpp"

namespace knead::server {

class SqlStore final : public Store {
 public:
  explicit SqlStore(std::unique_ptr<sql::Database> database) : m_database(std::move(database)) {}

  Result<std::vector<TakenRun>> take(std::span<const NewRun> runs) override;
  Result<Done> forgetTokensBefore(Ms ms) override;
  Result<LetGo> letRecordingsGo(Ms before, const std::optional<At>& after, int limit) override;

  Result<std::optional<RunRow>> run(const board::Hash256& id) override;
  Result<std::optional<board::Bytes>> recording(const board::Hash256& id) override;
  Result<std::vector<Standing>> top(const std::string& board, int limit, const std::optional<After>& after) override;
  Result<std::vector<Standing>> around(const std::string& board, const board::PublicKey& player, int each) override;
  Result<std::vector<Standing>> among(const std::string& board, std::span<const board::PublicKey> players) override;
  Result<std::optional<BoardRow>> board(const std::string& id) override;
  Result<std::vector<BoardRow>> boards(const std::string& levelId, std::optional<int> day, int limit) override;
  Result<std::vector<BoardRow>> boardsOfNoDay(int limit) override;
  Result<std::optional<PlayerRow>> player(const board::PublicKey& key) override;
  Result<std::vector<RunRow>> runsOf(const board::PublicKey& key, int limit) override;
  Result<Counts> counts() override;

  Result<bool> rename(const board::PublicKey& key, const std::string& name, const std::string& skeleton, Ms now,
                      std::optional<AuditRow> what) override;
  Result<Done> forget(const board::PublicKey& key, std::optional<AuditRow> what) override;

  Result<Done> ban(const board::PublicKey& key, bool on, AuditRow what) override;
  Result<Done> hide(const board::Hash256& run, bool on, AuditRow what) override;
  Result<Done> freeze(const std::string& board, bool on, AuditRow what) override;
  Result<Done> flag(const board::Hash256& run, const std::string& why, AuditRow what) override;
  Result<Done> note(const AuditRow& what) override;
  Result<std::vector<RunRow>> flagged(int limit) override;
  Result<std::vector<AuditRow>> audit(int limit) override;

  Result<std::int64_t> markToJudge(const std::string& board) override;
  Result<std::vector<ToJudge>> claim(int limit, Ms now, Ms leaseMs) override;
  Result<Done> judged(const board::Hash256& run, const board::Judgement& result) override;

  Result<std::vector<ToJudge>> every(const std::optional<board::Hash256>& after, int limit) override;

  Result<std::optional<std::string>> meta(const std::string& key) override;
  Result<std::string> metaOnce(const std::string& key, const std::string& value) override;
  Result<Done> probe() override;
  std::string describe() const override { return m_database->describe(); }

 private:
  std::unique_ptr<sql::Database> m_database;
};

}  // namespace knead::server
