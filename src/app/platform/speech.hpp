// A voice: the desktop's own through speech-dispatcher, or a file of what it would have said. Says one thing at a time
// and never keeps the game waiting.
#pragma once

#include <memory>
#include <string>

namespace knead::app::platform {

class Speech {
 public:
  Speech() = default;
  Speech(const Speech&) = delete;
  Speech& operator=(const Speech&) = delete;
  virtual ~Speech() = default;
  // What was being said is broken off. `language` as in "es".
  virtual void say(const std::string& text, const std::string& language) = 0;
  // Whether somebody may hear it; false until that is known.
  [[nodiscard]] virtual bool works() const = 0;
};

// The desktop's voice; it looks for the dispatcher on a thread of its own.
[[nodiscard]] std::unique_ptr<Speech> desktopSpeech();
// Writes a line for each thing said. Null if the file cannot be written.
[[nodiscard]] std::unique_ptr<Speech> speechIntoFile(const std::string& path);

}  // namespace knead::app::platform
