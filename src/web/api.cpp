// The C functions: each hands on to a Player and keeps the text it gives. See api.h.
#include "web/api.h"

#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "core/hash.hpp"
#include "web/frame.hpp"
#include "web/player.hpp"
#include "web/text.hpp"

using namespace knead;
using web::decimal;
using web::key;
using web::quoted;

struct KneadRun {
  std::string error;
  std::unique_ptr<web::Player> player;
  std::vector<float> frame;
  std::string said, about, proof, state, card, timeline;
};

namespace {

std::string flag(bool value) { return value ? "true" : "false"; }
std::string hex(std::uint64_t hash) { return quoted(hexOf(hash).text); }

std::string aboutText(const web::Player& player) {
  const replay::Header& header = player.replay().header;
  const replay::Claim& claim = player.replay().claim;
  const level::Level& level = player.level();
  std::string out = "{" + key("level") + "{" + key("id") + quoted(level.id) + "," + key("title") + quoted(level.title) +
                    "," + key("number") + std::to_string(level.number) + "," + key("hash") + hex(level.hash) + "}," +
                    key("people") + "[";
  for (std::size_t i = 0; i < level.people(); ++i) {
    const level::Person& person = level.visit(i).person;
    out += (i > 0 ? ",{" : "{") + key("name") + quoted(person.name) + "," + key("role") + quoted(person.role) + "," +
           key("words") + quoted(person.words) + "}";
  }
  return out + "]," + key("mode") + quoted(replay::kInputModeIds[static_cast<std::size_t>(header.mode)]) + "," +
         key("assisted") + flag(header.assisted()) + "," + key("seed") + quoted(std::to_string(header.setup.seed)) +
         "," + key("claim") + "{" + key("score") + std::to_string(claim.score) + "," + key("stars") +
         std::to_string(claim.stars) + "," + key("ending") +
         quoted(sim::kEndingIds[static_cast<std::size_t>(claim.ending)]) + "," + key("state") + hex(claim.stateHash) +
         "}}";
}

std::string cardText(const sim::ScoreCard& card) {
  std::string out = "{" + key("score") + std::to_string(card.score) + "," + key("stars") + std::to_string(card.stars) +
                    "," + key("ending") + quoted(sim::kEndingIds[static_cast<std::size_t>(card.ending)]) + "," +
                    key("pain_before") + decimal(card.painBefore, 2) + "," + key("pain_after") +
                    decimal(card.painAfter, 2) + "," + key("terms") + "[";
  for (std::size_t i = 0; i < card.terms.size(); ++i) {
    const sim::ScoreTerm& term = card.terms[i];
    out += (i > 0 ? ",{" : "{") + key("id") + quoted(term.id) + "," + key("points") + std::to_string(term.points) +
           "," + key("most") + std::to_string(term.most) + "," + key("why") + quoted(term.why) + "}";
  }
  return out + "]}";
}

std::string proofText(const web::Player& player) {
  const web::Proof& proof = player.proof();
  return "{" + key("seconds") + std::to_string(proof.seconds) + "," + key("checked") + std::to_string(proof.checked) +
         "," + key("equal") + std::to_string(proof.equal) + "," + key("first_different") +
         std::to_string(proof.firstDifferent) + "," + key("finished") + flag(proof.finished) + "," + key("end_equal") +
         flag(proof.endEqual) + "," + key("score_equal") + flag(proof.scoreEqual) + "," + key("state") +
         (proof.finished ? hex(proof.stateHash) : "null") + "," + key("recorded_state") +
         hex(player.replay().claim.stateHash) + "}";
}

std::string saidText(web::Player& player) {
  std::string out = "[";
  for (const web::Said& said : player.takeSaid()) {
    out += (out.size() > 1 ? ",{" : "{") + key("second") +
           decimal(static_cast<float>(said.tick) / static_cast<float>(sim::kTicksPerSecond), 2) + "," + key("kind") +
           quoted(said.kind == sim::EventKind::KnotReleased ? "release" : "other") + "," + key("x") +
           decimal(said.at.x, 1) + "," + key("y") + decimal(said.at.y, 1) + "," + key("says") + quoted(said.sentence) +
           "}";
  }
  return out + "]";
}

// The text of a run that can be played, else `without`.
template <class Write>
const char* kept(KneadRun* run, std::string KneadRun::*where, const char* without, Write write) {
  if (run == nullptr || !run->player) return without;
  run->*where = write(*run->player);
  return (run->*where).c_str();
}

}  // namespace

void* knead_web_alloc(size_t bytes) { return std::malloc(bytes > 0 ? bytes : 1); }
void knead_web_free(void* memory) { std::free(memory); }

const char* knead_web_body(void) {
  static const std::string text = web::bodyText();
  return text.c_str();
}

KneadRun* knead_run_open(const char* level, size_t levelBytes, const uint8_t* recording, size_t bytes) {
  auto run = std::make_unique<KneadRun>();
  auto player = web::Player::open({level, levelBytes}, {recording, bytes});
  if (player)
    run->player = std::move(player).value();
  else
    run->error = player.error().text();
  return run.release();
}
void knead_run_close(KneadRun* run) { delete run; }
const char* knead_run_error(KneadRun* run) { return run == nullptr ? "there is no run" : run->error.c_str(); }

uint32_t knead_run_end(KneadRun* run) { return run != nullptr && run->player ? run->player->end() : 0; }
uint32_t knead_run_tick(KneadRun* run) { return run != nullptr && run->player ? run->player->tick() : 0; }
int knead_run_step(KneadRun* run, uint32_t ticks) {
  if (run == nullptr || !run->player) return 1;
  run->player->step(ticks);
  return run->player->done() ? 1 : 0;
}
void knead_run_seek(KneadRun* run, uint32_t tick) {
  if (run != nullptr && run->player) run->player->seek(tick);
}

const float* knead_run_frame(KneadRun* run) {
  if (run == nullptr || !run->player) return nullptr;
  web::writeFrame(*run->player, run->frame);
  return run->frame.data();
}
const char* knead_run_said(KneadRun* run) { return kept(run, &KneadRun::said, "[]", saidText); }
const char* knead_run_about(KneadRun* run) { return kept(run, &KneadRun::about, "null", aboutText); }
const char* knead_run_proof(KneadRun* run) { return kept(run, &KneadRun::proof, "null", proofText); }
const char* knead_run_state(KneadRun* run) {
  return kept(run, &KneadRun::state, "",
              [](const web::Player& player) { return std::string(hexOf(player.session().stateHash()).text); });
}
const char* knead_run_card(KneadRun* run) {
  return kept(run, &KneadRun::card, "null", [](const web::Player& player) {
    return player.proof().finished ? cardText(player.card()) : std::string("null");
  });
}
const char* knead_run_timeline(KneadRun* run) {
  return kept(run, &KneadRun::timeline, "null", [](const web::Player& player) {
    const web::Proof& proof = player.proof();
    if (!proof.finished) return std::string("null");
    return player.timeline().json(player.replay(), player.level(), proof.equal, proof.endEqual, proof.stateHash);
  });
}
