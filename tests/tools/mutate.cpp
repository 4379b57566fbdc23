// Small mistakes put into a source file, one at a time, to see whether tests notice them (scripts/mutate).
//
//   knead_mutate FILE          how many there are
//   knead_mutate FILE N        the file with the N-th (from 0); on the error stream the line and what was changed
//
// The mistakes: another comparison, sum for difference, product for quotient, and for or, the other truth, a number one
// more or a tenth larger, the smaller for the larger, a condition not turned round, a statement left out. Reads C++
// line by line as this project writes it, with spaces around what has two sides; comments, texts, includes and
// templates stay as they are.
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace {

struct Mistake {
  std::size_t at, length;  // in the file
  std::string instead;
};

// The text with comments, texts and lines for the preprocessor as blanks, so that nothing is found there.
std::string onlyCode(std::string text) {
  enum { Code, Line, Text, Letter } in = Code;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char& c = text[i];
    const bool first = i == 0 || text[i - 1] == '\n';
    if (c == '\n') {
      in = Code;
    } else if (in == Code && ((first && c == '#') || (c == '/' && i + 1 < text.size() && text[i + 1] == '/'))) {
      in = Line;
      c = ' ';
    } else if (in == Code &&
               (c == '"' || (c == '\'' && (i == 0 || std::isalnum(static_cast<unsigned char>(text[i - 1])) == 0)))) {
      in = c == '"' ? Text : Letter;
      c = ' ';
    } else if (in == Text || in == Letter) {
      const char end = in == Text ? '"' : '\'';
      if (c == '\\' && i + 1 < text.size()) {
        c = ' ';
        text[++i] = ' ';
      } else {
        if (c == end) in = Code;
        c = ' ';
      }
    } else if (in == Line) {
      c = ' ';
    }
  }
  return text;
}

bool isWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

void findWords(const std::string& code, std::vector<Mistake>& out) {
  const std::vector<std::pair<std::string, std::string>> kSwaps = {{" < ", " <= "},
                                                                   {" > ", " >= "},
                                                                   {" <= ", " < "},
                                                                   {" >= ", " > "},
                                                                   {" == ", " != "},
                                                                   {" != ", " == "},
                                                                   {" && ", " || "},
                                                                   {" || ", " && "},
                                                                   {" + ", " - "},
                                                                   {" - ", " + "},
                                                                   {" * ", " / "},
                                                                   {" / ", " * "},
                                                                   {" += ", " -= "},
                                                                   {" -= ", " += "},
                                                                   {" *= ", " /= "},
                                                                   {" /= ", " *= "},
                                                                   {"++", "--"},
                                                                   {"std::min(", "std::max("},
                                                                   {"std::max(", "std::min("},
                                                                   {"true", "false"},
                                                                   {"false", "true"},
                                                                   {"std::min<", "std::max<"},
                                                                   {"std::max<", "std::min<"},
                                                                   {"(!", "("},
                                                                   {" !", " "}};
  for (const auto& [from, to] : kSwaps) {
    for (std::size_t at = code.find(from); at != std::string::npos; at = code.find(from, at + 1)) {
      const char before = at == 0 ? ' ' : code[at - 1],
                 after = at + from.size() < code.size() ? code[at + from.size()] : ' ';
      if (isWord(from.front()) && isWord(before)) continue;
      if (isWord(from.back()) && isWord(after)) continue;
      if (from.back() == '!' && after == '=') continue;
      if (from == "++" && before == 'C') continue;
      out.push_back({at, from.size(), to});
    }
  }
}

void findNumbers(const std::string& code, std::vector<Mistake>& out) {
  for (std::size_t at = 0; at < code.size(); ++at) {
    const bool digit = std::isdigit(static_cast<unsigned char>(code[at])) != 0;
    const bool point =
        code[at] == '.' && at + 1 < code.size() && std::isdigit(static_cast<unsigned char>(code[at + 1])) != 0;
    if ((!digit && !point) || (at > 0 && (isWord(code[at - 1]) || code[at - 1] == '.'))) continue;
    std::size_t end = at;
    while (end < code.size() && (isWord(code[end]) || code[end] == '.' || (code[end] == '\'' && isWord(code[end + 1]))))
      ++end;
    const std::string number = code.substr(at, end - at);
    const bool real = number.find('.') != std::string::npos;
    if (number.rfind("0x", 0) == 0)
      out.push_back({at, end - at, number + " + 1"});
    else if (real)
      out.push_back(
          {at, end - at, (std::strtod(number.c_str(), nullptr) == 0 ? "(.1F + " : "(1.1F * ") + number + ")"});
    else
      out.push_back({at, end - at, number == "0" ? "1" : "(1 + " + number + ")"});
    at = end;
  }
}

// A line that is one statement of its own: a call or an assignment, no declaration, no way out.
void findStatements(const std::string& code, std::vector<Mistake>& out) {
  for (std::size_t from = 0; from < code.size();) {
    std::size_t end = code.find('\n', from);
    if (end == std::string::npos) end = code.size();
    const std::string line = code.substr(from, end - from);
    const std::size_t start = line.find_first_not_of(' ');
    if (start != std::string::npos && start >= 2 && line.back() == ';') {
      std::size_t word = start;
      while (word < line.size() &&
             (isWord(line[word]) || line[word] == '.' || line[word] == ':' || line[word] == '[' || line[word] == ']' ||
              line[word] == '>' || (line[word] == '-' && line[word + 1] == '>')))
        ++word;
      const bool call = word > start && line[word] == '(' && line.compare(word, 2, "()") != 0;
      const bool assigns =
          word + 2 < line.size() && (line.compare(word, 3, " = ") == 0 || line.compare(word, 4, " += ") == 0 ||
                                     line.compare(word, 4, " -= ") == 0 || line.compare(word, 4, " *= ") == 0);
      const std::string head = line.substr(start, word - start);
      // What goes on from the line before is no statement.
      const std::size_t before = from < 2 ? std::string::npos : code.find_last_not_of(" \n", from - 1);
      const bool begins = before == std::string::npos || code[before] == ';' || code[before] == '{' ||
                          code[before] == '}' || code[before] == ')' || code[before] == ':';
      if ((call || assigns) && begins && head != "return" && head != "static_assert" && head != "if" && head != "for")
        out.push_back({from + start, line.size() - start, ";"});
    }
    from = end + 1;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::cerr << "knead_mutate FILE [N]\n";
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (text.empty()) {
    std::cerr << argv[1] << ": cannot be read\n";
    return 3;
  }
  const std::string code = onlyCode(text);
  std::vector<Mistake> all;
  findWords(code, all);
  findNumbers(code, all);
  findStatements(code, all);
  if (argc == 2) {
    std::cout << all.size() << "\n";
    return 0;
  }
  const std::size_t n = std::strtoul(argv[2], nullptr, 10);
  if (n >= all.size()) return 1;
  const Mistake& one = all[n];
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(one.at), '\n');
  const std::size_t lineAt = text.rfind('\n', one.at == 0 ? 0 : one.at - 1);
  std::string shown = text.substr(lineAt == std::string::npos ? 0 : lineAt + 1);
  shown = shown.substr(0, shown.find('\n'));
  shown.erase(0, shown.find_first_not_of(' '));
  std::cerr << argv[1] << ":" << line << ": " << text.substr(one.at, one.length) << " became " << one.instead
            << "  in  " << shown << "\n";
  std::cout << text.substr(0, one.at) << one.instead << text.substr(one.at + one.length);
  return 0;
}
