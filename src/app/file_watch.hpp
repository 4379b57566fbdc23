// Whether a file was written since one last looked: asked at most twice a second, by its time of change.
#pragma once

#include <filesystem>
#include <string>

namespace knead::app {

class FileWatch {
 public:
  // An empty path is never written.
  explicit FileWatch(std::string path = {}) : m_path(std::move(path)) { (void)look(); }
  // True once after each change. `seconds` since the last call.
  [[nodiscard]] bool changed(float seconds) {
    constexpr float kEveryS = .5F;
    m_in -= seconds;
    if (m_path.empty() || m_in > 0) return false;
    m_in = kEveryS;
    return look();
  }
  // What was written until now is known.
  void seen() { (void)look(); }
  [[nodiscard]] const std::string& path() const { return m_path; }

 private:
  bool look() {
    std::error_code gone;
    const auto now =
        m_path.empty() ? std::filesystem::file_time_type{} : std::filesystem::last_write_time(m_path, gone);
    // While an editor writes, a file may be gone for a moment.
    if (gone || now == m_last) return false;
    m_last = now;
    return true;
  }
  std::string m_path;
  std::filesystem::file_time_type m_last{};
  float m_in = 0;
};

}  // namespace knead::app
