// The player's options, tab by tab, made from the table of options. Each change is in force and kept at once.
#include "app/apply_settings.hpp"
#include "app/screens/screen.hpp"
#include "app/ui/choices.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/scroll_list.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/body_picture.hpp"
#include "app/view/ground.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using platform::Action;
using profile::OptionKind;
using profile::OptionRow;
using words::tr;

constexpr int kKeysLink = 0, kPadLink = 1, kProfilesLink = 2;
constexpr Vec2 kPreview{380, 470};

// Choices 0 to 9 are tabs, from kRowChoice on rows of the table, from kLinkChoice on ways to other screens.
constexpr int kRowChoice = 10, kLinkChoice = 200;

// A line of a tab: a row of the table, or a way to another screen.
struct OptionLine {
  const OptionRow* row = nullptr;
  int link = -1;
  [[nodiscard]] int choice() const {
    return row != nullptr ? kRowChoice + static_cast<int>(row->option) : kLinkChoice + link;
  }
};

std::vector<OptionLine> linesOf(profile::Tab tab) {
  std::vector<OptionLine> lines;
  if (tab == profile::Tab::Game) lines = {{nullptr, kProfilesLink}};
  if (tab == profile::Tab::Controls) lines = {{nullptr, kKeysLink}, {nullptr, kPadLink}};
  for (const OptionRow& row : profile::optionTable())
    if (row.tab == tab) lines.push_back({&row, -1});
  return lines;
}

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
  explicit Settings(Services& s) : Screen(s), m_ground(s.kit), m_preview(previewBack(), {}), m_body(s.kit) {
    m_body.begin(m_preview);
  }

  void handle(const platform::InputEvent& e) override {
    if (e.asks(Action::Back)) {
      m_services.back = true;
      return;
    }
    if (m_list.handle(e)) return;
    const OptionRow* row = focusedRow();
    if (row != nullptr && (e.asks(Action::Left) || e.asks(Action::Right))) {
      const int way = e.asks(Action::Right) ? 1 : -1;
      if (row->kind == OptionKind::Toggle ? (way > 0) != (value(*row) != 0) : true) step(*row, way);
      return;
    }
    if (row != nullptr && e.asks(Action::Usual)) {
      change(*row, row->usual);
      return;
    }
    const auto chosen = m_choices.handle(e);
    if (!chosen) return;
    if (*chosen < kRowChoice) {
      m_tab = static_cast<profile::Tab>(*chosen);
      m_list.toTop();
      return;
    }
    if (*chosen >= kLinkChoice) {
      const int link = *chosen - kLinkChoice;
      m_services.over = link == kProfilesLink ? makeProfiles(m_services)
                        : link == kKeysLink   ? makeBindings(m_services)
                                              : makePadTeacher(m_services);
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
    return !m_previews || row == nullptr || row->option != profile::Option::ReducedMotion || value(*row) != 0;
  }

  [[nodiscard]] Choices* choices() override { return &m_choices; }
  void focusMoved() override { showFocused(); }
  [[nodiscard]] std::string spoken() const override { return tr("Settings"); }

  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    const bool narrow = isNarrow(W);
    m_previews = !narrow && (m_tab == profile::Tab::Display || m_tab == profile::Tab::Accessibility);
    const float left = marginOf(W), right = W - left;
    const Vec2 card{right - kPreview.x, 136};
    // The figure stands in the card; what is wider than the card fades into the shadow beside it.
    const Stage stage{{card.x + kPreview.x / 2, card.y + 112}, 520};
    if (m_previews) m_body.refresh(stage.unit * p.scale(), !still());
    m_ground.draw(target, p, W, {W * .62F, 360});
    p.text(tr("Settings"), {left, 92}, Face::Serif, theme::title, theme::ink);
    m_choices.clear();
    const float tabPitch = 40 * std::max(1.0F, .8F * p.typeScale());
    for (int i = 0; i < profile::kTabCount; ++i) {
      const Vec2 at{left + 20, 174 + tabPitch * static_cast<float>(i)};
      const char* label = tr(profile::tabLabel(static_cast<profile::Tab>(i)));
      widgets::menuLine(p, at, label, {}, static_cast<int>(m_tab) == i);
      const float width = std::max(narrow ? 150.0F : 170.0F, p.textWidth(label, Face::Medium, theme::name) + 36);
      m_choices.add(i, at - Vec2{14, 25}, {width, 36}, 12,
                    {label, static_cast<int>(m_tab) == i ? tr("open") : "", tr("A page of the settings.")});
    }
    m_rowX = left + (narrow ? 190.0F : 230.0F) + 60 * (p.typeScale() - 1);
    m_rowWidth = std::min(860.0F, (m_previews ? card.x - 46 : right - 20) - m_rowX);
    drawList(p);
    if (m_previews) drawPreview(target, p, card, stage);
    keyHints(p, {right, 694},
             {{m_services.controls.label(Action::Confirm), tr("change"), Action::Confirm},
              {m_services.controls.label(Action::Left), "", Action::Left},
              {m_services.controls.label(Action::Right), tr("step"), Action::Right},
              {m_services.controls.label(Action::Usual), tr("reset"), Action::Usual},
              {m_services.controls.label(Action::Back), tr("back"), Action::Back}},
             Align::Right);
    m_choices.drawRing(p);
    p.flush(target);
  }

 private:
  static constexpr float kRowPitch = 68, kRowHeight = 54, kListTop = 142, kListEnd = 664;

  [[nodiscard]] int value(const OptionRow& row) const { return m_services.player.settings().get(row.option); }
  [[nodiscard]] const OptionRow* focusedRow() const {
    const int at = m_choices.focused() - kRowChoice;
    if (at < 0 || at >= profile::kOptionCount) return nullptr;
    const OptionRow& row = profile::optionTable()[static_cast<std::size_t>(at)];
    return row.tab == m_tab ? &row : nullptr;
  }
  void showFocused() {
    const std::vector<OptionLine> lines = linesOf(m_tab);
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (lines[i].choice() == m_choices.focused()) m_list.show(static_cast<int>(i));
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

  // What is said below the list, or null.
  [[nodiscard]] const char* note() const {
    if (m_tab == profile::Tab::Accessibility)
      return tr(
          "Assists change what is judged; a run with one of them is marked as assisted. Everything else never "
          "touches a score.");
    if (m_tab == profile::Tab::Sound && m_services.speaker.state() == Speaker::State::Silent)
      return tr("No sound device was found, so nothing is heard. Captions say what would be.");
    return nullptr;
  }

  void drawList(Painter& p) {
    const std::vector<OptionLine> lines = linesOf(m_tab);
    const float grown = p.typeScale(), noteHeight = note() != nullptr ? 52 * grown : 0;
    m_list.layOut({m_rowX - 14, kListTop}, {m_rowWidth + 34, kListEnd - kListTop - noteHeight}, kRowPitch * grown,
                  static_cast<int>(lines.size()));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const int at = static_cast<int>(i);
      m_choices.add(lines[i].choice(), {m_rowX - 14, m_list.y(at)}, {m_rowWidth + 14, kRowHeight * grown}, 14,
                    spokenOf(lines[i]), !m_list.seen(at));
      if (m_list.seen(at))
        lines[i].row != nullptr ? drawRow(p, *lines[i].row, m_list.y(at)) : drawLink(p, lines[i].link, m_list.y(at));
    }
    m_list.draw(p);
    if (note() == nullptr) return;
    const float end = m_list.y(0) + static_cast<float>(lines.size()) * kRowPitch * grown;
    p.paragraph(note(), {m_rowX, std::min(end, kListEnd - noteHeight) + 20 * grown}, m_rowWidth, 20, Face::Regular,
                theme::body, theme::ink2);
  }

  [[nodiscard]] Spoken spokenOf(const OptionLine& line) const {
    if (line.row != nullptr) return {tr(line.row->label), shown(*line.row), tr(line.row->hint)};
    return {linkLabel(line.link), "", linkHint(line.link)};
  }
  [[nodiscard]] std::string shown(const OptionRow& row) const {
    if (row.kind == OptionKind::Toggle) return value(row) != 0 ? tr("on") : tr("off");
    if (row.kind == OptionKind::Choice) return tr(row.choices[static_cast<std::size_t>(value(row))]);
    if (row.unit == std::string_view("%")) return words::percent(.01F * static_cast<float>(value(row)));
    return std::to_string(value(row)) + row.unit;
  }
  static const char* linkLabel(int link) {
    return link == kProfilesLink ? tr("Who plays") : link == kKeysLink ? tr("Keys and buttons") : tr("Teach a gamepad");
  }
  static const char* linkHint(int link) {
    return link == kProfilesLink ? tr("Everybody has progress, settings and a key of their own.")
           : link == kKeysLink   ? tr("What each key and each button does.")
                                 : tr("When a gamepad's buttons do not do what they say.");
  }

  void drawLink(Painter& p, int link, float y) const {
    const float end = m_rowX + m_rowWidth - 22, middle = y + kRowHeight * p.typeScale() / 2;
    p.polyline({{end, middle - 7}, {end + 7, middle}, {end, middle + 7}}, 2, theme::gold);
    drawWords(p, linkLabel(link), linkHint(link), y, end);
  }

  void drawRow(Painter& p, const OptionRow& row, float y) {
    const auto i = static_cast<std::size_t>(row.option);
    const float right = m_rowX + m_rowWidth - 14, middle = y + kRowHeight * p.typeScale() / 2;
    const float line = middle + 5 * p.typeScale();
    float control = widgets::kToggleSize.x, pointed = control;
    if (row.kind == OptionKind::Toggle) {
      widgets::toggle(p, {right - control, middle - 13}, value(row) != 0);
    } else if (row.kind == OptionKind::Choice) {
      std::vector<std::string> cells;
      for (const char* word : row.choices) cells.emplace_back(tr(word));
      control = pointed = widgets::segmentWidth(p, cells);
      if (control <= m_rowWidth * .62F) {
        widgets::segment(p, {right - control, middle - widgets::kSegmentHeight / 2}, cells, value(row));
      } else {
        // Where the cells do not fit beside the label, only the chosen one is shown, and a press takes the next.
        const std::string chosen = shown(row);
        control = p.textWidth(chosen, Face::SemiBold, theme::small) + 44;
        pointed = 0;
        p.roundRect({right - control, middle - 18}, {control, 36}, 18, theme::fade(theme::card, .4F), theme::ink3,
                    1.2F);
        p.text(chosen, {right - control / 2, line}, Face::SemiBold, theme::small, theme::gold, Align::Centre);
      }
    } else {
      const float number = std::max(62.0F, p.textWidth("4000 ms", Face::Regular, theme::small) + 10);
      pointed = 188;
      control = pointed + number;
      widgets::slider(p, {right - control, middle}, pointed,
                      static_cast<float>(value(row) - row.low) / static_cast<float>(row.high - row.low));
      p.text(shown(row), {right, line}, Face::Regular, theme::small, theme::ink2, Align::Right);
    }
    m_controlX[i] = right - control;
    m_controlWidth[i] = pointed;
    drawWords(p, tr(row.label), tr(row.hint), y, right - control);
  }
  void drawWords(Painter& p, const char* label, const char* hint, float y, float until) const {
    const float grown = p.typeScale();
    p.text(label, {m_rowX, y + 20 * grown}, Face::Medium, theme::label, theme::ink);
    p.paragraph(hint, {m_rowX, y + 38 * grown}, until - m_rowX - 12, 16, Face::Regular, theme::small, theme::ink2, 2);
  }

  Ground m_ground;
  Choices m_choices{0};
  sim::Session m_preview;
  BodyPicture m_body;
  ScrollList m_list;
  bool m_previews = false;
  profile::Tab m_tab = profile::Tab::Game;
  float m_rowX = 300, m_rowWidth = 600;
  std::array<float, profile::kOptionCount> m_controlX{}, m_controlWidth{};
};

}  // namespace
std::unique_ptr<Screen> makeSettings(Services& s) { return std::make_unique<Settings>(s); }
}  // namespace knead::app
