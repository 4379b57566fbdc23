// Fuzz target: any bytes as settings.json and as a list of bindings. Whatever it says, every option is within its
// bounds, and what is written is read again as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "profile/settings.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace knead::profile;
  const auto document = nlohmann::json::parse(data, data + size, nullptr, false);
  if (document.is_discarded()) return 0;
  std::string notice;
  const Settings settings = Settings::fromJson(document, "fuzz.json", notice);
  for (const OptionRow& row : optionTable()) {
    const int value = settings.get(row.option);
    if (value < row.low || value > row.high) std::abort();
  }
  if (settings.server().size() > kMostServerBytes) std::abort();
  nlohmann::json bindings = {{"bindings", settings.bindings().save()}};
  const Settings again = Settings::fromJson(bindings, "again.json", notice);
  if (again.bindings().save() != settings.bindings().save()) std::abort();
  return 0;
}
