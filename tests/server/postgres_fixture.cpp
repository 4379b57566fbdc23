#include "server/postgres_fixture.hpp"

#include <fcntl.h>
#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <thread>
#include <vector>

namespace fs = std::filesystem;

namespace knead::testing {
namespace {

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

// The path of a socket has room for 107 characters, and its name is 17 long.
constexpr std::size_t kLongestFolder = 85;

std::string& reason() {
  static std::string text;
  return text;
}

// The newest there is: Debian keeps each version's programs in a folder of their own.
std::string programsFolder() {
  std::vector<fs::path> found;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator("/usr/lib/postgresql", ignored)) {
    if (fs::exists(entry.path() / "bin" / "initdb") && fs::exists(entry.path() / "bin" / "postgres"))
      found.push_back(entry.path() / "bin");
  }
  std::sort(found.begin(), found.end());
  if (!found.empty()) return found.back().string();
  for (const char* folder : {"/usr/bin", "/usr/local/bin"}) {
    if (fs::exists(fs::path(folder) / "initdb")) return folder;
  }
  return {};
}

// PostgreSQL refuses to run as root.
struct Somebody {
  uid_t user = 0;
  gid_t group = 0;
};
Somebody somebody() {
  if (::geteuid() != 0) return {::geteuid(), ::getegid()};
  for (const char* name : {"nobody", "postgres"}) {
    if (const passwd* entry = ::getpwnam(name)) return {entry->pw_uid, entry->pw_gid};
  }
  return {65534, 65534};
}

// Starts a program as somebody without rights, its words in `log`. It ends with this one, however this one ends.
pid_t launch(const std::vector<std::string>& command, const std::string& folder, const std::string& log) {
  const Somebody who = somebody();
  const pid_t parent = ::getpid();
  const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child != 0) {
    if (out >= 0) ::close(out);
    return child;
  }
  if (::geteuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setgid(who.group) != 0 || ::setuid(who.user) != 0))
    ::_exit(126);
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  if (::getppid() != parent || ::chdir(folder.c_str()) != 0) ::_exit(125);
  ::dup2(out, 1);
  ::dup2(out, 2);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

bool endsWell(pid_t child) {
  int status = 0;
  return child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::string encoded(const std::string& path) {
  std::string out;
  for (const char c : path) {
    if (c == '/') {
      out += "%2F";
    } else {
      out += c;
    }
  }
  return out;
}

std::string addressOf(const std::string& folder, const std::string& schema) {
  std::string out = "postgresql:///postgres?user=postgres&host=" + encoded(folder);
  if (!schema.empty()) out += "&options=-csearch_path%3D" + schema;
  return out;
}

}  // namespace

const std::string& PostgresServer::whyNot() { return reason(); }

PostgresServer* PostgresServer::shared() {
  static const std::unique_ptr<PostgresServer> one = make(false);
  return one.get();
}

std::unique_ptr<PostgresServer> PostgresServer::makeDurable() { return make(true); }

std::unique_ptr<PostgresServer> PostgresServer::make(bool durable) {
  std::unique_ptr<PostgresServer> server(new PostgresServer);
  server->m_durable = durable;
  server->m_programs = programsFolder();
  if (server->m_programs.empty()) {
    reason() = "PostgreSQL is not installed (Debian: postgresql)";
    return nullptr;
  }
  const std::string name = "pg" + std::to_string(::getpid()) + (durable ? "d" : "");
  // The second where the first is too deep for a socket, or closed to somebody without rights.
  for (const std::string& parent : {std::string(KNEAD_TEST_OUTPUT_DIR), std::string("/tmp/knead-test-output")}) {
    std::error_code problem;
    const std::string folder = parent + "/" + name;
    if (folder.size() > kLongestFolder) continue;
    fs::create_directories(folder, problem);
    const Somebody who = somebody();
    if (problem || (::geteuid() == 0 && ::chown(folder.c_str(), who.user, who.group) != 0)) continue;
    server->m_folder = folder;
    const std::string log = folder + ".log";
    fs::remove(log, problem);
    if (endsWell(launch({server->m_programs + "/initdb", "-D", folder + "/data", "-U", "postgres", "--auth=trust",
                         "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"},
                        folder, log)) &&
        server->start())
      return server;
    reason() = "PostgreSQL did not start; see " + log;
    fs::remove_all(folder, problem);
  }
  server->m_folder.clear();
  return nullptr;
}

bool PostgresServer::start() {
  std::vector<std::string> command = {
      m_programs + "/postgres", "-D", m_folder + "/data",   "-k", m_folder, "-c", "listen_addresses=", "-c",
      "shared_buffers=128MB",   "-c", "max_connections=120"};
  if (!m_durable) {
    for (const char* word : {"-c", "fsync=off", "-c", "full_page_writes=off"}) command.emplace_back(word);
  }
  m_process = launch(command, m_folder, m_folder + ".log");
  const std::string address = addressOf(m_folder, "");
  for (int i = 0; i < 600; ++i) {
    if (PQping(address.c_str()) == PQPING_OK) return true;
    if (::waitpid(m_process, nullptr, WNOHANG) != 0) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  stop(SIGQUIT);
  return false;
}

void PostgresServer::stop(int signal) {
  if (m_process <= 0) return;
  if (::kill(m_process, signal) == 0) (void)::waitpid(m_process, nullptr, 0);
  m_process = -1;
}

PostgresServer::~PostgresServer() {
  stop(SIGINT);
  std::error_code ignored;
  if (!m_folder.empty()) {
    fs::remove_all(m_folder, ignored);
    fs::remove(m_folder + ".log", ignored);
  }
}

bool PostgresServer::crashAndStart() {
  stop(SIGQUIT);
  return start();
}

std::string PostgresServer::freshPlace() {
  const std::string schema = "t" + std::to_string(++m_places);
  execute(addressOf(m_folder, ""), "CREATE SCHEMA " + schema);
  return addressOf(m_folder, schema);
}

bool PostgresServer::execute(const std::string& place, const std::string& sql) const {
  const Connection connection(PQconnectdb(place.c_str()), &PQfinish);
  PQsetNoticeProcessor(
      connection.get(), [](void*, const char*) {}, nullptr);
  const Answer answer(PQexec(connection.get(), sql.c_str()), &PQclear);
  const ExecStatusType status = PQresultStatus(answer.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return true;
  std::cerr << sql << ": " << PQerrorMessage(connection.get());
  return false;
}

std::string PostgresServer::ask(const std::string& place, const std::string& sql) const {
  const Connection connection(PQconnectdb(place.c_str()), &PQfinish);
  const Answer answer(PQexec(connection.get(), sql.c_str()), &PQclear);
  std::string out;
  for (int row = 0; row < PQntuples(answer.get()); ++row) out += std::string(PQgetvalue(answer.get(), row, 0)) + "\n";
  if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK) out = PQerrorMessage(connection.get());
  return out;
}

}  // namespace knead::testing
