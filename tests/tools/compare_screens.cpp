// Pictures of screens against those that were recorded: block by block, so that a widget that moved is seen and the
// last bit of a driver is not. Usage: compare_screens RECORDED PICTURES [--record]. Pictures are kept at half size and
// 32 steps a colour. Exit code 0 equal, 1 not, 3 cannot read or write.
#include <SFML/Graphics/Image.hpp>
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace {

// A block is 8x8 of the half size. It is another one when its mean difference in a colour passes kOther of 255; a
// screen is another one with more than kFewBlocks of those. Chosen so that a button moved by six pixels is found and
// noise of three steps on average is not (both were tried).
constexpr int kBlock = 8, kOther = 9, kFewBlocks = 4;

struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;
  [[nodiscard]] int at(int x, int y, int c) const { return rgb[static_cast<std::size_t>((y * width + x) * 3 + c)]; }
};

bool load(const std::string& path, Picture& out) {
  sf::Image image;
  if (!image.loadFromFile(path)) return false;
  out.width = static_cast<int>(image.getSize().x);
  out.height = static_cast<int>(image.getSize().y);
  const std::uint8_t* rgba = image.getPixelsPtr();
  out.rgb.clear();
  for (int i = 0; i < out.width * out.height; ++i) out.rgb.insert(out.rgb.end(), rgba + 4 * i, rgba + 4 * i + 3);
  return true;
}

Picture halved(const Picture& whole) {
  Picture out;
  out.width = whole.width / 2;
  out.height = whole.height / 2;
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x)
      for (int c = 0; c < 3; ++c) {
        const int sum = whole.at(2 * x, 2 * y, c) + whole.at(2 * x + 1, 2 * y, c) + whole.at(2 * x, 2 * y + 1, c) +
                        whole.at(2 * x + 1, 2 * y + 1, c);
        out.rgb.push_back(static_cast<std::uint8_t>(sum / 4 / 8 * 8 + 4));
      }
  return out;
}

bool save(const Picture& picture, const std::string& path) {
  std::vector<std::uint8_t> rgba;
  for (int i = 0; i < picture.width * picture.height; ++i) {
    for (int c = 0; c < 3; ++c) rgba.push_back(picture.rgb[static_cast<std::size_t>(3 * i + c)]);
    rgba.push_back(255);
  }
  const auto w = static_cast<unsigned>(picture.width), h = static_cast<unsigned>(picture.height);
#if KNEAD_SFML_MAJOR >= 3
  const sf::Image image({w, h}, rgba.data());
#else
  sf::Image image;
  image.create(w, h, rgba.data());
#endif
  return image.saveToFile(path);
}

// How many blocks are others; `where` is the middle of the worst, pixels of the whole picture.
int blocksOff(const Picture& a, const Picture& b, int& x0, int& y0) {
  int off = 0, worst = 0;
  for (int y = 0; y + kBlock <= a.height; y += kBlock)
    for (int x = 0; x + kBlock <= a.width; x += kBlock) {
      int most = 0;
      for (int c = 0; c < 3; ++c) {
        int sum = 0;
        for (int i = 0; i < kBlock * kBlock; ++i)
          sum += std::abs(a.at(x + i % kBlock, y + i / kBlock, c) - b.at(x + i % kBlock, y + i / kBlock, c));
        most = std::max(most, sum / (kBlock * kBlock));
      }
      if (most <= kOther) continue;
      ++off;
      if (most <= worst) continue;
      worst = most;
      x0 = 2 * x + kBlock;
      y0 = 2 * y + kBlock;
    }
  return off;
}

int refuse(const std::string& what) {
  std::printf("%s\n", what.c_str());
  return 3;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string recorded = argv[1], pictures = argv[2];
  const bool record = argc > 3 && std::string(argv[3]) == "--record";
  namespace fs = std::filesystem;
  int wrong = 0, compared = 0;
  std::vector<std::string> names;
  std::error_code bad;
  for (const auto& entry : fs::directory_iterator(record ? pictures : recorded, bad))
    if (entry.path().extension() == ".png") names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    Picture now, then;
    if (!load(pictures + "/" + name, now)) return refuse(pictures + "/" + name + ": cannot be read");
    now = halved(now);
    if (record) {
      if (!save(now, recorded + "/" + name)) return refuse(recorded + "/" + name + ": cannot be written");
      continue;
    }
    if (!load(recorded + "/" + name, then)) return refuse(recorded + "/" + name + ": cannot be read");
    ++compared;
    int x = 0, y = 0;
    const bool same = now.width == then.width && now.height == then.height;
    const int off = same ? blocksOff(now, then, x, y) : kFewBlocks + 1;
    if (off <= kFewBlocks) continue;
    ++wrong;
    std::printf("%s: %s; most about (%d,%d)\n", name.c_str(),
                same ? (std::to_string(off) + " blocks are others").c_str() : "another size", x, y);
  }
  if (record)
    std::printf("%zu screens recorded\n", names.size());
  else
    std::printf("%d screens compared, %d others\n", compared, wrong);
  return wrong == 0 && (record || compared > 0) ? 0 : 1;
}
