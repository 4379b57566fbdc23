// A PostgreSQL of the tests' own: made in the folder of test output, reached through a socket there, run as somebody
// without rights, stopped when the test program ends. Where there is none, tests say so and go on without it.
#pragma once

#include <sys/types.h>

#include <memory>
#include <string>

namespace knead::testing {

class PostgresServer {
 public:
  // The one that all tests of this program share, started when it is first asked for; it does not wait for the disk.
  // Nothing where it cannot be started: `whyNot` says why, for people.
  static PostgresServer* shared();
  // One more, that waits for the disk as a real one does. For tests of what survives.
  static std::unique_ptr<PostgresServer> makeDurable();
  static const std::string& whyNot();

  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;
  ~PostgresServer();

  // The address of a new, empty schema, "postgresql://...", for one test alone.
  [[nodiscard]] std::string freshPlace();
  // One statement, as the owner of everything. False and a note on the error stream if it fails.
  bool execute(const std::string& place, const std::string& sql) const;
  // The lines of the first column of an answer.
  [[nodiscard]] std::string ask(const std::string& place, const std::string& sql) const;

  // Ends at once, as in a crash: nothing is tidied up, and the next start repairs. Then starts again.
  bool crashAndStart();

 private:
  PostgresServer() = default;
  static std::unique_ptr<PostgresServer> make(bool durable);
  [[nodiscard]] bool start();
  void stop(int signal);

  std::string m_folder, m_programs;
  bool m_durable = false;
  pid_t m_process = -1;
  int m_places = 0;
};

}  // namespace knead::testing
