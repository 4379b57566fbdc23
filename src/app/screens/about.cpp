// What Knead is and is not, whose work is in it, and where the player's files are.
#include "app/screens/still_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/words.hpp"
#include "core/translatable.hpp"

namespace knead::app {
namespace {

using words::tr;

struct Part {
  const char* heading;
  const char* text;
};
constexpr std::array<Part, 4> kParts = {{
    {N_("Not medical advice"),
     N_("Knead is a game. Pain that is severe, new, or comes with numbness, weakness, fever or an accident belongs to "
        "a "
        "doctor. Some people must not be massaged at all; sending them on is then the right move.")},
    {N_("What is real in it"), N_("The levels rest on a small model of warmth, blood flow, muscle tone and knots. Each "
                                  "card tells what an article "
                                  "says and what research found, with a grade from A to D and the source.")},
    {N_("Made with"),
     N_("SFML draws, Box2D moves the body, nlohmann/json reads the levels, CLI11 reads the command line. Type: EB "
        "Garamond and Inter, under the SIL Open Font License.")},
    {N_("Free and open source"), N_("Under the MIT licence: use it, look into it, change it, pass it on.")},
}};

class About final : public StillPage {
 public:
  explicit About(Services& s) : StillPage(s, 0, kMiddle) {}
  void chose(int) override { m_services.back = true; }
  [[nodiscard]] std::string spoken() const override {
    std::string all = std::string(tr("About")) + ".";
    for (const Part& part : kParts) all += " " + std::string(tr(part.heading)) + ". " + tr(part.text);
    return all;
  }
  void drawPage(Painter& p, float W) override {
    const float width = std::min(860.0F, W - 120), left = (W - width) / 2;
    p.text(tr("About"), {left, 92}, Face::Serif, theme::title, theme::ink);
    p.text(words::fill(tr("Version {version}"), {{"version", KNEAD_VERSION}}), {left + width, 90}, Face::Regular,
           theme::body, theme::ink2, Align::Right);
    float y = 142;
    for (const Part& part : kParts) {
      p.text(tr(part.heading), {left, y}, Face::SemiBold, theme::name, theme::gold);
      y = p.paragraph(tr(part.text), {left, y + 27}, width, 23, Face::Regular, theme::label, theme::ink) + 20;
    }
    p.text(tr("Your files"), {left, y}, Face::SemiBold, theme::name, theme::gold);
    const std::string folder = m_services.player.folder();
    p.paragraph(folder.empty() ? std::string(tr("Nothing of yours is read or written in this run."))
                               : words::fill(tr("Progress and replays are in {folder}."), {{"folder", folder}}),
                {left, y + 27}, width, 23, Face::Regular, theme::label, theme::ink);
    m_choices.add(0, {left, 640}, {160, 46}, 23, {tr("Back"), "", tr("To the title.")});
    button(p, {left, 640}, {160, 46}, tr("Back"), true);
  }
};

}  // namespace
std::unique_ptr<Screen> makeAbout(Services& s) { return std::make_unique<About>(s); }
}  // namespace knead::app
