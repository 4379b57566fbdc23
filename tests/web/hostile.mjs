// What a stranger may hand to a page: levels and recordings cut short, with bytes changed, of something else. None may
// stop the module: exceptions are compiled out, so one that is thrown would be a trap and this test would see it.
import { goldenRuns, loadEngine } from './common.mjs';

const engine = await loadEngine();
const runs = goldenRuns();
let tried = 0;
let refused = 0;
let state = 12345;
const below = (n) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 4294967296) * n);
};

function attempt(level, recording) {
  ++tried;
  try {
    engine.open(level, recording).close();
  } catch (problem) {
    if (problem instanceof WebAssembly.RuntimeError) throw problem;
    ++refused;
  }
}

const { level, recording } = runs[0];
const text = new TextEncoder().encode(level);
for (let n = 0; n < text.length; n += 37) attempt(text.slice(0, n), recording);
for (const piece of ['', '[]', 'null', '{', '{"id":1}', '"x"', '1e999', '[[[[[[[[[[[[[[[[[[[[[[[', '{"a":1,"a":2}', '\u0000', '\ufeff{}'])
  attempt(piece, recording);
for (let i = 0; i < 1500; ++i) {
  const changed = text.slice();
  for (let k = 0; k <= below(3); ++k) changed[below(changed.length)] = below(256);
  attempt(changed, recording);
}
// Values of another kind in every place.
const tree = JSON.parse(level);
const places = [];
const walk = (node, path) => {
  for (const name of Object.keys(node)) {
    places.push([...path, name]);
    if (node[name] !== null && typeof node[name] === 'object') walk(node[name], [...path, name]);
  }
};
walk(tree, []);
for (const path of places) {
  for (const value of [null, -1, 1e8, 0.5, '', 'x'.repeat(5000), [], {}, [[]], true, undefined]) {
    const copy = structuredClone(tree);
    const name = path[path.length - 1];
    let node = copy;
    for (const step of path.slice(0, -1)) node = node[step];
    if (value === undefined) delete node[name];
    else node[name] = value;
    attempt(JSON.stringify(copy), recording);
  }
}
for (let n = 0; n < recording.length; n += 53) attempt(level, recording.slice(0, n));
for (let i = 0; i < 500; ++i) {
  const changed = recording.slice();
  changed[below(changed.length)] ^= 1 + below(255);
  attempt(level, changed);
}
for (const other of runs.slice(1)) attempt(other.level, recording);

// And after all that it still works.
const run = engine.open(level, recording);
while (!run.step(600)) continue;
const proof = run.proof();
if (!proof.end_equal) {
  console.error('after the strange files a good one no longer comes out right');
  process.exit(1);
}
console.log(`${tried} strange files, ${refused} refused with a message, none stopped the simulation`);
