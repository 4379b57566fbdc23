// A small server on 127.0.0.1 for the tests of the page: the addresses of docs/web.md, and the policy the page must
// live with. No file outside of what it is told is ever read.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenRuns, kRoot, kWasm, loadEngine, tampered } from './common.mjs';

const kTypes = { js: 'text/javascript', css: 'text/css', html: 'text/html', wasm: 'application/wasm', json: 'application/json' };
const policy = (wasm) =>
  `default-src 'none'; script-src 'self'${wasm ? " 'wasm-unsafe-eval'" : ''}; style-src 'self'; img-src 'self'; connect-src 'self'`;

// Gives {address, runs, close}. A page is /run/<id>; /run/<id>?nowasm forbids the simulation, and /run/<id>?other
// belongs to a board that shows another end state.
export async function serve(ids) {
  const engine = await loadEngine();
  const runs = new Map();
  for (const { id, level, recording } of goldenRuns()) {
    if (!ids.includes(id)) continue;
    const run = engine.open(level, recording);
    while (!run.step(600)) continue;
    const { level: about, claim } = run.about;
    runs.set(id, { id, level, levelHash: about.hash, state: claim.state, recording,
      timeline: engine.text(engine.exports.knead_run_timeline(run.handle)) });
    // The same run with another state recorded for its twelfth second.
    if (run.proof().seconds > 12) {
      const changed = tampered(recording, run.proof().seconds, 12);
      runs.set(`${id}-changed`, { ...runs.get(id), id: `${id}-changed`, recording: changed });
    }
    run.close();
  }

  const answer = (path, query) => {
    const run = runs.get(path.split('/')[2]);
    if (path.startsWith('/run/') && run) {
      const page = readFileSync(join(kRoot, 'assets/web/example.html'), 'utf8')
        .replace('RUN', run.id).replace('LEVEL', run.levelHash).replace('HASH', query === 'other' ? '0123456789abcdef' : run.state);
      return ['html', page];
    }
    if (path === `/runs/${run?.id}/recording`) return ['knead', Buffer.from(run.recording)];
    if (path === `/runs/${run?.id}/timeline.json`) return ['json', run.timeline];
    if (path.startsWith('/levels/')) {
      const level = [...runs.values()].find(({ levelHash }) => path === `/levels/${levelHash}.json`);
      return level ? ['json', level.level] : null;
    }
    const file = /^\/static\/([a-z]+\.(js|css|wasm))$/.exec(path);
    if (!file) return null;
    const from = file[2] === 'wasm' ? kWasm : join(kRoot, 'assets/web', file[1]);
    return existsSync(from) ? [file[2], readFileSync(from)] : null;
  };

  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url, 'http://127.0.0.1');
    const found = pathname === '/favicon.ico' ? ['ico', ''] : answer(pathname, search.slice(1));
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': kTypes[found[0]] ?? 'application/octet-stream',
      'Content-Security-Policy': policy(search !== '?nowasm'),
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(found[1]);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { address: `http://127.0.0.1:${server.address().port}`, runs, close: () => server.close() };
}
