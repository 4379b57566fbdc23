#include "app/drivers/event_script.hpp"

#include <array>
#include <sstream>

#include "core/file.hpp"

namespace knead::app {

using Kind = platform::InputEvent::Kind;

namespace {

struct Word {
  const char* word;
  Kind kind;
  enum class Numbers { Key, Place, Amount, Pad, PadNumber, PadAxis, None } numbers;
};
using Numbers = Word::Numbers;
constexpr std::array<Word, 14> kWords = {{{"key_down", Kind::KeyDown, Numbers::Key},
                                          {"key_up", Kind::KeyUp, Numbers::Key},
                                          {"move", Kind::MouseMove, Numbers::Place},
                                          {"press", Kind::MouseDown, Numbers::Place},
                                          {"lift", Kind::MouseUp, Numbers::Place},
                                          {"wheel", Kind::Wheel, Numbers::Amount},
                                          {"pad_came", Kind::PadCame, Numbers::Pad},
                                          {"pad_gone", Kind::PadGone, Numbers::Pad},
                                          {"pad_down", Kind::RawDown, Numbers::PadNumber},
                                          {"pad_up", Kind::RawUp, Numbers::PadNumber},
                                          {"pad_axis", Kind::RawAxis, Numbers::PadAxis},
                                          {"focus_lost", Kind::FocusLost, Numbers::None},
                                          {"focus_gained", Kind::FocusGained, Numbers::None},
                                          {"close", Kind::Close, Numbers::None}}};

bool readNumbers(std::istringstream& in, Numbers numbers, platform::InputEvent& e) {
  std::string word;
  switch (numbers) {
    case Numbers::Key: {
      in >> word;
      const auto key = profile::keyOf(word);
      e.key = key.value_or(profile::Key::None);
      return key.has_value();
    }
    case Numbers::Place: return static_cast<bool>(in >> e.x >> e.y);
    case Numbers::Amount: return static_cast<bool>(in >> e.wheel);
    case Numbers::Pad: return static_cast<bool>(in >> e.pad);
    case Numbers::PadNumber: return static_cast<bool>(in >> e.pad >> e.number);
    case Numbers::PadAxis: return static_cast<bool>(in >> e.pad >> e.number >> e.value);
    case Numbers::None: return true;
  }
  return false;
}

}  // namespace

Result<EventScript> EventScript::read(const std::string& path) {
  const auto text = readWholeFile(path, 1U << 22U);
  if (!text) return text.error();
  EventScript script;
  std::istringstream lines(text.value());
  int count = 0;
  double last = 0;
  for (std::string line; std::getline(lines, line);) {
    ++count;
    if (line.empty() || line[0] == '#') continue;
    std::istringstream in(line);
    Entry entry;
    std::string word;
    in >> entry.at >> word;
    const Word* found = nullptr;
    for (const Word& known : kWords)
      if (word == known.word) found = &known;
    const std::string place = "line " + std::to_string(count);
    if (found == nullptr)
      return Error{path, place, "found \"" + line + "\"; give SECONDS WHAT NUMBERS, e.g. 1.5 key_down space"};
    entry.event.kind = found->kind;
    if (!readNumbers(in, found->numbers, entry.event))
      return Error{path, place,
                   "found \"" + line + "\"; the numbers or the key after " + word + " are missing or wrong"};
    if (entry.at < last) return Error{path, place, "goes back in time; sort the lines by their seconds"};
    last = entry.at;
    script.m_entries.push_back(entry);
  }
  return script;
}

std::optional<platform::InputEvent> EventScript::next(double seconds) {
  if (m_entries.empty() || m_entries.front().at > seconds) return std::nullopt;
  const platform::InputEvent event = m_entries.front().event;
  m_entries.pop_front();
  return event;
}

}  // namespace knead::app
