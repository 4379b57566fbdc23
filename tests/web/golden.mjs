// Plays every golden replay in knead.wasm: each second's state hash and that of the end must be the recorded one, the
// score too, and going back must lead to the same states. Where the native tests have left their time lines
// (FOLDER), those must be the same text. One line at the end says how fast it was.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenRuns, loadEngine } from './common.mjs';

const [folder] = process.argv.slice(2);
const engine = await loadEngine();
let wrong = 0;
let seconds = 0;
let equal = 0;
let played = 0;
let tookMs = 0;
let compared = 0;
const fail = (id, what) => {
  console.error(`${id}: ${what}`);
  ++wrong;
};

const runs = goldenRuns();
for (const { id, level, recording } of runs) {
  if (!level) {
    fail(id, 'there is no level of this name');
    continue;
  }
  const run = engine.open(level, recording);
  const began = performance.now();
  while (!run.step(600)) continue;
  tookMs += performance.now() - began;
  const proof = run.proof();
  played += run.end / 120;
  seconds += proof.seconds;
  equal += proof.equal;
  // Who is sent to a doctor at once leaves a recording without a tick.
  if (proof.seconds !== Math.floor(run.end / 120) || proof.equal !== proof.seconds || proof.first_different !== 0)
    fail(id, `${proof.equal} of ${proof.seconds} seconds are equal, the first different one is ${proof.first_different}`);
  if (!proof.end_equal) fail(id, `ends as ${proof.state}, recorded is ${proof.recorded_state}`);
  if (!proof.score_equal) fail(id, `has ${run.card().score} points, the recording claims ${run.about.claim.score}`);

  // Back to the middle: the same state as on the way there the first time.
  const again = engine.open(level, recording);
  again.step(Math.floor(run.end / 2));
  run.seek(Math.floor(run.end / 2));
  if (run.state !== again.state) fail(id, 'going back leads to another state');
  again.close();

  if (folder) {
    const file = join(folder, `timeline-${id}.json`);
    if (existsSync(file)) {
      ++compared;
      if (readFileSync(file, 'utf8') !== engine.text(engine.exports.knead_run_timeline(run.handle)))
        fail(id, `its time line differs from the native one in ${file}`);
    }
  }
  run.close();
}
if (runs.length === 0) fail('tests/golden', 'no replays');
console.log(
  `${runs.length} replays, ${equal} of ${seconds} seconds equal; ${compared} time lines compared; ` +
    `${Math.round((played * 1000) / tookMs)} times real time in node ${process.version}`,
);
process.exit(wrong === 0 ? 0 : 1);
