// The player of a run's page: fetches the recording and its level, plays them again in the simulation, shows it, and
// says whether it came out the same as on the board. Where the simulation cannot run it shows the time line that the
// server keeps, and says why. Where things are fetched from: docs/web.md.
import { drawCurve } from './curve.js';
import { Engine, kTicksPerSecond } from './engine.js';
import { clock, grouped, make, Meters, momentList, movesText, stars } from './parts.js';
import { Picture } from './picture.js';

const kSpeeds = [1, 2, 4];
const kStepS = 5; // arrow keys on the stage
const kBreathesS = 12; // so long a paused back goes on breathing: a page left open costs nothing
const kSlice = 5 * kTicksPerSecond; // of the first run through, between two looks at the page

const main = document.querySelector('main[data-run]');
const root = document.getElementById('player');

async function fetched(address, read) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: the server says ${response.status}`);
  return read(response);
}

const breathe = () => new Promise((done) => setTimeout(done, 0));

// The truth in one line. `board` is the state hash that the board shows.
function verdict(proof, board) {
  const seconds = `${proof.equal} of ${proof.seconds} seconds equal`;
  const short = (hash) => `${hash.slice(0, 4)}…`;
  const asBoard = board === '' || proof.state === board;
  if (proof.end_equal && proof.equal === proof.seconds && proof.score_equal && asBoard)
    return [true, `Played again in your browser: ${seconds}, end state ${short(proof.state)} equal to the board’s.`];
  if (proof.equal < proof.seconds || proof.first_different > 0) {
    return [false, `Played again in your browser: it differs from second ${proof.first_different} on ` +
      `(${seconds}). The end state is ${proof.state} here and ${board || proof.recorded_state} on the board.`];
  }
  if (!asBoard)
    return [false, `Played again in your browser: ${seconds}, but the end state ${short(proof.state)} is not the board’s ${short(board)}.`];
  return [false, `Played again in your browser: ${seconds}, but the result is not the one that the recording claims.`];
}

class Player {
  constructor(run, engine) {
    this.run = run;
    this.engine = engine;
    this.playing = false;
    this.speed = 1;
    this.behind = 0; // ticks that are due
    this.visit = 0;
    this.proved = false; // until then the picture stands at the beginning
    this.calm = window.matchMedia('(prefers-reduced-motion: reduce)');
    this.build();
    this.picture = new Picture(this.canvas, engine.body);
  }

  build() {
    const { about } = this.run;
    this.canvas = make('canvas', { class: 'kp-canvas', role: 'img', tabindex: '0', 'aria-describedby': 'kp-keys',
      'aria-label': `The back of ${about.people[0].name}, seen from behind, while it is worked on` });
    this.name = make('p', { class: 'kp-name' });
    this.words = make('p', { class: 'kp-quote' });
    this.meters = new Meters();
    this.pain = make('span', { class: 'kp-number' });
    this.time = make('span', { class: 'kp-number' });
    this.live = make('p', { class: 'kp-said', role: 'status', 'aria-live': 'polite' });
    this.curve = make('canvas', { class: 'kp-curve', 'aria-hidden': 'true' });
    this.slider = make('input', { type: 'range', class: 'kp-slider', min: '0', max: String(this.run.end), value: '0',
      step: '12', 'aria-label': 'Place in the run' });
    this.button = make('button', { type: 'button', class: 'kp-play', 'aria-label': 'Play' },
      make('span', { class: 'kp-sign', 'aria-hidden': 'true' }));
    this.place = make('span', { class: 'kp-place' });
    this.speeds = kSpeeds.map((speed) =>
      make('button', { type: 'button', 'aria-pressed': String(speed === 1), 'aria-label': `Speed ${speed}` }, `${speed}×`));
    this.truth = make('p', { class: 'kp-truth kp-waiting', role: 'status' }, 'Being played again in your browser…');
    this.how = make('p', { class: 'kp-keys' });
    this.below = make('div', { class: 'kp-below' });

    root.replaceChildren(
      make('div', { class: 'kp-stage' }, this.canvas,
        make('div', { class: 'kp-left' }, make('div', { class: 'kp-person' }, this.name, this.words), this.meters.element),
        make('dl', { class: 'kp-right' },
          make('div', {}, make('dt', {}, 'Pain'), make('dd', {}, this.pain)),
          make('div', {}, make('dt', {}, 'Time left'), make('dd', {}, this.time)),
          make('div', {}, make('dt', {}, 'Result'), make('dd', { class: 'kp-score' }, grouped(about.claim.score), stars(about.claim.stars)))),
        this.live),
      make('div', { class: 'kp-controls' }, this.button,
        make('div', { class: 'kp-track-box' }, this.curve, this.slider), this.place,
        make('div', { class: 'kp-speeds', role: 'group', 'aria-label': 'Speed' }, ...this.speeds)),
      make('p', { id: 'kp-keys', class: 'kp-keys' },
        'With the focus on the picture: Space plays and pauses, the arrows left and right go five seconds back and on, 1, 2 and 4 set the speed.'),
      this.truth, this.how, this.below);

    this.button.addEventListener('click', () => this.toggle());
    this.canvas.addEventListener('click', () => this.toggle());
    this.slider.addEventListener('input', () => this.seek(Number(this.slider.value)));
    this.speeds.forEach((button, i) => button.addEventListener('click', () => this.setSpeed(kSpeeds[i])));
    // Only while something of the player has the focus: elsewhere these keys belong to the page.
    root.addEventListener('keydown', (event) => this.key(event));
  }

  key(event) {
    const on = event.target;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    // Buttons, fields and the slider keep their own keys.
    const own = on instanceof HTMLElement && on.matches('button, a, summary, input:not(.kp-slider), textarea, select');
    if (event.key === ' ' && !own) this.toggle();
    else if (event.key === 'ArrowLeft' && on === this.canvas) this.seek(this.run.tick - kStepS * kTicksPerSecond);
    else if (event.key === 'ArrowRight' && on === this.canvas) this.seek(this.run.tick + kStepS * kTicksPerSecond);
    else if (kSpeeds.includes(Number(event.key)) && !(on instanceof HTMLElement && on.matches('input:not(.kp-slider), textarea')))
      this.setSpeed(Number(event.key));
    else return;
    event.preventDefault();
  }

  // Once through without a picture, in slices: the proof, and the time line under the slider.
  async prove() {
    let busy = 0;
    for (let done = false; !done; ) {
      const from = performance.now();
      done = this.run.step(kSlice);
      busy += performance.now() - from;
      await breathe();
    }
    const proof = this.run.proof();
    const [ok, text] = verdict(proof, main.dataset.hash ?? '');
    this.truth.className = `kp-truth ${ok ? 'kp-equal' : 'kp-differs'}`;
    this.truth.textContent = text;
    this.how.textContent =
      `${Math.round(this.run.end / kTicksPerSecond)} s of play in ${busy.toFixed(0)} ms. The end state in full: ${proof.state}.`;
    this.timeline = this.run.timeline();
    this.run.said();
    this.proved = true;
    this.seek(0);
    const card = this.run.card();
    this.below.replaceChildren(
      make('h2', {}, 'What happened'), make('p', {}, `Moves: ${movesText(this.timeline)}.`),
      momentList(this.timeline, (second) => {
        this.seek(Math.max(0, Math.round((second - 1) * kTicksPerSecond)));
        this.canvas.focus();
      }),
      make('h2', {}, 'What it was worth'), this.cardTable(card));
    window.dispatchEvent(new CustomEvent('kneadproved', { detail: proof }));
  }

  cardTable(card) {
    const rows = card.terms.map(({ id, points, why }) =>
      make('tr', {}, make('th', { scope: 'row' }, id), make('td', {}, grouped(points)), make('td', {}, why)));
    return make('table', { class: 'kp-card' },
      make('caption', {}, `Pain ${card.pain_before.toFixed(1)} before, ${card.pain_after.toFixed(1)} after the rest; ${grouped(card.score)} points`),
      make('tbody', {}, ...rows));
  }

  toggle(wanted = !this.playing) {
    if (!this.proved) return;
    if (wanted && this.run.tick >= this.run.end) this.seek(0);
    this.playing = wanted;
    this.button.setAttribute('aria-label', wanted ? 'Pause' : 'Play');
    this.button.classList.toggle('kp-on', wanted);
    this.behind = 0;
  }
  setSpeed(speed) {
    this.speed = speed;
    this.speeds.forEach((button, i) => button.setAttribute('aria-pressed', String(kSpeeds[i] === speed)));
  }
  seek(tick) {
    this.run.seek(Math.min(this.run.end, Math.max(0, tick)));
    this.fresh = true;
    this.say('');
  }
  say(text) {
    if (text !== '' || this.live.textContent !== '') this.live.textContent = text;
  }

  start() {
    this.show(0);
    let last = performance.now();
    const frame = (now) => {
      const seconds = Math.min(0.1, Math.max(0, (now - last) / 1000));
      last = now;
      if (this.playing) this.advance(seconds);
      this.idleS = this.playing || this.fresh ? 0 : (this.idleS ?? 0) + seconds;
      const breathes = !this.calm.matches && this.idleS < kBreathesS;
      if (this.proved && (this.playing || this.fresh || breathes)) this.show(seconds);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    window.addEventListener('resize', () => {
      this.fresh = true;
      this.curveAt = -1;
    });
  }

  advance(seconds) {
    this.behind += seconds * this.speed * kTicksPerSecond;
    const ticks = Math.floor(this.behind);
    this.behind -= ticks;
    const over = this.run.step(ticks);
    const said = this.run.said();
    if (said.length > 0) this.say(said[said.length - 1].says);
    if (over) {
      this.toggle(false);
      const { claim } = this.run.about;
      this.say(`The end: ${grouped(claim.score)} points, ${claim.stars} of 3 stars.`);
    }
    this.fresh = this.fresh || !this.playing;
  }

  show(seconds) {
    const frame = this.run.frame();
    this.picture.still = this.calm.matches;
    if (this.fresh || frame.clock[2] !== this.visit || this.picture.warm === null) {
      this.visit = frame.clock[2];
      const person = this.run.about.people[this.visit];
      this.name.textContent = person.name;
      this.words.textContent = `“${person.words}”`;
      this.picture.begin(frame);
    }
    this.fresh = false;
    this.picture.draw(frame, seconds);
    this.meters.show(frame.meters);
    this.text(this.pain, frame.person[0].toFixed(1));
    this.text(this.time, frame.clock[5] ? 'no timer' : clock(Math.ceil(frame.clock[1])));
    const tick = this.run.tick;
    const second = tick / kTicksPerSecond;
    const place = `${clock(second)} / ${clock(this.run.end / kTicksPerSecond)}`;
    this.text(this.place, place);
    if (Number(this.slider.value) !== tick) this.slider.value = String(tick);
    if (this.slider.getAttribute('aria-valuetext') !== place) this.slider.setAttribute('aria-valuetext', place);
    if (this.timeline && Math.abs(second - (this.curveAt ?? -1)) > 0.2) {
      this.curveAt = second;
      drawCurve(this.curve, this.timeline, second);
    }
  }
  text(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }
}

// Without the simulation: what the server found when it played the run, drawn.
async function showTimeline(why) {
  const truth = make('p', { class: 'kp-truth kp-waiting', role: 'status' });
  try {
    const timeline = await fetched(`/runs/${main.dataset.run}/timeline.json`, (r) => r.json());
    const canvas = make('canvas', { class: 'kp-curve kp-curve-large', role: 'img',
      'aria-label': `Pain from ${timeline.pain[0]} to ${timeline.pain[timeline.pain.length - 1]} in ${clock(timeline.seconds)}` });
    root.replaceChildren(
      make('div', { class: 'kp-timeline' },
        make('p', { class: 'kp-name' }, timeline.people.map(({ name }) => name).join(', ')),
        make('p', { class: 'kp-score' }, `${grouped(timeline.claim.score)} points `, stars(timeline.claim.stars)),
        make('p', { class: 'kp-legend' }, 'Pain over time; below it the moves; rings are knots that let go.'),
        canvas, make('p', { class: 'kp-ends' }, make('span', {}, '0:00'), make('span', {}, clock(timeline.seconds)))),
      truth,
      make('div', { class: 'kp-below' }, make('h2', {}, 'What happened'), make('p', {}, `Moves: ${movesText(timeline)}.`),
        momentList(timeline, null)));
    drawCurve(canvas, timeline, null);
    window.addEventListener('resize', () => drawCurve(canvas, timeline, null));
    truth.textContent = `Not played again in your browser: ${why} ` +
      `The server played it again: ${timeline.found.equal} of ${timeline.found.seconds} seconds equal, end state ` +
      `${timeline.found.state.slice(0, 4)}… ${timeline.found.end_equal ? 'equal to' : 'different from'} the recording’s.`;
  } catch (problem) {
    root.replaceChildren(truth);
    truth.textContent = `Not played again in your browser: ${why} The run’s time line cannot be shown either: ${problem.message}.`;
  }
}

async function begin() {
  if (typeof WebAssembly !== 'object') {
    await showTimeline('it has no WebAssembly.');
    return;
  }
  try {
    const [engine, level, recording] = await Promise.all([
      Engine.load(fetch(new URL('knead.wasm', import.meta.url))),
      fetched(`/levels/${main.dataset.level}.json`, (r) => r.text()),
      fetched(`/runs/${main.dataset.run}/recording`, (r) => r.arrayBuffer()),
    ]);
    const player = new Player(engine.open(level, new Uint8Array(recording)), engine);
    player.start();
    await player.prove();
  } catch (problem) {
    const why = problem instanceof WebAssembly.CompileError
      ? 'the browser did not let it compile the simulation.'
      : `the simulation did not start (${problem.message}).`;
    await showTimeline(why);
  }
}

begin();
