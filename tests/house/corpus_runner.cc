// Feeds files, or every file of a folder, to a fuzz target once: the corpus as a plain test, no libFuzzer needed.
// (Named .cc so that the house tests' file list does not take it for one of theirs.)
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void feed(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::vector<char> bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(copy.data(), copy.size());
}

}  // namespace

int main(int argc, char** argv) {
  LLVMFuzzerTestOneInput(nullptr, 0);
  int fed = 1;
  for (int i = 1; i < argc; ++i) {
    const std::filesystem::path path = argv[i];
    if (std::filesystem::is_directory(path)) {
      for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
        if (!entry.is_regular_file()) continue;
        feed(entry.path());
        ++fed;
      }
    } else if (std::filesystem::exists(path)) {
      feed(path);
      ++fed;
    } else {
      std::fprintf(stderr, "%s is not there\n", path.c_str());
      return 1;
    }
  }
  std::printf("%d inputs\n", fed);
  return 0;
}
