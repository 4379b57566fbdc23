// A level file while somebody writes it: the JSON as it will be saved, what is wrong with it, every step back and forth
// again. Keys keep their order and what the editor does not know stays as it is. Draws nothing and asks nobody. Who
// reads and writes numbers and words alone needs nothing of JSON.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.hpp"
#include "level/level.hpp"

namespace knead::editing {

using Json = nlohmann::ordered_json;
inline constexpr std::size_t kStepsKept = 200;

class Draft {
 public:
  Draft(const Draft&) = delete;
  Draft(Draft&&) noexcept;
  Draft& operator=(const Draft&) = delete;
  Draft& operator=(Draft&&) noexcept;
  ~Draft();
  // The file, if it is there; else a new level made of `templateText`, with the id and the chapter of `path` and the
  // next number of its folder. Its file is called as its id is: "Stiff Neck.json" becomes "stiff-neck.json". Error: a
  // file that is no JSON, is too large, or has no level in it that can be shown (one with mistakes can).
  [[nodiscard]] static Result<Draft> open(const std::string& path, std::string_view templateText);

  [[nodiscard]] const std::string& path() const { return m_path; }
  [[nodiscard]] const Json& document() const;
  // The value at a JSON pointer; null if there is none.
  [[nodiscard]] const Json* find(const std::string& pointer) const;
  // Nothing if there is none, or something else.
  [[nodiscard]] std::optional<double> number(const std::string& pointer) const;
  [[nodiscard]] std::optional<std::string> word(const std::string& pointer) const;
  // As it would be saved.
  [[nodiscard]] std::string text() const;
  // The last state that was a level without mistakes.
  [[nodiscard]] const level::Level& level() const { return m_level; }
  // What is wrong now, in the words of the lint; empty: it can be played and saved.
  [[nodiscard]] const std::vector<Error>& problems() const { return m_problems; }
  [[nodiscard]] bool changed() const { return text() != m_saved; }
  // Counts the states: whoever draws one knows when it is another.
  [[nodiscard]] int state() const { return m_state; }

  // Puts a value at a JSON pointer; missing objects on the way are made. Steps with the same `mark`, not empty, one
  // after the other are one step back: a drag, a slider.
  void set(const std::string& pointer, Json value, std::string_view mark = {});
  // Puts several at once, as one step.
  void set(const std::vector<std::pair<std::string, Json>>& values, std::string_view mark = {});
  void setNumber(const std::string& pointer, double value, std::string_view mark = {});
  void setWord(const std::string& pointer, const std::string& value);
  void append(const std::string& list, Json value);
  // Nothing happens if there is nothing.
  void erase(const std::string& pointer);
  bool undo();
  bool redo();

  // Writes the file whole or not at all. A level with mistakes is not written over a good one: the first is the error.
  [[nodiscard]] Result<std::size_t> save();
  // Takes what the file holds now, as one step; the error leaves all as it was.
  [[nodiscard]] Result<std::size_t> reload();

 private:
  struct Documents;
  Draft();
  void begin(std::string_view mark);
  void place(const std::string& pointer, Json value);
  void judge();

  std::string m_path, m_saved, m_mark;
  std::unique_ptr<Documents> m_documents;
  level::Level m_level;
  std::vector<Error> m_problems;
  int m_state = 0;
};

}  // namespace knead::editing
