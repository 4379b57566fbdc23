// The player's options, tab by tab, made from the table of options. Each change is in force and kept at once.
#include "app/apply_settings.hpp"
#include "app/screens/screen.hpp"
#include "app/ui/choices.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/body_picture.hpp"
#include "app/view/furniture.hpp"
#include "app/view/plate.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using platform::Key;
using profile::OptionKind;
using profile::OptionRow;
using words::tr;

// Choices 0 to 9 are tabs, from kRowChoice on rows of the table.
constexpr int kRowChoice = 10;
constexpr float kRowPitch = 68, kRowHeight = 54;
constexpr Vec2 kPreview{380, 470};

// The back of the preview: one knot on a shoulder.
level::Level previewBack() {
  level::Level back;
  back.id = "preview";
  back.seconds = 180;
  back.regions = {{-24.0F, 24.0F, -1.0F, 68.0F}};
  back.tissue.tone = .3F;
  level::Knot knot;
  knot.id = "preview";
  knot.at = {8.6F, 15.2F};
  knot.kind = level::KnotKind::Nodule;
  knot.tightness = .9F;
  back.knots.push_back(knot);
  return back;
}

class Settings final : public Screen {
 public:
  explicit Settings(Services& s) : Screen(s), m_ground(s.kit, true), m_preview(previewBack(), {}), m_body(s.kit) {
    m_body.begin(m_preview);
  }

  void handle(const platform::InputEvent& e) override {
    const bool key = e.kind == Kind::KeyDown;
    if (key && e.key == Key::Escape) {
      m_services.back = true;
      return;
    }
    const OptionRow* row = focusedRow();
    if (key && row != nullptr && (e.key == Key::Left || e.key == Key::Right)) {
      const int way = e.key == Key::Right ? 1 : -1;
      if (row->kind == OptionKind::Toggle ? (way > 0) != (value(*row) != 0) : true) step(*row, way);
      return;
    }
    if (key && row != nullptr && e.key == Key::Delete) {
      change(*row, row->usual);
      return;
    }
    const auto chosen = m_choices.handle(e);
    if (!chosen) return;
    if (*chosen < kRowChoice) {
      m_tab = static_cast<profile::Tab>(*chosen);
      return;
    }
    const OptionRow& hit = profile::optionTable()[static_cast<std::size_t>(*chosen - kRowChoice)];
    if (e.kind == Kind::MouseDown)
      point(hit, e.x);
    else
      next(hit);
  }

  // The back in the preview moves only while it is the question whether it should.
  void update(float seconds) override {
    if (!still()) m_body.update(m_preview, {}, seconds, true);
  }
  [[nodiscard]] bool still() const override {
    const OptionRow* row = focusedRow();
    return m_narrow || row == nullptr || row->option != profile::Option::ReducedMotion || value(*row) != 0;
  }

  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    const bool narrow = m_narrow = W < 1180;
    const float left = narrow ? 40 : std::max(64.0F, W / 2 - 576), right = W - left;
    const Vec2 card{right - kPreview.x, 136};
    // The figure stands in the card; what is wider than the card fades into the shadow beside it.
    const Stage stage{{card.x + kPreview.x / 2, card.y + 112}, 520};
    if (!narrow) m_body.refresh(stage.unit * p.scale(), !still());
    m_ground.keep({0, 0}, {W, 720}, p.scale(), {}, [&](Painter& q) { drawGround(q, W, {W * .62F, 360}); });
    m_ground.draw(target);
    p.text(tr("Settings"), {left, 92}, Face::Serif, theme::title, theme::ink);
    m_choices.clear();
    for (int i = 0; i < profile::kTabCount; ++i) {
      const Vec2 at{left + 20, 174 + 40 * static_cast<float>(i)};
      widgets::menuLine(p, at, tr(profile::tabLabel(static_cast<profile::Tab>(i))), {}, static_cast<int>(m_tab) == i);
      m_choices.add(i, at - Vec2{14, 25}, {narrow ? 150.0F : 170.0F, 36}, 12);
    }
    m_rowX = left + (narrow ? 190.0F : 230.0F);
    m_rowWidth = std::min(720.0F, (narrow ? right : card.x - 46) - m_rowX);
    float y = 150;
    for (const OptionRow& row : profile::optionTable()) {
      if (row.tab != m_tab) continue;
      drawRow(p, row, y);
      y += kRowPitch;
    }
    if (m_tab == profile::Tab::Accessibility) {
      p.paragraph(tr("Assists change what is judged; a run with one of them is marked as assisted. Everything else "
                     "never touches a score."),
                  {m_rowX, y + 18}, m_rowWidth, 20, Face::Regular, theme::body, theme::ink2);
    }
    if (m_tab == profile::Tab::Sound && m_services.speaker.state() == Speaker::State::Silent) {
      p.paragraph(tr("No sound device was found, so nothing is heard. Captions say what would be."), {m_rowX, y + 18},
                  m_rowWidth, 20, Face::Regular, theme::body, theme::ink2);
    }
    if (!narrow) drawPreview(target, p, card, stage);
    keyHints(p, {right, 694},
             {{tr("Space"), tr("change")},
              {tr("Left"), ""},
              {tr("Right"), tr("step")},
              {tr("Del"), tr("usual")},
              {tr("Esc"), tr("back")}},
             Align::Right);
    m_choices.drawRing(p);
    p.flush(target);
  }

 private:
  [[nodiscard]] int value(const OptionRow& row) const { return m_services.player.settings().get(row.option); }
  [[nodiscard]] const OptionRow* focusedRow() const {
    const int at = m_choices.focused() - kRowChoice;
    if (at < 0 || at >= profile::kOptionCount) return nullptr;
    const OptionRow& row = profile::optionTable()[static_cast<std::size_t>(at)];
    return row.tab == m_tab ? &row : nullptr;
  }
  void change(const OptionRow& row, int wanted) {
    m_services.player.set(row.option, wanted);
    applySettings(m_services.player.settings());
    const bool looks = row.option == profile::Option::HighContrast || row.option == profile::Option::TextSize;
    if (looks) ++m_services.kit.epoch;  // every kept picture is another one
  }
  void step(const OptionRow& row, int way) { change(row, value(row) + way * row.step); }
  // Space or Enter: the next value, round.
  void next(const OptionRow& row) { change(row, value(row) + row.step > row.high ? row.low : value(row) + row.step); }
  // A click: on the cell of a choice, on the track of a slider, anywhere on a toggle's row.
  void point(const OptionRow& row, float x) {
    const float from = m_controlX[static_cast<std::size_t>(row.option)];
    const float width = m_controlWidth[static_cast<std::size_t>(row.option)];
    if (row.kind == OptionKind::Toggle || x < from || width <= 0) return next(row);
    const float share = (x - from) / width;
    if (row.kind == OptionKind::Choice)
      change(row, static_cast<int>(share * static_cast<float>(row.choices.size())));
    else
      change(row, row.low + static_cast<int>(share * static_cast<float>(row.high - row.low) + .5F));
  }

  void drawPreview(sf::RenderTarget& target, Painter& p, Vec2 at, const Stage& stage) {
    widgets::card(p, at, kPreview, .5F);
    p.flush(target);
    platform::clipped(target, at + Vec2{1, 1}, kPreview - Vec2{2, 2}, p.scale(),
                      [&] { m_body.draw(target, p, stage, 0); });
    const sf::Color clear = theme::fade(theme::card, 0), dark = theme::card;
    const float y = at.y + kPreview.y - 90, end = at.y + kPreview.y - 1;
    p.strip({{at.x + 1, y}, {at.x + kPreview.x - 1, y}}, {{at.x + 1, end}, {at.x + kPreview.x - 1, end}}, clear, dark);
    p.text(tr("Preview"), at + Vec2{24, 32}, Face::SemiBold, theme::small, theme::ink2);
  }

  void drawRow(Painter& p, const OptionRow& row, float y) {
    const auto i = static_cast<std::size_t>(row.option);
    const float right = m_rowX + m_rowWidth - 14, middle = y + kRowHeight / 2;
    m_choices.add(kRowChoice + static_cast<int>(i), {m_rowX - 14, y}, {m_rowWidth + 14, kRowHeight}, 14);
    float control = widgets::kToggleSize.x;
    if (row.kind == OptionKind::Toggle) {
      widgets::toggle(p, {right - control, middle - 13}, value(row) != 0);
    } else if (row.kind == OptionKind::Choice) {
      std::vector<std::string> cells;
      for (const char* word : row.choices) cells.emplace_back(tr(word));
      control = widgets::segmentWidth(p, cells);
      // Where the cells do not fit beside the label, only the chosen one is shown.
      if (control > m_rowWidth * .62F) {
        const std::string chosen = cells[static_cast<std::size_t>(value(row))];
        control = p.textWidth(chosen, Face::SemiBold, theme::small) + 44;
        p.roundRect({right - control, middle - 16}, {control, 32}, 16, theme::fade(theme::card, .4F), theme::ink3,
                    1.2F);
        p.text(chosen, {right - control / 2, middle + 5}, Face::SemiBold, theme::small, theme::gold, Align::Centre);
        m_controlWidth[i] = 0;
        return drawWords(p, row, y, right - control);
      }
      widgets::segment(p, {right - control, middle - 16}, cells, value(row));
    } else {
      control = 250;
      const float track = control - 62;
      widgets::slider(p, {right - control, middle}, track,
                      static_cast<float>(value(row) - row.low) / static_cast<float>(row.high - row.low));
      p.text(std::to_string(value(row)) + row.unit, {right, middle + 5}, Face::Regular, theme::small, theme::ink2,
             Align::Right);
      m_controlX[i] = right - control;
      m_controlWidth[i] = track;
      return drawWords(p, row, y, right - control);
    }
    m_controlX[i] = right - control;
    m_controlWidth[i] = control;
    drawWords(p, row, y, right - control);
  }
  void drawWords(Painter& p, const OptionRow& row, float y, float until) const {
    p.text(tr(row.label), {m_rowX, y + 22}, Face::Medium, theme::label, theme::ink);
    p.paragraph(tr(row.hint), {m_rowX, y + 42}, until - m_rowX - 12, 16, Face::Regular, theme::small, theme::ink2, 2);
  }

  Plate m_ground;
  Choices m_choices{0};
  sim::Session m_preview;
  BodyPicture m_body;
  bool m_narrow = false;
  profile::Tab m_tab = profile::Tab::Game;
  float m_rowX = 300, m_rowWidth = 600;
  std::array<float, profile::kOptionCount> m_controlX{}, m_controlWidth{};
};

}  // namespace
std::unique_ptr<Screen> makeSettings(Services& s) { return std::make_unique<Settings>(s); }
}  // namespace knead::app
