// The back on a canvas: ground, halo, body, fibres, spine, knots, laid tools, linen and the hand. Reads frames of a run;
// decides nothing. Fibres are painted into a picture of their own less often than the rest where the machine is slow.
import { Bend } from './bend.js';
import { drawHand, drawLaid } from './things.js';
import { cellOf, Fibres, kColours, kTooWarm, mix, rgba, warmthAt, warmthOf } from './fibres.js';
import { clamp, clamp01, curveAt, gauss, kFrame, kUnitCm, lerp, lineFade, outlines, shadeBody, smoothStep } from './shape.js';

const kShadeWidth = 276; // pixels of the body's light
const kShadeHeight = 420;
const kLevels = 7; // shades of colour, of alpha and of width that pieces of fibres are gathered in
const kSeenCm = 0.04; // the light of the body and the linen are painted again when the back bent by as much
const kSlowFrameS = 1 / 40; // fibres are painted less often where frames come slower

export class Picture {
  constructor(canvas, body) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d');
    this.body = body;
    this.bend = new Bend(body);
    this.fibres = new Fibres(body);
    this.strandsCanvas = document.createElement('canvas');
    this.glowCanvas = document.createElement('canvas');
    this.groundCanvas = document.createElement('canvas');
    this.skinCanvas = document.createElement('canvas');
    this.linenCanvas = document.createElement('canvas');
    this.skinBend = new Float32Array(body.vertebrae.length);
    this.skin = document.createElement('canvas');
    this.skin.width = kShadeWidth;
    this.skin.height = kShadeHeight;
    const shade = new ImageData(shadeBody(kShadeWidth, kShadeHeight), kShadeWidth, kShadeHeight);
    this.skin.getContext('2d').putImageData(shade, 0, 0);
    this.still = false; // reduced motion
    this.warm = null; // eased endorphins
    this.age = 0;
    this.sinceStrands = Infinity;
    this.strandsEvery = 0;
    this.frameS = 1 / 60; // mean time between frames
    this.motes = Array.from({ length: 40 }, (_, i) => ({
      x: Math.sin(i * 12.9898) * 43758.5453 % 1, y: Math.sin(i * 78.233) * 24634.6345 % 1, s: 0.8 + (i % 5) * 0.45,
    }));
  }

  // Another person, or another moment: nothing eases from what was shown before.
  begin(frame) {
    this.bend.follow(frame.spine, -1, 0);
    this.fibres.begin(frame);
    this.sinceStrands = Infinity;
    this.warm = null;
  }

  // The canvas has the size of its box, in the screen's own pixels.
  fit() {
    const box = this.canvas.getBoundingClientRect();
    const scale = Math.min(2, window.devicePixelRatio || 1);
    const width = Math.max(1, Math.round(box.width * scale));
    const height = Math.max(1, Math.round(box.height * scale));
    if (this.canvas.width === width && this.canvas.height === height) return;
    for (const canvas of [this.canvas, this.strandsCanvas, this.groundCanvas, this.skinCanvas, this.linenCanvas]) {
      canvas.width = width;
      canvas.height = height;
    }
    this.glowCanvas.width = Math.max(1, Math.round(width / 9));
    this.glowCanvas.height = Math.max(1, Math.round(height / 9));
    this.width = width;
    this.height = height;
    // Head to hips fill the height; on a narrow canvas the shoulders must fit the width.
    this.unit = Math.min(height / 1.34, width / 0.9);
    this.originX = width / 2;
    this.originY = height - this.unit * 1.12;
    this.pixel = this.unit / 540;
    this.groundWarmth = -1;
    this.skinPainted = false;
    this.linenLean = null;
    this.sinceStrands = Infinity;
  }

  toScreen(x, y) {
    const [u, v] = this.bend.shown(x, y);
    return [this.originX + u * this.unit, this.originY + v * this.unit];
  }
  cm(x, y) {
    return this.toScreen(x / kUnitCm, y / kUnitCm);
  }

  draw(frame, seconds) {
    this.fit();
    this.age += seconds;
    // At least eight times a second.
    this.frameS = lerp(this.frameS, seconds, 0.1);
    this.strandsEvery = this.frameS > kSlowFrameS ? Math.min(0.125, this.frameS * 2.5) : 0;
    const breath = this.still ? 0 : Math.sin((this.age * 2 * Math.PI * clamp(frame.person[7], 6, 24)) / 60);
    this.bend.follow(frame.spine, seconds, breath);
    this.fibres.ease(frame, seconds, this.still);
    this.warm = this.warm === null ? frame.person[5] : lerp(this.warm, frame.person[5], 1 - Math.exp(-seconds * 2));
    const aura = clamp01(this.warm * 0.8);
    const c = this.context;
    c.globalCompositeOperation = 'source-over';
    this.drawGround(aura);
    c.drawImage(this.groundCanvas, 0, 0);
    this.circle(this.originX, this.haloY(), this.haloRadius() + 4 * breath * this.pixel, (1 + 0.6 * aura) * this.pixel,
      rgba(mix(kColours.rim, kColours.gold, aura), 0.22 + 0.5 * aura));
    this.drawSkin();
    this.drawWarmLight(frame);
    this.paintStrands(frame, seconds);
    c.globalCompositeOperation = 'lighter';
    c.globalAlpha = 0.4;
    c.imageSmoothingQuality = 'high';
    c.drawImage(this.glowCanvas, 0, 0, this.width, this.height);
    c.globalAlpha = 1;
    c.globalCompositeOperation = 'source-over';
    c.drawImage(this.strandsCanvas, 0, 0);
    this.drawContours(aura);
    this.drawSpine(aura);
    this.drawRings();
    this.drawTooWarm(frame);
    drawLaid(this, frame);
    this.drawMotes(aura);
    this.drawLinen();
    drawHand(this, frame);
  }

  haloRadius() {
    return 292 * this.pixel;
  }
  haloY() {
    return this.originY + 182 * this.pixel;
  }

  circle(x, y, r, width, style) {
    const c = this.context;
    c.beginPath();
    c.arc(x, y, Math.max(0, r), 0, 2 * Math.PI);
    c.lineWidth = width;
    c.strokeStyle = style;
    c.stroke();
  }
  glow(x, y, r, colour, alpha, light = true, c = this.context) {
    const fill = c.createRadialGradient(x, y, 0, x, y, r);
    for (const t of [0, 0.25, 0.5, 0.75, 1]) fill.addColorStop(t, rgba(colour, alpha * (1 - t) ** 2 * (1 + 2 * t)));
    c.globalCompositeOperation = light ? 'lighter' : 'source-over';
    c.fillStyle = fill;
    c.fillRect(x - r, y - r, 2 * r, 2 * r);
    c.globalCompositeOperation = 'source-over';
  }

  // Ground, dust and halo, painted again when the light behind the back has warmed by a twentieth.
  drawGround(aura) {
    const step = Math.round(aura * 20) / 20;
    if (step === this.groundWarmth) return;
    this.groundWarmth = step;
    const c = this.groundCanvas.getContext('2d');
    const fill = c.createLinearGradient(0, 0, 0, this.height);
    fill.addColorStop(0, '#140d1e');
    fill.addColorStop(0.62, '#2b1630');
    fill.addColorStop(1, '#3a1b36');
    c.fillStyle = fill;
    c.fillRect(0, 0, this.width, this.height);
    this.glow(this.originX, this.originY + 212 * this.pixel, 620 * this.pixel, mix([0x5a, 0x27, 0x48], [0x7a, 0x4a, 0x3a], step),
      0.55, false, c);
    for (let i = 0; i < 150; ++i) {
      const u = (n) => Math.abs(Math.sin(i * n) * 43758.5453) % 1;
      c.fillStyle = rgba(kColours.ink, 0.03 + 0.06 * u(3.7) ** 2);
      const s = (0.6 + u(9.1)) * this.pixel;
      c.fillRect(u(12.9898) * this.width, u(78.233) * this.height, s, s);
    }
    const colour = mix([0x8a, 0x45, 0x60], [0xe8, 0x89, 0x5e], step);
    const r = this.haloRadius();
    const halo = c.createRadialGradient(this.originX, this.haloY(), 0.2 * r, this.originX, this.haloY(), r);
    halo.addColorStop(0, rgba(colour, 0.03));
    halo.addColorStop(0.75, rgba(colour, 0.083));
    halo.addColorStop(1, rgba(colour, 0.15 + 0.06 * step));
    c.fillStyle = halo;
    c.beginPath();
    c.arc(this.originX, this.haloY(), r, 0, 2 * Math.PI);
    c.fill();
    for (let k = 1; k <= 4; ++k) {
      c.beginPath();
      c.arc(this.originX, this.haloY(), r + (5 * k * k + 9 * k) * this.pixel, 0, 2 * Math.PI);
      c.lineWidth = this.pixel;
      c.strokeStyle = rgba(kColours.rim, 0.085 / k);
      c.stroke();
    }
  }

  // The body's light in strips across, each sheared and pushed aside as the back bends there. They are added up, so that
  // two half-covered rows where strips meet make a whole one.
  drawSkin() {
    const bent = this.bend.shift.some((cm, i) => Math.abs(cm - this.skinBend[i]) > kSeenCm);
    if (bent || !this.skinPainted) {
      this.skinBend = this.bend.shift.slice();
      this.skinPainted = true;
      this.paintSkin();
    }
    this.context.drawImage(this.skinCanvas, 0, 0);
  }
  paintSkin() {
    const c = this.skinCanvas.getContext('2d');
    const strips = 60;
    const rows = kShadeHeight / strips;
    const width = (kFrame.right - kFrame.left) * this.unit;
    const high = ((kFrame.bottom - kFrame.top) * this.unit) / strips;
    c.setTransform(1, 0, 0, 1, 0, 0);
    c.clearRect(0, 0, this.width, this.height);
    c.globalCompositeOperation = 'lighter';
    for (let i = 0; i < strips; ++i) {
      const y = lerp(kFrame.top, kFrame.bottom, (i + 0.5) / strips);
      const w = 0.86; // the mean of what the offset loses towards the sides
      c.setTransform(1, this.bend.shear(y), 0, 1, this.originX + this.bend.offset(y) * w * this.unit, this.originY);
      c.drawImage(this.skin, 0, i * rows, kShadeWidth, rows, kFrame.left * this.unit, kFrame.top * this.unit + i * high, width, high);
    }
  }

  // Light under knots and where it is warm.
  drawWarmLight(frame) {
    for (const k of this.fibres.knots) {
      if (k.hold < 0.02) continue;
      const [x, y] = this.toScreen(k.x, k.y);
      this.glow(x, y, k.radius * 1.5 * this.unit, kColours.ember, 0.2 * k.hold);
    }
    const { grid } = this.body;
    for (let row = 1; row < grid.rows; row += 3) {
      for (let column = 1; column < grid.columns; column += 3) {
        const x = lerp(grid.x[0], grid.x[1], (column + 0.5) / grid.columns);
        const y = lerp(grid.y[0], grid.y[1], (row + 0.5) / grid.rows);
        const heat = clamp01(warmthAt(frame, cellOf(grid, x, y)) / 7);
        if (heat < 0.06) continue;
        const [u, v] = this.cm(x, y);
        this.glow(u, v, 0.13 * this.unit, kColours.amber, 0.15 * heat);
      }
    }
  }

  // Pieces of one colour, alpha and width go into one path: a few hundred strokes instead of ten thousand.
  paintStrands(frame, seconds) {
    this.sinceStrands += seconds;
    if (this.sinceStrands < this.strandsEvery) return;
    this.sinceStrands = 0;
    const c = this.strandsCanvas.getContext('2d');
    c.clearRect(0, 0, this.width, this.height);
    const paths = new Map();
    const shown = this.pixel;
    this.fibres.forEachPiece(frame, this.still, (from, to) => {
      // A line thinner than a pixel is a pixel wide and so much fainter.
      const wanted = 0.5 * (from.width + to.width) * shown;
      const faint = clamp01(0.5 * (from.alpha + to.alpha) * Math.min(1, wanted / 0.9));
      if (faint < 0.02) return;
      const colour = to.colour;
      const step = (v) => Math.round((v * kLevels) / 255);
      const a = Math.max(1, Math.round(faint * 20));
      const w = Math.round(Math.max(0.9, wanted) * 4);
      const name = ((((step(colour[0]) * 8 + step(colour[1])) * 8 + step(colour[2])) * 32 + a) * 64) + w;
      let path = paths.get(name);
      if (!path) {
        path = { path: new Path2D(), style: rgba(colour, a / 20), width: w / 4 };
        paths.set(name, path);
      }
      from.at ??= this.toScreen(from.x, from.y);
      to.at ??= this.toScreen(to.x, to.y);
      path.path.moveTo(from.at[0], from.at[1]);
      path.path.lineTo(to.at[0], to.at[1]);
    });
    for (const { path, style, width } of paths.values()) {
      c.strokeStyle = style;
      c.lineWidth = width;
      c.stroke(path);
    }
    c.globalCompositeOperation = 'source-over';
    // A small copy stands in for a blur when it is drawn large again.
    const g = this.glowCanvas.getContext('2d');
    g.clearRect(0, 0, this.glowCanvas.width, this.glowCanvas.height);
    g.imageSmoothingQuality = 'high';
    g.drawImage(this.strandsCanvas, 0, 0, this.glowCanvas.width, this.glowCanvas.height);
  }

  line(points, style, width, c = this.context) {
    c.beginPath();
    points.forEach(([x, y], i) => (i === 0 ? c.moveTo(x, y) : c.lineTo(x, y)));
    c.strokeStyle = style;
    c.lineWidth = width;
    c.stroke();
  }

  drawContours(aura) {
    const looks = [['head', 1.3, 0.8], ['shoulder', 1.5, 0.95], ['side', 1.3, 0.8], ['arm', 1.1, 0.5]];
    const colour = mix(kColours.rim, kColours.gold, aura * 0.8);
    for (const side of [-1, 1]) {
      const key = side < 0 ? 1 : 0.62;
      for (const [which, width, alpha] of looks) {
        let last = null;
        for (let i = 0; i <= 48; ++i) {
          const t = i / 48;
          const [x, y] = curveAt(outlines[which], t);
          let a = alpha * lineFade(x, y) * 0.75 * key;
          if (which === 'arm' || which === 'side') a *= smoothStep(0, 0.12, t);
          const at = this.toScreen(x * side, y);
          if (last && a > 0.01) this.line([last, at], rgba(colour, a), width * (0.7 + 0.3 * key) * 1.1 * this.pixel);
          last = at;
        }
      }
    }
  }

  drawSpine(aura) {
    const c = this.context;
    const bone = mix(kColours.bone, kColours.gold, aura * 0.35);
    for (let k = 0; k < 5; ++k) {
      const points = [];
      for (let i = 0; i <= 24; ++i) points.push(this.toScreen(0, lerp(-0.02, 0.97, i / 24)));
      this.line(points, rgba(kColours.shade, 0.13), this.unit * (0.02 + 0.012 * k));
    }
    this.body.vertebrae.forEach((yCm, i) => {
      const y = yCm / kUnitCm;
      const across = i < 7 ? lerp(0.021, 0.025, i / 6) : i < 19 ? lerp(0.028, 0.033, (i - 7) / 11) : lerp(0.04, 0.047, (i - 19) / 4);
      const w = this.unit * 0.9 * across;
      const h = this.unit * 0.9 * (i < 7 ? 0.0235 : i < 19 ? 0.0325 : 0.049);
      const fade = smoothStep(-0.01, 0.05, y);
      const [ox, oy] = this.toScreen(0, y);
      c.save();
      c.translate(ox, oy);
      c.rotate(-Math.atan(this.bend.slope(y)));
      const right = [[0, -0.46 * h], [0.3 * w, -0.44 * h], [0.46 * w, -0.2 * h], [w, -0.2 * h], [1.06 * w, -0.02 * h],
        [0.86 * w, 0.1 * h], [0.46 * w, 0.14 * h], [0.26 * w, 0.42 * h], [0.1 * w, 0.74 * h], [0, 0.8 * h]];
      const ring = [...right, ...right.slice(1, 9).reverse().map(([x, v]) => [-x, v])];
      const middle = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      c.beginPath();
      c.moveTo(...middle(ring[ring.length - 1], ring[0]));
      ring.forEach((corner, n) => c.quadraticCurveTo(...corner, ...middle(corner, ring[(n + 1) % ring.length])));
      c.closePath();
      const fill = c.createLinearGradient(0, -0.5 * h, 0, 0.8 * h);
      fill.addColorStop(0, rgba(bone, 0.5 * fade));
      fill.addColorStop(1, rgba(bone, 0.12 * fade));
      c.fillStyle = fill;
      c.fill();
      c.strokeStyle = rgba(bone, 0.78 * fade);
      c.lineWidth = Math.max(0.7, this.unit * 0.0019);
      c.stroke();
      c.fillStyle = rgba(bone, 0.9 * fade);
      c.beginPath();
      c.ellipse(0, 0.3 * h, w * 0.085 + 0.5 * this.pixel, 0.2 * h, 0, 0, 2 * Math.PI);
      c.fill();
      c.restore();
    });
    this.drawSacrum(bone);
  }

  drawSacrum(bone) {
    const c = this.context;
    const s = this.unit;
    const [x, y] = this.toScreen(0, 0.832);
    c.save();
    c.translate(x, y);
    c.rotate(-Math.atan(this.bend.slope(0.873)));
    const side = [[0, 0], [0.03, 0], [0.05, 0.008], [0.0535, 0.03], [0.048, 0.06], [0.033, 0.095], [0.014, 0.128],
      [0.007, 0.155], [0, 0.17]];
    c.beginPath();
    for (let i = 0; i <= 24; ++i) {
      const p = curveAt(side, i / 24);
      if (i === 0) c.moveTo(p[0] * s, p[1] * s);
      else c.lineTo(p[0] * s, p[1] * s);
    }
    for (let i = 23; i > 0; --i) {
      const p = curveAt(side, i / 24);
      c.lineTo(-p[0] * s, p[1] * s);
    }
    c.closePath();
    const fill = c.createLinearGradient(0, 0, 0, 0.17 * s);
    fill.addColorStop(0, rgba(bone, 0.42));
    fill.addColorStop(1, rgba(bone, 0.06));
    c.fillStyle = fill;
    c.fill();
    c.strokeStyle = rgba(bone, 0.65);
    c.lineWidth = Math.max(0.7, s * 0.0018);
    c.stroke();
    c.fillStyle = rgba(bone, 0.75);
    for (let r = 0; r < 4; ++r) {
      for (const sign of [-1, 1]) {
        c.beginPath();
        c.arc(sign * lerp(0.026, 0.012, r / 3) * s, (0.03 + 0.028 * r) * s, Math.max(0.8, 0.0034 * s), 0, 2 * Math.PI);
        c.fill();
      }
    }
    c.restore();
  }

  // How much of each knot is left; the ring of one that let go opens and is gone.
  drawRings() {
    const c = this.context;
    for (const k of this.fibres.knots) {
      const [x, y] = this.toScreen(k.x, k.y);
      const r = k.radius * this.unit * 0.98;
      if (k.freedFor < 0) {
        if (k.hold < 0.12) continue;
        c.beginPath();
        c.arc(x, y, r, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * k.hold);
        c.strokeStyle = rgba(kColours.ember, 0.85);
        c.lineWidth = 1.8 * this.pixel;
        c.stroke();
        continue;
      }
      const t = k.freedFor / 1.1;
      const opened = 1 - Math.pow(2, -7 * t);
      if (t < 1)
        this.circle(x, y, r * (this.still ? 1 : lerp(1, 1.6, opened)), 1.8 * this.pixel,
          rgba(mix(kColours.ember, kColours.rose, opened), 0.85 * (1 - t) ** 2));
    }
  }

  // Where it is too warm there are two rings: shape says it as well as light.
  drawTooWarm(frame) {
    const { grid } = this.body;
    let hottest = null;
    for (let i = 0; i < grid.rows * grid.columns; ++i) {
      const excess = warmthOf(frame.skin[i], frame.warmth[i]) - kTooWarm;
      if (excess > (hottest?.excess ?? 0)) hottest = { i, excess };
    }
    if (!hottest) return;
    const [u, v] = this.cm(lerp(grid.x[0], grid.x[1], ((hottest.i % grid.columns) + 0.5) / grid.columns),
      lerp(grid.y[0], grid.y[1], (Math.floor(hottest.i / grid.columns) + 0.5) / grid.rows));
    const style = rgba(kColours.tooHot, 0.35 + 0.5 * clamp01(hottest.excess / 2));
    for (const more of [0, 5]) this.circle(u, v, 0.062 * this.unit + more * this.pixel, 1.4 * this.pixel, style);
  }

  drawMotes(aura) {
    if (aura < 0.03) return;
    for (const mote of this.motes) {
      const rise = this.still ? 0 : (this.age * 0.03 + mote.s) % 1;
      const x = this.originX + mote.x * 0.45 * this.unit;
      const y = this.originY + ((mote.y - rise + 2) % 1) * 0.8 * this.unit - 0.15 * this.unit;
      const seen = aura * Math.sin(Math.PI * (this.still ? 0.5 : (this.age * 0.16 + mote.s * 3) % 1));
      this.glow(x, y, 4.2 * mote.s * this.pixel, kColours.gold, 0.5 * seen);
      this.glow(x, y, 1.4 * mote.s * this.pixel, [0xff, 0xef, 0xc4], 0.9 * seen);
    }
  }

  // Three layers of cloth that the figure rises out of.
  drawLinen() {
    const lean = Math.round((this.bend.pelvis * kUnitCm) / kSeenCm);
    if (lean !== this.linenLean) {
      this.linenLean = lean;
      this.paintLinen(this.linenCanvas.getContext('2d'));
    }
    this.context.drawImage(this.linenCanvas, 0, 0);
  }
  paintLinen(c) {
    c.clearRect(0, 0, this.width, this.height);
    const p = this.pixel;
    const W = Math.max(this.width, 760 * p);
    const left = this.originX - W / 2;
    const ground = this.originY - 118 * p; // of the style's 720 lines
    const layers = [[664, 30, 10, 0.3, 0.34, '#43273f', '#1d1127'], [646, 58, 0, 0, 0.75, '#563149', '#24142d'],
      [704, -16, 9, 2.1, 0.35, '#33203a', '#180e21']];
    layers.forEach(([base, drop, amp, phase, edgeAlpha, light, dark], n) => {
      const edge = (x) => {
        const u = (x - this.originX) / W;
        return ground + p * (base + drop * (1 - gauss(u, 0.26)) + amp * Math.sin(u * 7 + phase) +
          4 * Math.sin(u * 15 + phase * 2) - (n === 1 ? 5 * Math.cos(u * 30) * gauss(u, 0.2) : 0)) -
          this.bend.pelvis * 0.25 * (x - this.originX) * gauss(u, 0.2);
      };
      const points = Array.from({ length: 81 }, (_, i) => [left + (W * i) / 80, edge(left + (W * i) / 80)]);
      c.save();
      c.beginPath();
      points.forEach(([x, y], i) => (i === 0 ? c.moveTo(x, y) : c.lineTo(x, y)));
      c.lineTo(left + W, this.height + 4);
      c.lineTo(left, this.height + 4);
      c.closePath();
      c.shadowColor = 'rgba(8,3,12,0.55)';
      c.shadowBlur = 22 * p;
      const fill = c.createLinearGradient(0, ground + (base - 10) * p, 0, ground + (base + 101) * p);
      fill.addColorStop(0, light);
      fill.addColorStop(1, dark);
      c.fillStyle = fill;
      c.fill();
      c.restore();
      for (let i = 1; i < points.length; ++i) {
        const a = edgeAlpha * lerp(0.12, 0.85, 1 - Math.abs((i / 80) * 2 - 1));
        this.line([points[i - 1], points[i]], rgba(kColours.rim, a), 1.2 * p, c);
        this.line([points[i - 1], points[i]].map(([x, y]) => [x, y + 4 * p]), rgba(kColours.rim, a * 0.35), 0.8 * p, c);
      }
      for (let k = 0; k < 40; ++k) {
        const u = (m) => Math.abs(Math.sin((k + n * 50 + 1) * m) * 43758.5453) % 1;
        const x = left + (W * (k + u(1.3))) / 40;
        const drift = (x - this.originX) * 0.2 + (u(2.7) - 0.5) * 40 * p;
        this.line(Array.from({ length: 6 }, (_, i) => [x + drift * (i / 5) ** 2, edge(x) + 110 * p * (i / 5)]),
          rgba([0xf0, 0xc2, 0xb4], 0.03 + 0.07 * u(5.1)), (0.6 + 0.8 * u(7.7)) * p, c);
      }
    });
  }
}
