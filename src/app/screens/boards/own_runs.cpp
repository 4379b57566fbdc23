#include "app/screens/boards/own_runs.hpp"

#include <algorithm>
#include <cmath>

#include "app/exports.hpp"
#include "app/screens/boards/board_rows.hpp"
#include "app/ui/glyphs.hpp"
#include "app/words/medals.hpp"
#include "app/words/words.hpp"
#include "replay/write.hpp"

namespace knead::app {
namespace {

using words::fill;
using words::tr;

// Three strands that calm down on the way, the sooner the better the run.
void drawThreads(Painter& p, float from, float to, float y, int score) {
  const float share = static_cast<float>(score) / 100000;
  for (int k = -1; k <= 1; ++k) {
    std::vector<LinePoint> line;
    for (int i = 0; i <= 48; ++i) {
      const float t = static_cast<float>(i) / 48, tense = std::max(0.0F, 1 - t * (.6F + 1.6F * share));
      const float wave = std::sin(t * 9 + static_cast<float>(k)) * 5 * tense * (1.3F - share);
      line.push_back({{from + (to - from) * t, y + static_cast<float>(k) * 4 + wave},
                      1.2F,
                      theme::fade(theme::ramp(tense), .85F)});
    }
    p.ribbon(line);
  }
}

}  // namespace

std::vector<profile::Run> OwnRuns::of(const level::Level& level) const {
  const profile::LevelProgress* progress = m_services->player.progress().of(level.id);
  return progress == nullptr || progress->levelHash != level.hash ? std::vector<profile::Run>{} : progress->runs;
}

void OwnRuns::watch(const level::Level& level, std::size_t run) const {
  const std::vector<profile::Run> all = of(level);
  if (run >= all.size()) return;
  if (!all[run].recorded) return m_services->toast.say(tr("This run was not recorded."));
  auto read = ofLevel(m_services->player.recording(all[run]), level, tr("Recording"));
  if (!read) return m_services->toast.say(read.error().text(), 6);
  m_services->over = makeReplayViewer(*m_services, level, read.value());
}

// A copy of the recording, as one file to give away.
void OwnRuns::save(const level::Level& level, std::size_t run) const {
  const std::vector<profile::Run> all = of(level);
  if (run >= all.size() || !all[run].recorded) return m_services->toast.say(tr("This run was not recorded."));
  const auto recording = m_services->player.recording(all[run]);
  if (!recording) return m_services->toast.say(recording.error().text(), 6);
  const std::string folder = recordingsFolder(m_services->options);
  const std::string name = freeName(folder, level.id, "knead");
  const auto wrote =
      replay::writeReplayFile(name.empty() ? folder + "/" + level.id + ".knead" : name, recording.value());
  m_services->toast.say(
      wrote ? fill(tr("Recording saved in {folder}."), {{"folder", shownFolder(folder)}}) : wrote.error().text(), 5);
}

void OwnRuns::draw(Painter& p, Choices& choices, const level::Level& level, float x, float width, bool narrow) const {
  const std::vector<profile::Run> all = of(level);
  if (all.empty()) {
    p.paragraph(fill(tr("{person} has not been here yet."), {{"person", level.person.name}}), {x, kListTop + 44}, width,
                28, Face::Italic, 22, theme::ink);
    p.paragraph(tr("Play this level, and your runs stand here, best first."), {x, kListTop + 78}, width, 22,
                Face::Regular, theme::body, theme::ink2);
    return;
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const profile::Run& run = all[i];
    const float y = kListTop + kRowPitch * static_cast<float>(i), base = y + 27;
    choices.add(
        static_cast<int>(i), {x, y}, {width, kRowHeight}, 21,
        {fill(tr("{number} · {level}"), {{"number", std::to_string(i + 1)}, {"level", words::number(run.score)}}),
         fill(words::trn("{count} star", "{count} stars", static_cast<std::size_t>(run.stars)),
              {{"count", std::to_string(run.stars)}}),
         run.day});
    if (i == 0) p.roundRect({x, y}, {width, kRowHeight}, 21, theme::fade(theme::gold, .10F), theme::gold, 1.2F);
    p.text(std::to_string(i + 1), {x + 40, base}, Face::SemiBold, theme::body, i == 0 ? theme::gold : theme::ink2,
           Align::Right);
    p.text(run.day, {x + 62, base}, Face::Regular, theme::small, theme::ink2);
    const auto medals = words::medalsIn(run.medals);
    for (std::size_t m = 0; m < medals.size(); ++m)
      glyph(p, words::medalSign(medals[m]), {x + 168 + 20 * static_cast<float>(m), y + kRowHeight / 2}, 14, theme::gold,
            1.3F);
    if (!narrow) drawThreads(p, x + 280, x + 280 + width - 540, y + kRowHeight / 2, run.score);
    const float end = x + width - 16;
    if (run.assisted) p.text(tr("assisted"), {end - 30, base}, Face::Regular, theme::small, theme::ink2, Align::Right);
    if (run.recorded) {
      const Vec2 o{end - 14, y + kRowHeight / 2};
      choices.add(kSave + static_cast<int>(i), o - Vec2{18, 18}, {36, 36}, 18,
                  {tr("Save"), "", tr("Puts a copy of the recording into your documents.")});
      saveSign(p, o, theme::ink2);
    }
    p.text(words::number(run.score), {end - 104, base}, Face::SemiBold, theme::label, theme::ink, Align::Right);
    for (int s = 0; s < 3; ++s) star(p, {end - 228 + 18 * static_cast<float>(s), y + kRowHeight / 2}, 6, s < run.stars);
  }
}

}  // namespace knead::app
