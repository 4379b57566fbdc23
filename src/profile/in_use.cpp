#include "profile/in_use.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace knead::profile {
namespace {

// The lock's descriptor, or -1; closing it ends the lock.
int locked(const std::string& folder, int how) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0 || ::flock(fd, how | LOCK_NB) == 0) return fd;
  const int why = errno;
  ::close(fd);
  errno = why;
  return -1;
}

}  // namespace

InUse::InUse(const std::string& folder) : m_folder(locked(folder, LOCK_SH)) {}
InUse::~InUse() {
  if (m_folder >= 0) ::close(m_folder);
}

bool isInUse(const std::string& folder) {
  const int alone = locked(folder, LOCK_EX);
  if (alone < 0) return errno == EWOULDBLOCK;
  ::close(alone);
  return false;
}

}  // namespace knead::profile
