// A run's time line on a canvas: the curve of pain, the moves as bands below it, knots that let go as marks. Draws the
// JSON that docs/web.md describes, whether it was made here or served.
import { kColours, ramp, rgba } from './fibres.js';
import { clamp01 } from './shape.js';

// By what a move works on; the game has the same colours.
const colourOf = { surface: kColours.rose, muscle: kColours.jade, point: kColours.gold, warmth: kColours.amber };

export function drawCurve(canvas, timeline, now) {
  const box = canvas.getBoundingClientRect();
  if (box.width < 2 || box.height < 2) return;
  const scale = Math.min(2, window.devicePixelRatio || 1);
  canvas.width = Math.round(box.width * scale);
  canvas.height = Math.round(box.height * scale);
  const c = canvas.getContext('2d');
  c.scale(scale, scale);
  const inset = 8; // half of the slider's knob: both mean the same place
  const width = box.width - 2 * inset;
  const large = box.height > 150; // alone on the page, with words in it
  const bands = large ? 26 : 14;
  const height = box.height - bands - 8;
  const seconds = Math.max(0.01, timeline.seconds);
  const most = Math.max(1, ...timeline.pain);
  const x = (second) => inset + width * clamp01(second / seconds);
  const y = (pain) => 6 + (height - 8) * (1 - clamp01(pain / most));
  // Samples are a second apart; the last is the end.
  const at = timeline.pain.map((pain, i) => [x(Math.min(i, seconds)), y(pain), pain]);

  const fill = c.createLinearGradient(0, 0, 0, height);
  fill.addColorStop(0, rgba(kColours.ember, 0.22));
  fill.addColorStop(1, rgba(kColours.ember, 0));
  c.fillStyle = fill;
  c.beginPath();
  c.moveTo(at[0][0], height);
  at.forEach(([u, v]) => c.lineTo(u, v));
  c.lineTo(at[at.length - 1][0], height);
  c.closePath();
  c.fill();
  c.lineCap = 'round';
  for (let i = 1; i < at.length; ++i) {
    c.beginPath();
    c.moveTo(at[i - 1][0], at[i - 1][1]);
    c.lineTo(at[i][0], at[i][1]);
    c.strokeStyle = rgba(ramp(at[i][2] / most), 1);
    c.lineWidth = 2;
    c.stroke();
  }
  c.textBaseline = 'middle';
  for (const { family, name, from, to } of timeline.moves) {
    const colour = colourOf[family] ?? kColours.amber;
    const u = x(from);
    const w = Math.max(2, x(to) - u);
    c.fillStyle = rgba(colour, 0.35);
    c.fillRect(u, height + 4, w, bands);
    c.fillStyle = rgba(colour, 0.9);
    c.fillRect(u, height + 4 + bands - 2, w, 2);
    c.font = '500 13px Inter, system-ui, sans-serif';
    if (large && c.measureText(name).width + 12 < w) {
      c.fillStyle = '#f6ebdd';
      c.fillText(name, u + 6, height + 4 + bands / 2);
    }
  }
  c.strokeStyle = rgba(kColours.ink, 0.25);
  c.lineWidth = 1;
  for (const person of timeline.people.slice(1)) {
    c.beginPath();
    c.moveTo(x(person.from), 2);
    c.lineTo(x(person.from), box.height - 2);
    c.stroke();
  }
  for (const moment of timeline.moments.filter((one) => one.release)) {
    const u = x(moment.second);
    const i = Math.min(timeline.pain.length - 1, Math.round(moment.second));
    const v = y(timeline.pain[i]);
    c.fillStyle = '#22142d';
    c.strokeStyle = rgba(kColours.jade, 1);
    c.lineWidth = 2;
    c.beginPath();
    c.arc(u, v, 5, 0, 2 * Math.PI);
    c.fill();
    c.stroke();
  }
  if (large) {
    c.fillStyle = '#f6ebdd';
    c.font = '500 14px Inter, system-ui, sans-serif';
    const last = at[at.length - 1];
    c.fillText(at[0][2].toFixed(1), at[0][0] + 10, at[0][1] + 8);
    c.textAlign = 'right';
    c.fillText(last[2].toFixed(1), last[0] - 4, last[1] - 14);
    c.textAlign = 'left';
  }
  if (now !== null) {
    c.strokeStyle = rgba(kColours.ink, 0.9);
    c.lineWidth = 1.5;
    c.beginPath();
    c.moveTo(x(now), 2);
    c.lineTo(x(now), box.height - 2);
    c.stroke();
  }
}
