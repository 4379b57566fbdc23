// Presses from a file instead of devices: for tests of menus and of devices that are not there. A line is a time in
// seconds since the first picture, what happens, and its numbers; "#" begins a comment. docs/testing.md lists the
// words.
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "app/platform/sfml_adapter.hpp"
#include "core/result.hpp"

namespace knead::app {

class EventScript {
 public:
  // Empty: nothing ever happens.
  EventScript() = default;
  [[nodiscard]] static Result<EventScript> read(const std::string& path);
  // The next event whose time has come.
  std::optional<platform::InputEvent> next(double seconds);

 private:
  struct Entry {
    double at = 0;
    platform::InputEvent event;
  };
  std::deque<Entry> m_entries;
};

}  // namespace knead::app
