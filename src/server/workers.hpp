// A few threads and a bounded row of things to do: what finds no room is refused at once.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace knead::server {

class Workers {
 public:
  Workers(int threads, std::size_t most) : m_most(most) {
    for (int i = 0; i < threads; ++i) m_threads.emplace_back([this] { loop(); });
  }
  ~Workers() { stop(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // False: there is no room, or it has stopped.
  [[nodiscard]] bool post(std::function<void()> work) {
    {
      const std::scoped_lock lock(m_mutex);
      if (m_stopping || m_work.size() >= m_most) return false;
      m_work.push_back(std::move(work));
    }
    m_came.notify_one();
    return true;
  }
  // Does what was taken, takes nothing more, and returns.
  void stop() {
    {
      const std::scoped_lock lock(m_mutex);
      m_stopping = true;
    }
    m_came.notify_all();
    for (std::thread& thread : m_threads) {
      if (thread.joinable()) thread.join();
    }
  }

 private:
  void loop() {
    for (;;) {
      std::unique_lock lock(m_mutex);
      m_came.wait(lock, [this] { return !m_work.empty() || m_stopping; });
      if (m_work.empty()) return;
      const std::function<void()> work = std::move(m_work.front());
      m_work.pop_front();
      lock.unlock();
      work();
    }
  }

  std::size_t m_most;
  std::mutex m_mutex;
  std::condition_variable m_came;
  std::deque<std::function<void()>> m_work;
  bool m_stopping = false;
  std::vector<std::thread> m_threads;
};

}  // namespace knead::server
