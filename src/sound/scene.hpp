// What there is to hear at a moment: plain numbers, filled in from a session by whoever plays it, read by the mixer.
#pragma once

namespace knead::sound {

struct Hand {
  bool down = false;
  float speedCmS = 0;  // of the pointer on the back, 0..60
  float pressure = 0;  // 0..1
  float pan = 0;       // -1 left .. 1 right
  float grain = 0;     // 0 a flat palm .. 1 fingertips: friction, vibration
};

struct Scene {
  float relaxation = .35F;    // 0 all tense .. 1 let go: which layers play, and how bright
  float tension = 0;          // 0..1: how far the strained partials are out of tune
  float flow = 0;             // 0..1: how near the heartbeat is
  float beatsPerMinute = 68;  // of the heart, 68 guarded .. 58 at ease
  float breathsPerMinute = 12;
  float voice = .5F;     // 0 low .. 1 high: of the breath
  float heat = 0;        // 0..1: a kettle far away
  float endorphins = 0;  // 0..1: how often a bell is heard
  float thin = 0;        // 0..1: the last seconds, and the pause, take the pad away
  Hand hand;
};

// 0..1 each; `offsetDb` shifts the whole for quiet devices and for the night.
struct Levels {
  float master = 1, music = 1, ambience = 1, effects = 1;
  float offsetDb = 0;
  bool mono = false;
};

}  // namespace knead::sound
