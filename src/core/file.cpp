// Reading and safe writing of whole files with the POSIX calls. Knows nothing of formats.
#include "core/file.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

namespace knead {
namespace {

// Closes what it holds.
class Descriptor {
 public:
  explicit Descriptor(int fd) : m_fd(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (m_fd >= 0) ::close(m_fd);
  }
  [[nodiscard]] int get() const { return m_fd; }

 private:
  int m_fd;
};

Error failure(const std::string& path, const char* verb) {
  return {path, "", std::string("cannot be ") + verb + ": " + std::strerror(errno)};
}

}  // namespace

bool isThere(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

Result<std::string> readWholeFile(const std::string& path, std::size_t limit) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return failure(path, "opened");
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return failure(path, "read");
  if (S_ISDIR(info.st_mode)) return Error{path, "", "is a folder; name a file"};
  const std::string tooLarge = "is larger than the limit of " + std::to_string(limit) + " bytes";
  if (S_ISREG(info.st_mode) && static_cast<std::uint64_t>(info.st_size) > limit) return Error{path, "", tooLarge};
  std::string text;
  char buffer[16384];
  for (;;) {
    const ssize_t n = ::read(file.get(), buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failure(path, "read");
    if (n == 0) return text;
    if (text.size() + static_cast<std::size_t>(n) > limit) return Error{path, "", tooLarge};
    text.append(buffer, static_cast<std::size_t>(n));
  }
}

// Not std::filesystem's iterators: libstdc++ 12 ends the program where they run out of memory.
Result<std::vector<std::string>> namesIn(const std::string& folder) {
  const auto close = [](DIR* one) { ::closedir(one); };
  const std::unique_ptr<DIR, decltype(close)> open(::opendir(folder.c_str()), close);
  if (!open) return failure(folder, "listed");
  std::vector<std::string> names;
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(open.get());
    if (entry == nullptr) break;
    const std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(name);
  }
  if (errno != 0) return failure(folder, "listed");
  std::sort(names.begin(), names.end());
  return names;
}

bool isClosed(const std::string& folder) { return ::access(folder.c_str(), R_OK | X_OK) != 0 && errno == EACCES; }

SafeWriter::SafeWriter(std::string path) : m_path(std::move(path)), m_temporary(m_path + ".XXXXXX") {
  m_file = ::mkostemp(m_temporary.data(), O_CLOEXEC);
  if (m_file < 0) m_problem = errno;
}

SafeWriter::~SafeWriter() {
  if (m_file < 0) return;
  ::close(m_file);
  ::unlink(m_temporary.c_str());
}

void SafeWriter::add(std::span<const std::uint8_t> bytes) {
  std::size_t done = 0;
  while (m_problem == 0 && done < bytes.size()) {
    const ssize_t n = ::write(m_file, bytes.data() + done, bytes.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) m_problem = errno;
    if (n > 0) done += static_cast<std::size_t>(n);
  }
  m_size += done;
}

Result<std::size_t> SafeWriter::finish() {
  const auto check = [this](int result) {
    if (m_problem == 0 && result != 0) m_problem = errno;
  };
  if (m_problem == 0) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    check(::fchmod(m_file, 0666 & ~mask));
  }
  if (m_problem == 0) check(::fsync(m_file));
  if (m_problem == 0) check(::rename(m_temporary.c_str(), m_path.c_str()));
  if (m_problem != 0) {
    errno = m_problem;
    return failure(m_path, "written");
  }
  ::close(m_file);
  m_file = -1;
  return m_size;
}

Result<std::size_t> writeWholeFileSafely(const std::string& path, std::span<const std::uint8_t> bytes) {
  SafeWriter file(path);
  file.add(bytes);
  return file.finish();
}

}  // namespace knead
