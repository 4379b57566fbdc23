// The foundation: portable mathematics within its stated errors, the random numbers' fixed sequence, bytes, hashes.
#include <cmath>

#include "core/bytes.hpp"
#include "core/hash.hpp"
#include "core/math.hpp"
#include "core/random.hpp"
#include "support/catch.hpp"

using namespace knead;

TEST_CASE("portable functions stay within their stated error", "[core]") {
  for (int i = -400; i <= 400; ++i) {
    const float x = static_cast<float>(i) * 0.01F;
    CHECK(std::abs(exp2Small(x) / std::exp2(x) - 1.0F) < 6e-4F);
    CHECK(std::abs(exp2Of(x * 10.0F) / std::exp2(x * 10.0F) - 1.0F) < 4e-6F);
    CHECK(std::abs(sinOf(x * 12.0F) - std::sin(x * 12.0F)) < 8e-6F);
    CHECK(std::abs(cosOf(x * 12.0F) - std::cos(x * 12.0F)) < 8e-6F);
  }
  CHECK(exp2Of(-200.0F) == 0.0F);
  CHECK(logistic(0.0F) == Approx(0.5F).margin(1e-5));
}

TEST_CASE("random numbers are the same sequence everywhere", "[core]") {
  Random a(42, 1);
  Random b(42, 1);
  Random other(42, 2);
  bool differs = false;
  for (int i = 0; i < 100; ++i) {
    const std::uint32_t x = a.next();
    CHECK(x == b.next());
    differs = differs || x != other.next();
  }
  CHECK(differs);
  float sum = 0.0F;
  for (int i = 0; i < 20000; ++i) {
    const float u = a.unit();
    CHECK((u >= 0.0F && u < 1.0F));
    sum += u;
  }
  CHECK(sum / 20000.0F == Approx(0.5F).margin(0.02));
}

TEST_CASE("bytes come back as they went in, and a short file gives zeros and says so", "[core]") {
  ByteWriter out;
  out.u32(0xDEADBEEFU);
  out.varint(300);
  out.svarint(-7);
  out.text("knot");
  ByteReader in(out.bytes());
  CHECK(in.u32() == 0xDEADBEEFU);
  CHECK(in.varint() == 300);
  CHECK(in.svarint() == -7);
  CHECK(in.text(10) == "knot");
  CHECK_FALSE(in.failed());
  CHECK(in.u8() == 0);
  CHECK(in.failed());
}

TEST_CASE("a hash tells order and length apart", "[core]") {
  Hash64 a;
  Hash64 b;
  a.addText("ab");
  a.addText("c");
  b.addText("a");
  b.addText("bc");
  CHECK(a.value() != b.value());
  Hash64 c;
  c.addFloat(0.0F);
  Hash64 d;
  d.addFloat(-0.0F);
  CHECK(c.value() != d.value());
}
