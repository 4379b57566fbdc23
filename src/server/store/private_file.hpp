// A file that nobody but its owner reads: a store and its copies hold the server's secrets.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

namespace knead::server {

// An empty one. False: it cannot be made, or is there already; errno says which.
inline bool makePrivate(const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) return false;
  (void)::close(file);
  return true;
}

}  // namespace knead::server
