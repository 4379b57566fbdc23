// The mix as a listener gets it: loudness, peaks, clicks, and what each control does.
#include "sound/mixer.hpp"

#include "sound/loudness.hpp"
#include "support/catch.hpp"

using namespace knead::sound;

namespace {

Scene sceneAt(float relaxation) {
  Scene s;
  s.relaxation = relaxation;
  s.tension = 1 - relaxation;
  s.flow = .3F + .5F * relaxation;
  s.heat = .3F;
  s.endorphins = relaxation;
  s.breathsPerMinute = 16 - 6 * relaxation;
  s.beatsPerMinute = 68 - 10 * relaxation;
  return s;
}

// A hand that works most of the time, as in a level.
void work(Scene& s, double at) {
  const double within = at - 6 * std::floor(at / 6);
  s.hand.down = within < 4.5;
  s.hand.speedCmS = static_cast<float>(12 + 8 * std::sin(at * 3));
  s.hand.pressure = .5F;
  s.hand.pan = static_cast<float>(std::sin(at));
}

Measured rendered(float relaxation, double seconds, const Levels& levels = {}) {
  Mixer mixer;
  Scene s = sceneAt(relaxation);
  int tapped = 0;
  return measure(mixer, seconds, [&](double at) {
    work(s, at);
    mixer.set(s, levels);
    if (static_cast<int>(at / 6) > tapped) {
      ++tapped;
      mixer.cue(Cue::Tap, s.hand.pan, .6F);
      if (tapped % 4 == 0) mixer.cue(Cue::KnotFreed, -.3F);
    }
  });
}

}  // namespace

TEST_CASE("the mix is as loud as a calm game should be, at any relaxation", "[sound]") {
  for (const float relaxation : {.1F, .3F, .5F, .7F, .9F}) {
    const Measured m = rendered(relaxation, 180);
    INFO("relaxation " << relaxation << ": " << m.lufs << " LUFS, " << m.truePeakDb << " dBTP, step " << m.step);
    CHECK(m.finite);
    CHECK(m.lufs > -21);
    CHECK(m.lufs < -19);
    CHECK(m.truePeakDb <= -1.5);
    CHECK(m.step < .1);
    // The edge of a block is a place like any other.
    CHECK(m.edge <= m.step);
    CHECK(m.offsetDb < -60);
  }
}

TEST_CASE("small speakers and the night shift the whole and keep its peaks", "[sound]") {
  Levels loud, night;
  loud.offsetDb = 4;
  night.offsetDb = -3;
  const Measured l = rendered(.5F, 60, loud), n = rendered(.5F, 60, night);
  CHECK(l.lufs > -17);
  CHECK(l.lufs < -15);
  CHECK(l.truePeakDb <= -1.5);
  CHECK(n.lufs > -24);
  CHECK(n.lufs < -22);
}

TEST_CASE("every control at nothing is silence, and mono is the same on both sides", "[sound]") {
  Levels levels;
  std::vector<float> block(2 * kBlock);
  const auto loudest = [&block] {
    float most = 0;
    for (const float x : block) most = std::max(most, std::abs(x));
    return most;
  };
  const auto settle = [&](Mixer& mixer, const Scene& s) {
    for (int i = 0; i < 100; ++i) {
      mixer.set(s, levels);
      mixer.render(block);
    }
  };
  Scene s = sceneAt(.5F);
  s.hand = {true, 20, .5F, -1, 0};
  {
    Mixer mixer;
    levels.master = 0;
    settle(mixer, s);
    CHECK(loudest() < 1e-4F);
  }
  {
    Mixer mixer;
    levels = {1, 0, 0, 0, 0, false};
    settle(mixer, s);
    CHECK(loudest() < 1e-4F);
  }
  {
    Mixer mixer;
    levels = {};
    settle(mixer, s);
    CHECK(loudest() > .01F);
    levels.mono = true;
    settle(mixer, s);
    float apart = 0;
    for (std::size_t i = 0; i < block.size(); i += 2) apart = std::max(apart, std::abs(block[i] - block[i + 1]));
    CHECK(apart < 1e-4F);
  }
}

TEST_CASE("every cue is heard, is soft, and ends", "[sound]") {
  for (const CueRow& row : cueTable()) {
    Bells bells;
    Music music;
    music.next({});
    bells.cue(row.cue, 0, 1, music);
    float most = 0, step = 0, last = 0;
    int frames = 0, quiet = 0;
    for (; quiet < kRate && frames < 20 * kRate; ++frames) {
      const Frame f = bells.next();
      most = std::max(most, std::abs(f.left));
      step = std::max(step, std::abs(f.left - last));
      last = f.left;
      quiet = std::abs(f.left) < 1e-4F ? quiet + 1 : 0;
    }
    INFO("cue " << static_cast<int>(row.cue));
    CHECK(most > .01F);
    CHECK(most < .35F);
    CHECK(step < .1F);
    CHECK(frames < 20 * kRate);
  }
}

TEST_CASE("a hundred cues at once stay under the ceiling", "[sound]") {
  Mixer mixer;
  const Scene s = sceneAt(.9F);
  Levels levels;
  levels.offsetDb = 4;
  const Measured m = measure(mixer, 10, [&](double) {
    mixer.set(s, levels);
    for (const CueRow& row : cueTable()) mixer.cue(row.cue, .5F, 1);
  });
  CHECK(m.finite);
  CHECK(m.truePeakDb <= -1.5);
}

TEST_CASE("the same scenes and cues give the same samples", "[sound]") {
  Mixer a, b;
  std::vector<float> one(2 * kBlock), two(2 * kBlock);
  for (int i = 0; i < 200; ++i) {
    Scene s = sceneAt(static_cast<float>(i) / 200);
    work(s, i * .02);
    a.set(s, {});
    b.set(s, {});
    if (i % 20 == 0) {
      a.cue(Cue::KnotFreed);
      b.cue(Cue::KnotFreed);
    }
    a.render(one);
    b.render(two);
    REQUIRE(one == two);
  }
}

TEST_CASE("what strains is heard beside the fifth, and a hand is heard where it is", "[sound]") {
  // Energy of the left and the right of two seconds.
  const auto energy = [](float pan, bool down) {
    HandSound hand;
    Frame sum;
    for (int i = 0; i < 2 * kRate; ++i) {
      const Frame f = hand.next({down, 20, .5F, pan, 0});
      sum.left += f.left * f.left;
      sum.right += f.right * f.right;
    }
    return sum;
  };
  const Frame left = energy(-1, true), right = energy(1, true), none = energy(0, false);
  CHECK(left.left > 2 * left.right);
  CHECK(right.right > 2 * right.left);
  CHECK(none.left < 1e-6F);
}
