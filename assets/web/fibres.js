// The muscle fibres: strands along the guide curves, finer near knots, twisted by them, coloured by tone, blood and
// heat. Gives points to draw; knows neither runs nor the page. Units of 71 cm.
import { clamp, clamp01, curveAt, drawnBands, kUnitCm, lerp, lightAt, lineFade, muscleLooks } from './shape.js';

const kStops = [[0x46, 0xcd, 0xb1], [0x7f, 0xc9, 0xa4], [0xdd, 0xbb, 0x86], [0xf7, 0x91, 0x5f], [0xff, 0x5a, 0x4d]];
export const kColours = {
  ink: [0xf6, 0xeb, 0xdd], jade: [0x46, 0xcd, 0xb1], ember: [0xff, 0x6b, 0x55], gold: [0xf5, 0xc6, 0x6b],
  rose: [0xff, 0x7d, 0x9c], amber: [0xff, 0xa9, 0x4d], rim: [0xeb, 0xb0, 0x9a], bone: [0xf3, 0xe3, 0xcc],
  shade: [0x12, 0x0a, 0x1a], tooHot: [0xff, 0xf1, 0xdc],
};
export function mix(a, b, t) {
  const u = clamp01(t);
  return [lerp(a[0], b[0], u), lerp(a[1], b[1], u), lerp(a[2], b[2], u)];
}
export function ramp(t) {
  const x = clamp01(t) * 4;
  const i = Math.min(3, Math.floor(x));
  return mix(kStops[i], kStops[i + 1], x - i);
}
export const rgba = (c, alpha) =>
  `rgba(${Math.round(c[0])},${Math.round(c[1])},${Math.round(c[2])},${clamp01(alpha).toFixed(3)})`;

// Where a place in cm lies in the tissue's grid: the cell above and left of it and the shares of its neighbours.
export function cellOf(grid, xCm, yCm) {
  const w = (grid.x[1] - grid.x[0]) / grid.columns;
  const h = (grid.y[1] - grid.y[0]) / grid.rows;
  const x = clamp((xCm - grid.x[0]) / w - 0.5, 0, grid.columns - 1.001);
  const y = clamp((yCm - grid.y[0]) / h - 0.5, 0, grid.rows - 1.001);
  return { at: Math.floor(y) * grid.columns + Math.floor(x), down: grid.columns, u: x % 1, v: y % 1 };
}
// A value of the tissue there, bilinear between the middles of the cells.
export function fieldAt(field, { at, down, u, v }) {
  const above = field[at] + (field[at + 1] - field[at]) * u;
  const below = field[at + down] + (field[at + down + 1] - field[at + down]) * u;
  return above + (below - above) * v;
}

// How warm it is to the eye, C above what is usual; beyond kTooWarm it is too much.
export const kTooWarm = 8.2;
export const warmthOf = (skinC, muscleC) => Math.max(skinC - 34.5, (muscleC - 37.3) * 1.6);
export const warmthAt = (frame, cell) => warmthOf(fieldAt(frame.skin, cell), fieldAt(frame.warmth, cell));

// The same strands every time: a small generator of our own (mulberry32).
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const kFar = 12; // samples of a strand away from knots, and so many between each two of them near one
const kNear = 4;
const kKnotRadius = 0.072;

export class Fibres {
  constructor(body) {
    this.grid = body.grid;
    this.bands = [
      ...drawnBands.map((band) => ({ ...band, muscle: -1 })),
      ...body.muscles.map((muscle) => ({
        ...muscleLooks[muscle.id],
        muscle: muscle.group,
        low: muscle.low,
        stations: muscle.stations.map((station) => station.map(([x, y]) => [x / kUnitCm, y / kUnitCm])),
      })),
    ].sort((a, b) => a.layer - b.layer);
    this.knots = [];
    this.time = 0;
  }

  // A new person, or a jump: what is shown is at once what is.
  begin(frame) {
    this.knots = [];
    for (let k = 0; k < frame.knots[0]; ++k) {
      const at = 1 + 5 * k;
      this.knots.push({
        x: frame.knots[at] / kUnitCm, y: frame.knots[at + 1] / kUnitCm, radius: kKnotRadius,
        angle: k % 2 === 0 ? 3.2 : -3.2, hold: frame.knots[at + 4] ? 0 : frame.knots[at + 2],
        released: frame.knots[at + 4] !== 0, freedFor: -1,
      });
    }
    this.build();
  }

  build() {
    const unit = generator(20);
    this.strands = [];
    for (const band of this.bands) {
      for (const side of [-1, 1]) {
        for (let k = 0; k < band.count; ++k) {
          const h = unit();
          const h2 = unit();
          const u = clamp01((k + 0.5 + (h - 0.5) * 0.55) / band.count);
          const guide = band.stations.map((station) => curveAt(station, u));
          this.strands.push(this.strand(band, side, h, h2, u, guide));
        }
      }
    }
  }

  strand(band, side, h, h2, u, guide) {
    const at = (part) => {
      const along = lerp(h * 0.05, 1 - h2 * 0.06, part);
      const p = curveAt(guide, along);
      const wobble = 0.0016 * Math.sin(along * 9 + h * 40) + 0.001 * Math.sin(along * 23 + h2 * 60);
      return [(p[0] + wobble) * side, p[1] + wobble * 0.6];
    };
    const near = (p) =>
      this.knots.some((n) => (p[0] - n.x) ** 2 + (p[1] - n.y) ** 2 < n.radius * n.radius * 1.3);
    const samples = [];
    const add = (part) => {
      const [x, y] = at(part);
      const envelope = band.alpha * (0.5 + 0.5 * h2) *
        Math.pow(Math.max(0, Math.sin(Math.PI * clamp01(part * 0.94 + 0.03))), 0.45) * lineFade(x, y) *
        (band.layer === 0 ? 0.8 : 1);
      const light = lightAt(x, y);
      samples.push({ x, y, part, envelope: envelope * (0.62 + 1.05 * light * light),
        cell: cellOf(this.grid, x * kUnitCm, y * kUnitCm) });
    };
    for (let i = 0; i < kFar; ++i) {
      add(i / kFar);
      if (near(at(i / kFar)) || near(at((i + 1) / kFar)) || near(at((i + 0.5) / kFar)))
        for (let j = 1; j < kNear; ++j) add((i + j / kNear) / kFar);
    }
    add(1);
    return { muscle: band.muscle, low: band.low ?? 0, right: side > 0, h, h2, u, samples };
  }

  // `seconds` of the picture's own time; with `still` nothing pulses.
  ease(frame, seconds, still) {
    if (!still) this.time += seconds * lerp(0.55, 1.1, clamp01(frame.meters[0]));
    for (let k = 0; k < this.knots.length && k < frame.knots[0]; ++k) {
      const knot = this.knots[k];
      const at = 1 + 5 * k;
      const released = frame.knots[at + 4] !== 0;
      if (released && !knot.released) knot.freedFor = 0;
      if (!released) knot.freedFor = -1;
      knot.released = released;
      if (knot.freedFor >= 0) knot.freedFor += seconds;
      const target = released ? 0 : frame.knots[at + 2];
      knot.hold += (target - knot.hold) * (1 - Math.exp(-seconds * 4));
    }
  }

  twisted(x, y) {
    for (const k of this.knots) {
      const dx = x - k.x;
      const dy = y - k.y;
      const r2 = dx * dx + dy * dy;
      if (k.hold <= 0.004 || r2 >= k.radius * k.radius) continue;
      const r = Math.sqrt(r2);
      const q = 1 - r / k.radius;
      const a = k.angle * k.hold * q * q * (3 - 2 * q);
      const f = 1 - 0.44 * k.hold * q * q * (r / k.radius);
      const c = Math.cos(a);
      const s = Math.sin(a);
      x = k.x + (dx * c - dy * s) * f;
      y = k.y + (dx * s + dy * c) * f;
    }
    return [x, y];
  }

  // Calls draw(from, to) for each piece of each strand; both are {x, y, colour, alpha, width}, and the one that ends a
  // piece begins the next.
  forEachPiece(frame, still, draw) {
    let mean = 0;
    for (const t of frame.muscles) mean += t / frame.muscles.length;
    const aura = clamp01(frame.person[5] * 0.8);
    for (const s of this.strands) {
      const own = s.muscle >= 0 ? frame.muscles[2 * s.muscle + (s.right ? 1 : 0)] : mean * 0.75;
      const loose = s.muscle >= 0 && own < s.low - 0.02;
      let last = null;
      for (const sample of s.samples) {
        if (sample.envelope <= 0.004) {
          last = null;
          continue;
        }
        const point = this.colour(s, sample, own, loose, aura, frame, still);
        if (last) draw(last, point);
        last = point;
      }
    }
  }

  colour(s, p, own, loose, aura, frame, still) {
    // Tone .33 (in the healthy band) is calm, .75 is as tight as it gets.
    let t = clamp01((lerp(own, fieldAt(frame.tone, p.cell), s.muscle >= 0 ? 0.6 : 0.3) - 0.33) / 0.42);
    let inside = 0;
    for (const k of this.knots) {
      const r2 = (p.x - k.x) ** 2 + (p.y - k.y) ** 2;
      if (k.hold <= 0 || r2 > k.radius * k.radius * 4) continue;
      t += 0.75 * k.hold * Math.exp(-r2 / (k.radius * k.radius * 0.72));
      if (r2 < k.radius * k.radius) inside = Math.max(inside, k.hold * (1 - Math.sqrt(r2) / k.radius));
    }
    t = clamp01(t - inside * 0.55 * s.h2);
    let colour = ramp(t);
    let alpha = p.envelope * lerp(0.95, 1.15, t) * (1 - 0.6 * inside);
    let width = lerp(1, 1.5, t) * (0.7 + 0.6 * s.h);
    const flow = clamp01((fieldAt(frame.flow, p.cell) - 1.0) * 1.25);
    if (flow > 0.02) {
      const phase = p.part * 2.2 + s.h * 0.35 + s.u * 0.5 - this.time;
      let pulse = still ? 0.6 : clamp01(1 - Math.abs(phase - Math.floor(phase) - 0.5) * 4.2);
      pulse *= pulse * flow;
      colour = mix(colour, kColours.rose, pulse * 0.85);
      alpha *= 1 + pulse * 1.3;
      width *= 1 + pulse * 0.9;
    }
    const warm = warmthAt(frame, p.cell);
    const heat = clamp01(warm / 7);
    if (heat > 0) {
      colour = mix(colour, warm > kTooWarm ? kColours.tooHot : kColours.amber, heat * 0.8);
      alpha *= 1 + heat * 0.5;
    }
    colour = mix(colour, kColours.gold, aura * 0.28 * (0.4 + 0.6 * s.h));
    alpha *= 1 + aura * 0.25;
    let [x, y] = this.twisted(p.x, p.y);
    if (loose) {
      const grey = (colour[0] + colour[1] + colour[2]) / 3;
      colour = mix(colour, [grey, grey, grey], 0.6);
      alpha *= 0.55;
      width *= 0.8;
      y += 0.006 * Math.sin(Math.PI * p.part);
    }
    return { x, y, colour, alpha, width };
  }
}

