// The people: who they are, what their visits did, and when they come again. A visit between is played from what the
// last one left, and so shows what regular massage does. Shows the diary; the rules of it are story's.
#include "app/screens/still_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/portrait.hpp"
#include "app/words/pains.hpp"
#include "app/words/visits.hpp"
#include "app/words/words.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

using words::fill;
using words::tr;
using words::trn;

constexpr std::size_t kVisitsShown = 16;
constexpr float kMostPain = 10;

class PeopleScreen final : public StillPage {
 public:
  explicit PeopleScreen(Services& s) : StillPage(s) {
    for (const story::Someone& one : s.shelf.people.all()) m_rows.push_back(rowOf(one));
    // Whoever was here last is looked at first.
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      if (m_rows[i].who->id == s.lastPerson) m_at = static_cast<int>(i);
    }
    m_choices.focus(m_at);
  }
  void handle(const platform::InputEvent& e) override {
    const auto chosen = m_choices.handle(e);
    if (m_choices.focused() < kFirstVisit)
      m_at = std::clamp(m_choices.focused(), 0, static_cast<int>(m_rows.size()) - 1);
    if (chosen == kBack || e.asks(platform::Action::Back)) m_services.back = true;
    if (chosen == kMeet && row().first != nullptr) m_services.next = makeIntake(m_services, *row().first);
    if (chosen && *chosen >= kFirstVisit && *chosen < kMeet && row().again != nullptr)
      m_services.next = makeIntake(m_services, *row().again,
                                   words::nextVisits()[static_cast<std::size_t>(*chosen - kFirstVisit)].hours);
    m_services.lastPerson = row().who->id;
  }
  [[nodiscard]] std::string spoken() const override { return tr("People"); }

  void drawPage(Painter& p, float W) override {
    const bool narrow = isNarrow(W);
    const float left = marginOf(W), right = W - left;
    p.text(tr("People"), {left, 92}, Face::Serif, theme::title, theme::ink);
    p.text(tr("Whom you know, and what their visits did."), {left, 122}, Face::Regular, theme::body, theme::ink2);
    const float card = narrow ? 400 : 470;
    drawEverybody(p, left, right - left - card - (narrow ? 20 : 36));
    drawOne(p, right - card, card);
  }

 private:
  // Other choices are people.
  static constexpr int kFirstVisit = 1000, kMeet = 1100, kBack = 1101;

  struct Row {
    const story::Someone* who = nullptr;
    const level::Level* first = nullptr;  // in which the player meets them
    const level::Level* again = nullptr;  // of the last complaint they came with alone, if that was played
    const story::Course* course = nullptr;
  };
  [[nodiscard]] Row rowOf(const story::Someone& one) const {
    Row row{&one, nullptr, nullptr, m_services.player.diary().of(one.id)};
    for (const level::LevelEntry& entry : m_services.levels.levels) {
      const level::Level& l = entry.level;
      bool here = false;
      for (std::size_t i = 0; i < l.people(); ++i) here = here || l.visit(i).person.id == one.id;
      if (!here) continue;
      if (row.first == nullptr) row.first = &l;
      const bool played = m_services.player.progress().of(l.id) != nullptr;
      if (played && l.people() == 1 && !l.intake.refer) row.again = &l;
    }
    return row;
  }
  [[nodiscard]] const Row& row() const { return m_rows[static_cast<std::size_t>(m_at)]; }

  void drawEverybody(Painter& p, float x, float width) {
    const int columns = width < 560 ? 5 : 6;
    const float pitch = width / static_cast<float>(columns), high = columns == 5 ? 106 : 128, r = pitch < 96 ? 30 : 36;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      const auto n = static_cast<int>(i);
      const Vec2 at{x + pitch * (static_cast<float>(n % columns) + .5F), 188 + high * static_cast<float>(n / columns)};
      const Row& one = m_rows[i];
      const bool known = one.course != nullptr;
      if (n == m_at) p.glow(at, r * 2, theme::gold, .22F);
      drawPortrait(p, at, r, one.who->hair);
      if (!known) p.disc(at, r + 1, theme::fade(theme::ground1, .55F));
      if (n == m_at) p.circle(at, r + 3, 2, theme::gold);
      p.text(one.who->name, {at.x, at.y + r + 22}, n == m_at ? Face::SemiBold : Face::Regular, theme::small,
             n == m_at ? theme::gold
             : known   ? theme::ink
                       : theme::ink2,
             Align::Centre);
      const std::size_t visits = known ? one.course->size() : 0;
      m_choices.add(
          n, at - Vec2{pitch / 2 - 4, r + 8}, {pitch - 8, 2 * r + 40}, 14,
          {one.who->name, fill(trn("{count} visit", "{count} visits", visits), {{"count", std::to_string(visits)}}),
           tr(one.who->about)});
    }
  }

  void drawOne(Painter& p, float x, float w) {
    const Row& one = row();
    widgets::card(p, {x, 56}, {w, 586});
    drawPortrait(p, {x + 62, 122}, 40, one.who->hair);
    p.text(one.who->name, {x + 120, 112}, Face::Serif, 30, theme::ink);
    p.within(fill(tr("{age}, {job}"), {{"age", std::to_string(one.who->age)}, {"job", tr(one.who->job)}}),
             {x + 120, 138}, w - 144, 40, 19, Face::Regular, theme::body, theme::ink2);
    p.within(tr(one.who->about), {x + 24, 196}, w - 48, 80, 25, Face::Italic, 20, theme::ink);
    if (one.course == nullptr)
      drawStranger(p, x, w);
    else
      drawVisits(p, x, w);
    m_choices.add(kBack, {x + 24, 588}, {w - 48, 40}, 20, {tr("Back"), "", tr("To where you came from.")});
    button(p, {x + 24, 588}, {w - 48, 40}, tr("Back"), false);
  }

  void drawStranger(Painter& p, float x, float w) {
    if (row().first == nullptr) return;
    p.paragraph(fill(tr("You have not met yet. {person} comes with “{level}”."),
                     {{"person", row().who->name}, {"level", tr(row().first->title)}}),
                {x + 24, 312}, w - 48, 22, Face::Regular, theme::body, theme::ink2, 4);
    m_choices.add(
        kMeet, {x + 24, 524}, {w - 48, 46}, 23,
        {fill(tr("Meet {person}"), {{"person", row().who->name}}), "", tr("Listen first, then say what you expect.")});
    button(p, {x + 24, 524}, {w - 48, 46}, fill(tr("Meet {person}"), {{"person", row().who->name}}), true);
  }

  void drawVisits(Painter& p, float x, float w) {
    const story::Course& course = *row().course;
    const float head =
        p.text(fill(trn("{count} visit", "{count} visits", course.size()), {{"count", std::to_string(course.size())}}),
               {x + 24, 270}, Face::SemiBold, theme::body, theme::ink);
    p.within(tr("pain when they come, and after the rest"), {x + 24 + head + 18, 270}, w - 66 - head, 38, 17,
             Face::Regular, theme::small, theme::ink2);
    drawCourse(p, {x + 24, 296}, {w - 48, 112}, course);
    if (row().again == nullptr) {
      p.paragraph(row().first != nullptr && row().first->intake.refer
                      ? tr("Whoever was sent to a doctor comes again when the doctor says so.")
                      : tr("They come together, with their level."),
                  {x + 24, 452}, w - 48, 20, Face::Regular, theme::body, theme::ink2, 3);
      return;
    }
    const char* asks = tr("They come again. What is left by then:");
    p.typeAtMost(p.typeScale() * std::min(1.0F, (w - 48) / p.textWidth(asks, Face::Medium, theme::body)), [&] {
      p.text(asks, {x + 24, 434}, Face::Medium, theme::body, theme::ink2);
    });
    const float wide = (w - 48 - 10) / 2, high = 66;
    for (std::size_t i = 0; i < words::nextVisits().size(); ++i) {
      const words::NextVisit& next = words::nextVisits()[i];
      const Vec2 at{x + 24 + static_cast<float>(i % 2) * (wide + 10), 446 + static_cast<float>(i / 2) * (high + 4)};
      const story::Left left = m_services.player.leftIn(row().who->id, next.hours);
      const std::string glow = words::glowLeft(left.afterglow), ease = words::easeLeft(left.ease);
      m_choices.add(kFirstVisit + static_cast<int>(i), at, {wide, high}, 14, {tr(next.choice), glow + ", " + ease, ""});
      p.roundRect(at, {wide, high}, 14, theme::fade(theme::card, .6F), theme::fade(theme::line, .8F));
      p.text(tr(next.choice), at + Vec2{16, 23}, Face::SemiBold, theme::body, theme::ink);
      p.typeAtMost(1.1F, [&] {
        p.text(glow, at + Vec2{16, 42}, Face::Regular, theme::small, theme::gold);
        p.text(ease, at + Vec2{16, 58}, Face::Regular, theme::small, theme::gold);
      });
    }
  }

  // Each visit as a line from the pain they came with down to what was left of it.
  static void drawCourse(Painter& p, Vec2 at, Vec2 size, const story::Course& course) {
    const std::size_t from = course.size() > kVisitsShown ? course.size() - kVisitsShown : 0;
    const float pitch = size.x / static_cast<float>(kVisitsShown);
    const auto height = [&](float pain) { return at.y + size.y * (1 - clamp01(pain / kMostPain)); };
    p.segment({at.x, at.y + size.y}, {at.x + size.x, at.y + size.y}, 1, theme::fade(theme::line, .7F));
    Vec2 last;
    for (std::size_t i = from; i < course.size(); ++i) {
      const float x = at.x + pitch * (static_cast<float>(i - from) + .5F);
      const Vec2 came{x, height(course[i].painBefore)}, went{x, height(course[i].painAfter)};
      if (i > from) p.segment(last, came, 1, theme::fade(theme::ink2, .6F));
      p.ribbon({{came, 3, theme::ember}, {went, 3, theme::jade}});
      p.disc(came, 4.5F, theme::ember);
      p.circle(went, 4, 2, theme::jade);
      last = went;
    }
  }

  std::vector<Row> m_rows;
  int m_at = 0;
};

}  // namespace
std::unique_ptr<Screen> makePeople(Services& s) { return std::make_unique<PeopleScreen>(s); }
}  // namespace knead::app
