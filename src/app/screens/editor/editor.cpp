// knead edit: a level on the picture and in rows, tried at once, saved as JSON. The draft holds it, the rows and the
// canvas show it; here pointer, keys and pages come together. Esc with unsaved work asks once.
#include <chrono>
#include <cmath>

#include "app/exports.hpp"
#include "app/file_watch.hpp"
#include "app/screens/editor/canvas.hpp"
#include "app/screens/editor/rows.hpp"
#include "app/screens/screen.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/scroll_list.hpp"
#include "app/ui/text_edit.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/ground.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using editing::Thing;
using editor::Brush;
using editor::Page;
using editor::Row;
using platform::Action;
using platform::Key;
using words::fill;
using words::tr;

class Editor final : public Screen {
 public:
  Editor(Services& s, editing::Draft draft)
      : Screen(s), m_draft(std::move(draft)), m_canvas(s.kit), m_ground(s.kit), m_watch(m_draft.path()) {
    look();
  }

  void handle(const platform::InputEvent& e) override {
    if (m_typing) return type(e);
    if (e.key == Key::LeftControl || e.key == Key::RightControl) m_control = e.kind == Kind::KeyDown;
    if (e.kind == Kind::FocusLost) m_control = m_dragging = false;
    if (e.kind == Kind::KeyDown && shortcut(e.key)) return;
    if (pointer(e)) return;
    if (m_list.handle(e)) return;
    if (e.asks(Action::Back)) return leave();
    const Row* row = focusedRow();
    const bool left = e.asks(Action::Left), right = e.asks(Action::Right);
    if (row != nullptr && row->step && (left || right)) {
      m_choices.show();
      row->step(left ? -1 : 1);
      return look();
    }
    const auto chosen = m_choices.handle(e);
    if (!chosen) return;
    if (*chosen >= kRow) return press(*chosen - kRow, e);
    if (*chosen < editor::kPageCount) {
      m_page = static_cast<Page>(*chosen);
      m_list.toTop();
      m_services.anew = true;
      return look();
    }
    act(*chosen);
  }

  void update(float seconds) override {
    m_canvas.update(seconds);
    if (!m_watch.changed(seconds)) return;
    const auto read = m_draft.reload();
    m_services.toast.say(read ? std::string(tr("The file was changed elsewhere: this is it.")) : read.error().text(),
                         5);
    look();
  }
  [[nodiscard]] bool still() const override { return false; }
  [[nodiscard]] bool listens() const override { return m_typing.has_value(); }
  [[nodiscard]] bool mayClose() override {
    const auto now = std::chrono::steady_clock::now();
    if (!m_draft.changed() || now < m_askedUntil) return true;
    m_askedUntil = now + kAskedFor;
    m_services.toast.say(tr("Not saved yet. Once more leaves without saving."), 6);
    return false;
  }
  [[nodiscard]] Choices* choices() override { return m_typing ? nullptr : &m_choices; }
  void focusMoved() override {
    if (m_choices.focused() >= kRow) m_list.show(m_choices.focused() - kRow);
  }
  [[nodiscard]] std::string spoken() const override {
    return fill(tr("{level}: {page}"), {{"level", m_draft.level().title}, {"page", editor::pageName(m_page)}});
  }
  [[nodiscard]] float largestType() const override { return 1; }

  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    const bool narrow = isNarrow(W);
    const float left = narrow ? 24 : std::max(40.0F, W / 2 - 600), right = W - left, menu = narrow ? 130 : 158;
    m_panelWidth = narrow ? 380 : 470;
    m_panelX = right - m_panelWidth;
    const float middle = (left + menu + m_panelX) / 2, unit = narrow ? 400 : 470;
    m_canvasFrom = left + menu;
    m_canvas.layOut({{middle - (narrow ? 20.0F : 50.0F), 116}, unit});
    m_canvas.refresh(p.scale());
    m_ground.draw(target, p, W, {middle, 330});
    m_canvas.draw(target, p, m_draft, person(), m_chosen);
    m_choices.clear();
    drawMenu(p, left, menu);
    m_canvas.drawSide(p, {m_panelX - 66.0F, narrow ? 632.0F : 610.0F}, narrow ? 88 : 130);
    drawRows(p);
    drawState(p, left, m_panelX - left - 20);
    m_choices.drawRing(p);
    p.flush(target);
    if (!m_typing) return;
    drawTyping(p, W);
    p.flush(target);
  }

 private:
  // Choices below kTry are pages, from kRow on rows.
  static constexpr int kTry = 20, kSave = 21, kUndo = 22, kRedo = 23, kPerson = 24, kLeave = 25, kRow = 100;
  static constexpr float kListTop = 96, kListEnd = 590, kPitch = 40, kRowHigh = 38, kHandPx = 16;
  static constexpr auto kAskedFor = std::chrono::minutes(1);  // the light of one switch needs a while to come back

  [[nodiscard]] std::string person() const {
    return m_person == 0 ? std::string() : "/visits/" + std::to_string(m_person - 1);
  }
  [[nodiscard]] const level::Level& shown() const {
    return m_draft.level().visit(std::min(m_person, m_draft.level().people() - 1));
  }
  [[nodiscard]] const Row* focusedRow() const {
    const int at = m_choices.focused() - kRow;
    return at >= 0 && at < static_cast<int>(m_rows.size()) ? &m_rows[static_cast<std::size_t>(at)] : nullptr;
  }

  // The draft or the page is another. While something is dragged the body waits: it is painted over some frames.
  void look() {
    m_rows = editor::rowsOf(m_page, {m_draft, person(), m_brush, m_chosen});
    const int row = m_choices.focused() - kRow;
    if (row >= static_cast<int>(m_rows.size())) m_choices.focus(kRow + static_cast<int>(m_rows.size()) - 1);
    if (m_dragging || m_seen == m_draft.state()) return;
    m_seen = m_draft.state();
    m_askedUntil = {};
    m_canvas.show(shown(), m_services.shelf.people.who(shown().person).build);
  }

  bool shortcut(Key key) {
    if (key == Key::F5) return act(kTry), true;
    if (key == Key::Delete && m_chosen) {
      editing::removeThing(m_draft, person(), *m_chosen);
      m_chosen.reset();
      return look(), true;
    }
    if (!m_control) return false;
    if (key == Key::S) return act(kSave), true;
    if (key == Key::Z) return act(kUndo), true;
    if (key == Key::Y) return act(kRedo), true;
    return false;
  }

  void act(int what) {
    switch (what) {
      case kTry: tryOut(); break;
      case kSave: save(); break;
      case kUndo: (void)m_draft.undo(); break;
      case kRedo: (void)m_draft.redo(); break;
      case kPerson:
        m_person = (m_person + 1) % m_draft.level().people();
        m_chosen.reset();
        m_seen = -1;
        break;
      case kLeave: return leave();
      default: break;
    }
    look();
  }
  void tryOut() {
    if (!m_draft.problems().empty()) return m_services.toast.say(m_draft.problems().front().text(), 6);
    m_services.over = makeTrial(m_services, m_draft.level());
  }
  void save() {
    const auto wrote = m_draft.save();
    m_watch.seen();
    m_services.toast.say(
        wrote ? fill(tr("Saved: {file}"), {{"file", shownFolder(m_draft.path())}}) : wrote.error().text(), 6);
  }
  void leave() {
    if (mayClose()) m_services.back = true;
  }

  // Whether the event was for what lies on the back.
  bool pointer(const platform::InputEvent& e) {
    const Vec2 page{e.x, e.y};
    const bool over = page.x > m_canvasFrom && page.x < m_panelX - 10;
    if (e.kind == Kind::MouseUp && m_dragging) {
      m_dragging = false;
      return look(), true;
    }
    if (e.kind == Kind::MouseMove && m_dragging && m_chosen) {
      editing::moveThing(m_draft, person(), *m_chosen, m_canvas.toMaterial(page), m_drag);
      return look(), true;
    }
    if (!over) return false;
    const Vec2 cm = m_canvas.toMaterial(page);
    if (e.kind == Kind::Wheel) return tighten(e.wheel), true;
    if (e.kind != Kind::MouseDown || !e.leftButton) return false;
    const auto near = editing::thingNear(editing::thingsOf(m_draft, person()), cm, m_canvas.reach(kHandPx));
    if (near) {
      m_chosen = near;
      m_dragging = true;
      m_drag = "drag-" + std::to_string(++m_drags);
    } else if (level::onBody(cm)) {
      add(cm);
    }
    m_page = Page::Back;
    return look(), true;
  }
  void add(Vec2 cm) {
    const auto last = [this](editing::ThingKind kind) {
      for (const Thing& thing : editing::thingsOf(m_draft, person()))
        if (thing.kind == kind) m_chosen = thing;
    };
    switch (m_brush) {
      case Brush::None: m_chosen.reset(); break;
      case Brush::Knot:
        editing::addKnot(m_draft, person(), cm);
        last(editing::ThingKind::Knot);
        break;
      case Brush::Point:
        editing::addPoint(m_draft, person(), cm);
        last(editing::ThingKind::Point);
        break;
      case Brush::NoGo:
        editing::addNoGo(m_draft, person(), cm);
        last(editing::ThingKind::NoGo);
        break;
    }
  }
  void tighten(float notches) {
    constexpr double kNotch = .02;
    if (!m_chosen || m_chosen->kind != editing::ThingKind::Knot) return;
    const std::string pointer = person() + "/knots/" + std::to_string(m_chosen->index) + "/tightness";
    const std::optional<double> now = m_draft.number(pointer);
    if (!now) return;
    m_draft.setNumber(pointer, std::clamp(*now + static_cast<double>(notches) * kNotch, 0.0, 1.0), pointer);
    look();
  }

  void press(int at, const platform::InputEvent& e) {
    if (at >= static_cast<int>(m_rows.size())) return;  // of the picture before
    const Row& row = m_rows[static_cast<std::size_t>(at)];
    if (!row.text.empty()) {
      m_typing.emplace(m_draft.word(row.text).value_or(std::string()), row.longest);
      m_typed = {row.text, row.name};
      return;
    }
    const float from = trackX(), width = kTrack;
    if (row.setShare && e.kind == Kind::MouseDown && e.x >= from - 8 && e.x <= from + width + 8)
      row.setShare(std::clamp((e.x - from) / width, 0.0F, 1.0F));
    else if (row.press)
      row.press();
    else if (row.step && !row.share)
      row.step(1);
    look();
  }

  // A text is open: everything typed belongs to it.
  void type(const platform::InputEvent& e) {
    // Whoever has no keyboard at hand gets out by what they have: a press keeps the text, back leaves it as it was.
    const bool oneSwitch = m_services.player.settings().get(profile::Option::HandBy) == profile::kHandOneSwitch;
    const bool away = e.kind == Kind::ButtonDown || (e.kind == Kind::MouseDown && e.leftButton) ||
                      (oneSwitch && e.pressed() && e.table == Action::OneSwitch);
    const TextEdit::State state = !away                  ? m_typing->handle(e)
                                  : e.asks(Action::Back) ? TextEdit::State::Left
                                                         : TextEdit::State::Done;
    if (state == TextEdit::State::Open) return;
    const bool same = m_draft.word(m_typed.first).value_or(std::string()) == m_typing->text();
    if (state == TextEdit::State::Done && !same) {
      if (m_typing->text().empty())
        m_draft.erase(m_typed.first);
      else
        m_draft.setWord(m_typed.first, m_typing->text());
    }
    m_typing.reset();
    look();
  }

  void drawMenu(Painter& p, float x, float width) {
    p.within(m_draft.level().title, {x, 66}, width, 48, 24, Face::Serif, 21, theme::ink);
    float y = 150;
    const auto line = [&](int id, const std::string& word, const std::string& hint, bool on) {
      widgets::menuLine(p, {x + 12, y}, word, {}, on);
      m_choices.add(id, {x - 4, y - 24}, {width, 34}, 12, {word, on ? tr("open") : "", hint});
      y += 34;
    };
    for (int i = 0; i < editor::kPageCount; ++i)
      line(i, editor::pageName(static_cast<Page>(i)), tr("A page of the level."), m_page == static_cast<Page>(i));
    y += 16;
    if (m_draft.level().people() > 1)
      line(kPerson, shown().person.name, tr("The next of the people of this level."), true);
    line(kTry, tr("Try it"), tr("F5. Plays it at once; nothing is counted."), false);
    line(kSave, m_draft.changed() ? tr("Save") : tr("Saved"), tr("Ctrl and S."), false);
    line(kUndo, tr("Undo"), tr("Ctrl and Z."), false);
    line(kRedo, tr("Redo"), tr("Ctrl and Y."), false);
    line(kLeave, tr("Leave"), tr("Out of the editor."), false);
  }

  [[nodiscard]] float trackX() const { return m_panelX + m_panelWidth - kTrack - 40 - kValue; }

  void drawRows(Painter& p) {
    widgets::card(p, {m_panelX - 14, 40}, {m_panelWidth + 14, kListEnd - 30}, .86F);
    p.text(editor::pageName(m_page), {m_panelX + 4, 76}, Face::Serif, 24, theme::ink);
    m_list.layOut({m_panelX, kListTop}, {m_panelWidth - 8, kListEnd - kListTop}, kPitch,
                  static_cast<int>(m_rows.size()));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      const int at = static_cast<int>(i);
      const Row& row = m_rows[i];
      const float y = m_list.y(at);
      m_choices.add(kRow + at, {m_panelX - 4, y}, {m_panelWidth - 20, kRowHigh}, 10, {row.name, row.value, row.hint},
                    !m_list.seen(at));
      if (m_list.seen(at)) drawRow(p, row, y);
    }
    m_list.draw(p);
    if (m_page == Page::Back && !m_chosen)
      p.within(
          tr("Click the back to place something, drag it to move it. The wheel tightens a knot or eases it; Delete "
             "takes away what is chosen."),
          {m_panelX + 6, kListTop + kPitch * static_cast<float>(m_rows.size()) + 40}, m_panelWidth - 40, 130, 24,
          Face::Regular, theme::body, theme::ink2);
  }

  void drawRow(Painter& p, const Row& row, float y) const {
    const float line = y + 25, end = m_panelX + m_panelWidth - 26;
    const bool act = row.value.empty() && row.press;
    const float name = p.text(row.name, {m_panelX + 6, line}, act ? Face::SemiBold : Face::Medium, theme::body,
                              act ? theme::gold : theme::ink);
    if (row.share) {
      widgets::slider(p, {trackX(), y + 19}, kTrack, std::clamp(*row.share, 0.0F, 1.0F));
      // Beside the track there is room for so much; what is longer is written smaller.
      const float room = kValue - 4, wide = p.textWidth(row.value, Face::Regular, theme::small);
      p.text(row.value, {end, line}, Face::Regular, theme::small * std::min(1.0F, room / wide), theme::ink2,
             Align::Right);
      return;
    }
    // What is too long for the line is cut: the whole of it is seen when it is written.
    std::string value = row.value;
    const float room = end - m_panelX - 6 - name - 20;
    while (value.size() > 4 && p.textWidth(value + "…", Face::Regular, theme::small) > room) {
      value.pop_back();
      while (!value.empty() && (static_cast<unsigned char>(value.back()) & 0xC0U) == 0x80U) value.pop_back();
      if (!value.empty() && (static_cast<unsigned char>(value.back()) & 0x80U) != 0) value.pop_back();
    }
    if (value != row.value) value += "…";
    p.text(value, {end, line}, Face::Regular, theme::small, row.text.empty() ? theme::gold : theme::ink2, Align::Right);
  }

  // What is wrong, or that nothing is.
  void drawState(Painter& p, float x, float width) const {
    const auto& problems = m_draft.problems();
    const std::string what = problems.empty()
                                 ? std::string(tr("Nothing wrong: it can be played and saved."))
                                 : fill(tr("{place}: {what}"), {{"place", editor::placeName(problems.front().place)},
                                                                {"what", problems.front().what}});
    p.within(what, {x, 668}, width, 46, 18, Face::Regular, theme::small, problems.empty() ? theme::jade : theme::ember);
    const Row* row = focusedRow();
    if (row != nullptr && !row->hint.empty())
      p.within(row->hint, {m_panelX, kListEnd + 36}, m_panelWidth, 40, 18, Face::Regular, theme::small, theme::ink2);
    keyHints(p, {m_panelX + m_panelWidth, 694}, {{"F5", tr("try")}, {"Ctrl S", tr("save")}, {"Ctrl Z", tr("undo")}},
             Align::Right);
  }

  void drawTyping(Painter& p, float W) const {
    p.cover();
    p.roundRect({0, 0}, {W, 720}, 0, theme::fade(theme::ground0, .7F));
    const float width = std::min(760.0F, W - 100), x = (W - width) / 2;
    widgets::card(p, {x - 24, 200}, {width + 48, 300}, .97F);
    p.text(m_typed.second, {x, 244}, Face::Serif, 24, theme::ink);
    m_typing->draw(p, {x, 292}, width, 26, 19);
    keyHints(p, {x + width, 480}, {{"Enter", tr("done")}, {"Esc", tr("cancel")}}, Align::Right);
  }

  static constexpr float kTrack = 140, kValue = 64;  // the slider, and the number behind it
  editing::Draft m_draft;
  editor::Canvas m_canvas;
  Ground m_ground;
  FileWatch m_watch;
  Choices m_choices{0};
  ScrollList m_list;
  Page m_page = Page::Back;
  std::vector<Row> m_rows;
  std::size_t m_person = 0;
  Brush m_brush = Brush::Knot;
  std::optional<Thing> m_chosen;
  std::optional<TextEdit> m_typing;
  std::pair<std::string, std::string> m_typed;  // where it stands, what it is
  std::string m_drag;
  int m_drags = 0, m_seen = -1;
  bool m_control = false, m_dragging = false;
  std::chrono::steady_clock::time_point m_askedUntil;  // leaving without saving was asked, and is meant until then
  float m_panelX = 780, m_panelWidth = 470, m_canvasFrom = 200;
};

}  // namespace
std::unique_ptr<Screen> makeEditor(Services& s, editing::Draft draft) {
  return std::make_unique<Editor>(s, std::move(draft));
}
}  // namespace knead::app
