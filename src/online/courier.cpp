#include "online/courier.hpp"

namespace knead::online {

Courier::~Courier() {
  {
    // Else the thread could look just before and sleep just after.
    const std::lock_guard lock(m_mutex);
    m_stop = true;
  }
  m_more.notify_all();
  if (m_thread.joinable()) m_thread.join();
}

void Courier::put(Task task) {
  if (m_onTheSpot) {
    m_came.push(task());
    return;
  }
  {
    const std::lock_guard lock(m_mutex);
    m_asked.push(std::move(task));
  }
  if (!m_thread.joinable()) m_thread = std::thread([this] { run(); });
  m_more.notify_one();
}

void Courier::run() {
  for (;;) {
    Task task;
    {
      std::unique_lock lock(m_mutex);
      m_more.wait(lock, [this] { return m_stop || !m_asked.empty(); });
      if (m_stop) return;
      task = std::move(m_asked.front());
      m_asked.pop();
    }
    auto came = task();
    const std::lock_guard lock(m_mutex);
    m_came.push(std::move(came));
  }
}

bool Courier::deliver() {
  std::queue<std::function<void()>> came;
  {
    const std::lock_guard lock(m_mutex);
    came.swap(m_came);
  }
  const bool some = !came.empty();
  for (; !came.empty(); came.pop()) came.front()();
  return some;
}

}  // namespace knead::online
