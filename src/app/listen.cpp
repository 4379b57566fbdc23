#include "app/listen.hpp"

#include <cstdio>

#include "app/platform/audio.hpp"
#include "sound/feed.hpp"
#include "sound/listen.hpp"

namespace knead::app {

int runListen(const Options& options, const Drive& drive, const level::Level& level) {
  sim::Session session(level, drive.setup(level, options));
  const auto source = drive.source(level, options.seed);
  const auto feed = std::make_unique<sound::Feed>();
  sound::Listener listener;
  std::vector<sound::Heard> heard;
  double played = 0, rendered = 0;
  constexpr double kSecondsPerBlock = .02, kAfterS = 3;
  const auto fill = [&](std::span<std::int16_t> out) {
    rendered += kSecondsPerBlock;
    while (played < rendered && !session.ended()) {
      const sim::TickInput input = source->next(session);
      session.tick(input);
      played += static_cast<double>(sim::kSecondsPerTick);
      heard.clear();
      listener.tick(session, input, heard);
      for (const sound::Heard& h : heard) {
        feed->cue(h.cue, h.pan, h.strength);
        if (const char* words = sound::captionOf(h.cue); *words != '\0') std::printf("%7.2f %s\n", played, words);
      }
    }
    feed->set(listener.scene(session, session.ended()), {});
    feed->render(out);
  };
  if (platform::writeSound(options.listen, level.seconds + kAfterS, fill)) return 0;
  std::fprintf(stderr, "knead: %s: cannot be written; give a name that ends in .wav, .ogg or .flac\n",
               options.listen.c_str());
  return 1;
}

}  // namespace knead::app
