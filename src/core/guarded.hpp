// What a program does where something was thrown that nobody expected: it says so, and ends with an exit code.
#pragma once

#include <cstdlib>
#include <exception>
#include <new>

namespace knead {

// The exit code of `work`, or `failed` after `say(const char*)` was told what happened. Memory may also run out where
// nothing may be thrown (a JSON document needs some to be taken apart): the program then says the same and ends there.
template <class Say, class Work>
int guarded(int failed, const Say& say, const Work& work) {
  static constexpr const char* kNoMemory = "the memory ran out; close other programs and try again";
  // What the handler sees; it is the program's for as long as the work takes.
  static const Say* speaker;
  static int code;
  static std::terminate_handler usual;
  struct Handler {
    Handler() {
      usual = std::set_terminate([] {
        try {
          if (const auto problem = std::current_exception()) std::rethrow_exception(problem);
        } catch (const std::bad_alloc&) {
          (*speaker)(kNoMemory);
          std::_Exit(code);
        } catch (...) {
        }
        usual();
      });
    }
    ~Handler() { std::set_terminate(usual); }
    Handler(const Handler&) = delete;
    Handler& operator=(const Handler&) = delete;
  };
  speaker = &say;
  code = failed;
  const Handler handler;
  try {
    return work();
  } catch (const std::bad_alloc&) {
    say(kNoMemory);
  } catch (const std::exception& problem) {
    say(problem.what());
  }
  return failed;
}

}  // namespace knead
