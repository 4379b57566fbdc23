#include "app/words/catalogue.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "core/file.hpp"

namespace knead::app::words {
namespace {

// Reads a formula and works it out in one go, by C's precedence; both sides of every choice are read.
class Formula {
 public:
  Formula(std::string_view text, unsigned long n) : m_text(text), m_n(n) {}
  std::optional<unsigned long> value() {
    const unsigned long out = choice(0);
    if (m_wrong || !rest().empty()) return std::nullopt;
    return out;
  }

 private:
  struct Operator {
    std::string_view sign;
    int rank;
  };
  static constexpr Operator kOperators[] = {{"||", 0}, {"&&", 1}, {"==", 2}, {"!=", 2}, {"<=", 3}, {">=", 3}, {"<", 3},
                                            {">", 3},  {"+", 4},  {"-", 4},  {"*", 5},  {"/", 5},  {"%", 5}};
  static constexpr int kDeepest = 50;  // brackets and choices within each other; a strange file must not fill the stack

  std::string_view rest() {
    while (!m_text.empty() && m_text.front() == ' ') m_text.remove_prefix(1);
    return m_text;
  }
  bool takes(std::string_view sign) {
    if (!rest().starts_with(sign)) return false;
    m_text.remove_prefix(sign.size());
    return true;
  }
  unsigned long choice(int depth) {
    if (depth > kDeepest) m_wrong = true;
    if (m_wrong) return 0;
    const unsigned long condition = side(0, depth);
    if (!takes("?")) return condition;
    const unsigned long yes = choice(depth + 1);
    if (!takes(":")) m_wrong = true;
    const unsigned long no = choice(depth + 1);
    return condition != 0 ? yes : no;
  }
  // Operators of at least this rank, from the left.
  unsigned long side(int rank, int depth) {
    unsigned long left = unary(depth);
    for (;;) {
      const std::string_view here = rest();
      const auto* found = std::find_if(std::begin(kOperators), std::end(kOperators),
                                       [&](const Operator& one) { return here.starts_with(one.sign); });
      if (m_wrong || found == std::end(kOperators) || found->rank < rank) return left;
      m_text.remove_prefix(found->sign.size());
      left = worked(left, found->sign, side(found->rank + 1, depth));
    }
  }
  unsigned long worked(unsigned long a, std::string_view sign, unsigned long b) {
    if (sign == "||") return static_cast<unsigned long>(a != 0 || b != 0);
    if (sign == "&&") return static_cast<unsigned long>(a != 0 && b != 0);
    if (sign == "==") return static_cast<unsigned long>(a == b);
    if (sign == "!=") return static_cast<unsigned long>(a != b);
    if (sign == "<=") return static_cast<unsigned long>(a <= b);
    if (sign == ">=") return static_cast<unsigned long>(a >= b);
    if (sign == "<") return static_cast<unsigned long>(a < b);
    if (sign == ">") return static_cast<unsigned long>(a > b);
    if (sign == "+") return a + b;
    if (sign == "-") return a - b;
    if (sign == "*") return a * b;
    if (b == 0) {
      m_wrong = true;
      return 0;
    }
    return sign == "/" ? a / b : a % b;
  }
  unsigned long unary(int depth) {
    bool negated = false;
    while (rest().starts_with('!') && !rest().starts_with("!=")) {
      m_text.remove_prefix(1);
      negated = !negated;
    }
    const unsigned long value = atom(depth);
    return negated ? static_cast<unsigned long>(value == 0) : value;
  }
  unsigned long atom(int depth) {
    if (takes("n")) return m_n;
    if (takes("(")) {
      const unsigned long inner = choice(depth + 1);
      if (!takes(")")) m_wrong = true;
      return inner;
    }
    unsigned long value = 0;
    bool any = false;
    while (!m_text.empty() && m_text.front() >= '0' && m_text.front() <= '9') {
      value = value * 10 + static_cast<unsigned long>(m_text.front() - '0');
      m_text.remove_prefix(1);
      any = true;
    }
    if (!any) m_wrong = true;
    return value;
  }

  std::string_view m_text;
  unsigned long m_n;
  bool m_wrong = false;
};

// "...Plural-Forms: nplurals=2; plural=(n != 1);\n..." -> "(n != 1)"
std::string formulaIn(std::string_view head) {
  constexpr std::string_view kLine = "Plural-Forms:", kName = "plural=";
  const std::size_t line = head.find(kLine);
  if (line == std::string_view::npos) return {};
  head = head.substr(line, head.find('\n', line) - line);
  const std::size_t from = head.find(kName, head.find(';'));
  if (from == std::string_view::npos) return {};
  const std::string_view rest = head.substr(from + kName.size());
  return std::string(rest.substr(0, rest.find(';')));
}

std::string_view firstOf(std::string_view text) { return text.substr(0, text.find('\0')); }

}  // namespace

PluralRule::PluralRule(std::string formula) : m_formula(std::move(formula)) {
  for (const unsigned long n : {0UL, 1UL, 2UL}) {
    if (!Formula(m_formula, n).value()) m_formula = "n != 1";
  }
}
unsigned long PluralRule::formOf(unsigned long n) const { return Formula(m_formula, n).value().value_or(0); }

std::unique_ptr<const Catalogue> Catalogue::read(const std::string& path) {
  constexpr std::size_t kLargest = 16U * 1024U * 1024U;
  auto bytes = readWholeFile(path, kLargest);
  return bytes ? parse(std::move(bytes).value()) : nullptr;
}

std::unique_ptr<const Catalogue> Catalogue::parse(std::string bytes) {
  // GNU gettext manual, "The Format of GNU MO Files". msgfmt writes it in its machine's byte order.
  constexpr std::uint32_t kMagic = 0x950412DE, kSwapped = 0xDE120495;
  constexpr std::size_t kHead = 20, kLine = 8;
  std::unique_ptr<Catalogue> out(new Catalogue());
  out->m_bytes = std::move(bytes);
  const std::string& all = out->m_bytes;
  if (all.size() < kHead) return nullptr;
  bool bigFirst = false;
  const auto number = [&all, &bigFirst](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const auto byte = static_cast<std::uint8_t>(all[at + (bigFirst ? i : 3 - i)]);
      value = value << 8U | byte;
    }
    return value;
  };
  const std::uint32_t magic = number(0);
  if (magic != kMagic && magic != kSwapped) return nullptr;
  bigFirst = magic == kSwapped;
  const std::size_t count = number(8), originals = number(12), translations = number(16);
  const auto fits = [&all](std::size_t at, std::size_t length) {
    return at <= all.size() && length <= all.size() - at;
  };
  if (!fits(originals, count * kLine) || !fits(translations, count * kLine)) return nullptr;
  const auto textAt = [&](std::size_t table, std::size_t line) -> std::optional<std::string_view> {
    const std::size_t length = number(table + line * kLine), at = number(table + line * kLine + 4);
    if (!fits(at, length + 1) || all[at + length] != '\0') return std::nullopt;
    return std::string_view(all).substr(at, length);
  };
  for (std::size_t i = 0; i < count; ++i) {
    const auto original = textAt(originals, i), translation = textAt(translations, i);
    if (!original || !translation) return nullptr;
    out->m_sentences.emplace_back(firstOf(*original), *translation);
  }
  std::sort(out->m_sentences.begin(), out->m_sentences.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  out->m_plural = PluralRule(formulaIn(out->translationOf("")));
  return out;
}

std::string_view Catalogue::translationOf(std::string_view english) const {
  const auto found = std::lower_bound(m_sentences.begin(), m_sentences.end(), english,
                                      [](const auto& one, std::string_view text) { return one.first < text; });
  return found != m_sentences.end() && found->first == english ? found->second : std::string_view();
}

const char* Catalogue::find(std::string_view english) const {
  const std::string_view text = translationOf(english);
  return firstOf(text).empty() ? nullptr : text.data();
}

const char* Catalogue::find(std::string_view one, unsigned long n) const {
  std::string_view text = translationOf(one);
  for (unsigned long form = m_plural.formOf(n); form > 0; --form) {
    const std::size_t end = text.find('\0');
    if (end == std::string_view::npos) return nullptr;
    text.remove_prefix(end + 1);
  }
  return firstOf(text).empty() ? nullptr : text.data();
}

}  // namespace knead::app::words
