// The reader of the stories. The first thing that is wrong is told.
#include "daily/story.hpp"

#include <algorithm>
#include <optional>

#include "core/file.hpp"
#include "learning/choice.hpp"
#include "level/level_json.hpp"

namespace knead::daily {
namespace {

using level::inQuotes;
using level::pointerStep;

constexpr std::size_t kMostSigns = 4;  // what a level may hold

std::string shown(const nlohmann::json& value) {
  if (value.is_string()) return inQuotes(value.get_ref<const std::string&>());
  return value.is_null() ? "nothing" : inQuotes(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

template <class Ids>
std::string listed(const Ids& ids) {
  std::string out;
  for (const std::string_view id : ids) out += (out.empty() ? "" : ", ") + std::string(id);
  return out;
}

class StoryReader {
 public:
  explicit StoryReader(std::string name) : m_name(std::move(name)) {}

  [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

  Story story(const nlohmann::json& entry, const std::string& place) {
    Story out;
    if (!entry.is_object()) {
      fail(place, "found " + shown(entry) + "; allowed: a story in braces");
      return out;
    }
    refuseUnknownKeys(entry, place);
    out.id = id(entry, place);
    out.pain = pain(entry, place);
    out.place = where(entry, place);
    readRefer(entry, place, out);
    out.role = words(entry, place, "role");
    out.words = words(entry, place, "words");
    out.signs = signs(entry, place);
    out.better = words(entry, place, "better");
    out.worse = words(entry, place, "worse");
    return out;
  }

  void checkAll(const std::vector<Story>& stories) {
    for (std::size_t i = 0; i < stories.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        if (stories[k].id != stories[i].id) continue;
        fail(pointerStep("/stories", i) + "/id", "found " + inQuotes(stories[i].id) + ", which " +
                                                     pointerStep("/stories", k) +
                                                     " has already; give each story an id of its own");
      }
    }
    const bool varied = std::any_of(stories.begin(), stories.end(),
                                    [&](const Story& story) { return story.pain != stories.front().pain; });
    if (!varied) fail("/stories", "holds stories of fewer than two pains; two days in a row must differ, so add some");
  }

  void fail(const std::string& place, std::string what) {
    if (!m_problem) m_problem = Error{m_name, place, std::move(what)};
  }

 private:
  void refuseUnknownKeys(const nlohmann::json& entry, const std::string& place) {
    static constexpr std::array<std::string_view, 10> kKnown = {"id",   "pain",  "place", "refer",  "sign",
                                                                "role", "words", "signs", "better", "worse"};
    for (const auto& [key, value] : entry.items()) {
      if (std::find(kKnown.begin(), kKnown.end(), key) != kKnown.end()) continue;
      fail(pointerStep(place, key), "is not a key of a story; remove it or correct its name");
    }
  }

  std::string words(const nlohmann::json& entry, const std::string& place, const char* key) {
    const nlohmann::json value = entry.value(key, nlohmann::json());
    if (value.is_string() && !value.get_ref<const std::string&>().empty()) return value.get<std::string>();
    fail(place + "/" + key, "found " + shown(value) + "; write a text that is not empty");
    return {};
  }

  std::string id(const nlohmann::json& entry, const std::string& place) {
    std::string found = words(entry, place, "id");
    bool good = !found.empty() && found.front() != '-' && found.back() != '-' && found.find("--") == std::string::npos;
    for (const char c : found) good = good && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    if (!good) fail(place + "/id", "found " + inQuotes(found) + "; allowed: a-z, 0-9 and single hyphens between them");
    return found;
  }

  level::Pain pain(const nlohmann::json& entry, const std::string& place) {
    const std::string found = words(entry, place, "pain");
    if (const auto known = learning::painOf(found)) return *known;
    fail(place + "/pain", "found " + inQuotes(found) + "; allowed: " + listed(level::kPainIds));
    return level::Pain::Doms;
  }

  Place where(const nlohmann::json& entry, const std::string& place) {
    const std::string found = words(entry, place, "place");
    const auto at = std::find(kPlaceIds.begin(), kPlaceIds.end(), found);
    if (at != kPlaceIds.end()) return static_cast<Place>(at - kPlaceIds.begin());
    fail(place + "/place", "found " + inQuotes(found) + "; allowed: " + listed(kPlaceIds));
    return Place::LowBack;
  }

  void readRefer(const nlohmann::json& entry, const std::string& place, Story& out) {
    const nlohmann::json value = entry.value("refer", nlohmann::json(false));
    if (!value.is_boolean()) fail(place + "/refer", "found " + shown(value) + "; allowed: true, or leave it out");
    out.refer = value == true;
    if (out.refer) out.sign = words(entry, place, "sign");
    if (!out.refer && entry.contains("sign"))
      fail(place + "/sign", "is only for a story with \"refer\": true; remove it or add \"refer\"");
  }

  std::vector<std::string> signs(const nlohmann::json& entry, const std::string& place) {
    std::vector<std::string> out;
    const nlohmann::json list = entry.value("signs", nlohmann::json());
    if (!list.is_array() || list.empty() || list.size() > kMostSigns) {
      fail(place + "/signs", "found " + shown(list) + "; give one to four texts in brackets");
      return out;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].is_string() && !list[i].get_ref<const std::string&>().empty()) {
        out.push_back(list[i].get<std::string>());
      } else {
        fail(pointerStep(place + "/signs", i), "found " + shown(list[i]) + "; write a text that is not empty");
      }
    }
    return out;
  }

  std::string m_name;
  std::optional<Error> m_problem;
};

}  // namespace

std::string titleOf(const Story& story) {
  std::string title = story.id;
  std::replace(title.begin(), title.end(), '-', ' ');
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

Result<std::vector<Story>> parseStories(std::string_view text, const std::string& name) {
  const Result<nlohmann::json> document = level::parseJson(text, name);
  if (!document) return document.error();
  StoryReader reader(name);
  std::vector<Story> stories;
  const nlohmann::json list =
      document.value().is_object() ? document.value().value("stories", nlohmann::json()) : nlohmann::json();
  if (!list.is_array() || list.empty()) {
    return Error{name, "/stories", "found " + shown(list) + "; give a list of stories in brackets"};
  }
  for (std::size_t i = 0; i < list.size(); ++i) stories.push_back(reader.story(list[i], pointerStep("/stories", i)));
  reader.checkAll(stories);
  if (reader.problem()) return *reader.problem();
  return stories;
}

Result<std::vector<Story>> readStories(const std::string& path) {
  const Result<std::string> text = readWholeFile(path, level::kMaxJsonBytes);
  if (!text) return text.error();
  return parseStories(text.value(), path);
}

}  // namespace knead::daily
