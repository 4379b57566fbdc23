#include "app/access/narrator.hpp"

#include "app/words/words.hpp"

namespace knead::app {

void Narrator::say(const std::string& text) {
  if (!text.empty()) m_speech->say(text, words::spoken());
}

void Narrator::rest() {
  m_speech.reset();
  m_last = {};
  m_muteS = 0;
}

bool Narrator::takeMute(float seconds) {
  constexpr float kLongestStartS = 5;  // of a dispatcher that is only started by being asked
  if (m_speech == nullptr || m_speech->works()) return false;
  const bool before = m_muteS < kLongestStartS;
  m_muteS += seconds;
  return before && m_muteS >= kLongestStartS;
}

void Narrator::update(const std::string& page, bool opened, const Spoken& now, const std::string& message) {
  const bool began = m_speech == nullptr;
  if (began) m_speech = m_file.empty() ? platform::desktopSpeech() : platform::speechIntoFile(m_file);
  if (m_speech == nullptr) return;
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
