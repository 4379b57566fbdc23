// Reads aloud: a page when it opens, a choice when the focus comes to it or its value changes, a message when it is
// shown. Only speaks of what is on the screen; a page says it in words of its own (Screen::spoken, Spoken).
#pragma once

#include <memory>
#include <string>

#include "app/platform/speech.hpp"
#include "app/ui/choices.hpp"
#include "profile/settings.hpp"

namespace knead::app {

class Narrator {
 public:
  // `file`: where lines are written instead of spoken; empty for the desktop's voice.
  Narrator(const profile::Settings& settings, const std::string& file) : m_settings(settings), m_file(file) {}
  // Somebody wishes to hear it.
  [[nodiscard]] bool on() const { return !m_file.empty() || m_settings.on(profile::Option::Narration); }
  // Once a frame while it is on. `page`: what the page says when it opens; `opened`: it has just opened.
  void update(const std::string& page, bool opened, const Spoken& focused, const std::string& message);
  // It is off: the voice goes, and what was said is forgotten.
  void rest();
  // True once, when it is on and nobody is there to speak; `seconds` since this was asked.
  [[nodiscard]] bool takeMute(float seconds);

 private:
  void say(const std::string& text);

  const profile::Settings& m_settings;
  std::string m_file;
  std::unique_ptr<platform::Speech> m_speech;
  Spoken m_last;
  std::string m_lastMessage;
  float m_muteS = 0;
};

}  // namespace knead::app
