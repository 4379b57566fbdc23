#include "app/apply_settings.hpp"

#include <array>
#include <filesystem>

#include "app/ui/theme.hpp"
#include "app/words/words.hpp"

namespace knead::app {

void applySettings(const profile::Settings& settings) {
  // Beside an installed program, else where this one was built.
  std::error_code ignored;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", ignored);
  std::string catalogues = (self.parent_path() / "../share/locale").string();
  if (!std::filesystem::is_directory(catalogues + "/es/LC_MESSAGES", ignored)) catalogues = KNEAD_LOCALE_DIR;
  theme::use(settings.on(profile::Option::HighContrast) ? theme::Contrast::High : theme::Contrast::Usual);
  words::speak(settings.get(profile::Option::Language), catalogues);
}

float textScale(const profile::Settings& settings) {
  constexpr std::array<float, 4> kScales = {1, 1.4F, 1.7F, 2};  // 20 px at 1080p, then 28, 34, 40
  return kScales[static_cast<std::size_t>(settings.get(profile::Option::TextSize))];
}

std::chrono::microseconds frameTime(const profile::Settings& settings) {
  constexpr std::array<int, 3> kRates = {30, 60, 120};  // pictures a second
  return std::chrono::microseconds(1000000 /
                                   kRates[static_cast<std::size_t>(settings.get(profile::Option::FrameRate))]);
}

unsigned samplesAPixel(const profile::Settings& settings, const std::string& asked) {
  const bool most =
      asked.empty() ? settings.get(profile::Option::Quality) == profile::kQualityAuto + 3 : asked == "high";
  return most ? 4 : 0;
}

}  // namespace knead::app
