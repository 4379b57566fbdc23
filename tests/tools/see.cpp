// Pictures as others see them, and films that could harm: see simulate grey|protan|deutan|tritan IN OUT writes a
// picture as that eye sees it; see flashes FILM... reads the pictures of a film, 60 a second, and says how much of the
// field flashes more than three times within any second. A flash is a pair of opposite changes of luminance by a tenth
// or more whose darker state is below 0.8, or such a pair of a saturated red; it counts where more than a quarter of a
// field of a third of the picture each way flashes (WCAG 2.2, 2.3.1). Exit code 0 fine, 1 too many flashes, 3 cannot
// read or write.
#include <SFML/Graphics/Image.hpp>
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "support/colour.hpp"

namespace {

using knead::tests::Rgb;

constexpr int kBlock = 8, kRate = 60, kAllowed = 3, kFields = 3;
constexpr double kStep = .1, kDark = .8, kQuarter = .25, kRedStep = 20, kRedShare = .8, kRedScale = 320;

int simulate(const char* kind, const char* in, const char* out) {
  sf::Image image;
  if (!image.loadFromFile(in)) return 3;
  const auto size = image.getSize();
  const auto* from = image.getPixelsPtr();
  std::vector<std::uint8_t> rgba(from, from + 4U * size.x * size.y);
  using knead::tests::Vision;
  const Vision vision = std::strcmp(kind, "protan") == 0   ? Vision::Protan
                        : std::strcmp(kind, "deutan") == 0 ? Vision::Deutan
                        : std::strcmp(kind, "tritan") == 0 ? Vision::Tritan
                                                           : Vision::Normal;
  for (std::size_t i = 0; i < rgba.size(); i += 4) {
    Rgb c{};
    for (std::size_t k = 0; k < 3; ++k) c[k] = knead::tests::linear(rgba[i + k]);
    if (std::strcmp(kind, "grey") == 0) c.fill(knead::tests::luminance(c));
    c = knead::tests::seenBy(vision, c);
    for (std::size_t k = 0; k < 3; ++k) rgba[i + k] = knead::tests::coded(c[k]);
  }
#if SFML_VERSION_MAJOR >= 3
  image.resize(size, rgba.data());
#else
  image.create(size.x, size.y, rgba.data());
#endif
  return image.saveToFile(out) ? 0 : 3;
}

// One value of one block through time: the opposite changes that are large enough.
struct Swings {
  double low = 0, high = 0;  // since the last turn
  int way = 0;               // of the last change: -1 down, 1 up
  std::vector<int> turns;    // the frames in which one was complete
  bool begun = false;
  // `step`: how much is a change; `dark`: the lower end must be below.
  void take(double v, int frame, double step, double dark) {
    if (!begun) {
      low = high = v;
      begun = true;
      return;
    }
    low = std::min(low, v);
    high = std::max(high, v);
    if (way <= 0 && v - low >= step && low < dark) {
      way = 1;
      high = v;
      turns.push_back(frame);
    } else if (way >= 0 && high - v >= step && v < dark) {
      way = -1;
      low = v;
      turns.push_back(frame);
    }
  }
  // Flashes, pairs of changes, in the second that ends with this frame.
  [[nodiscard]] int flashes(int frame) const {
    return static_cast<int>(
               std::count_if(turns.begin(), turns.end(), [frame](int t) { return t > frame - kRate && t <= frame; })) /
           2;
  }
};

struct Block {
  Swings light, red;
};

int flashes(int count, char** names) {
  std::vector<Block> blocks;
  int columns = 0, rows = 0, most = 0;
  double worst = 0;
  for (int f = 0; f < count; ++f) {
    sf::Image image;
    if (!image.loadFromFile(names[f])) {
      std::fprintf(stderr, "%s: cannot be read\n", names[f]);
      return 3;
    }
    const int width = static_cast<int>(image.getSize().x), height = static_cast<int>(image.getSize().y);
    columns = width / kBlock;
    rows = height / kBlock;
    blocks.resize(static_cast<std::size_t>(columns * rows));
    const std::uint8_t* rgba = image.getPixelsPtr();
    for (int by = 0; by < rows; ++by) {
      for (int bx = 0; bx < columns; ++bx) {
        Rgb mean{};
        for (int y = 0; y < kBlock; y += 2)
          for (int x = 0; x < kBlock; x += 2) {
            const std::uint8_t* p = rgba + 4 * (static_cast<std::ptrdiff_t>(by * kBlock + y) * width + bx * kBlock + x);
            for (std::size_t k = 0; k < 3; ++k) mean[k] += knead::tests::linear(p[k]) / 16;
          }
        Block& block = blocks[static_cast<std::size_t>(by * columns + bx)];
        block.light.take(knead::tests::luminance(mean), f, kStep, kDark);
        const double sum = mean[0] + mean[1] + mean[2];
        const double red =
            sum > 0 && mean[0] / sum >= kRedShare ? std::max(0.0, (mean[0] - mean[1] - mean[2]) * kRedScale) : 0;
        block.red.take(red, f, kRedStep, 1e9);
      }
    }
    // The fields of a third each way, a sixth apart.
    const int fw = columns / kFields, fh = rows / kFields;
    for (int y = 0; y + fh <= rows; y += fh / 2) {
      for (int x = 0; x + fw <= columns; x += fw / 2) {
        int over = 0;
        for (int by = y; by < y + fh; ++by)
          for (int bx = x; bx < x + fw; ++bx) {
            const Block& block = blocks[static_cast<std::size_t>(by * columns + bx)];
            const int n = std::max(block.light.flashes(f), block.red.flashes(f));
            most = std::max(most, n);
            over += n > kAllowed ? 1 : 0;
          }
        worst = std::max(worst, static_cast<double>(over) / (fw * fh));
      }
    }
  }
  std::printf("%d pictures: at most %d flashes a second in a block; %.1f %% of a field flash more than %d times\n",
              count, most, worst * 100, kAllowed);
  return worst > kQuarter ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 5 && std::strcmp(argv[1], "simulate") == 0) return simulate(argv[2], argv[3], argv[4]);
  if (argc > 3 && std::strcmp(argv[1], "flashes") == 0) return flashes(argc - 2, argv + 2);
  std::fprintf(stderr, "usage: see simulate grey|protan|deutan|tritan IN OUT | see flashes PICTURE...\n");
  return 3;
}
