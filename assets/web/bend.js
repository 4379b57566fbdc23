// How the shown back leans: from the sideways shift of each vertebra to the map of a point of the material frame (units
// of 71 cm) to the picture's. Follows the simulation's posture softly. Draws nothing.
import { clamp, gauss, kUnitCm, lerp, smoothStep } from './shape.js';

const kSteps = 128;
const kTop = -24;
const kBottom = 80;

export class Bend {
  constructor(body) {
    this.bones = body.vertebrae;
    this.shift = new Float32Array(this.bones.length);
    this.table = new Float32Array(kSteps + 1);
    this.shoulder = 0;
    this.pelvis = 0;
    this.breath = 0;
  }

  // Towards the posture; `seconds` < 0 is at once. 95 % of the way in 1.8 s.
  follow(spine, seconds, breath) {
    const part = seconds < 0 ? 1 : 1 - Math.exp(-seconds * 2.4);
    for (let i = 0; i < this.shift.length; ++i) this.shift[i] += (spine[i] - this.shift[i]) * part;
    this.breath = breath;
    const { bones, shift } = this;
    const last = bones.length - 1;
    const raw = (y) => {
      if (y <= bones[0]) return shift[0] + (shift[0] - shift[4]) * 0.4 * Math.min(1, (bones[0] - y) / 16);
      if (y >= bones[last]) return shift[last] * (1 - smoothStep(bones[last], 76, y));
      let i = 0;
      while (bones[i + 1] < y) ++i;
      return lerp(shift[i], shift[i + 1], (y - bones[i]) / (bones[i + 1] - bones[i]));
    };
    for (let i = 0; i <= kSteps; ++i) {
      const y = kTop + ((kBottom - kTop) * i) / kSteps;
      let sum = 0;
      for (let k = -3; k <= 3; ++k) sum += raw(y + k * 0.8);
      this.table[i] = sum / 7;
    }
    const thorax = clamp((shift[9] + shift[12] + shift[15]) / 3, -6, 6) / kUnitCm;
    this.shoulder = 1.16 * thorax;
    this.pelvis = -0.9 * thorax;
  }

  // Both in units of 71 cm.
  offset(y) {
    const f = clamp((y * kUnitCm - kTop) / (kBottom - kTop), 0, 0.9999) * kSteps;
    const i = Math.floor(f);
    return lerp(this.table[i], this.table[i + 1], f - i) / kUnitCm;
  }
  slope(y) {
    const e = 1.2 / kUnitCm;
    return (this.offset(y + e) - this.offset(y - e)) / (2 * e);
  }
  // What a step to the right adds to the height.
  shear(y) {
    return -0.55 * this.slope(y) + this.shoulder * gauss(y - 0.17, 0.24) + this.pelvis * gauss(y - 0.92, 0.16);
  }
  shown(x, y) {
    const w = 1 - 0.28 * Math.min(1, Math.abs(x) / 0.36);
    return [x * (1 + 0.008 * this.breath * gauss(y - 0.34, 0.17)) + this.offset(y) * w, y + x * this.shear(y)];
  }
}
