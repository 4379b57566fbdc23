// The player's elements: made once, then only told what to show. Text and numbers go in as text, never as markup.

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
export const grouped = (number) => String(number).replace(/\B(?=(\d{3})+(?!\d))/g, '\u2009');

const kMeters = [
  ['circulation', 'Circulation'],
  ['endorphins', 'Endorphins'],
  ['tension', 'Tension release'],
  ['heat', 'Heat'],
];

// Value 0..1, band [low, high] or null, and the word for it: as the game's display has them.
function readings(m) {
  const [circulation, endorphins, , , meanTone, heatLow, heatHigh, heatC, tooLoose, tooHot] = m;
  return [
    [circulation, null, circulation < 0.2 ? 'low' : circulation < 0.6 ? 'rising' : 'warm'],
    [endorphins, null, endorphins < 0.15 ? 'quiet' : endorphins < 0.7 ? 'rising' : 'glowing'],
    [(0.75 - meanTone) / 0.6, [0.5, 0.8], tooLoose ? 'too loose' : meanTone > 0.45 ? 'tight' : 'healthy tone'],
    [(heatC - 35.5) / 5, [(heatLow - 35.5) / 5, (heatHigh - 35.5) / 5], tooHot ? 'too hot' : heatC < heatLow ? 'cool' : 'comfortable'],
  ];
}

export class Meters {
  constructor() {
    this.rows = kMeters.map(([id, name]) => {
      const word = make('span', { class: 'kp-word' });
      const fill = make('span', { class: 'kp-fill' });
      const band = make('span', { class: 'kp-band', hidden: true });
      const knob = make('span', { class: 'kp-knob' });
      const meter = make('div', {
        class: 'kp-track', role: 'meter', 'aria-label': name, 'aria-valuemin': '0', 'aria-valuemax': '100',
      }, fill, band, knob);
      const row = make('div', { class: `kp-meter kp-${id}` },
        make('div', { class: 'kp-meter-head' }, make('span', {}, name), word), meter);
      return { row, word, fill, band, knob, meter };
    });
    this.element = make('div', { class: 'kp-meters' }, ...this.rows.map(({ row }) => row));
  }

  show(meters) {
    readings(meters).forEach(([value, range, word], i) => {
      const { fill, band, knob, meter, word: said } = this.rows[i];
      const percent = Math.round(100 * Math.min(1, Math.max(0, value)));
      fill.style.width = `${percent}%`;
      knob.style.left = `${percent}%`;
      band.hidden = range === null;
      if (range) {
        band.style.left = `${100 * range[0]}%`;
        band.style.width = `${100 * (range[1] - range[0])}%`;
      }
      if (meter.getAttribute('aria-valuenow') !== String(percent)) {
        meter.setAttribute('aria-valuenow', percent);
        meter.setAttribute('aria-valuetext', `${percent} percent, ${word}`);
      }
      if (said.textContent !== word) said.textContent = word;
    });
  }
}

export function stars(count) {
  const text = [0, 1, 2].map((i) => (i < count ? '★' : '☆')).join('');
  return make('span', { class: 'kp-stars', role: 'img', 'aria-label': `${count} of 3 stars` }, text);
}

// The moments of a time line as a list; with `go`, each is a button that leads there.
export function momentList(timeline, go) {
  const list = make('ol', { class: 'kp-moments' });
  for (const { second, says, release } of timeline.moments) {
    const inside = [make('span', { class: 'kp-when' }, clock(second)), make('span', {}, says)];
    const line = go ? make('button', { type: 'button' }, ...inside) : make('span', { class: 'kp-line' }, ...inside);
    if (go) line.addEventListener('click', () => go(second));
    list.append(make('li', { class: release ? 'kp-release' : '' }, line));
  }
  return list;
}

// What was done, for how long: "kneading 31 s, stroking 12 s".
export function movesText(timeline) {
  const seconds = new Map();
  for (const { name, from, to } of timeline.moves) seconds.set(name, (seconds.get(name) ?? 0) + to - from);
  const list = [...seconds].sort((a, b) => b[1] - a[1]).map(([name, s]) => `${name} ${Math.round(s)} s`);
  return list.length > 0 ? list.join(', ') : 'no move';
}
