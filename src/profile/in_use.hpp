// That somebody plays a profile just now, for other windows to see: a lock on its folder, which goes with the process
// however that ends. Several may hold it at once.
#pragma once

#include <string>

namespace knead::profile {

class InUse {
 public:
  // `folder`: of the profile's data. One that cannot be locked (a disk that knows no locks) is not marked.
  explicit InUse(const std::string& folder);
  InUse(const InUse&) = delete;
  InUse& operator=(const InUse&) = delete;
  ~InUse();

 private:
  int m_folder;
};

[[nodiscard]] bool isInUse(const std::string& folder);

}  // namespace knead::profile
