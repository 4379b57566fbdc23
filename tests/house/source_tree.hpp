// Reads the project's sources as text for the house rules: files of a room, lines without comments and strings.
#pragma once

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace knead::house {

struct SourceFile {
  std::string path;                // from the project's root, with '/'
  std::vector<std::string> lines;  // as written
  std::vector<std::string> code;   // the same lines with comments and the insides of literals blanked
};

// Replaces comments and the contents of string and character literals by spaces; keeps line breaks and the
// file names of #include lines.
inline std::string blankComments(std::string_view text) {
  std::string out(text);
  std::size_t i = 0;
  const auto blank = [&out](std::size_t from, std::size_t to) {
    for (std::size_t k = from; k < to && k < out.size(); ++k) {
      if (out[k] != '\n') out[k] = ' ';
    }
  };
  bool lineStart = true;
  while (i < text.size()) {
    const char c = text[i];
    if (c == '\n') {
      lineStart = true;
      ++i;
    } else if (c == '#' && lineStart) {
      // A directive: keep it to the end of the line or to a comment.
      while (i < text.size() && text[i] != '\n' && text.substr(i, 2) != "//" && text.substr(i, 2) != "/*") ++i;
      lineStart = false;
    } else if (text.substr(i, 2) == "//") {
      std::size_t end = text.find('\n', i);
      if (end == std::string_view::npos) end = text.size();
      blank(i, end);
      i = end;
    } else if (text.substr(i, 2) == "/*") {
      std::size_t end = text.find("*/", i + 2);
      end = end == std::string_view::npos ? text.size() : end + 2;
      blank(i, end);
      i = end;
    } else if (text.substr(i, 2) == "R\"") {
      const std::size_t open = text.find('(', i);
      if (open == std::string_view::npos) break;
      const std::string close = ")" + std::string(text.substr(i + 2, open - i - 2)) + "\"";
      std::size_t end = text.find(close, open);
      if (end == std::string_view::npos) end = text.size();
      blank(open + 1, end);
      i = std::min(text.size(), end + close.size());
      lineStart = false;
    } else if (c == '"' || (c == '\'' && (i == 0 || std::isalnum(static_cast<unsigned char>(text[i - 1])) == 0))) {
      std::size_t end = i + 1;
      while (end < text.size() && text[end] != c && text[end] != '\n') end += text[end] == '\\' ? 2U : 1U;
      blank(i + 1, end);
      i = std::min(text.size(), end + 1);
      lineStart = false;
    } else {
      if (std::isspace(static_cast<unsigned char>(c)) == 0) lineStart = false;
      ++i;
    }
  }
  return out;
}

inline std::vector<std::string> splitLines(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  while (from < text.size()) {
    std::size_t end = text.find('\n', from);
    if (end == std::string::npos) end = text.size();
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

inline SourceFile sourceFrom(std::string path, const std::string& text) {
  return {std::move(path), splitLines(text), splitLines(blankComments(text))};
}

// Every .cpp and .hpp under `folder` (from the project's root), sorted by path.
inline std::vector<SourceFile> filesUnder(const std::filesystem::path& root, const std::string& folder) {
  std::vector<SourceFile> files;
  if (!std::filesystem::is_directory(root / folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
    const auto extension = entry.path().extension();
    if (!entry.is_regular_file() || (extension != ".cpp" && extension != ".hpp" && extension != ".inl")) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    files.push_back(sourceFrom(std::filesystem::relative(entry.path(), root).generic_string(), text));
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

// Is `word` in `line`, with no letter, digit or underscore before it (and none after, if `whole`)?
inline bool hasWord(std::string_view line, std::string_view word, bool whole) {
  const auto isName = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
  for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const bool startsWord = !isName(word.front()) || at == 0 || !isName(line[at - 1]);
    const std::size_t after = at + word.size();
    const bool endsWord = !whole || !isName(word.back()) || after >= line.size() || !isName(line[after]);
    if (startsWord && endsWord) return true;
  }
  return false;
}

}  // namespace knead::house
