#include "arguments/command.hpp"

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdint>
#include <functional>
#include <limits>
#include <sstream>
#include <type_traits>

namespace knead::arguments {
namespace {

// CLI11 alone takes "-1" and whatever is too large for the largest number, and "010" for eight.
std::function<std::string(const std::string&)> wholeNumber(std::uint64_t most) {
  return [most](const std::string& text) {
    std::uint64_t value = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool fits = wrong == std::errc() && value <= most && std::to_string(value) == text;
    return fits ? std::string() : "found \"" + text + "\", allowed: a whole number from 0 to " + std::to_string(most);
  };
}

}  // namespace

Option Option::required() const {
  m_option->required();
  return *this;
}
Option Option::excludes(const Option& other) const {
  m_option->excludes(other.m_option);
  return *this;
}
Option Option::needs(const Option& other) const {
  m_option->needs(other.m_option);
  return *this;
}
Option Option::group(const std::string& heading) const {
  m_option->group(heading);
  return *this;
}
Option Option::among(const std::vector<std::string>& words) const {
  m_option->check(CLI::IsMember(words));
  return *this;
}
Option Option::within(int least, int most) const {
  m_option->check(CLI::Range(least, most));
  return *this;
}
Option Option::within(double least, double most) const {
  m_option->check(CLI::Range(least, most));
  return *this;
}
Option Option::byCommas() const {
  m_option->delimiter(',');
  return *this;
}
Option Option::times(int count) const {
  m_option->expected(count);
  return *this;
}
Option Option::eachTime() const {
  m_option->expected(1);
  m_option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return *this;
}

Command Command::add(const std::string& name, const std::string& help) const {
  return Command(m_command->add_subcommand(name, help));
}
template <class T>
Option Command::value(const std::string& name, T& into, const std::string& help) const {
  CLI::Option* option = m_command->add_option(name, into, help);
  if constexpr (std::is_unsigned_v<T>) option->check(wholeNumber(std::numeric_limits<T>::max()));
  return Option(option);
}
template Option Command::value(const std::string&, std::string&, const std::string&) const;
template Option Command::value(const std::string&, int&, const std::string&) const;
template Option Command::value(const std::string&, unsigned&, const std::string&) const;
template Option Command::value(const std::string&, std::uint64_t&, const std::string&) const;
template Option Command::value(const std::string&, float&, const std::string&) const;
template Option Command::value(const std::string&, double&, const std::string&) const;
template Option Command::value(const std::string&, std::vector<std::string>&, const std::string&) const;
template Option Command::value(const std::string&, std::vector<float>&, const std::string&) const;
Option Command::value(const std::string& name, const std::function<void(const std::string&)>& into,
                      const std::string& help) const {
  return Option(m_command->add_option_function<std::string>(name, into, help));
}
Option Command::flag(const std::string& name, bool& into, const std::string& help) const {
  return Option(m_command->add_flag(name, into, help));
}
Command Command::oneOf(const std::string& heading, const std::string& help) const {
  CLI::Option_group* group = m_command->add_option_group(heading, help);
  group->require_option(1);
  return Command(group);
}
void Command::commands(std::size_t least, std::size_t most) const { m_command->require_subcommand(least, most); }
void Command::does(std::function<void()> work) const { m_command->callback(std::move(work)); }

Program::Program(const std::string& name, const std::string& version, const std::string& about)
    : m_app(std::make_unique<CLI::App>(about, name)) {
  m_app->set_version_flag("--version", name + " " + version);
  m_app->fallthrough();
}
Program::~Program() = default;
Command Program::top() const { return Command(m_app.get()); }
void Program::footer(const std::string& text) { m_app->footer(text); }

Program::Parsed Program::parse(int argc, const char* const* argv) {
  Parsed parsed;
  try {
    m_app->parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    std::ostringstream out, err;
    parsed.end = m_app->exit(problem, out, err) == 0 ? End::Told : End::Wrong;
    parsed.out = out.str();
    parsed.err = err.str();
    parsed.problem = problem.what();
  }
  return parsed;
}

std::optional<int> Program::ended(int argc, const char* const* argv, std::FILE* out, std::FILE* err, int wrong) {
  const Parsed parsed = parse(argc, argv);
  if (parsed.end == End::GoOn) return std::nullopt;
  std::fwrite(parsed.out.data(), 1, parsed.out.size(), out);
  std::fwrite(parsed.err.data(), 1, parsed.err.size(), err);
  std::fflush(out);
  return parsed.end == End::Told ? 0 : wrong;
}

}  // namespace knead::arguments
