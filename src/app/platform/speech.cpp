#include "app/platform/speech.hpp"

#include <atomic>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <thread>
#ifdef KNEAD_HAVE_SPEECHD
#include <libspeechd.h>
#endif

namespace knead::app::platform {
namespace {

class IntoFile final : public Speech {
 public:
  explicit IntoFile(const std::string& path) : m_file(path) {}
  [[nodiscard]] bool opened() const { return static_cast<bool>(m_file); }
  void say(const std::string& text, const std::string& language) override {
    m_file << language << ": " << text << std::endl;
  }
  [[nodiscard]] bool works() const override { return true; }

 private:
  std::ofstream m_file;
};

#ifdef KNEAD_HAVE_SPEECHD
// Calls to the dispatcher go through a socket and may wait: only its thread makes them, and only the last wish counts.
class Dispatcher final : public Speech {
 public:
  Dispatcher() : m_thread([this] { run(); }) {}
  ~Dispatcher() override {
    {
      const std::lock_guard lock(m_mutex);
      m_over = true;
    }
    m_wake.notify_one();
    m_thread.join();
  }
  void say(const std::string& text, const std::string& language) override {
    {
      const std::lock_guard lock(m_mutex);
      m_text = text;
      m_language = language;
      m_new = true;
    }
    m_wake.notify_one();
  }
  [[nodiscard]] bool works() const override { return m_works.load(std::memory_order_acquire); }

 private:
  void run() {
    char* error = nullptr;
    SPDConnection* voice = spd_open2("knead", "main", nullptr, SPD_MODE_SINGLE, nullptr, 1, &error);
    std::free(error);
    m_works.store(voice != nullptr, std::memory_order_release);
    std::string spoken;
    std::unique_lock lock(m_mutex);
    while (!m_over) {
      m_wake.wait(lock, [this] { return m_over || m_new; });
      if (m_over) break;
      m_new = false;
      const std::string text = m_text, language = m_language;
      lock.unlock();
      if (voice != nullptr) {
        spd_cancel(voice);
        if (language != spoken) spd_set_language(voice, language.c_str());
        spoken = language;
        spd_say(voice, SPD_MESSAGE, text.c_str());
      }
      lock.lock();
    }
    lock.unlock();
    if (voice != nullptr) spd_close(voice);
  }

  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::string m_text, m_language;
  bool m_new = false, m_over = false;
  std::atomic<bool> m_works{false};
  std::thread m_thread;
};
#else
class Nobody final : public Speech {
 public:
  void say(const std::string&, const std::string&) override {}
  [[nodiscard]] bool works() const override { return false; }
};
#endif

}  // namespace

std::unique_ptr<Speech> desktopSpeech() {
#ifdef KNEAD_HAVE_SPEECHD
  return std::make_unique<Dispatcher>();
#else
  return std::make_unique<Nobody>();
#endif
}

std::unique_ptr<Speech> speechIntoFile(const std::string& path) {
  auto file = std::make_unique<IntoFile>(path);
  if (!file->opened()) return nullptr;
  return file;
}

}  // namespace knead::app::platform
