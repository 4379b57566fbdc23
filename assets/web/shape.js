// The shape of the body, in units of 71 cm from the base of the skull: outlines, the height field that gives the light,
// fades, and the bands that are only drawn. The numbers are the game's own style. Knows neither runs nor a canvas.

export const kUnitCm = 71;
export const kFrame = { left: -0.46, right: 0.46, top: -0.32, bottom: 1.08 };

export const clamp = (x, lo, hi) => Math.min(hi, Math.max(lo, x));
export const clamp01 = (x) => clamp(x, 0, 1);
export const lerp = (a, b, t) => a + (b - a) * t;
export const gauss = (x, s) => Math.exp(-(x * x) / (s * s));
export function smoothStep(a, b, x) {
  const t = clamp01((x - a) / (b - a));
  return t * t * (3 - 2 * t);
}

// A point of a curve through `points` (uniform Catmull-Rom, ends doubled) at t 0..1.
export function curveAt(points, t) {
  const n = points.length - 1;
  if (n === 0) return points[0];
  const f = clamp01(t) * n;
  const i = Math.min(n - 1, Math.floor(f));
  const u = f - i;
  const b = points[i];
  const c = points[i + 1];
  if (n === 1) return [lerp(b[0], c[0], u), lerp(b[1], c[1], u)];
  const a = points[Math.max(0, i - 1)];
  const d = points[Math.min(n, i + 2)];
  const at = (k) =>
    0.5 *
    (2 * b[k] +
      (c[k] - a[k]) * u +
      (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * u * u +
      (3 * b[k] - a[k] - 3 * c[k] + d[k]) * u * u * u);
  return [at(0), at(1)];
}

// Right halves; mirror x for the left.
export const outlines = {
  head: [[0, -0.3], [0.055, -0.29], [0.098, -0.245], [0.116, -0.18], [0.117, -0.125], [0.108, -0.08], [0.094, -0.045],
    [0.083, -0.01]],
  shoulder: [[0.083, -0.01], [0.079, 0.03], [0.083, 0.072], [0.103, 0.112], [0.15, 0.147], [0.213, 0.172],
    [0.262, 0.186], [0.303, 0.197], [0.34, 0.21], [0.362, 0.235], [0.371, 0.272], [0.38, 0.335], [0.386, 0.4],
    [0.391, 0.47], [0.393, 0.53], [0.4, 0.64]],
  arm: [[0.263, 0.372], [0.268, 0.402], [0.281, 0.455], [0.294, 0.53], [0.309, 0.64]],
  side: [[0.263, 0.372], [0.259, 0.435], [0.246, 0.525], [0.225, 0.615], [0.211, 0.69], [0.213, 0.75], [0.232, 0.83],
    [0.25, 0.91], [0.26, 0.98], [0.264, 1.06]],
};

// Bands that no muscle of the simulation stands behind: neck, flank, shoulder blade, deltoid, arm.
export const drawnBands = [
  { layer: 0, count: 9, alpha: 0.34, stations: [[[0.006, 0.12], [0.006, 0.235]], [[0.022, 0.06], [0.02, 0.15]],
    [[0.06, -0.01], [0.045, 0.02]], [[0.078, -0.06], [0.055, -0.055]]] },
  { layer: 0, count: 13, alpha: 0.34, stations: [[[0.252, 0.475], [0.15, 0.6]], [[0.243, 0.56], [0.165, 0.65]],
    [[0.224, 0.66], [0.178, 0.705]], [[0.212, 0.765], [0.196, 0.76]]] },
  { layer: 0, count: 22, alpha: 0.56, stations: [[[0.118, 0.268], [0.13, 0.412]], [[0.165, 0.262], [0.172, 0.395]],
    [[0.225, 0.25], [0.228, 0.335]], [[0.3, 0.232], [0.296, 0.285]]] },
  { layer: 1, count: 24, alpha: 0.5, stations: [[[0.17, 0.243], [0.24, 0.214], [0.3, 0.2], [0.345, 0.222]],
    [[0.235, 0.272], [0.29, 0.262], [0.335, 0.256], [0.366, 0.272]],
    [[0.3, 0.335], [0.33, 0.338], [0.356, 0.338], [0.378, 0.34]],
    [[0.334, 0.432], [0.342, 0.436], [0.352, 0.436], [0.362, 0.43]]] },
  { layer: 1, count: 14, alpha: 0.3, stations: [[[0.272, 0.392], [0.384, 0.38]], [[0.284, 0.46], [0.391, 0.46]],
    [[0.298, 0.54], [0.396, 0.54]], [[0.309, 0.64], [0.401, 0.64]]] },
];

// How each muscle of the simulation is drawn.
export const muscleLooks = {
  levator_scapulae: { layer: 0, count: 8, alpha: 0.42 },
  rhomboids: { layer: 0, count: 16, alpha: 0.46 },
  quadratus_lumborum: { layer: 0, count: 12, alpha: 0.36 },
  multifidus: { layer: 0, count: 6, alpha: 0.34 },
  erector_spinae: { layer: 0, count: 24, alpha: 0.6 },
  latissimus_dorsi: { layer: 1, count: 38, alpha: 0.5 },
  gluteus_medius: { layer: 1, count: 32, alpha: 0.46 },
  lower_trapezius: { layer: 2, count: 30, alpha: 0.66 },
  middle_trapezius: { layer: 2, count: 17, alpha: 0.62 },
  upper_trapezius: { layer: 2, count: 28, alpha: 0.68 },
};

const widths = (() => {
  const table = [];
  const add = (curve) => {
    for (let i = 0; i <= 80; ++i) table.push(curveAt(curve, i / 80));
  };
  add(outlines.head);
  add([...outlines.shoulder.slice(0, 8), [0.312, 0.235]]);
  add([[0.312, 0.235], [0.298, 0.28], [0.276, 0.335], [0.263, 0.372]]);
  add(outlines.side);
  return table;
})();

function halfWidth(y) {
  if (y <= widths[0][1]) return 0;
  if (y >= widths[widths.length - 1][1]) return widths[widths.length - 1][0];
  let lo = 0;
  let hi = widths.length - 1;
  while (hi - lo > 1) {
    const middle = (lo + hi) >> 1;
    if (widths[middle][1] <= y) lo = middle;
    else hi = middle;
  }
  const d = widths[hi][1] - widths[lo][1];
  return d < 1e-7 ? widths[lo][0] : lerp(widths[lo][0], widths[hi][0], (y - widths[lo][1]) / d);
}

const links = [[0.297, 0.27, 0.074], [0.325, 0.4, 0.0605], [0.343, 0.53, 0.0495], [0.355, 0.68, 0.0465]];
function armHeight(x, y) {
  let best = -1;
  for (let i = 0; i < 3; ++i) {
    const [ax, ay, ar] = links[i];
    const dx = links[i + 1][0] - ax;
    const dy = links[i + 1][1] - ay;
    const t = clamp01(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy));
    const r = lerp(ar, links[i + 1][2], t);
    const d = Math.hypot(x - ax - dx * t, y - ay - dy * t);
    best = Math.max(best, r > d ? Math.sqrt(r * r - d * d) : r - d);
  }
  return best;
}

function relief(ax, y) {
  const lum = smoothStep(0.16, 0.3, y) * (1 - smoothStep(0.86, 0.98, y));
  let h = -0.02 * gauss(ax, 0.02) * lum + 0.013 * gauss(ax - 0.052, 0.026) * lum * (1 + 0.5 * smoothStep(0.5, 0.68, y));
  h -= 0.009 * gauss(ax - 0.104, 0.02) * smoothStep(0.5, 0.62, y) * (1 - smoothStep(0.8, 0.9, y));
  const sx = ax - 0.18;
  const sy = y - 0.305;
  const c = Math.cos(0.26);
  const s = Math.sin(0.26);
  h += 0.01 * (1 - smoothStep(0.45, 1.25, Math.hypot((sx * c + sy * s) / 0.072, (-sx * s + sy * c) / 0.105)));
  const along = clamp01((ax - 0.108) / 0.18);
  h += 0.008 * gauss(y - lerp(0.262, 0.206, along), 0.02) * smoothStep(0.09, 0.13, ax) * (1 - smoothStep(0.27, 0.31, ax));
  h -= 0.006 * gauss(Math.hypot(ax - 0.06, (y - 0.838) * 0.8), 0.022);
  h += 0.02 * gauss(Math.hypot((ax - 0.12) / 1.1, (y - 0.99) / 1.1), 0.095);
  h -= 0.016 * gauss(ax, 0.016) * smoothStep(0.88, 0.99, y);
  h += 0.01 * gauss(Math.hypot(ax - 0.118, (y - 0.165) * 1.5), 0.06);
  h -= 0.01 * gauss(ax, 0.018) * (1 - smoothStep(0.1, 0.16, y)) * smoothStep(-0.09, -0.01, y);
  return h;
}

// At or below 0 outside the body.
export function heightAt(x, y) {
  const ax = Math.abs(x);
  const w = halfWidth(y);
  let torso = w - ax;
  if (torso > 0) torso = Math.min(0.125, w * 1.05) * Math.pow(1 - (ax / w) ** 3, 0.62) + 0.0001;
  const arm = armHeight(ax, y);
  if (torso <= 0 && arm <= 0) return Math.max(torso, arm);
  const t = torso > 0 ? torso : -0.02;
  const a = arm > 0 ? arm + 0.015 : -0.02;
  const m = clamp01(0.5 + (0.5 * (t - a)) / 0.018);
  return Math.max(
    0.0002,
    lerp(a, t, m) + 0.018 * m * (1 - m) + (torso > 0 ? relief(ax, y) * smoothStep(0, 0.03, torso) : 0),
  );
}

export function lightAt(x, y) {
  const e = 0.005;
  const sx = (heightAt(x + e, y) - heightAt(x - e, y)) / (2 * e);
  const sy = (heightAt(x, y + e) - heightAt(x, y - e)) / (2 * e);
  return clamp01((sx * 0.42 + sy * 0.5 + 0.756) / Math.sqrt(sx * sx + sy * sy + 1));
}

// Arms, head and pelvis fade out.
export function lineFade(x, y) {
  const arm = smoothStep(0.255, 0.29, Math.abs(x)) * smoothStep(0.36, 0.44, y);
  return (1 - arm * smoothStep(0.42, 0.635, y)) * smoothStep(-0.215, 0.03, y) * (1 - smoothStep(0.93, 1.05, y));
}

// The body's light as pixels of a picture of the frame, RGBA.
export function shadeBody(width, height) {
  const pixels = new Uint8ClampedArray(4 * width * height);
  const stepX = (kFrame.right - kFrame.left) / width;
  const stepY = (kFrame.bottom - kFrame.top) / height;
  const across = width + 2;
  const heights = new Float32Array(across * (height + 2));
  for (let j = 0; j < height + 2; ++j) {
    for (let i = 0; i < across; ++i)
      heights[j * across + i] = heightAt(kFrame.left + (i - 0.5) * stepX, kFrame.top + (j - 0.5) * stepY);
  }
  const shadow = [0x15, 0x0c, 0x1f];
  const mid = [0x2c, 0x18, 0x36];
  const lit = [0x6a, 0x3b, 0x58];
  const rim = [0xeb, 0xb0, 0x9a];
  for (let j = 0; j < height; ++j) {
    const y = kFrame.top + (j + 0.5) * stepY;
    for (let i = 0; i < width; ++i) {
      const at = (j + 1) * across + i + 1;
      const h = heights[at];
      if (h <= 0) continue;
      const x = kFrame.left + (i + 0.5) * stepX;
      const sx = (heights[at + 1] - heights[at - 1]) / (2 * stepX);
      const sy = (heights[at + across] - heights[at - across]) / (2 * stepY);
      const n = 1 / Math.sqrt(sx * sx + sy * sy + 1);
      const dot = clamp01((sx * 0.42 + sy * 0.5 + 0.756) * n);
      const l = dot * dot * (3 - 2 * dot);
      const edge = Math.pow(1 - n, 2.2) * (0.18 + 0.34 * clamp01((0.8 * sx + 0.5 * sy) * n));
      const arm = smoothStep(0.255, 0.285, Math.abs(x)) * smoothStep(0.34, 0.42, y);
      const alpha =
        smoothStep(0, 0.01, h) * (1 - arm * smoothStep(0.4, 0.635, y)) * smoothStep(-0.215, 0.03, y) *
        (1 - smoothStep(0.93, 1.06, y));
      const p = 4 * (j * width + i);
      for (let k = 0; k < 3; ++k) {
        const base = l < 0.5 ? lerp(shadow[k], mid[k], 2 * l) : lerp(mid[k], lit[k], 0.62 * (2 * l - 1));
        pixels[p + k] = lerp(base, rim[k], edge);
      }
      pixels[p + 3] = 255 * alpha;
    }
  }
  return pixels;
}
