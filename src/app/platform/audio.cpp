#include "app/platform/audio.hpp"

#include <SFML/Audio.hpp>
#include <SFML/Config.hpp>
#include <vector>

#if SFML_VERSION_MAJOR < 3 && defined(__linux__)
#include <dlfcn.h>

#include <cstdlib>
#endif

namespace knead::app::platform {
namespace {

constexpr unsigned kRate = 48000, kChannels = 2;
constexpr std::size_t kBlock = 960;  // 20 ms; SFML queues three

#if SFML_VERSION_MAJOR < 3 && defined(__linux__)
void sayNothing(const char*, int, const char*, int, const char*, ...) {}
#endif

}  // namespace

class AudioStream::Stream final : public sf::SoundStream {
 public:
  explicit Stream(Fill fill) : m_fill(std::move(fill)), m_block(kBlock * kChannels) {
#if SFML_VERSION_MAJOR >= 3
    initialize(kChannels, kRate, {sf::SoundChannel::FrontLeft, sf::SoundChannel::FrontRight});
#else
    initialize(kChannels, kRate);
#endif
  }
  ~Stream() override { stop(); }

 private:
  bool onGetData(Chunk& chunk) override {
    m_fill(m_block);
    chunk.samples = m_block.data();
    chunk.sampleCount = m_block.size();
    return true;
  }
  void onSeek(sf::Time) override {}

  Fill m_fill;
  std::vector<std::int16_t> m_block;
};

AudioStream::AudioStream(Fill fill) : m_stream(std::make_unique<Stream>(std::move(fill))) {}
AudioStream::~AudioStream() = default;

bool AudioStream::play() {
  m_stream->play();
#if SFML_VERSION_MAJOR >= 3
  return m_stream->getStatus() == sf::SoundStream::Status::Playing;
#else
  return m_stream->getStatus() == sf::SoundStream::Playing;
#endif
}
void AudioStream::stop() { m_stream->stop(); }

bool soundDevice() {
#if SFML_VERSION_MAJOR >= 3
  return !sf::PlaybackDevice::getAvailableDevices().empty();
#elif defined(__linux__)
  // ALSA says a dozen lines about each card that is not there.
  using Say = void (*)(const char*, int, const char*, int, const char*, ...);
  if (void* alsa = dlopen("libasound.so.2", RTLD_LAZY)) {
    using SetSay = int (*)(Say);
    if (const auto set = reinterpret_cast<SetSay>(dlsym(alsa, "snd_lib_error_set_handler"))) set(sayNothing);
  }
  setenv("ALSOFT_LOGLEVEL", "0", 0);
  void* openal = dlopen("libopenal.so.1", RTLD_LAZY);
  if (openal == nullptr) return false;
  using Open = void* (*)(const char*);
  using Close = char (*)(void*);
  const auto open = reinterpret_cast<Open>(dlsym(openal, "alcOpenDevice"));
  const auto close = reinterpret_cast<Close>(dlsym(openal, "alcCloseDevice"));
  void* device = open != nullptr ? open(nullptr) : nullptr;
  if (device != nullptr && close != nullptr) close(device);
  return device != nullptr;
#else
  return true;
#endif
}

bool writeSound(const std::string& path, double seconds, const Fill& fill) {
  sf::OutputSoundFile file;
#if SFML_VERSION_MAJOR >= 3
  if (!file.openFromFile(path, kRate, kChannels, {sf::SoundChannel::FrontLeft, sf::SoundChannel::FrontRight}))
    return false;
#else
  if (!file.openFromFile(path, kRate, kChannels)) return false;
#endif
  std::vector<std::int16_t> block(kBlock * kChannels);
  const auto blocks = static_cast<long>(seconds * kRate / kBlock);
  for (long i = 0; i < blocks; ++i) {
    fill(block);
    file.write(block.data(), block.size());
  }
  return true;
}

}  // namespace knead::app::platform
