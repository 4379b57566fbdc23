// What the tests of the browser's simulation share: where things are, and the levels of the recordings in tests/golden.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Engine } from '../../assets/web/engine.js';

export const kRoot = resolve(fileURLToPath(import.meta.url), '../../..');
export const kWasm = process.env.KNEAD_WASM ?? join(kRoot, 'build/web/knead.wasm');
export const loadEngine = () => Engine.load(readFileSync(kWasm));

// {id: text} of every level of the game.
export function levelTexts() {
  const texts = {};
  for (const chapter of readdirSync(join(kRoot, 'levels'), { withFileTypes: true })) {
    if (!chapter.isDirectory() || chapter.name === 'schema') continue;
    for (const file of readdirSync(join(kRoot, 'levels', chapter.name)))
      texts[file.replace(/\.json$/, '')] = readFileSync(join(kRoot, 'levels', chapter.name, file), 'utf8');
  }
  return texts;
}

// [{id, level, recording}] of every golden replay: the file's name is the level's id.
export function goldenRuns() {
  const texts = levelTexts();
  return readdirSync(join(kRoot, 'tests/golden'))
    .filter((name) => name.endsWith('.knead'))
    .sort()
    .map((name) => {
      const id = name.replace(/\.knead$/, '');
      return { id, level: texts[id], recording: new Uint8Array(readFileSync(join(kRoot, 'tests/golden', name))) };
    });
}

// The recording's checksum (src/core/hash.hpp) made anew: what somebody would do who changes a recording.
export function resealed(recording) {
  const [p1, p2, p3, p4] = [0x9e3779b185ebca87n, 0xc2b2ae3d27d4eb4fn, 0x165667b19e3779f9n, 0x85ebca77c2b2ae63n];
  const cut = (n) => BigInt.asUintN(64, n);
  const turn = (n, bits) => cut(n << bits) | (n >> (64n - bits));
  let state = 0x27d4eb2f165667c5n;
  let words = 0n;
  const add = (word) => {
    state ^= cut(turn(cut(word * p2), 31n) * p1);
    state = cut(turn(state, 27n) * p1 + p4);
    ++words;
  };
  const body = recording.slice(0, recording.length - 8);
  for (let at = 0; at + 8 <= body.length; at += 8) add(new DataView(body.buffer, body.byteOffset + at, 8).getBigUint64(0, true));
  let rest = 0n;
  body.slice(body.length - (body.length % 8)).forEach((byte, i) => (rest |= BigInt(byte) << BigInt(8 * i)));
  add(rest);
  add(BigInt(body.length));
  let h = cut(state + words);
  h = cut((h ^ (h >> 33n)) * p2);
  h = cut((h ^ (h >> 29n)) * p3);
  const out = new Uint8Array(recording);
  new DataView(out.buffer).setBigUint64(body.length, h ^ (h >> 32n), true);
  return out;
}

// The recording with another state recorded for a second (from 1), sealed again.
export function tampered(recording, seconds, second) {
  const out = new Uint8Array(recording);
  out[out.length - 8 - 14 - 8 * (seconds - second + 1)] ^= 1; // before the checksum and the claim
  return resealed(out);
}
