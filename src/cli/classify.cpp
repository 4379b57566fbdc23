// knead-cli classify: which move is a trace, tick by tick, from the recogniser's own ledger. Reads no level.
#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "replay/trace.hpp"
#include "sim/touch/recogniser.hpp"

namespace knead::cli {
namespace {

constexpr std::uint32_t kAfterTicks = sim::kTicksPerSecond;  // lifted, so that the last decision can fall

// What the recogniser said of every tick.
struct TickRecord {
  sim::Move owner = sim::Move::None;
  float quality = 0.0F;
  sim::Move live = sim::Move::None;
};

struct Span {
  std::uint32_t from = 0, to = 0;  // ticks
  sim::Move move = sim::Move::None;
  double quality = 0.0;
  std::uint32_t decided = 0;  // tick whose end the label was there; >= from
};

void book(std::vector<TickRecord>& ticks, const sim::Recogniser& recogniser) {
  for (const sim::Credit& credit : recogniser.credits()) {
    for (std::uint32_t t = credit.from; t < credit.to && t < ticks.size(); ++t) {
      if (!credit.topUp) ticks[t].owner = credit.move;
      ticks[t].quality = std::clamp((credit.topUp ? ticks[t].quality : 0.0F) + credit.quality, 0.0F, 1.0F);
    }
  }
}

std::vector<TickRecord> listen(const replay::Trace& trace) {
  replay::TracePlayer player(trace);
  sim::Recogniser recogniser;
  std::vector<TickRecord> ticks(trace.tickCount() + kAfterTicks);
  for (TickRecord& tick : ticks) {
    sim::TickInput input = player.next();
    input.contact = input.contact && input.tool == level::Tool::Hand;
    recogniser.tick(input);
    tick.live = recogniser.live().move;
    book(ticks, recogniser);
  }
  recogniser.finish();
  book(ticks, recogniser);
  return ticks;
}

std::vector<Span> spansOf(const std::vector<TickRecord>& ticks, std::uint32_t end) {
  std::vector<Span> spans;
  for (std::uint32_t t = 0; t < end; ++t) {
    if (spans.empty() || spans.back().move != ticks[t].owner) spans.push_back({t, t, ticks[t].owner, 0.0, t});
    spans.back().to = t + 1;
    spans.back().quality += static_cast<double>(ticks[t].quality);
  }
  for (Span& span : spans) {
    span.quality = span.move == sim::Move::None ? 0.0 : span.quality / static_cast<double>(span.to - span.from);
    if (span.move == sim::Move::None) continue;
    std::uint32_t t = span.from;
    const std::uint32_t last = std::min<std::uint32_t>(span.to + kAfterTicks, static_cast<std::uint32_t>(ticks.size()));
    while (t < last && ticks[t].live != span.move) ++t;
    span.decided = t;
  }
  return spans;
}

double msOf(std::uint32_t tick) { return static_cast<double>(tick) * 1000.0 / sim::kTicksPerSecond; }

// Median of decided - from over the spans that are a move; 0 when there is none.
double latencyOf(const std::vector<Span>& spans) {
  std::vector<double> waits;
  for (const Span& span : spans) {
    if (span.move != sim::Move::None) waits.push_back(msOf(span.decided) - msOf(span.from));
  }
  if (waits.empty()) return 0.0;
  std::sort(waits.begin(), waits.end());
  const std::size_t half = waits.size() / 2;
  return waits.size() % 2 == 1 ? waits[half] : (waits[half - 1] + waits[half]) / 2.0;
}

int classify(const Context& context, const std::string& path) {
  const Result<replay::Trace> trace = replay::readTraceFile(path);
  if (!trace) return context.fail(trace.error());
  const std::vector<TickRecord> ticks = listen(trace.value());
  const std::vector<Span> spans = spansOf(ticks, trace.value().tickCount());
  const double endMs = static_cast<double>(trace.value().samples.back().microseconds) / 1000.0;
  Json list = Json::array();
  for (const Span& span : spans) {
    const double from = std::min(msOf(span.from), endMs);
    const double to = std::min(msOf(span.to), std::max(endMs, from));
    const std::string_view move = sim::kMoveIds[static_cast<std::size_t>(span.move)];
    list.push_back({{"from_ms", rounded(from)},
                    {"to_ms", rounded(to)},
                    {"move", move},
                    {"quality", rounded(span.quality)},
                    {"decided_ms", rounded(msOf(span.decided))}});
    if (!context.json) {
      context.print(formatted("%9.0f %9.0f ms  %-12s quality %3.0f %%  decided %.0f ms\n", from, to,
                              std::string(move).c_str(), span.quality * 100.0, msOf(span.decided)));
    }
  }
  if (context.json) {
    context.printJson({{"spans", list}, {"latency_ms", rounded(latencyOf(spans))}});
  } else {
    context.print(formatted("median wait for a decision: %.0f ms\n", latencyOf(spans)));
  }
  return kOk;
}

}  // namespace

void addClassify(const arguments::Command& app, Context& context) {
  auto path = std::make_shared<std::string>();
  const arguments::Command command = app.add("classify", "Say which moves a trace holds");
  command.value("--trace", *path, "CSV of pointer samples: t_ms,x_cm,y_cm,down,tool[,pressure]").required();
  command.flag("--json", context.json, "One JSON document");
  command.does([&context, path] { context.command = [&context, path] { return classify(context, *path); }; });
}

}  // namespace knead::cli
