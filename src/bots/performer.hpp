// The hands of a bot on one device: it asks for gestures, and these make them happen as a person would with a mouse, a
// finger, keys, sticks or a switch, mistakes of timing included. All of them speak in pointer samples.
#pragma once

#include <array>
#include <memory>
#include <string_view>

#include "hands/hand.hpp"
#include "sim/session.hpp"

namespace knead::bots {

enum class Device : std::uint8_t { Mouse, Touch, Keyboard, Helped, Gamepad, Switch };
inline constexpr std::array<std::string_view, 6> kDeviceIds = {"mouse",  "touch",   "keyboard",
                                                               "helped", "gamepad", "switch"};

class Performer {
 public:
  Performer() = default;
  Performer(const Performer&) = delete;
  Performer& operator=(const Performer&) = delete;
  virtual ~Performer() = default;

  virtual void begin(const hands::Gesture& gesture) = 0;
  // The depth that is wanted now, 0..1.
  virtual void setCeiling(float ceiling) = 0;
  [[nodiscard]] virtual bool busy() const = 0;
  [[nodiscard]] virtual const hands::Gesture& gesture() const = 0;
  // The sample of the next tick.
  virtual sim::PointerSample sample(const sim::Session& view) = 0;
  virtual Random& random() = 0;
};

// The level must outlive it.
[[nodiscard]] std::unique_ptr<Performer> makePerformer(Device device, const level::Level& level, std::uint64_t seed,
                                                       const hands::Skill& skill);

}  // namespace knead::bots
