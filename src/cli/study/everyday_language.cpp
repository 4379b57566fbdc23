// The table was written as one would write down the words of a day, from bodies and weather to work and trips, by
// somebody who had read the stories, as everybody has who works on the game, but had not looked which of them a player
// misses. Two smaller ones were tried before it, on the half of the stories that is for trying. From this one a few
// words were taken out again that stood too near to one story; nothing was added after it was measured.
#include "cli/study/everyday_language.hpp"

#include <array>
#include <functional>
#include <map>
#include <set>

namespace knead::cli {
namespace {

// Each line is one thing, named by its first word. A word in two lines belongs to the first.
constexpr std::array<std::string_view, 167> kThings = {
    "cold cool cooler chilly chill chilled icy ice frost frosty frozen freeze freezing freezer froze snow sleet winter "
    "wintry",
    "warm warmth warmed warmer warming hot hotter heat heated heater lukewarm stove oven sauna blanket thaw thawed",
    "wet damp soaked rain rainy drizzle moist",
    "dry dried",
    "wind windy breeze draught draughty",
    "sun sunny summer",
    "heavy heavier weight weighty leaden lead load loaded burden",
    "light lightly gentle gently softly mild milder",
    "tired weary exhausted fatigue fatigued sleepy drowsy limp worn",
    "awake alert fresh refreshed lively",
    "dull flat dim muted blunt",
    "ache aches aching hurt hurts hurting pain pains painful painfully",
    "sore sorer soreness tender tenderness bruise bruised raw",
    "sharp stab stabs stabbing sting stings stinging prick pricks pierce piercing knife needle",
    "burn burns burning",
    "bite bites biting bit",
    "wide wider broad broadly large big spread spreads spreading area",
    "everywhere throughout entire entirely whole allover",
    "single sole lone alone",
    "spot spots point points place places location",
    "lump lumps knot knots nodule nodules bump knob pea bead marble",
    "finger fingers fingertip fingertips thumb thumbs",
    "hand hands palm palms",
    "press presses pressing pressed pressure push pushes pushing pushed squeeze squeezed",
    "touch touches touched touching",
    "feel feels feeling felt sense sensation",
    "stop stops stopped end ends ended limit halt barrier",
    "bend bends bending bent stoop stoops stooped lean leans leaning bow",
    "turn turns turning turned twist twists twisting twisted rotate swivel",
    "reach reaches reaching reached",
    "lift lifts lifted lifting raise raises raised hoist",
    "carry carries carried carrying haul hauled drag drags dragged lug",
    "pull pulls pulled pulling tug tugs draw draws drawn",
    "walk walks walking walked stroll strolls strolling",
    "step steps stair stairs climb climbs climbed climbing",
    "run runs ran running race raced jog jogged sprint",
    "sit sits sitting sat seat seated chair chairs stool bench sofa armchair",
    "stand stands standing stood",
    "lie lies lying lay bed mattress",
    "desk table screen computer keyboard monitor laptop office",
    "drive drives driving drove driver car van truck lorry wheel bus",
    "travel travelled flight flew plane train coach ferry journey",
    "sudden suddenly abrupt abruptly moment instant second once",
    "catch catches caught grab grabbed grabs seize seized snap snapped clamp clamped lock locked locks jam jammed",
    "today tonight morning noon afternoon evening",
    "yesterday ago",
    "tomorrow later afterwards next",
    "weekend saturday sunday",
    "monday tuesday wednesday thursday friday",
    "week weeks weekly fortnight",
    "month months monthly",
    "year years yearly decade decades",
    "spring autumn season seasons",
    "old older ancient aged",
    "known familiar usual same acquainted",
    "new newly fresh recent recently first",
    "slow slowly slower gradual gradually crept creeping",
    "fast quick quickly rapid brisk",
    "early earlier soon",
    "short shorter shortened brief",
    "long longer lengthy length",
    "high higher tall top upper",
    "low lower bottom beneath",
    "breath breathe breathes breathing breathed sigh sighs gasp lungs",
    "chest breastbone ribcage",
    "rib ribs",
    "belly stomach tummy",
    "jaw teeth tooth mouth lips",
    "worry worries worried worrying stress stressed anxious anxiety nervous nerves tense fear afraid scared fright "
    "panic",
    "deadline exam exams test tests interview hearing audition premiere",
    "money bank rent debt bills tax",
    "boss meeting meetings manager colleague colleagues",
    "calm calmer quiet quieter relaxed peaceful rest restful resting",
    "happy glad merry cheerful laugh laughs smile smiles",
    "sad sorrow grief cry cries tears",
    "angry anger furious cross",
    "sleep sleeps slept sleeping asleep dream dreams dreaming",
    "alike equal equally even evenly symmetrical",
    "side sides",
    "left right",
    "flinch flinches flinched wince winces winced jump jumps jumped startle startled recoil",
    "brace braces braced bracing tighten tightens tightened tight clench clenches clenched guard guarded guarding "
    "stiffen stiffens harden hardens hardened cramp cramps",
    "hard firm firmly solid rigid wood board plank stone concrete",
    "stiff stiffness rusty creak creaky",
    "soft softer loose loosened supple limber",
    "numb numbness insensitive tingling tingle",
    "weak weaker weakness feeble powerless",
    "strong stronger strength sturdy steady",
    "fever feverish temperature sweat sweating sweats shiver shivers shivering",
    "ill sick unwell illness disease nausea",
    "swollen swelling swell puffy thick thicker",
    "rash blister blisters pimples redness",
    "bleed bleeding blood bloody",
    "pale white grey",
    "red rosy pink",
    "doctor doctors physician nurse surgeon midwife",
    "hospital clinic ambulance emergency surgery operation",
    "check checked checks checking examined examination scan",
    "danger dangerous alarm alarming risk",
    "safe safely harmless",
    "tablets pills pill medicine medication drug thinners",
    "cancer tumour",
    "fall fell fallen falling accident crash collision",
    "break broke broken fracture crack",
    "bone bones skeleton",
    "pregnant pregnancy baby",
    "toilet bladder bowel pee",
    "leg legs thigh thighs",
    "calf calves shin shins",
    "knee knees",
    "foot feet toe toes heel heels ankle",
    "buttock buttocks bottom",
    "hip hips pelvis",
    "waist belt",
    "spine spinal vertebra vertebrae",
    "head skull",
    "temple forehead brow",
    "face cheek cheeks eye eyes ear ears",
    "neck nape throat",
    "shoulder shoulders",
    "blade blades",
    "arm arms elbow elbows",
    "wrist wrists",
    "muscle muscles muscular",
    "fibre fibres strand strands",
    "skin surface",
    "work worked working works job jobs labour",
    "shift shifts duty",
    "train trained training exercise exercises sport sports gym workout",
    "effort exertion strain strained toil",
    "garden gardener dig dug digging plant planted planting soil hedge",
    "build built building builder bricks mason",
    "paint painted painter painting",
    "cook cooks cooking kitchen baker bakes baking",
    "clean cleans cleaned cleaning cleaner scrub",
    "music musician plays piano violin guitar drum drums",
    "dance danced dances dancing dancer",
    "swim swam swims swimming swimmer",
    "cycle cycled cycling bicycle bike",
    "farm farmer fields harvest",
    "write writes writing sketch",
    "read reads reading book books",
    "sew sews sewing knit knits knitting",
    "look looks looking looked watch watches watching see",
    "hear hears listen listens",
    "say says said speak speaks talk talks talking tell tells",
    "habit always ever constantly constant",
    "sometimes occasionally",
    "often frequently",
    "posture slouch hunched crooked",
    "round rounded curved arched",
    "straight upright",
    "better improves improved eases eased relief relieves helps helped",
    "worse worst worsens worsened",
    "holiday holidays vacation leave",
    "hour hours",
    "minute minutes",
    "deep deeper deeply depth",
    "shoe shoes boot boots slippers sandals",
    "coat jacket jumper shirt scarf clothes",
    "cup tea coffee drink drinks",
    "cord rope band cable string",
    "radiate radiates sends travels shoots",
    "elsewhere away distant",
    "melt melts melted dissolve dissolves soften softens",
    "careful carefully cautious cautiously care",
    "move moves moving moved movement motion",
};

const std::set<std::string, std::less<>>& commonWords() {
  static const std::set<std::string, std::less<>> kCommon = {
      "the",  "and",  "but",   "for",   "with",   "from",  "are",   "was",   "were",  "been",  "has",   "have", "had",
      "she",  "they", "him",   "his",   "her",    "their", "you",   "your",  "this",  "that",  "there", "here", "not",
      "nor",  "than", "then",  "too",   "very",   "when",  "where", "what",  "who",   "which", "all",   "any",  "both",
      "each", "one",  "two",   "three", "does",   "did",   "can",   "could", "would", "will",  "into",  "over", "out",
      "down", "off",  "under", "after", "before", "again", "still", "only",  "also"};
  return kCommon;
}

bool denies(const std::string& word) {
  static const std::set<std::string, std::less<>> kDenials = {"no",    "not",     "nor",    "neither", "without",
                                                              "never", "nothing", "hardly", "none"};
  return kDenials.count(word) > 0;
}

std::string stem(std::string word) {
  for (const std::string_view end : {"ing", "ness", "ed", "ly", "es", "s", "y"}) {
    if (word.size() < end.size() + 3 || word.compare(word.size() - end.size(), end.size(), end) != 0) continue;
    word.resize(word.size() - end.size());
    break;
  }
  return word;
}

bool tells(const std::string& word) { return word.size() > 2 && commonWords().count(word) == 0; }

// Calls `word` with each word in lower case, and `end` wherever a part of a sentence ends.
template <typename OnWord, typename OnEnd>
void read(std::string_view text, const OnWord& onWord, const OnEnd& onEnd) {
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : '.';
    const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (low >= 'a' && low <= 'z') {
      word += low;
      continue;
    }
    if (!word.empty()) onWord(word);
    word.clear();
    if (std::string_view(".,;:!?").find(c) != std::string_view::npos) onEnd();
  }
}

// What each stem belongs to.
const std::map<std::string, std::string>& things() {
  static const std::map<std::string, std::string> kAll = [] {
    std::map<std::string, std::string> all;
    for (const std::string_view line : kThings) {
      const std::string name(line.substr(0, line.find(' ')));
      read(
          line, [&](const std::string& word) { all.try_emplace(stem(word), name); }, [] {});
    }
    return all;
  }();
  return kAll;
}

}  // namespace

std::vector<std::string> stemsOf(std::string_view text) {
  std::set<std::string> found;
  const auto note = [&found](const std::string& word) {
    if (tells(word)) found.insert(stem(word));
  };
  read(text, note, [] {});
  return {found.begin(), found.end()};
}

std::vector<std::string> meaningsOf(std::string_view text) {
  std::set<std::string> found;
  bool denied = false;
  const auto note = [&](const std::string& word) {
    if (word == "but") denied = false;
    denied = denied || denies(word);
    if (!tells(word)) return;
    const std::string mark = denied ? "!" : "", root = stem(word);
    found.insert(mark + root);
    const auto thing = things().find(root);
    if (thing != things().end()) found.insert(mark + "=" + thing->second);
  };
  read(text, note, [&denied] { denied = false; });
  return {found.begin(), found.end()};
}

}  // namespace knead::cli
