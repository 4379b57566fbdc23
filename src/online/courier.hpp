// Asks so that nobody waits: questions go to a thread of its own, one after the other, and what came back is handed out
// where the questions came from, when that place has time. Knows nothing of what is asked.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <queue>
#include <thread>
#include <utility>

namespace knead::online {

class Courier {
 public:
  // `onTheSpot`: without a thread; a question is answered where it is asked (tests, pictures).
  explicit Courier(bool onTheSpot = false) : m_onTheSpot(onTheSpot) {}
  Courier(const Courier&) = delete;
  Courier& operator=(const Courier&) = delete;
  // What was not asked yet is not asked any more; what is under way is told to give up.
  ~Courier();

  // `question` runs on the thread and owns or copies all it needs; `then` gets what it gave, in deliver().
  template <class Question, class Then>
  void ask(Question question, Then then) {
    put([question = std::move(question), then = std::move(then)]() mutable -> std::function<void()> {
      auto answer = std::make_shared<decltype(question())>(question());
      return [answer, then = std::move(then)]() mutable { then(std::move(*answer)); };
    });
  }
  // Hands out what came back since, in the order in which it was asked. True if there was something.
  bool deliver();
  // True when the end is near: whatever takes long should give up.
  [[nodiscard]] const std::atomic<bool>& stopping() const { return m_stop; }

 private:
  using Task = std::function<std::function<void()>()>;
  void put(Task task);
  void run();

  bool m_onTheSpot;
  std::atomic<bool> m_stop = false;
  std::mutex m_mutex;
  std::condition_variable m_more;
  std::queue<Task> m_asked;                  // under the mutex
  std::queue<std::function<void()>> m_came;  // under the mutex
  std::thread m_thread;                      // begins with the first question
};

}  // namespace knead::online
