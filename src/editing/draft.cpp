#include "editing/draft.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "core/file.hpp"
#include "level/level_json.hpp"
#include "level/level_reader.hpp"

namespace knead::editing {
namespace {

constexpr int kIndent = 2;

// Small letters, digits and single hyphens, as ids are.
std::string idFrom(const std::string& text) {
  std::string id;
  for (const char c : text) {
    const bool letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9', capital = c >= 'A' && c <= 'Z';
    if (letter || digit || capital)
      id += capital ? static_cast<char>(c - 'A' + 'a') : c;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  id = id.substr(0, 40);
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.size() < 2 ? "my-level" : id;
}

// The first that no level of the folder has: a pack is in the order of its numbers.
int freeNumber(const std::string& folder) {
  std::set<int> taken;
  const auto names = namesIn(folder);
  for (const std::string& name : names ? names.value() : std::vector<std::string>()) {
    if (std::filesystem::path(name).extension() != ".json") continue;
    if (const auto level = level::readLevelFile(folder + "/" + name)) taken.insert(level.value().number);
  }
  int number = 1;
  while (taken.count(number) > 0) ++number;
  return number;
}

std::string titleFrom(std::string id) {
  std::replace(id.begin(), id.end(), '-', ' ');
  if (id[0] >= 'a' && id[0] <= 'z') id[0] = static_cast<char>(id[0] - 'a' + 'A');
  return id;
}

// Strictly, so that the draft says what the game would say; then with its keys in their order.
Result<Json> parsed(const std::string& text, const std::string& path) {
  const auto strict = level::parseJson(text, path);
  if (!strict) return strict.error();
  return Json::parse(text);
}

Json::json_pointer pointerOf(const std::string& pointer) { return Json::json_pointer(pointer); }

// The value at a place, made where there is none. Nothing where what stands above it in the file is neither object nor
// list: the first mistake names that.
Json* reached(Json& document, const std::string& pointer) {
  try {
    return &document[pointerOf(pointer)];
  } catch (const Json::exception&) {
    return nullptr;
  }
}

}  // namespace

struct Draft::Documents {
  Json now;
  std::vector<Json> back, forth;
};

Draft::Draft() : m_documents(std::make_unique<Documents>()) {}
Draft::Draft(Draft&&) noexcept = default;
Draft& Draft::operator=(Draft&&) noexcept = default;
Draft::~Draft() = default;

Result<Draft> Draft::open(const std::string& path, std::string_view templateText) {
  std::error_code none;
  const bool there = std::filesystem::exists(path, none);
  const std::filesystem::path file(path);
  const std::string id = idFrom(file.stem().string());
  // A new level's file is called as its id is, or the game would not take it into its list.
  if (const auto named = file.parent_path() / (id + ".json"); !there && named != file)
    return open(named.string(), templateText);
  Draft draft;
  draft.m_path = path;
  std::string text(templateText);
  if (there) {
    auto read = readWholeFile(path, level::kMaxLevelBytes);
    if (!read) return read.error();
    text = std::move(read).value();
  }
  auto document = parsed(text, path);
  if (!document) return document.error();
  draft.m_documents->now = std::move(document).value();
  if (!there) {
    const std::filesystem::path folder = std::filesystem::absolute(file, none).parent_path();
    draft.m_documents->now["id"] = id;
    draft.m_documents->now["number"] = freeNumber(folder.string());
    draft.m_documents->now["title"] = titleFrom(id);
    draft.m_documents->now["chapter"] = idFrom(folder.filename().string());
  }
  draft.judge();
  if (draft.m_level.id.empty() && !draft.m_problems.empty()) {
    // It never was a level: nothing could be shown of it.
    const auto shape = level::readLevel(templateText, path);
    if (!shape) return shape.error();
    draft.m_level = shape.value();
  }
  if (there) draft.m_saved = draft.text();
  return draft;
}

const Json* Draft::find(const std::string& pointer) const {
  const auto at = pointerOf(pointer);
  return m_documents->now.contains(at) ? &m_documents->now.at(at) : nullptr;
}

const Json& Draft::document() const { return m_documents->now; }

std::optional<double> Draft::number(const std::string& pointer) const {
  const Json* at = find(pointer);
  return at != nullptr && at->is_number() ? std::optional(at->get<double>()) : std::nullopt;
}

std::optional<std::string> Draft::word(const std::string& pointer) const {
  const Json* at = find(pointer);
  return at != nullptr && at->is_string() ? std::optional(at->get<std::string>()) : std::nullopt;
}

std::string Draft::text() const { return m_documents->now.dump(kIndent) + "\n"; }

void Draft::judge() {
  ++m_state;
  const std::string now = text();
  m_problems = level::lintLevel(now, m_path);
  if (!m_problems.empty()) return;
  if (auto level = level::readLevel(now, m_path)) m_level = std::move(level).value();
}

void Draft::begin(std::string_view mark) {
  const bool goesOn = !mark.empty() && mark == m_mark;
  m_mark = mark;
  m_documents->forth.clear();
  if (goesOn) return;
  m_documents->back.push_back(m_documents->now);
  if (m_documents->back.size() > kStepsKept) m_documents->back.erase(m_documents->back.begin());
}

void Draft::place(const std::string& pointer, Json value) {
  // A number is written as short as it was meant: .45, not .44999998.
  if (value.is_number_float()) {
    const double rounded = std::round(value.get<double>() * 10000) / 10000;
    value = rounded;
  }
  if (Json* at = reached(m_documents->now, pointer)) *at = std::move(value);
}

void Draft::set(const std::string& pointer, Json value, std::string_view mark) {
  set(std::vector<std::pair<std::string, Json>>{{pointer, std::move(value)}}, mark);
}

void Draft::set(const std::vector<std::pair<std::string, Json>>& values, std::string_view mark) {
  begin(mark);
  for (const auto& [pointer, value] : values) place(pointer, value);
  judge();
}

void Draft::setNumber(const std::string& pointer, double value, std::string_view mark) { set(pointer, value, mark); }
void Draft::setWord(const std::string& pointer, const std::string& value) { set(pointer, value); }

void Draft::append(const std::string& list, Json value) {
  begin({});
  if (Json* at = reached(m_documents->now, list)) {
    if (!at->is_array()) *at = Json::array();
    at->push_back(std::move(value));
  }
  judge();
}

void Draft::erase(const std::string& pointer) {
  if (find(pointer) == nullptr) return;
  begin({});
  const auto at = pointerOf(pointer);
  Json& parent = m_documents->now.at(at.parent_pointer());
  if (parent.is_array())
    parent.erase(static_cast<std::size_t>(std::stoul(at.back())));
  else
    parent.erase(at.back());
  judge();
}

bool Draft::undo() {
  if (m_documents->back.empty()) return false;
  m_documents->forth.push_back(std::move(m_documents->now));
  m_documents->now = std::move(m_documents->back.back());
  m_documents->back.pop_back();
  m_mark.clear();
  judge();
  return true;
}

bool Draft::redo() {
  if (m_documents->forth.empty()) return false;
  m_documents->back.push_back(std::move(m_documents->now));
  m_documents->now = std::move(m_documents->forth.back());
  m_documents->forth.pop_back();
  m_mark.clear();
  judge();
  return true;
}

Result<std::size_t> Draft::save() {
  if (!m_problems.empty()) return m_problems.front();
  const std::string now = text();
  const std::vector<std::uint8_t> bytes(now.begin(), now.end());
  auto wrote = writeWholeFileSafely(m_path, bytes);
  if (wrote) m_saved = now;
  return wrote;
}

Result<std::size_t> Draft::reload() {
  const auto read = readWholeFile(m_path, level::kMaxLevelBytes);
  if (!read) return read.error();
  auto document = parsed(read.value(), m_path);
  if (!document) return document.error();
  if (document.value() == m_documents->now) return read.value().size();
  begin({});
  m_documents->now = std::move(document).value();
  judge();
  m_saved = text();
  return read.value().size();
}

}  // namespace knead::editing
