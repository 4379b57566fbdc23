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
  Narrator(const profile::Settings& settings, const std::string& file);
  // Once a frame. `page`: what the page says when it opens; `opened`: it has just opened. `focused` may be null.
  void update(const std::string& page, bool opened, const Spoken* focused, const std::string& message);
  // On, and nobody there to speak.
  [[nodiscard]] bool mute() const { return m_speech != nullptr && !m_speech->works(); }

 private:
  void say(const std::string& text);

  const profile::Settings& m_settings;
  std::string m_file;
  std::unique_ptr<platform::Speech> m_speech;
  Spoken m_last;
  std::string m_lastMessage;
};

}  // namespace knead::app
