// The sound device: a stream that asks for samples, opened only where there is one. Alone knows SFML's sound.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace knead::app::platform {

// 48 kHz, left and right in turn; called on the stream's own thread.
using Fill = std::function<void(std::span<std::int16_t>)>;

class AudioStream {
 public:
  explicit AudioStream(Fill fill);
  ~AudioStream();
  AudioStream(const AudioStream&) = delete;
  AudioStream& operator=(const AudioStream&) = delete;
  [[nodiscard]] bool play();
  void stop();

 private:
  class Stream;
  std::unique_ptr<Stream> m_stream;
};

// Asked before a stream is made: without a device SFML 2.5 burns processor time and floods standard error.
[[nodiscard]] bool soundDevice();

// Writes `seconds` of what `fill` gives into a file whose name says its kind (.wav, .ogg, .flac); false if it cannot.
[[nodiscard]] bool writeSound(const std::string& path, double seconds, const Fill& fill);

}  // namespace knead::app::platform
