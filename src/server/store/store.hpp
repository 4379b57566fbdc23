// The one place where boards live. Two stores keep the same promises: a file (SQLite) for one server, a database
// (PostgreSQL) for many. `take` is durable when it returns: what was answered is there after a kill or a power cut,
// once. All functions may be called from several threads at once. An error means that nothing was changed; its text is
// for whoever runs the server. One exception: where the connection to a database breaks while it commits and does not
// come back, nobody knows. Everything here may then be asked again; a run that is there is answered `Known`.
//
// What shows on a board: for each player the best run there that is neither hidden nor of somebody banned. Better is
// the higher score, then the earlier, then the smaller key.
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "core/result.hpp"
#include "server/store/rows.hpp"

namespace knead::server {

struct Done {};

class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  // --- runs coming in ---------------------------------------------------------------------------------------
  // All in one transaction, in their order; one answer each, the first of `Taken` that fits in the order Banned, Known
  // or Copied, Frozen, UsedToken. Makes the player and the board where they are new.
  [[nodiscard]] virtual Result<std::vector<TakenRun>> take(std::span<const NewRun> runs) = 0;
  // Forgets used tokens from before `ms`; they are no longer valid anyway.
  [[nodiscard]] virtual Result<Done> forgetTokensBefore(Ms ms) = 0;

  // --- letting go -------------------------------------------------------------------------------------------
  // Looks at up to `limit` runs with a recording that came before `before`, oldest first, behind `after`; takes away
  // the recordings of those that nothing needs any more: nobody's best, not hidden, not flagged, not waiting to be
  // judged. The runs themselves stay.
  struct At {
    Ms received = 0;
    board::Hash256 run{};
  };
  struct LetGo {
    std::int64_t recordings = 0, bytes = 0;  // that went
    std::optional<At> last;                  // where to go on; nothing when there was nothing left to look at
  };
  [[nodiscard]] virtual Result<LetGo> letRecordingsGo(Ms before, const std::optional<At>& after, int limit) = 0;

  // --- reading ----------------------------------------------------------------------------------------------
  [[nodiscard]] virtual Result<std::optional<RunRow>> run(const board::Hash256& id) = 0;
  // The packed recording; nothing without such a run, or where its recording was let go.
  [[nodiscard]] virtual Result<std::optional<board::Bytes>> recording(const board::Hash256& id) = 0;
  // Best first, at most `limit`; behind `after` where it is given.
  [[nodiscard]] virtual Result<std::vector<Standing>> top(const std::string& board, int limit,
                                                          const std::optional<After>& after) = 0;
  // Up to `each` lines above and below the player, and the player; empty without a run there.
  [[nodiscard]] virtual Result<std::vector<Standing>> around(const std::string& board, const board::PublicKey& player,
                                                             int each) = 0;
  // The lines of those of these players who are on the board, best first.
  [[nodiscard]] virtual Result<std::vector<Standing>> among(const std::string& board,
                                                            std::span<const board::PublicKey> players) = 0;
  [[nodiscard]] virtual Result<std::optional<BoardRow>> board(const std::string& id) = 0;
  // Boards of a level id, of a day, or all of them (neither given): last played first, at most `limit`.
  [[nodiscard]] virtual Result<std::vector<BoardRow>> boards(const std::string& levelId, std::optional<int> day,
                                                             int limit) = 0;
  // Those of the levels alone, however many days there were since; the same order.
  [[nodiscard]] virtual Result<std::vector<BoardRow>> boardsOfNoDay(int limit) = 0;
  [[nodiscard]] virtual Result<std::optional<PlayerRow>> player(const board::PublicKey& key) = 0;
  // Last first, hidden ones too.
  [[nodiscard]] virtual Result<std::vector<RunRow>> runsOf(const board::PublicKey& key, int limit) = 0;
  [[nodiscard]] virtual Result<Counts> counts() = 0;

  // --- players ----------------------------------------------------------------------------------------------
  // `skeleton`: what names that look alike have in common (names.hpp). False: somebody else has such a name. Makes the
  // player where it is new. `what`: its line in the audit log, where it was not the player who did it.
  [[nodiscard]] virtual Result<bool> rename(const board::PublicKey& key, const std::string& name,
                                            const std::string& skeleton, Ms now,
                                            std::optional<AuditRow> what = std::nullopt) = 0;
  // Takes away the player, their runs, recordings and name; boards close up. Somebody banned stays banned. `what` as
  // above; nothing is written of somebody who is not there.
  [[nodiscard]] virtual Result<Done> forget(const board::PublicKey& key,
                                            std::optional<AuditRow> what = std::nullopt) = 0;

  // --- whoever runs the server ------------------------------------------------------------------------------
  // Each of the first four writes its line into the audit log in the same transaction, as the two above do.
  // `what.target` is set by the store. A key that is not there yet can be banned; to hide, flag or freeze what is not
  // there is an error.
  [[nodiscard]] virtual Result<Done> ban(const board::PublicKey& key, bool on, AuditRow what) = 0;
  [[nodiscard]] virtual Result<Done> hide(const board::Hash256& run, bool on, AuditRow what) = 0;
  [[nodiscard]] virtual Result<Done> freeze(const std::string& board, bool on, AuditRow what) = 0;
  // An empty `why` takes the flag off.
  [[nodiscard]] virtual Result<Done> flag(const board::Hash256& run, const std::string& why, AuditRow what) = 0;
  [[nodiscard]] virtual Result<Done> note(const AuditRow& what) = 0;
  [[nodiscard]] virtual Result<std::vector<RunRow>> flagged(int limit) = 0;
  [[nodiscard]] virtual Result<std::vector<AuditRow>> audit(int limit) = 0;  // last first

  // --- judging again ----------------------------------------------------------------------------------------
  // Marks all runs of a board, or of every board (empty), to be judged again, where they have a recording. Gives how
  // many.
  [[nodiscard]] virtual Result<std::int64_t> markToJudge(const std::string& board) = 0;
  struct ToJudge {
    RunRow row;
    std::string levelId;
    board::Bytes packed;
  };
  // Takes some of them for `leaseMs`; several servers never get the same one within the lease.
  [[nodiscard]] virtual Result<std::vector<ToJudge>> claim(int limit, Ms now, Ms leaseMs) = 0;
  // The new result of one; its board is right again when this returns. A run that is no longer accepted is hidden and
  // flagged with the reason; one that is hidden stays so. Nothing happens if it was forgotten meanwhile.
  [[nodiscard]] virtual Result<Done> judged(const board::Hash256& run, const board::Judgement& result) = 0;

  // --- taking along -----------------------------------------------------------------------------------------
  // Every run with its recording, in the order of its id, behind `after`.
  [[nodiscard]] virtual Result<std::vector<ToJudge>> every(const std::optional<board::Hash256>& after, int limit) = 0;

  // --- the store itself -------------------------------------------------------------------------------------
  [[nodiscard]] virtual Result<std::optional<std::string>> meta(const std::string& key) = 0;
  // Writes only where the key is new; gives what stands there afterwards. So two servers that start at once agree.
  [[nodiscard]] virtual Result<std::string> metaOnce(const std::string& key, const std::string& value) = 0;
  // Writes something and takes it back.
  [[nodiscard]] virtual Result<Done> probe() = 0;
  [[nodiscard]] virtual std::string describe() const = 0;  // "SQLite 3.40.1, /var/lib/knead/board.db"
};

}  // namespace knead::server
