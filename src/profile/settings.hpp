// The player's choices, kept in settings.json. Unknown keys of the file are carried along, so that an older program
// loses nothing of a newer one's with the same schema.
#pragma once

#include <array>

#include "core/result.hpp"
#include "profile/bindings.hpp"
#include "profile/option_table.hpp"

namespace knead::profile {

class KeptFile;

inline constexpr std::size_t kMostServerBytes = 200;

class Settings {
 public:
  inline static constexpr int kSchema = 1;

  // Defaults, in memory alone (--safe-mode, tests).
  Settings();
  // What the file says; wrong values become the nearest allowed and are named in `notice`.
  [[nodiscard]] static Settings load(const KeptFile& file, std::string& notice);
  // The same of a document; `name` for the notices.
  [[nodiscard]] static Settings fromJson(const nlohmann::json& document, const std::string& name, std::string& notice);

  [[nodiscard]] int get(Option option) const { return m_values[static_cast<std::size_t>(option)]; }
  [[nodiscard]] bool on(Option option) const { return get(option) != 0; }
  // Sets the nearest allowed value.
  void set(Option option, int value);
  void reset();
  [[nodiscard]] const Bindings& bindings() const { return m_bindings; }
  void setBindings(const Bindings& bindings) { m_bindings = bindings; }
  [[nodiscard]] Result<std::size_t> save(const KeptFile& file) const;
  // Writes what is another here than in `before`, and leaves the rest as the file has it by now: another window, or
  // somebody with a text editor, may have changed that. `notice`: a file that had to be set aside.
  [[nodiscard]] Result<std::size_t> saveChanges(const KeptFile& file, const Settings& before,
                                                std::string& notice) const;

  // First start: what was accepted and when it is not asked again.
  [[nodiscard]] bool welcomed() const { return m_welcomed; }
  void setWelcomed(bool welcomed) { m_welcomed = welcomed; }

  // The address of the server of boards; empty: none.
  [[nodiscard]] const std::string& server() const { return m_server; }
  void setServer(const std::string& address) { m_server = address; }

 private:
  std::array<int, kOptionCount> m_values{};
  Bindings m_bindings;
  bool m_welcomed = false;
  std::string m_server;
  std::string m_unknown = "{}";  // what a newer program wrote, as JSON
};

}  // namespace knead::profile
