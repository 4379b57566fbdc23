// A library to load before a program (LD_PRELOAD): lets the n-th call of a kind fail, and counts them.
//
//   KNEAD_FAULT=allocation:17    the 17th from main() on gives no memory; `17+`: it and all that come after it
//   kinds: allocation; write (no space left); sync (an error of the disk); rename, link (not permitted)
//   KNEAD_FAULT_LATE=1           not from main() on, but when the program calls kneadFaultsBegin()
//   KNEAD_FAULT_COUNTS=FILE      at the end, a line a kind: its name and how many calls there were
//
// Only what the program and its C++ and C libraries ask for through the dynamic linker is seen: what glibc does within
// itself (a FILE's buffer) is not.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

enum Kind { kAllocation, kWrite, kSync, kRename, kLink, kKinds };
constexpr const char* kNames[kKinds] = {"allocation", "write", "sync", "rename", "link"};

std::atomic<bool> armed{false};
std::atomic<long> counts[kKinds];
int failingKind = -1;
long first = 0;
bool andAllAfter = false;

// Whether this call is to fail.
bool fails(Kind kind) {
  if (!armed.load(std::memory_order_relaxed)) return false;
  const long n = ++counts[kind];
  return kind == failingKind && (n == first || (andAllAfter && n > first));
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

void readWish() {
  const char* wish = std::getenv("KNEAD_FAULT");
  const char* colon = wish != nullptr ? std::strchr(wish, ':') : nullptr;
  if (colon == nullptr) return;
  for (int kind = 0; kind < kKinds; ++kind) {
    if (std::strncmp(wish, kNames[kind], static_cast<std::size_t>(colon - wish)) == 0) failingKind = kind;
  }
  char* end = nullptr;
  first = std::strtol(colon + 1, &end, 10);
  andAllAfter = *end == '+';
}

void tellCounts() {
  armed = false;
  const char* path = std::getenv("KNEAD_FAULT_COUNTS");
  if (path == nullptr) return;
  const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return;
  for (int kind = 0; kind < kKinds; ++kind) dprintf(file, "%s %ld\n", kNames[kind], counts[kind].load());
  close(file);
}

using Main = int (*)(int, char**, char**);
Main theMain;
int armedMain(int argc, char** argv, char** environment) {
  readWish();
  armed = std::getenv("KNEAD_FAULT_LATE") == nullptr;
  const int code = theMain(argc, argv, environment);
  tellCounts();
  return code;
}

}  // namespace

extern "C" {

void kneadFaultsBegin() { armed = true; }

void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);

void* malloc(std::size_t size) {
  if (!fails(kAllocation)) return __libc_malloc(size);
  errno = ENOMEM;
  return nullptr;
}
void* calloc(std::size_t count, std::size_t size) {
  if (!fails(kAllocation)) return __libc_calloc(count, size);
  errno = ENOMEM;
  return nullptr;
}
void* realloc(void* old, std::size_t size) {
  if (!fails(kAllocation)) return __libc_realloc(old, size);
  errno = ENOMEM;
  return nullptr;
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
  if (!fails(kAllocation)) return __libc_memalign(alignment, size);
  errno = ENOMEM;
  return nullptr;
}
int posix_memalign(void** out, std::size_t alignment, std::size_t size) {
  if (fails(kAllocation)) return ENOMEM;
  *out = __libc_memalign(alignment, size);
  return *out != nullptr ? 0 : ENOMEM;
}

ssize_t write(int file, const void* bytes, std::size_t size) {
  static const auto real = next<ssize_t (*)(int, const void*, std::size_t)>("write");
  // What goes to a terminal or a pipe is no disk.
  if (file <= 2 || !fails(kWrite)) return real(file, bytes, size);
  errno = ENOSPC;
  return -1;
}
ssize_t writev(int file, const iovec* parts, int count) {
  static const auto real = next<ssize_t (*)(int, const iovec*, int)>("writev");
  if (file <= 2 || !fails(kWrite)) return real(file, parts, count);
  errno = ENOSPC;
  return -1;
}
ssize_t pwrite64(int file, const void* bytes, std::size_t size, off64_t at) {
  static const auto real = next<ssize_t (*)(int, const void*, std::size_t, off64_t)>("pwrite64");
  if (!fails(kWrite)) return real(file, bytes, size, at);
  errno = ENOSPC;
  return -1;
}
ssize_t pwrite(int file, const void* bytes, std::size_t size, off_t at) { return pwrite64(file, bytes, size, at); }

int fsync(int file) {
  static const auto real = next<int (*)(int)>("fsync");
  if (!fails(kSync)) return real(file);
  errno = EIO;
  return -1;
}
int fdatasync(int file) {
  static const auto real = next<int (*)(int)>("fdatasync");
  if (!fails(kSync)) return real(file);
  errno = EIO;
  return -1;
}
int rename(const char* from, const char* to) {
  static const auto real = next<int (*)(const char*, const char*)>("rename");
  if (!fails(kRename)) return real(from, to);
  errno = EPERM;
  return -1;
}

// A disk like FAT knows no second names: link:1+.
int link(const char* from, const char* to) {
  static const auto real = next<int (*)(const char*, const char*)>("link");
  if (!fails(kLink)) return real(from, to);
  errno = EPERM;
  return -1;
}

int __libc_start_main(Main program, int argc, char** argv, void (*init)(), void (*fini)(), void (*loader)(),
                      void* stackEnd) {
  theMain = program;
  const auto real = next<int (*)(Main, int, char**, void (*)(), void (*)(), void (*)(), void*)>("__libc_start_main");
  return real(armedMain, argc, argv, init, fini, loader, stackEnd);
}

}  // extern "C"
