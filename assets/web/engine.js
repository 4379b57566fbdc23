// Loads knead.wasm and hands its C functions on (src/web/api.h) as a class Run. Knows no page: a browser and node use
// it alike. What the module asks of its surroundings is answered here and is next to nothing: it reads no files, no
// clock and no network.

const kOutOfOrder = 52; // WASI: "function not supported"

function surroundings(state) {
  const refuse = () => kOutOfOrder;
  const known = {
    proc_exit(code) {
      throw new Error(`the simulation stopped with code ${code}`);
    },
    // What a library may want to say before it gives up. Counted as written, and shown nowhere.
    fd_write(_file, pieces, count, written) {
      const view = new DataView(state.memory.buffer);
      let bytes = 0;
      for (let i = 0; i < count; ++i) bytes += view.getUint32(pieces + 8 * i + 4, true);
      view.setUint32(written, bytes, true);
      return 0;
    },
    emscripten_notify_memory_growth() {},
  };
  // Any other import is there, and refuses.
  return new Proxy({}, { get: (_target, name) => known[name] ?? refuse });
}

export class Engine {
  // `source`: the bytes of knead.wasm, or a promise of a fetch's response.
  static async load(source) {
    const state = {};
    const imports = { env: surroundings(state), wasi_snapshot_preview1: surroundings(state) };
    const bytes = source instanceof ArrayBuffer || ArrayBuffer.isView(source) ? source : await bytesOf(await source);
    const module = await WebAssembly.compile(bytes);
    // A Proxy will not do for the module's list of imports in every browser: give exactly what it asks for.
    const asked = {};
    for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
      if (kind !== 'function') throw new Error(`knead.wasm asks for ${from}.${name}`);
      (asked[from] ??= {})[name] = (imports[from] ?? imports.env)[name];
    }
    const instance = await WebAssembly.instantiate(module, asked);
    state.memory = instance.exports.memory;
    instance.exports._initialize?.();
    return new Engine(instance.exports);
  }

  constructor(exports) {
    this.exports = exports;
    this.body = JSON.parse(this.text(exports.knead_web_body()));
  }

  // The text at an address, up to its closing zero.
  text(address) {
    const bytes = new Uint8Array(this.exports.memory.buffer);
    let end = address;
    while (bytes[end] !== 0) ++end;
    return new TextDecoder().decode(bytes.slice(address, end));
  }

  // The address of a copy of `bytes` inside.
  hand(bytes) {
    const address = this.exports.knead_web_alloc(bytes.length);
    if (address === 0) throw new Error('no memory is left');
    new Uint8Array(this.exports.memory.buffer).set(bytes, address);
    return address;
  }

  // A run of a level's text and a recording's bytes. Throws an Error whose message says what is wrong with them.
  open(level, recording) {
    const text = typeof level === 'string' ? new TextEncoder().encode(level) : level;
    const atText = this.hand(text);
    const atBytes = this.hand(recording);
    const handle = this.exports.knead_run_open(atText, text.length, atBytes, recording.length);
    this.exports.knead_web_free(atText);
    this.exports.knead_web_free(atBytes);
    const wrong = this.text(this.exports.knead_run_error(handle));
    if (wrong !== '') {
      this.exports.knead_run_close(handle);
      throw new Error(wrong);
    }
    return new Run(this, handle);
  }
}

async function bytesOf(response) {
  if (!response.ok) throw new Error(`knead.wasm: the server says ${response.status}`);
  return response.arrayBuffer();
}

// Ticks are 1/120 s.
export const kTicksPerSecond = 120;

export class Run {
  constructor(engine, handle) {
    this.engine = engine;
    this.handle = handle;
    this.about = this.json('knead_run_about');
    this.end = engine.exports.knead_run_end(handle);
  }

  json(name) {
    return JSON.parse(this.engine.text(this.engine.exports[name](this.handle)));
  }

  get tick() {
    return this.engine.exports.knead_run_tick(this.handle);
  }
  // True once the end is reached.
  step(ticks) {
    return this.engine.exports.knead_run_step(this.handle, ticks) !== 0;
  }
  seek(tick) {
    this.engine.exports.knead_run_seek(this.handle, tick);
  }

  // {name: Float32Array} of the state now; views of the module's memory, good until the run is asked for anything else.
  frame() {
    const { exports, body } = this.engine;
    const address = exports.knead_run_frame(this.handle);
    const frame = {};
    for (const [name, [first, count]] of Object.entries(body.parts)) {
      frame[name] = new Float32Array(exports.memory.buffer, address + 4 * first, count);
    }
    return frame;
  }

  said() {
    return this.json('knead_run_said');
  }
  proof() {
    return this.json('knead_run_proof');
  }
  card() {
    return this.json('knead_run_card');
  }
  timeline() {
    return this.json('knead_run_timeline');
  }
  get state() {
    return this.engine.text(this.engine.exports.knead_run_state(this.handle));
  }
  close() {
    this.engine.exports.knead_run_close(this.handle);
  }
}
