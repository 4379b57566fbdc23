#include "app/screens/intake_verdict.hpp"

#include <algorithm>

#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using level::Fit;
using level::Technique;
using words::fill;
using words::tr;

// The level's own sentence about a move, or what the book holds of it for this pain.
// `wrong`: it was named in a role that it does not have here.
std::string whyOf(const level::Level& level, const level::PainCard& card, Technique t, const char* wrong = nullptr) {
  for (const level::Why& why : level.intake.why) {
    if (why.technique == t) return tr(why.text);
  }
  if (wrong != nullptr && card.fit[static_cast<std::size_t>(t)] >= Fit::Good) return wrong;
  switch (card.fit[static_cast<std::size_t>(t)]) {
    case Fit::Harm: return tr("That would make this pain worse.");
    case Fit::None: return tr("It does little here, for good or ill.");
    case Fit::Little: return tr("It helps this pain a little. Others help more.");
    case Fit::Good: return tr("It helps this pain well.");
    case Fit::Much: return tr("It is among the best for this pain.");
  }
  return {};
}

}  // namespace

IntakeVerdict verdictOf(const level::Level& level, const sim::IntakeAnswer& said, const level::PainCard& card) {
  IntakeVerdict out;
  const level::Intake& right = level.intake;
  if (right.refer || said.refer) {
    out.kind = !right.refer ? IntakeVerdict::Kind::NeedlessReferral
               : said.refer ? IntakeVerdict::Kind::SawSign
                            : IntakeVerdict::Kind::MissedSign;
    out.head = !right.refer ? tr("No sign says stop") : said.refer ? tr("You saw the sign") : tr("Stop");
    out.words =
        right.refer ? tr(level.evidence.stopSign) : tr("Nothing here speaks against your hands. They came for relief.");
    if (right.refer && !said.refer && said.first)
      out.rows.push_back({*said.first, tr("not now"), whyOf(level, card, *said.first), false});
    return out;
  }
  out.head = tr("What your guess says");
  const auto judge = [&](const std::optional<Technique>& t, const std::vector<Technique>& all, const char* role,
                         const char* wrong) {
    if (t)
      out.rows.push_back(
          {*t, role, whyOf(level, card, *t, level::holds(all, *t) ? nullptr : wrong), level::holds(all, *t)});
  };
  judge(said.first, right.first, tr("first"), tr("It helps this pain, but not first."));
  judge(said.also, right.also, tr("also"), tr("It helps this pain, but something else is missing here."));
  judge(said.avoid, right.avoid, tr("avoid"), tr("It helps this pain: nothing to leave alone."));
  // Whoever missed the first move is told it.
  if (said.first && !level::holds(right.first, *said.first) && !right.first.empty())
    out.rows.push_back({right.first.front(), tr("would come first"), whyOf(level, card, right.first.front()), true});
  return out;
}

std::string IntakeVerdict::spoken() const {
  std::string all = head + ". " + words;
  for (const Row& row : rows)
    all += " " + std::string(labelOf(row.technique)) + ", " + row.role + ": " +
           (row.right ? tr("right") : tr("not right")) + ". " + row.why;
  return all;
}

void drawVerdict(Painter& p, const IntakeVerdict& verdict, Vec2 at, float width, float bottom) {
  const bool stop = verdict.kind == IntakeVerdict::Kind::MissedSign;
  const float x = at.x;
  p.text(verdict.head, {x, at.y}, Face::Serif, 30, stop ? theme::ember : theme::ink);
  p.fitting(bottom, [&] {
    float y = at.y + 34;
    if (!verdict.words.empty()) {
      widgets::verdict(p, {x + 13, y + 4}, verdict.kind == IntakeVerdict::Kind::SawSign);
      y = p.paragraph(verdict.words, {x + 40, y + 10}, width - 40, 25, Face::Serif, 20, theme::ink) + 16;
    }
    for (const IntakeVerdict::Row& row : verdict.rows) {
      const sf::Color c = row.right ? theme::jade : theme::ember;
      glyph(p, glyphOf(row.technique), {x + 17, y + 17}, 30, c, 1.7F);
      p.text(labelOf(row.technique), {x + 48, y + 12}, Face::SemiBold, theme::label, theme::ink);
      const float name = p.textWidth(labelOf(row.technique), Face::SemiBold, theme::label),
                  room = width - 84 - name - 8;
      p.textIn(row.role, {x + width - 34, y + 12}, room, Face::Medium, theme::small, c, Align::Right);
      widgets::verdict(p, {x + width - 13, y + 7}, row.right);
      y = p.paragraph(row.why, {x + 48, y + 34}, width - 52, 19, Face::Regular, theme::body, theme::ink2, 4) + 14;
    }
    return y - 14;
  });
}

}  // namespace knead::app
