// Questions are answered elsewhere and handed out here, in their order; the end waits for nobody.
#include "online/courier.hpp"

#include <chrono>
#include <vector>

#include "support/catch.hpp"

using namespace knead::online;
using namespace std::chrono_literals;

namespace {

// Hands out until `enough` or two seconds have passed.
template <class Enough>
void deliverUntil(Courier& courier, Enough enough) {
  for (int i = 0; i < 400 && !enough(); ++i) {
    (void)courier.deliver();
    std::this_thread::sleep_for(5ms);
  }
}

}  // namespace

TEST_CASE("answers come in the order of their questions, on the asking thread", "[online][courier]") {
  Courier courier;
  const auto here = std::this_thread::get_id();
  std::vector<int> came;
  bool elsewhere = true, sameThread = true;
  for (int i = 0; i < 20; ++i)
    courier.ask(
        [i, here, &elsewhere] {
          elsewhere = elsewhere && std::this_thread::get_id() != here;
          return i * i;
        },
        [&, i](int square) {
          sameThread = sameThread && std::this_thread::get_id() == here;
          CHECK(square == i * i);
          came.push_back(i);
        });
  CHECK(came.empty());  // nothing before somebody takes it
  deliverUntil(courier, [&] { return came.size() == 20; });
  REQUIRE(came.size() == 20);
  for (int i = 0; i < 20; ++i) CHECK(came[static_cast<std::size_t>(i)] == i);
  CHECK(elsewhere);
  CHECK(sameThread);
}

TEST_CASE("an answer may ask again", "[online][courier]") {
  Courier courier;
  int last = 0;
  courier.ask([] { return 1; }, [&](int one) { courier.ask([one] { return one + 1; }, [&](int two) { last = two; }); });
  deliverUntil(courier, [&] { return last == 2; });
  CHECK(last == 2);
}

TEST_CASE("the end tells what is under way to give up, and asks nothing more", "[online][courier]") {
  std::atomic<int> asked = 0;
  const auto before = std::chrono::steady_clock::now();
  {
    Courier courier;
    std::atomic<bool> begun = false;
    courier.ask(
        [&] {
          ++asked;
          begun = true;
          while (!courier.stopping()) std::this_thread::sleep_for(1ms);
          return 0;
        },
        [](int) { FAIL("nobody is there to take it"); });
    courier.ask(
        [&] {
          ++asked;
          return 0;
        },
        [](int) {});
    while (!begun) std::this_thread::sleep_for(1ms);
  }
  CHECK(asked == 1);
  CHECK(std::chrono::steady_clock::now() - before < 5s);
}

TEST_CASE("on the spot there is no thread", "[online][courier]") {
  Courier courier(true);
  const auto here = std::this_thread::get_id();
  bool same = false, came = false;
  courier.ask([&] { return std::this_thread::get_id() == here; },
              [&](bool was) {
                same = was;
                came = true;
              });
  CHECK_FALSE(came);
  CHECK(courier.deliver());
  CHECK(came);
  CHECK(same);
}
