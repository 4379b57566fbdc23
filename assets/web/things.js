// What lies and moves on the back: warm towels, stones and packs, and the hand with its depth and the name of its move.
// Draws into a Picture's canvas; decides nothing.
import { kColours, mix, rgba } from './fibres.js';
import { clamp01, kUnitCm, lerp } from './shape.js';

const kPi = Math.PI;
const kTools = ['hand', 'towel', 'stone', 'pack'];
// As the game's own screens call them, in the order of the simulation.
export const kMoves = ['Stroking', 'Kneading', 'Friction', 'Vibration', 'Tapping', 'Trigger point', 'Acupressure',
  'Stretch', 'Hot towel', 'Warm stone', 'Heat pack'];

function stonePath(c) {
  c.beginPath();
  c.moveTo(-30, 2);
  c.bezierCurveTo(-31, -16, -8, -22, 9, -20);
  c.bezierCurveTo(27, -18, 34, -6, 31, 5);
  c.bezierCurveTo(28, 18, 8, 22, -8, 20);
  c.bezierCurveTo(-22, 18, -30, 14, -30, 2);
  c.closePath();
}

export function drawLaid(picture, frame) {
  const c = picture.context;
  const p = picture.pixel;
  for (let i = 0; i < frame.laid[0]; ++i) {
    const [tool, x, y, source, burn, , halfX, halfY] = frame.laid.subarray(1 + 9 * i, 10 + 9 * i);
    const [u, v] = picture.cm(x, y);
    const k = picture.unit / kUnitCm;
    const stone = kTools[tool] === 'stone';
    picture.glow(u, v, 40 * p + halfX * k, kColours.amber, 0.4);
    picture.glow(u + 2 * p, v + 3 * p, stone ? 44 * p : 1.2 * halfX * k, kColours.shade, 0.5, false);
    c.save();
    c.translate(u, v);
    c.scale(p, p);
    if (stone) {
      c.rotate(-0.2);
      stonePath(c);
      const fill = c.createRadialGradient(-8, -10, 2, -8, -10, 40);
      fill.addColorStop(0, '#8f7b7c');
      fill.addColorStop(0.45, '#4e3f49');
      fill.addColorStop(1, '#2a1f2c');
      c.fillStyle = fill;
      c.fill();
      c.strokeStyle = rgba(kColours.amber, 0.85);
      c.lineWidth = 1.4;
      c.stroke();
      c.fillStyle = 'rgba(255,240,225,0.28)';
      c.beginPath();
      c.ellipse(-9, -10, 11, 3.6, -0.1, 0, 2 * kPi);
      c.fill();
      c.rotate(0.2);
    } else {
      const w = (halfX * k) / p;
      const h = (halfY * k) / p;
      c.beginPath();
      // Older browsers have no rounded rectangle.
      if (c.roundRect) c.roundRect(-w, -h, 2 * w, 2 * h, 14);
      else c.rect(-w, -h, 2 * w, 2 * h);
      c.fillStyle = kTools[tool] === 'towel' ? 'rgba(122,90,102,0.82)' : 'rgba(106,53,80,0.88)';
      c.fill();
      c.strokeStyle = rgba(kColours.amber, 0.5);
      c.lineWidth = 1.4;
      c.stroke();
      c.strokeStyle = rgba(kColours.ink, 0.16);
      c.lineWidth = 1;
      for (const line of [-0.5, 0, 0.5]) {
        c.beginPath();
        c.moveTo(-w + 8, h * line);
        c.lineTo(w - 8, h * line);
        c.stroke();
      }
    }
    // What is left of its heat as an arc, and dots that close to a ring as the skin nears a burn.
    const r = stone ? 38 : Math.hypot(halfX, halfY) * (k / p) * 0.62;
    const left = clamp01((source - 37) / 15);
    c.lineWidth = 2.2;
    c.strokeStyle = rgba(kColours.amber, 0.25);
    c.beginPath();
    c.arc(0, 0, r, 0, 2 * kPi);
    c.stroke();
    c.strokeStyle = rgba(kColours.amber, 1);
    c.beginPath();
    c.arc(0, 0, r, -kPi / 2, -kPi / 2 + 2 * kPi * left);
    c.stroke();
    c.fillStyle = rgba(kColours.tooHot, 1);
    for (let dot = 0; dot < 24 * burn; ++dot) {
      const a = (dot / 24) * 2 * kPi - kPi / 2;
      c.beginPath();
      c.arc((r + 8) * Math.cos(a), (r + 8) * Math.sin(a), 2.2, 0, 2 * kPi);
      c.fill();
    }
    c.restore();
  }
}

// Ring, pressure, the depth that the tissue allows (jade) and the hand's own ceiling (gold), and the move's name.
export function drawHand(picture, frame) {
  const c = picture.context;
  const p = picture.pixel;
  const [x, y, contact, tool, ceiling, pressure, quality, move] = frame.hand;
  if (frame.clock[0] === 0) return;
  const [u, v] = picture.cm(x, y);
  const down = contact !== 0;
  const limit = clamp01(frame.person[6]);
  const deep = down && pressure > limit;
  const r = (down ? 40 : 32) * p;
  picture.glow(u, v, r * 1.9, deep ? kColours.ember : kColours.gold, down ? 0.2 : 0.08);
  const fill = c.createRadialGradient(u, v, 0, u, v, r);
  fill.addColorStop(0, rgba(kColours.ink, 0.02));
  fill.addColorStop(1, rgba(kColours.ink, down ? 0.14 : 0.06));
  c.fillStyle = fill;
  c.beginPath();
  c.arc(u, v, r, 0, 2 * kPi);
  c.fill();
  picture.circle(u, v, r, 1.5 * p, rgba(kColours.ink, down ? 0.35 : 0.55));
  if (down) {
    const reach = kPi * clamp01(pressure);
    c.beginPath();
    c.arc(u, v, r, kPi / 2 - reach, kPi / 2 + reach);
    c.lineWidth = 4 * p;
    c.strokeStyle = deep ? rgba(kColours.ember, 1) : rgba(kColours.ink, 0.95);
    c.stroke();
  }
  for (const side of [-1, 1]) {
    for (const [at, colour] of [[limit, kColours.jade], [ceiling, kColours.gold]]) {
      const a = kPi / 2 + side * kPi * at;
      picture.line([5, 11].map((out) => [u + Math.cos(a) * (r + out * p), v + Math.sin(a) * (r + out * p)]),
        rgba(colour, down ? 1 : 0.5), 1.8 * p);
    }
  }
  const name = down && move >= 0 && tool === 0 ? kMoves[move] : !down && tool > 0 ? kMoves[7 + tool] : null;
  if (!name) return;
  // The words lie on the side of the ring that has room, over a shade of their own.
  const scale = Math.max(p, 0.62 * (window.devicePixelRatio || 1));
  c.font = `italic 500 ${25 * scale}px "EB Garamond", Georgia, serif`;
  const width = c.measureText(name).width;
  const gap = r + 22 * p;
  const right = u + gap + width + 8 < picture.width;
  const left = right ? u + gap : Math.max(6, u - gap - width);
  c.save();
  c.translate(left + width / 2, v);
  c.scale(1, 0.5);
  picture.glow(0, 0, width / 2 + 64 * scale, kColours.shade, 0.85, false);
  picture.glow(0, 0, width / 2 + 40 * scale, kColours.shade, 0.5, false);
  c.restore();
  c.fillStyle = '#f6ebdd';
  c.textBaseline = 'middle';
  c.fillText(name, left, v - 2 * scale);
  if (down && tool === 0) {
    const good = quality >= 0.75;
    const w = width;
    picture.line([[left, v + 17 * scale], [left + w, v + 17 * scale]], rgba(kColours.ink, 0.25), 2.6 * scale);
    picture.line([[left, v + 17 * scale], [left + lerp(0, w, clamp01(quality)), v + 17 * scale]],
      rgba(good ? kColours.gold : mix(kColours.gold, kColours.ink, 0.4), 1), 2.6 * scale);
  }
}
