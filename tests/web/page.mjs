// The page in a headless Chromium: the verdict it states, what keys do, what a reader hears, contrast and sizes, and the
// time line where the simulation is forbidden. page.mjs CHROMIUM FOLDER: pictures are left in FOLDER to be looked at.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Chromium } from './chromium.mjs';
import { serve } from './server.mjs';

const [program, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const kId = 'light-then-deep';
const server = await serve([kId, 'stones-on-the-river', 'walk-in-clinic', 'one-hot-calf']);
const browser = await Chromium.start(program);
let checks = 0;
const wrong = [];
function check(good, what) {
  ++checks;
  if (!good) wrong.push(what);
}
const text = (selector) => browser.value(`document.querySelector('${selector}')?.textContent ?? ''`);
const settled = () => browser.until(`document.querySelector('.kp-truth:not(.kp-waiting)')`);
const tick = () => browser.value(`Number(document.querySelector('.kp-slider').value)`);

// The lowest contrast of any text on its own ground, worked out from the page's colours. The stage's ground is the
// lightest of what the picture has under words.
const kContrast = `(() => {
  const channel = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const numbers = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const c = numbers(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0.8) return c;
      if (e.classList.contains('kp-stage')) break;
    }
    return [0x3a, 0x1b, 0x36];
  };
  let least = [99, ''];
  const walker = document.createTreeWalker(document.getElementById('player'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || element.getClientRects().length === 0) continue;
    const a = light(numbers(getComputedStyle(element).color)), b = light(ground(element));
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < least[0]) least = [contrast, walker.currentNode.textContent];
  }
  return least;
})()`;

try {
  await browser.size(1280, 800);
  await browser.open(`${server.address}/run/${kId}`);
  await settled();
  const state = server.runs.get(kId).state;
  const truth = await text('.kp-truth');
  check(truth === `Played again in your browser: 120 of 120 seconds equal, end state ${state.slice(0, 4)}… equal to the board’s.`,
    `the verdict is: ${truth}`);
  const speed = (await text('.kp-truth + .kp-keys')).replace(/\. The.*/, '');
  check((await tick()) === 0, 'the run does not stand at its beginning');

  // By keyboard: the picture has the focus.
  await browser.value(`document.querySelector('.kp-canvas').focus()`);
  await browser.key('ArrowRight', 'ArrowRight');
  await browser.key('ArrowRight', 'ArrowRight');
  await pause(200);
  check((await tick()) === 1200, `two arrows lead to tick ${await tick()}`);
  await browser.key('4', 'Digit4');
  check(await browser.value(`document.querySelector('[aria-label="Speed 4"]').getAttribute('aria-pressed') === 'true'`), 'key 4 does not set the speed');
  await browser.key(' ', 'Space');
  check(await browser.value(`document.querySelector('.kp-play').getAttribute('aria-label') === 'Pause'`), 'Space does not play');
  // What happens is said: a knot lets go after 45 s.
  await browser.value(`(() => { const s = document.querySelector('.kp-slider'); s.value = 44 * 120; s.dispatchEvent(new Event('input')); })()`);
  await browser.until(`document.querySelector('.kp-said').textContent === 'Knot on the right shoulder blade released.'`, 10);
  await browser.key(' ', 'Space');
  await pause(300);
  await browser.shot(join(folder, 'desktop.png'));
  await browser.shot(join(folder, 'desktop-whole.png'), true);
  check(await browser.value(`document.querySelectorAll('[role=meter][aria-valuenow]').length === 4`), 'not four meters');
  check(await browser.value(`document.querySelectorAll('[style]').length > 0 ? [...document.querySelectorAll('[style]')].every((e) => e.closest('.kp-track')) : true`), 'style attributes outside of the meters');
  const [contrast, where] = await browser.value(kContrast);
  check(contrast >= 4.5, `contrast ${contrast.toFixed(2)} of "${where}"`);
  // A picture changes while it plays, and holds still when paused with reduced motion.
  await browser.ask('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
  await pause(400);
  const look = `document.querySelector('.kp-canvas').toDataURL().length + document.querySelector('.kp-canvas').toDataURL().slice(-400)`;
  const before = await browser.value(look);
  await pause(300);
  check(before === (await browser.value(look)), 'with reduced motion a paused picture moves');
  await browser.ask('Emulation.setEmulatedMedia', { features: [] });
  check(browser.complaints.length === 0, `the browser complains: ${browser.complaints.join('; ')}`);

  // Other runs: warm stones, two people, somebody who was sent to a doctor at once.
  for (const id of ['stones-on-the-river', 'walk-in-clinic', 'one-hot-calf']) {
    await browser.open(`${server.address}/run/${id}`);
    await settled();
    check(/equal to the board’s\.$/.test(await text('.kp-truth')), `${id}: ${await text('.kp-truth')}`);
    await browser.value(`(() => { const s = document.querySelector('.kp-slider'); s.value = s.max * 0.35; s.dispatchEvent(new Event('input')); })()`);
    await pause(700);
    await browser.shot(join(folder, `${id}.png`));
    check(browser.complaints.length === 0, `${id}: the browser complains: ${browser.complaints.join('; ')}`);
  }

  await browser.open(`${server.address}/run/${kId}?other`);
  await settled();
  check(/is not the board’s 0123…\.$/.test(await text('.kp-differs')), `of another board: ${await text('.kp-truth')}`);

  await browser.open(`${server.address}/run/${kId}-changed`);
  await settled();
  check((await text('.kp-differs')).startsWith('Played again in your browser: it differs from second 12 on (119 of 120 seconds equal).'),
    `of a changed recording: ${await text('.kp-truth')}`);

  await browser.open(`${server.address}/run/${kId}?nowasm`);
  await browser.until(`/^Not played again/.test(document.querySelector('.kp-truth')?.textContent)`);
  const without = await text('.kp-truth');
  check(/did not let it compile/.test(without) && /120 of 120 seconds equal/.test(without), `without the simulation: ${without}`);
  check((await browser.value(`document.querySelectorAll('.kp-release').length`)) === 2, 'the time line does not name two releases');
  await pause(200);
  await browser.shot(join(folder, 'timeline.png'));

  await browser.size(390, 844, true);
  for (const [name, query] of [['phone', ''], ['phone-timeline', '?nowasm']]) {
    await browser.open(`${server.address}/run/${kId}${query}`);
    await browser.until(`/seconds equal/.test(document.querySelector('.kp-truth')?.textContent)`);
    await browser.value(`(() => { const s = document.querySelector('.kp-slider'); if (s) { s.value = 43 * 120; s.dispatchEvent(new Event('input')); } })()`);
    await pause(700);
    await browser.shot(join(folder, `${name}.png`));
    await browser.shot(join(folder, `${name}-whole.png`), true);
    check(await browser.value(`document.documentElement.scrollWidth <= innerWidth`), `${name}: wider than the screen`);
    check(await browser.value(`[...document.querySelectorAll('#player button, .kp-slider')].every((e) => e.getBoundingClientRect().height >= 43)`), `${name}: something is too small for a finger`);
  }
  console.log(`${speed} in Chromium; pictures in ${folder}`);
} finally {
  await browser.close();
  server.close();
}
for (const what of wrong) console.error(what);
console.log(`${checks - wrong.length} of ${checks} checks of the page`);
process.exit(wrong.length === 0 ? 0 : 1);
