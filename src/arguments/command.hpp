// Command lines: programs, their commands and options, and what is said where somebody mistypes. Alone knows CLI11: a
// file that includes it takes a compiler seven seconds longer and more (gcc 12 -O3).
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace knead::arguments {

// One option, to say more about it; lives as long as its program. Each step gives the option back.
class Option {
 public:
  explicit Option(CLI::Option* option) : m_option(option) {}
  Option required() const;
  // Not both.
  Option excludes(const Option& other) const;
  // Only with the other.
  Option needs(const Option& other) const;
  // The heading that --help lists it under; "": not at all.
  Option group(const std::string& heading) const;
  Option among(const std::vector<std::string>& words) const;
  Option within(int least, int most) const;
  Option within(double least, double most) const;
  // Several, as one word with commas; or so many, no more and no less.
  Option byCommas() const;
  Option times(int count) const;
  // One value each time it is given, all of them taken.
  Option eachTime() const;

 private:
  CLI::Option* m_option;
};

// A command, or a group of them; lives as long as its program.
class Command {
 public:
  explicit Command(CLI::App* command) : m_command(command) {}
  // A command below this one.
  Command add(const std::string& name, const std::string& help) const;
  // --name VALUE, or NAME for one that goes by its place. `into` holds the usual value and gets the one that is given;
  // it must outlive the program. For text, numbers, and several of them.
  template <class T>
  Option value(const std::string& name, T& into, const std::string& help = {}) const;
  // Told of the value instead.
  Option value(const std::string& name, const std::function<void(const std::string&)>& into,
               const std::string& help) const;
  Option flag(const std::string& name, bool& into, const std::string& help) const;
  // Options of which exactly one must be given.
  Command oneOf(const std::string& heading, const std::string& help) const;
  // How many of the commands below it must be named.
  void commands(std::size_t least, std::size_t most) const;
  // When it was named, after all its options are known.
  void does(std::function<void()> work) const;

 private:
  CLI::App* m_command;
};

class Program {
 public:
  // Knows --help and --version; options of the program may stand behind its commands.
  Program(const std::string& name, const std::string& version, const std::string& about);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  [[nodiscard]] Command top() const;
  void footer(const std::string& text);

  enum class End { GoOn, Told, Wrong };  // Told: help or the version was asked for
  struct Parsed {
    End end = End::GoOn;
    std::string out, err;  // what to print
    std::string problem;   // Wrong: in short
  };
  // Fills what the options point to and calls what the named command does.
  [[nodiscard]] Parsed parse(int argc, const char* const* argv);
  // The same, and prints what there is to print. Gives the exit code where nothing is left to do: 0, or `wrong`.
  [[nodiscard]] std::optional<int> ended(int argc, const char* const* argv, std::FILE* out, std::FILE* err, int wrong);

 private:
  std::unique_ptr<CLI::App> m_app;
};

}  // namespace knead::arguments
