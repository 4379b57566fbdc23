#include "profile/settings.hpp"

#include <nlohmann/json.hpp>

#include "profile/kept_file.hpp"

namespace knead::profile {

Settings::Settings() { reset(); }

void Settings::reset() {
  for (const OptionRow& row : optionTable()) m_values[static_cast<std::size_t>(row.option)] = row.usual;
}

void Settings::set(Option option, int value) {
  m_values[static_cast<std::size_t>(option)] = allowed(rowOf(option), value);
}

Settings Settings::load(const KeptFile& file, std::string& notice) {
  const Kept kept = file.load();
  notice = kept.notice;
  return fromJson(kept.document, file.path(), notice);
}

Settings Settings::fromJson(const nlohmann::json& document, const std::string& name, std::string& notice) {
  Settings settings;
  const auto tell = [&](const std::string& what) {
    if (!notice.empty()) notice += "\n";
    notice += name + ": " + what;
  };
  if (!document.is_object()) return settings;
  nlohmann::json unknown = nlohmann::json::object();
  for (const auto& [key, value] : document.items()) {
    if (key == "schema") continue;
    if (key == "welcomed") {
      settings.m_welcomed = value.is_boolean() && value.get<bool>();
      continue;
    }
    if (key == "board_server") {
      if (value.is_string() && value.get<std::string>().size() <= kMostServerBytes)
        settings.m_server = value.get<std::string>();
      else
        tell("/board_server: allowed: the address of a server, at most " + std::to_string(kMostServerBytes) +
             " bytes; none is used");
      continue;
    }
    if (key == "bindings") {
      std::vector<std::string> complaints;
      settings.m_bindings.load(value, complaints);
      for (const std::string& complaint : complaints) tell("/bindings" + complaint);
      continue;
    }
    const std::optional<Option> option = optionOf(key);
    if (!option) {
      unknown[key] = value;
      continue;
    }
    const OptionRow& row = rowOf(*option);
    if (!value.is_number_integer()) {
      tell("/" + key + ": found " + value.dump().substr(0, 40) + ", allowed: a whole number from " +
           std::to_string(row.low) + " to " + std::to_string(row.high) + "; " + std::to_string(row.usual) + " is used");
      continue;
    }
    const long long found = value.is_number_unsigned() && value.get<std::uint64_t>() > 1000000
                                ? 1000000
                                : static_cast<long long>(value.get<std::int64_t>());
    const int use = allowed(row, found);
    if (use != found) {
      tell("/" + key + ": found " + value.dump() + ", allowed: " + std::to_string(row.low) + " to " +
           std::to_string(row.high) + "; " + std::to_string(use) + " is used");
    }
    settings.set(*option, use);
  }
  settings.m_unknown = unknown.dump();
  return settings;
}

Result<std::size_t> Settings::save(const KeptFile& file) const {
  nlohmann::json document = nlohmann::json::parse(m_unknown);
  for (const OptionRow& row : optionTable()) document[row.id] = get(row.option);
  document["welcomed"] = m_welcomed;
  if (!m_server.empty()) document["board_server"] = m_server;
  document["bindings"] = m_bindings.save();
  return file.save(std::move(document));
}

Result<std::size_t> Settings::saveChanges(const KeptFile& file, const Settings& before, std::string& notice) const {
  const Kept kept = file.load();
  notice = kept.notice;
  if (kept.document.empty()) return save(file);
  std::string wrongValues;  // told when the file was read first
  Settings now = fromJson(kept.document, file.path(), wrongValues);
  for (const OptionRow& row : optionTable())
    if (get(row.option) != before.get(row.option)) now.set(row.option, get(row.option));
  if (m_bindings != before.m_bindings) now.m_bindings = m_bindings;
  if (m_welcomed != before.m_welcomed) now.m_welcomed = m_welcomed;
  if (m_server != before.m_server) now.m_server = m_server;
  return now.save(file);
}

}  // namespace knead::profile
