// What the player knows: the quizzes, what they reach for first at each pain and mix up, and the two files they can
// take away. Shows what learning says; claims nothing beyond it.
#include "app/exports.hpp"
#include "app/screens/still_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/pains.hpp"
#include "app/words/words.hpp"
#include "core/file.hpp"
#include "learning/export.hpp"

namespace knead::app {
namespace {

using learning::QuizKind;
using level::Pain;
using words::fill;
using words::tr;

class Knowledge final : public StillPage {
 public:
  explicit Knowledge(Services& s) : StillPage(s, kBack) {}
  void chose(int choice) override {
    if (choice == kExport) save();
    if (choice == kWhy) m_services.over = makeSimplified(m_services);
    if (choice == kQuiz) {
      if (const auto due = m_services.player.dueQuiz(m_services.levels)) m_services.over = makeQuiz(m_services, *due);
    }
    if (choice == kBack) m_services.back = true;
  }
  [[nodiscard]] std::string spoken() const override { return std::string(tr("What you know")) + ". " + claim(); }

  void drawPage(Painter& p, float W) override {
    const bool narrow = isNarrow(W);
    const float left = marginOf(W), right = W - left;
    p.text(tr("What you know"), {left, 92}, Face::Serif, theme::title, theme::ink);
    const float side = narrow ? 300 : 360, table = right - left - side - 36;
    drawTable(p, left, table);
    drawSide(p, right - side, side);
  }

 private:
  static constexpr int kExport = 0, kWhy = 1, kBack = 2, kQuiz = 3;
  [[nodiscard]] const learning::Record& record() const { return m_services.player.learning(); }

  void drawTable(Painter& p, float x, float width) const {
    p.text(tr("What you reached for first"), {x, 122}, Face::Regular, theme::body, theme::ink2);
    const float pitch = 54;
    for (int i = 0; i < level::kPainCount; ++i) {
      const auto pain = static_cast<Pain>(i);
      const float y = 150 + pitch * static_cast<float>(i);
      const learning::Confusion::Cell all = record().confusion().total(pain);
      p.segment({x, y + pitch - 8}, {x + width, y + pitch - 8}, 1, theme::fade(theme::line, .45F));
      p.text(words::painName(pain), {x, y + 18}, Face::SemiBold, theme::body, theme::ink);
      const std::string right =
          all.count == 0 ? std::string("–")
                         : fill(tr("{right} of {count} right"), {{"right", std::to_string(all.count - all.wrong)},
                                                                 {"count", std::to_string(all.count)}});
      p.text(right, {x + width, y + 18}, Face::Medium, theme::body, all.count > 0 ? theme::gold : theme::ink2,
             Align::Right);
      std::string mixed;
      if (const auto worst = record().confusion().mostFrequent(pain)) {
        const auto technique = learning::techniqueOf(*worst);
        mixed = fill(tr("most often wrongly: {choice}"),
                     {{"choice", technique ? std::string(labelOf(*technique)) : tr("Send them to a doctor")}});
      }
      p.text(mixed, {x, y + 38}, Face::Regular, theme::small, theme::ink2);
    }
  }

  [[nodiscard]] std::string claim() const {
    const learning::QuizReport report = record().report();
    if (report.verdict == learning::Verdict::NotMeasured)
      return tr("Nothing is claimed before the quiz a week after the levels.");
    const std::string later = std::to_string(*report.pains[static_cast<std::size_t>(QuizKind::Later)]);
    return report.verdict == learning::Verdict::Learned
               ? fill(tr("You were right {right} of 9 after a week. That is learnt."), {{"right", later}})
               : fill(tr("You were right {right} of 9 after a week. That is too little to call it learnt."),
                      {{"right", later}});
  }

  void drawSide(Painter& p, float x, float w) {
    widgets::card(p, {x, 104}, {w, 470});
    p.text(tr("The quiz"), {x + 24, 146}, Face::Serif, 26, theme::ink);
    const learning::QuizReport report = record().report();
    const std::array<const char*, 3> names = {tr("before"), tr("after"), tr("a week later")};
    float y = 184;
    for (std::size_t i = 0; i < names.size(); ++i) {
      p.text(names[i], {x + 24, y}, Face::Regular, theme::body, theme::ink2);
      p.text(report.pains[i] ? fill(tr("{right} of {of}"), {{"right", std::to_string(*report.pains[i])}, {"of", "9"}})
                             : std::string("–"),
             {x + w - 24, y}, Face::Medium, theme::label, theme::ink, Align::Right);
      y += 28;
    }
    p.text(tr("by guessing"), {x + 24, y}, Face::Regular, theme::body, theme::ink2);
    p.text(fill(tr("{right} of {of}"), {{"right", words::oneDecimal(learning::kChanceRight)}, {"of", "9"}}),
           {x + w - 24, y}, Face::Regular, theme::body, theme::ink2, Align::Right);
    y = p.within(claim(), {x + 24, y + 36}, w - 48, 72, 22, Face::Serif, 18, theme::ink) + 14;
    p.text(tr("Pairs known"), {x + 24, y}, Face::Regular, theme::body, theme::ink2);
    p.text(words::number(record().mastery().knownPairs()), {x + w - 24, y}, Face::Medium, theme::label, theme::ink,
           Align::Right);
    p.text(tr("Stop signs"), {x + 24, y + 28}, Face::Regular, theme::body, theme::ink2);
    const learning::Skill& refer = record().mastery().refer();
    p.text(refer.known()     ? tr("known")
           : refer.touched() ? tr("not yet sure")
                             : "–",
           {x + w - 24, y + 28}, Face::Medium, theme::label, theme::ink, Align::Right);
    if (m_services.player.dueQuiz(m_services.levels)) {
      m_choices.add(kQuiz, {x + 24, 508}, {w - 48, 46}, 23,
                    {tr("Twelve short stories"), "", tr("Which move first? It takes about three minutes.")});
      button(p, {x + 24, 508}, {w - 48, 46}, tr("Twelve short stories"), true);
    }
    const float each = (w - 10) / 2;
    m_choices.add(kExport, {x, 590}, {each, 42}, 21,
                  {tr("Export"), "", tr("Writes your answers into your documents, as JSON and as a table.")});
    button(p, {x, 590}, {each, 42}, tr("Export"), false);
    m_choices.add(kWhy, {x + each + 10, 590}, {each, 42}, 21,
                  {tr("Simplified"), "", tr("Numbers that the game chose, and what research says.")});
    p.typeAtMost(1.15F, [&] { button(p, {x + each + 10, 590}, {each, 42}, tr("Simplified"), false); });
    m_choices.add(kBack, {x, 642}, {w, 42}, 21, {tr("Back"), "", tr("To the Atlas.")});
    button(p, {x, 642}, {w, 42}, tr("Back"), false);
  }

  static Result<std::size_t> writeText(const std::string& path, const std::string& text) {
    const std::vector<std::uint8_t> bytes(text.begin(), text.end());
    return writeWholeFileSafely(path, bytes);
  }
  void save() {
    const std::string folder = recordingsFolder(m_services.options);
    const std::string file = freeName(folder, "knead-learning", "json");
    const std::string csv = freeName(folder, "knead-learning", "csv");
    auto wrote = file.empty() || csv.empty() ? Result<std::size_t>(Error{folder, "", tr("cannot make this folder")})
                                             : writeText(file, learning::exportJson(record()));
    if (wrote) wrote = writeText(csv, learning::exportCsv(record()));
    m_services.toast.say(
        wrote ? fill(tr("Your answers are in {folder}."), {{"folder", shownFolder(folder)}}) : wrote.error().text(), 5);
  }
};

}  // namespace
std::unique_ptr<Screen> makeKnowledge(Services& s) { return std::make_unique<Knowledge>(s); }
}  // namespace knead::app
