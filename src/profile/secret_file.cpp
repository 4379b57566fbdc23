#include "profile/secret_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "core/file.hpp"

namespace knead::profile {
namespace {

constexpr std::size_t kMostBytes = 4096;

}  // namespace

Result<std::size_t> writeSecret(const std::string& path, const std::string& secret) {
  const auto wrong = [&] { return Error{path, "", std::string("cannot be written: ") + std::strerror(errno)}; };
  // mkostemp makes it 0600; link gives it its name only if nobody else has that. A disk without links (FAT on a stick)
  // can be asked for the same in another way.
  std::string temporary = path + ".XXXXXX";
  const int file = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (file < 0) return wrong();
  std::size_t done = 0;
  bool good = true;
  while (good && done < secret.size()) {
    const ssize_t n = ::write(file, secret.data() + done, secret.size() - done);
    if (n < 0 && errno == EINTR) continue;
    good = n >= 0;
    done += good ? static_cast<std::size_t>(n) : 0;
  }
  const auto named = [&] {
    if (::link(temporary.c_str(), path.c_str()) == 0) return true;
    if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS) return false;
    return ::renameat2(AT_FDCWD, temporary.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0;
  };
  good = good && ::fsync(file) == 0 && named();
  const int reason = errno;
  ::close(file);
  ::unlink(temporary.c_str());
  errno = reason;
  if (!good) return wrong();
  return done;
}

Result<std::string> secretIn(const std::string& path, const std::function<std::string()>& make) {
  if (!isThere(path)) {
    const auto wrote = writeSecret(path, make());
    if (!wrote && !isThere(path)) return wrote.error();
  }
  return readWholeFile(path, kMostBytes);
}

}  // namespace knead::profile
