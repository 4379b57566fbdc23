// The CSV reader: no locale, no exceptions, every refusal with its line. Numbers through std::from_chars.
#include "replay/trace.hpp"

#include <array>
#include <charconv>
#include <optional>

#include "core/file.hpp"

namespace knead::replay {
namespace {

constexpr std::string_view kHeader = "t_ms,x_cm,y_cm,down,tool";
constexpr std::string_view kHeaderWithPressure = "t_ms,x_cm,y_cm,down,tool,pressure";
constexpr std::size_t kColumns = 5;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// For a message: short and printable.
std::string shown(std::string_view text) {
  std::string out = "\"";
  for (const char c : text.substr(0, 40)) out += (c < ' ' || c > '~') ? '?' : c;
  return out + (text.size() > 40 ? "...\"" : "\"");
}

std::optional<double> numberIn(std::string_view text, double low, double high) {
  double value = 0.0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (!(value >= low && value <= high)) return std::nullopt;  // also NaN
  return value;
}

class LineParser {
 public:
  LineParser(const std::string& file, bool pressure) : m_file(file), m_pressure(pressure) {}

  // Reads one line; false and an error if it is not allowed.
  bool parse(std::string_view line, std::size_t number, sim::PointerSample& into) {
    m_line = number;
    const std::size_t wanted = kColumns + (m_pressure ? 1 : 0);
    std::array<std::string_view, kColumns + 1> fields{};
    std::size_t count = 0;
    std::string_view rest = line;
    for (;;) {
      const std::size_t comma = rest.find(',');
      if (count < fields.size()) fields[count] = trimmed(rest.substr(0, comma));
      ++count;
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
    if (count != wanted) {
      return refuse("found " + std::to_string(count) + " columns, allowed: " + std::to_string(wanted) + " (" +
                    std::string(m_pressure ? kHeaderWithPressure : kHeader) + ")");
    }
    return time(fields[0], into) && place(fields[1], fields[2], into) && hand(fields[3], fields[4], into) &&
           (!m_pressure || pressure(fields[5], into));
  }
  [[nodiscard]] const Error& error() const { return m_error; }

 private:
  bool refuse(std::string what) {
    m_error = {m_file, "line " + std::to_string(m_line), std::move(what)};
    return false;
  }
  bool time(std::string_view text, sim::PointerSample& into) {
    const std::optional<double> ms = numberIn(text, 0.0, kMaxTraceMs);
    if (!ms)
      return refuse("found t_ms " + shown(text) +
                    ", allowed: a number of milliseconds from 0 to 3600000; start the trace at 0");
    if (*ms < m_lastMs)
      return refuse("found t_ms " + shown(text) + ", which is before the line above it; allowed: the same or later");
    m_lastMs = *ms;
    into.microseconds = static_cast<std::uint64_t>(*ms * 1000.0 + 0.5);
    return true;
  }
  bool place(std::string_view x, std::string_view y, sim::PointerSample& into) {
    const std::optional<double> xCm = numberIn(x, -40.0, 40.0);
    if (!xCm) return refuse("found x_cm " + shown(x) + ", allowed: a number from -40 to 40 (cm right of the midline)");
    const std::optional<double> yCm = numberIn(y, -20.0, 90.0);
    if (!yCm) return refuse("found y_cm " + shown(y) + ", allowed: a number from -20 to 90 (cm down from the skull)");
    into.cm = {static_cast<float>(*xCm), static_cast<float>(*yCm)};
    return true;
  }
  bool hand(std::string_view down, std::string_view tool, sim::PointerSample& into) {
    if (down != "0" && down != "1") return refuse("found down " + shown(down) + ", allowed: 0 or 1");
    into.down = down == "1";
    for (std::size_t i = 0; i < level::kToolIds.size(); ++i) {
      if (level::kToolIds[i] != tool) continue;
      into.tool = static_cast<level::Tool>(i);
      return true;
    }
    return refuse("found tool " + shown(tool) + ", allowed: hand, towel, stone, pack");
  }
  bool pressure(std::string_view text, sim::PointerSample& into) {
    const std::optional<double> share = numberIn(text, 0.0, 1.0);
    if (!share) return refuse("found pressure " + shown(text) + ", allowed: a number from 0 to 1");
    into.ceiling = static_cast<float>(*share);
    return true;
  }

  const std::string& m_file;
  bool m_pressure;
  std::size_t m_line = 0;
  double m_lastMs = 0.0;
  Error m_error;
};

std::string_view takeLine(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

bool sameHeader(std::string_view line, std::string_view header) {
  std::string packed;
  for (const char c : line.substr(0, 200)) {
    if (c != ' ' && c != '\t' && c != '\r') packed += c;
  }
  return packed == header;
}

}  // namespace

std::uint32_t Trace::tickCount() const {
  if (samples.empty()) return 0;
  const std::uint64_t ticks = (samples.back().microseconds * sim::kTicksPerSecond + 999999U) / 1000000U;
  return static_cast<std::uint32_t>(ticks < 1 ? 1 : ticks);
}

Result<Trace> parseTrace(std::string_view text, const std::string& fileName) {
  if (text.size() > kMaxTraceBytes)
    return Error{fileName, "", "is larger than the limit of " + std::to_string(kMaxTraceBytes) + " bytes"};
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
  const std::string_view first = takeLine(text);
  Trace trace;
  trace.hasPressure = sameHeader(first, kHeaderWithPressure);
  if (!trace.hasPressure && !sameHeader(first, kHeader)) {
    return Error{
        fileName, "line 1",
        "found " + shown(first) + ", allowed: the header " + std::string(kHeader) + " with, if you like, ,pressure"};
  }
  LineParser parser(fileName, trace.hasPressure);
  std::size_t number = 1;
  std::size_t blankLine = 0;
  while (!text.empty()) {
    const std::string_view line = takeLine(text);
    if (++number > kMaxTraceLines) {
      return Error{fileName, "line " + std::to_string(number),
                   "found more than 4000000 lines, allowed: at most that; cut the trace"};
    }
    if (trimmed(line).empty()) {
      if (blankLine == 0) blankLine = number;
      continue;
    }
    if (blankLine != 0) {
      return Error{fileName, "line " + std::to_string(blankLine),
                   "found an empty line, allowed: only at the end; take it out"};
    }
    sim::PointerSample sample;
    if (!parser.parse(line, number, sample)) return parser.error();
    trace.samples.push_back(sample);
  }
  if (trace.samples.empty())
    return Error{fileName, "line 2", "found no samples, allowed: at least one line after the header"};
  return trace;
}

Result<Trace> readTraceFile(const std::string& path) {
  const Result<std::string> text = readWholeFile(path, kMaxTraceBytes);
  if (!text) return text.error();
  return parseTrace(text.value(), path);
}

TracePlayer::TracePlayer(const Trace& trace) {
  for (const sim::PointerSample& sample : trace.samples) m_resampler.push(sample);
  if (trace.samples.empty()) return;
  sim::PointerSample lifted = trace.samples.back();
  lifted.microseconds += 1000000U / static_cast<unsigned>(sim::kTicksPerSecond) + 1U;
  lifted.down = false;
  m_resampler.push(lifted);
}

}  // namespace knead::replay
