// Traces: good ones go through the resampler as a live device would, bad ones are refused by line.
#include "replay/trace.hpp"

#include <fstream>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace knead;
using replay::parseTrace;

namespace {

const std::string kHead = "t_ms,x_cm,y_cm,down,tool\n";
const std::string kRow = "0,1,20,1,hand\n";

struct Bad {
  const char* name;
  std::string text;
  const char* place;
  const char* remedy;
};

std::vector<Bad> badTraces() {
  const auto row = [](const char* text) { return kHead + kRow + text + "\n"; };
  return {
      {"empty", "", "line 1", "allowed: the header t_ms,x_cm,y_cm,down,tool"},
      {"other header", "time,x,y,down,tool\n" + kRow, "line 1", "allowed: the header"},
      {"columns in another order", "x_cm,t_ms,y_cm,down,tool\n" + kRow, "line 1", "allowed: the header"},
      {"no samples", kHead, "line 2", "at least one line"},
      {"too few columns", row("8,1,20,1"), "line 3", "allowed: 5"},
      {"too many columns", row("8,1,20,1,hand,0.5"), "line 3", "allowed: 5"},
      {"no number for the time", row("x,1,20,1,hand"), "line 3", "number of milliseconds"},
      {"empty time", row(",1,20,1,hand"), "line 3", "number of milliseconds"},
      {"time before zero", kHead + "-1,1,20,1,hand\n", "line 2", "from 0"},
      {"time goes back", kHead + "9,1,20,1,hand\n8,1,20,1,hand\n", "line 3", "the same or later"},
      {"time without end", row("1e300,1,20,1,hand"), "line 3", "from 0 to 3600000"},
      {"NaN", row("8,nan,20,1,hand"), "line 3", "allowed: a number from -40 to 40"},
      {"infinity", row("8,1,inf,1,hand"), "line 3", "allowed: a number from -20 to 90"},
      {"far to the right", row("8,41,20,1,hand"), "line 3", "-40 to 40"},
      {"far down", row("8,1,91,1,hand"), "line 3", "-20 to 90"},
      {"comma as decimal point", row("8,1,5,20,1,hand"), "line 3", "allowed: 5"},
      {"text after a number", row("8,1cm,20,1,hand"), "line 3", "allowed: a number"},
      {"down is neither", row("8,1,20,2,hand"), "line 3", "allowed: 0 or 1"},
      {"unknown tool", row("8,1,20,1,elbow"), "line 3", "allowed: hand, towel, stone, pack"},
      {"a move as tool", row("8,1,20,1,effleurage"), "line 3", "allowed: hand"},
      {"pressure over 1", "t_ms,x_cm,y_cm,down,tool,pressure\n0,1,20,1,hand,1.5\n", "line 2", "from 0 to 1"},
      {"pressure missing", "t_ms,x_cm,y_cm,down,tool,pressure\n0,1,20,1,hand\n", "line 2", "allowed: 6"},
      {"empty line within", kHead + kRow + "\n" + kRow, "line 3", "take it out"},
      {"long and odd", row(("8,1,20,1," + std::string(39, 'a') + "\x7f!").c_str()), "line 3",
       "found tool \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?...\","},
      {"bytes", kHead + std::string("\0\x01\xFF,1,2,3,4\n", 12), "line 2", "number of milliseconds"},
  };
}

}  // namespace

TEST_CASE("a bad trace is refused with file, line and remedy", "[trace]") {
  for (const Bad& bad : badTraces()) {
    INFO(bad.name);
    const auto trace = parseTrace(bad.text, "hand.csv");
    REQUIRE(!trace.ok());
    INFO(trace.error().text());
    CHECK(trace.error().file == "hand.csv");
    CHECK(trace.error().place == bad.place);
    CHECK(trace.error().what.find(bad.remedy) != std::string::npos);
  }
}

TEST_CASE("a trace file that is not there is told", "[trace]") {
  const auto trace = replay::readTraceFile("/nowhere/hand.csv");
  REQUIRE(!trace.ok());
  CHECK(trace.error().text().find("/nowhere/hand.csv: cannot be opened") == 0);
}

TEST_CASE("a trace without end is refused before it fills the memory", "[trace]") {
  std::string text = kHead;
  text.reserve(kHead.size() + kRow.size() * (replay::kMaxTraceLines + 1));
  for (std::size_t i = 1; i < replay::kMaxTraceLines; ++i) text += kRow;
  CHECK(parseTrace(text, "long.csv").ok());
  text += kRow;
  const auto trace = parseTrace(text, "long.csv");
  REQUIRE(!trace.ok());
  CHECK(trace.error().text().find("more than 4000000 lines") != std::string::npos);
  CHECK(trace.error().text().find("cut the trace") != std::string::npos);
}

TEST_CASE("spaces, carriage returns, blank ends and a byte order mark do not matter", "[trace]") {
  const auto trace = parseTrace(
      "\xEF\xBB\xBFt_ms, x_cm, y_cm, down, tool\r\n0, 1.5, 20, 1, stone\r\n8.25,1.5,20,0,hand\r\n\r\n\n", "a");
  INFO((trace ? std::string() : trace.error().text()));
  REQUIRE(trace.ok());
  REQUIRE(trace.value().samples.size() == 2);
  CHECK(trace.value().samples[0].tool == level::Tool::Stone);
  CHECK(trace.value().samples[1].microseconds == 8250);
  CHECK(trace.value().samples[0].ceiling == Approx(0.65));
}

TEST_CASE("the last value of a trace is allowed, the next is refused", "[trace]") {
  const auto one = [](const std::string& row) { return parseTrace(kHead + row + "\n", "a").ok(); };
  CHECK(one("0,-40,-20,0,hand"));
  CHECK(one("3600000,40,90,1,pack"));
  CHECK_FALSE(one("3600000.1,0,0,0,hand"));
  CHECK_FALSE(one("-0.1,0,0,0,hand"));
  CHECK_FALSE(one("0,40.01,0,0,hand"));
  CHECK_FALSE(one("0,-40.01,0,0,hand"));
  CHECK_FALSE(one("0,0,90.01,0,hand"));
  CHECK_FALSE(one("0,0,-20.01,0,hand"));
  CHECK_FALSE(one("0,0,0,,hand"));
  CHECK_FALSE(one("0,0,0,0,"));
  const auto pressed = [](const std::string& share) {
    return parseTrace("t_ms,x_cm,y_cm,down,tool,pressure\n0,1,20,1,hand," + share + "\n", "a").ok();
  };
  CHECK(pressed("0"));
  CHECK(pressed("1"));
  CHECK_FALSE(pressed("1.01"));
  CHECK_FALSE(pressed("-0.01"));
  CHECK_FALSE(pressed(""));

  const auto tools = parseTrace(kHead + "0,1,2,0,hand\n1,-1,-2,1,towel\n1,0,0,1,stone\n2,0,0,1,pack", "a");
  REQUIRE(tools.ok());
  REQUIRE(tools.value().samples.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) CHECK(tools.value().samples[i].tool == static_cast<level::Tool>(i));
  CHECK_FALSE(tools.value().samples[0].down);
  CHECK(tools.value().samples[1].down);
  CHECK(tools.value().samples[1].cm.x == -1);
  CHECK(tools.value().samples[1].cm.y == -2);
  CHECK_FALSE(tools.value().hasPressure);
  const auto fraction = parseTrace(kHead + "0.0004,0,0,0,hand\n0.0006,0,0,0,hand\n", "a");
  REQUIRE(fraction.ok());
  CHECK(fraction.value().samples[0].microseconds == 0);
  CHECK(fraction.value().samples[1].microseconds == 1);
}

TEST_CASE("a message quotes forty letters of what it refuses", "[trace]") {
  const auto why = [](const std::string& tool) { return parseTrace(kHead + "0,0,0,0," + tool, "a").error().what; };
  CHECK(why(std::string(40, 'b')) == "found tool \"" + std::string(40, 'b') + "\", allowed: hand, towel, stone, pack");
  CHECK(why(std::string(41, 'b')) ==
        "found tool \"" + std::string(40, 'b') + "...\", allowed: hand, towel, stone, pack");
  CHECK(why("a b\x1f~\x80") == "found tool \"a b?~?\", allowed: hand, towel, stone, pack");
}

TEST_CASE("a trace fills the ticks it needs", "[trace]") {
  const auto ticks = [](const std::string& ms) {
    return parseTrace(kHead + "0,0,0,0,hand\n" + ms + ",0,0,0,hand\n", "a").value().tickCount();
  };
  CHECK(ticks("0") == 1);
  CHECK(ticks("8.333") == 1);
  CHECK(ticks("8.334") == 2);
  CHECK(ticks("1000") == 120);
  CHECK(ticks("1000.001") == 121);
  CHECK(replay::Trace{}.tickCount() == 0);
  replay::TracePlayer nothing{replay::Trace{}};
  CHECK(nothing.done());
  CHECK_FALSE(nothing.next().contact);

  const auto trace = parseTrace(kHead + "0,3,20,1,hand\n20,4,21,1,hand\n", "a");
  replay::TracePlayer player(trace.value());
  CHECK_FALSE(player.done());
  int taken = 0, touched = 0;
  while (!player.done() && taken < 100) {
    touched += player.next().contact ? 1 : 0;
    ++taken;
  }
  CHECK(taken == 4);  // three ticks of the trace, and the hand lifts in the next
  CHECK(touched == 3);
  CHECK(player.next().x == 400);
}

TEST_CASE("a trace from a file is the same", "[trace]") {
  const std::string path = KNEAD_TEST_OUTPUT_DIR "/hand.csv";
  std::ofstream(path, std::ios::binary) << kHead << kRow;
  const auto trace = replay::readTraceFile(path);
  REQUIRE(trace.ok());
  CHECK(trace.value().samples.size() == 1);
  const auto large = parseTrace(std::string(replay::kMaxTraceBytes + 1, ' '), "a");
  REQUIRE(!large.ok());
  CHECK(large.error().text() == "a: is larger than the limit of 268435456 bytes");
}

TEST_CASE("pressure is the ceiling of the hand", "[trace]") {
  const auto trace = parseTrace("t_ms,x_cm,y_cm,down,tool,pressure\n0,1,20,1,hand,0.25\n", "a");
  REQUIRE(trace.ok());
  CHECK(trace.value().hasPressure);
  replay::TracePlayer player(trace.value());
  CHECK(player.next().ceiling == 64);
}

TEST_CASE("a trace of any rate becomes one input a tick", "[trace]") {
  // A steady stroke, 10 cm/s downwards for one second, at 60, 125 and 1000 samples a second.
  for (const int rate : {60, 125, 1000}) {
    INFO(rate);
    std::string text = kHead;
    for (int i = 0; i <= rate; ++i) {
      const double t = static_cast<double>(i) / rate;
      text += std::to_string(t * 1000.0) + ",4," + std::to_string(20.0 + 10.0 * t) + ",1,hand\n";
    }
    const auto trace = parseTrace(text, "a");
    REQUIRE(trace.ok());
    CHECK(trace.value().tickCount() == 120);
    replay::TracePlayer player(trace.value());
    for (int tick = 0; tick < 120; ++tick) {
      const sim::TickInput input = player.next();
      const double wanted = 20.0 + 10.0 * (tick + 1) / 120.0;
      const double lag = 10.0 / rate + 0.02;  // the last sample holds
      CHECK(input.contact);
      CHECK(input.x == 400);
      CHECK(input.y * 0.01 <= wanted + 0.02);
      CHECK(input.y * 0.01 >= wanted - lag);
    }
    // The hand stays where the last sample was, and lifts.
    (void)player.next();
    const sim::TickInput after = player.next();
    CHECK(!after.contact);
    CHECK(after.y == 3000);
  }
}

TEST_CASE("a tap shorter than a tick is not lost", "[trace]") {
  const auto trace = parseTrace(kHead + "0,1,20,0,hand\n10,1,20,1,hand\n11,1,20,0,hand\n40,1,20,0,hand\n", "a");
  REQUIRE(trace.ok());
  replay::TracePlayer player(trace.value());
  int down = 0;
  for (int tick = 0; tick < 6; ++tick) down += player.next().contact ? 1 : 0;
  CHECK(down == 1);
}
