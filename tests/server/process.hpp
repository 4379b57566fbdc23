// knead-server as a program of its own, to be killed.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

namespace knead::testing {

// Of a server on this machine that keeps its boards at `store`, with no limit on how often it is asked.
inline std::vector<std::string> serverArguments(const std::string& store) {
  return {"--store",
          store,
          "--listen",
          "127.0.0.1",
          "--port",
          "0",
          "--data-dir",
          KNEAD_SOURCE_DATA_DIR,
          "--runs-per-minute-per-player",
          "0",
          "--runs-per-minute-per-address",
          "0",
          "--new-players-per-day-per-address",
          "0"};
}

class ServerProcess {
 public:
  // Waits until it listens; port() is 0 if it does not within ten seconds.
  explicit ServerProcess(const std::vector<std::string>& arguments) {
    int ends[2];
    if (pipe(ends) != 0) return;
    m_pid = fork();
    if (m_pid == 0) {
      dup2(ends[1], 1);
      close(ends[0]);
      close(ends[1]);
      std::vector<std::string> all = {KNEAD_SERVER_PROGRAM, "serve"};
      all.insert(all.end(), arguments.begin(), arguments.end());
      std::vector<char*> words;
      for (std::string& one : all) words.push_back(one.data());
      words.push_back(nullptr);
      execv(words[0], words.data());
      _exit(127);
    }
    close(ends[1]);
    m_output = ends[0];
    readPort();
  }
  ~ServerProcess() {
    kill(SIGKILL);
    if (m_output >= 0) close(m_output);
  }
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  [[nodiscard]] int port() const { return m_port; }
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
  // Gives its exit code, or minus the signal.
  int kill(int signal) {
    if (m_pid <= 0) return 0;
    ::kill(m_pid, signal);
    int status = 0;
    waitpid(m_pid, &status, 0);
    m_pid = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

 private:
  void readPort() {
    fcntl(m_output, F_SETFL, O_NONBLOCK);
    std::string text;
    for (int i = 0; i < 1000; ++i) {
      char buffer[512];
      const ssize_t n = read(m_output, buffer, sizeof buffer);
      if (n == 0) return;
      if (n > 0) text.append(buffer, static_cast<std::size_t>(n));
      const std::size_t at = text.find("listening on http://");
      const std::size_t end = text.find("/\n", at == std::string::npos ? 0 : at);
      if (at != std::string::npos && end != std::string::npos) {
        m_port = std::atoi(text.substr(text.rfind(':', end) + 1).c_str());
        return;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  }

  pid_t m_pid = 0;
  int m_output = -1;
  int m_port = 0;
};

}  // namespace knead::testing
