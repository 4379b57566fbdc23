#include "app/access/narrator.hpp"

#include "app/words/words.hpp"

namespace knead::app {

Narrator::Narrator(const profile::Settings& settings, const std::string& file) : m_settings(settings), m_file(file) {}

void Narrator::say(const std::string& text) {
  if (!text.empty()) m_speech->say(text, words::spoken());
}

void Narrator::update(const std::string& page, bool opened, const Spoken* focused, const std::string& message) {
  if (m_file.empty() && !m_settings.on(profile::Option::Narration)) {
    m_speech.reset();
    m_last = {};
    return;
  }
  const bool began = m_speech == nullptr;
  if (began) m_speech = m_file.empty() ? platform::desktopSpeech() : platform::speechIntoFile(m_file);
  if (m_speech == nullptr) return;
  const Spoken now = focused != nullptr ? *focused : Spoken{};
  std::string text;
  const auto add = [&text](const std::string& part) {
    if (part.empty()) return;
    if (!text.empty()) text += text.back() == '.' || text.back() == ':' ? " " : ". ";
    text += part;
  };
  if (opened || began) add(page);
  if (opened || began || now.name != m_last.name || now.hint != m_last.hint) {
    add(now.name);
    add(now.value);
    add(now.hint);
  } else if (now.value != m_last.value) {
    add(now.value);
  }
  if (message != m_lastMessage) add(message);
  m_last = now;
  m_lastMessage = message;
  say(text);
}

}  // namespace knead::app
