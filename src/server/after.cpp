#include "server/after.hpp"

#include <charconv>

namespace knead::server {
namespace {

template <class T>
bool readAll(std::string_view text, T& into) {
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), into);
  return problem == std::errc{} && end == text.data() + text.size();
}

}  // namespace

std::string afterText(const Standing& last) {
  return std::to_string(last.run.score) + "." + std::to_string(last.run.received) + "." + board::hexOf(last.run.player);
}

std::optional<After> afterOf(std::string_view text) {
  const std::size_t one = text.find('.'), two = text.find('.', one + 1);
  if (one == std::string_view::npos || two == std::string_view::npos) return std::nullopt;
  After after;
  const auto player = board::fromHex<32>(text.substr(two + 1));
  if (!player || !readAll(text.substr(0, one), after.score) ||
      !readAll(text.substr(one + 1, two - one - 1), after.received))
    return std::nullopt;
  after.player = *player;
  return after;
}

}  // namespace knead::server
