#include "app/crash_log.hpp"

#include <execinfo.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "app/exports.hpp"

namespace knead::app::crash {
namespace {

constexpr const char* kFile = "/crash.log";
constexpr std::array<int, 5> kSignals = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
constexpr int kMostFrames = 48;
constexpr std::size_t kStackBytes = 64U * 1024U;

// All that the handler reads lies ready in these.
char pathTo[4096];
char doingNow[121];
std::atomic<std::uint32_t> tickNow{0};
char stack[kStackBytes];  // the usual one may be what overflowed

void put(int file, const char* text) {
  const auto written = ::write(file, text, std::strlen(text));
  static_cast<void>(written);
}

void putNumber(int file, unsigned long value) {
  char digits[24];
  char* at = digits + sizeof digits - 1;
  *at = '\0';
  do {
    *--at = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  put(file, at);
}

const char* nameOf(int signal) {
  switch (signal) {
    case SIGSEGV: return "SIGSEGV";
    case SIGABRT: return "SIGABRT";
    case SIGBUS: return "SIGBUS";
    case SIGFPE: return "SIGFPE";
    case SIGILL: return "SIGILL";
    default: return "a signal";
  }
}

void onSignal(int signal) {
  const int file = ::open(pathTo, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
  if (file >= 0) {
    put(file, "Knead " KNEAD_VERSION " ended by ");
    put(file, nameOf(signal));
    put(file, "\ndoing: ");
    put(file, doingNow);
    put(file, "\ntick: ");
    putNumber(file, tickNow.load(std::memory_order_relaxed));
    put(file, "\n");
    void* frames[kMostFrames];
    ::backtrace_symbols_fd(frames, ::backtrace(frames, kMostFrames), file);
    ::close(file);
  }
  // The handler was taken off when it was called: this one ends the program.
  ::raise(signal);
}

}  // namespace

void watch(const std::string& folder) {
  if (folder.empty() || folder.size() + std::strlen(kFile) >= sizeof pathTo) return;
  std::strcpy(pathTo, (folder + kFile).c_str());
  // The first call loads a library: not in a handler.
  void* frame = nullptr;
  static_cast<void>(::backtrace(&frame, 1));
  stack_t other{};
  other.ss_sp = stack;
  other.ss_size = sizeof stack;
  ::sigaltstack(&other, nullptr);
  struct sigaction action {};
  action.sa_handler = onSignal;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_ONSTACK | SA_NODEFER);
  for (const int signal : kSignals) ::sigaction(signal, &action, nullptr);
}

void doing(const std::string& what) {
  const std::size_t length = std::min(what.size(), sizeof doingNow - 1);
  std::memcpy(doingNow, what.data(), length);
  doingNow[length] = '\0';
}

void tick(std::uint32_t tick) { tickNow.store(tick, std::memory_order_relaxed); }

std::string takeLast(const std::string& folder) {
  std::error_code bad;
  const std::string last = folder + kFile;
  if (folder.empty() || !std::filesystem::exists(last, bad)) return {};
  const std::string kept = freeName(folder, "crash", "log");
  if (kept.empty()) return {};
  std::filesystem::rename(last, kept, bad);
  return bad ? std::string() : kept;
}

}  // namespace knead::app::crash
