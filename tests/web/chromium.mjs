// A headless Chromium that is spoken to through a pipe (DevTools protocol, messages closed by a zero), so that no
// library and no port is needed. Ends with the process that started it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export class Chromium {
  static async start(program) {
    const browser = new Chromium();
    browser.profile = mkdtempSync(join(tmpdir(), 'knead-chromium-'));
    browser.process = spawn(program, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
      '--hide-scrollbars', `--user-data-dir=${browser.profile}`, '--remote-debugging-pipe', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    browser.waiting = new Map();
    browser.next = 1;
    browser.complaints = [];
    let rest = '';
    browser.process.stdio[4].on('data', (data) => {
      const parts = (rest + data).split('\0');
      rest = parts.pop();
      for (const part of parts) browser.heard(JSON.parse(part));
    });
    const { targetInfos } = await browser.ask('Target.getTargets');
    const { targetId } = targetInfos.find(({ type }) => type === 'page');
    ({ sessionId: browser.session } = await browser.ask('Target.attachToTarget', { targetId, flatten: true }));
    for (const domain of ['Page', 'Runtime', 'Log']) await browser.ask(`${domain}.enable`);
    return browser;
  }

  heard(message) {
    if (message.method === 'Runtime.exceptionThrown')
      this.complaints.push(message.params.exceptionDetails.exception?.description ?? message.params.exceptionDetails.text);
    if (message.method === 'Log.entryAdded' && message.params.entry.level === 'error')
      this.complaints.push(`${message.params.entry.text} ${message.params.entry.url ?? ''}`);
    const waiting = this.waiting.get(message.id);
    if (!waiting) return;
    this.waiting.delete(message.id);
    if (message.error) waiting.refuse(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting.done(message.result);
  }

  ask(method, params = {}) {
    const id = this.next++;
    const message = { id, method, params };
    if (this.session) message.sessionId = this.session;
    this.process.stdio[3].write(`${JSON.stringify(message)}\0`);
    return new Promise((done, refuse) => this.waiting.set(id, { done, refuse, method }));
  }

  async size(width, height, phone = false) {
    await this.ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: phone ? 2 : 1, mobile: phone });
    await this.ask('Emulation.setTouchEmulationEnabled', { enabled: phone });
  }
  async open(address) {
    this.complaints = [];
    await this.ask('Page.navigate', { url: address });
  }
  async value(expression) {
    const { result, exceptionDetails } = await this.ask('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  // Until the expression is true; an error after `seconds`.
  async until(expression, seconds = 30) {
    for (const end = Date.now() + 1000 * seconds; Date.now() < end; await pause(100)) {
      if (await this.value(`Boolean(${expression})`)) return;
    }
    throw new Error(`not within ${seconds} s: ${expression}`);
  }
  async key(key, code) {
    const text = key.length === 1 ? key : undefined;
    await this.ask('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text, windowsVirtualKeyCode: { ArrowLeft: 37, ArrowRight: 39, Tab: 9, ' ': 32 }[key] ?? key.charCodeAt(0) });
    await this.ask('Input.dispatchKeyEvent', { type: 'keyUp', key, code });
  }
  async shot(file, whole = false) {
    const { data } = await this.ask('Page.captureScreenshot', { format: 'png', captureBeyondViewport: whole });
    writeFileSync(file, Buffer.from(data, 'base64'));
  }
  async close() {
    const ended = new Promise((done) => this.process.once('exit', done));
    this.session = undefined;
    this.ask('Browser.close').catch(() => {});
    await Promise.race([ended, pause(5000)]);
    this.process.kill('SIGKILL');
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
