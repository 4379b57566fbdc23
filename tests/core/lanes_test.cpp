// Four floats side by side must be four single floats, by whatever instructions.
#include "core/lanes_sample.hpp"
#include "support/catch.hpp"

std::vector<std::uint32_t> plainLanes(int& wrong);

TEST_CASE("lanes give the bits of single floats, zeros, infinities and not-a-numbers included", "[core][lanes]") {
  int wrong = 0;
  const std::vector<std::uint32_t> native = knead::sample(wrong);
  CHECK(wrong == 0);
  int plainWrong = 0;
  const std::vector<std::uint32_t> plain = plainLanes(plainWrong);
  CHECK(plainWrong == 0);
  CHECK(native.size() > 20000);
  CHECK(native == plain);
}
