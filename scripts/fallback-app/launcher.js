// The fallback runtime has no default app of its own, so this stands in for it: it starts the
// application folder named on the command line, as `electron FOLDER` does, after the modules that
// `-r MODULE` names: Playwright holds Stet back with one until it listens.
const { app } = require('electron');
const { readFileSync, statSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

const arguments_ = process.argv.slice(1);
for (let at = arguments_.indexOf('-r'); at >= 0; at = arguments_.indexOf('-r')) {
  const [, module] = arguments_.splice(at, 2);
  require(resolve(module));
}
const given = arguments_.find((argument) => !argument.startsWith('-'));
if (!given) {
  console.error('Usage: electron FOLDER [arguments]');
  app.exit(2);
} else {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const path = resolve(given);
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const manifest = readManifest(folder);
  if (manifest.version) app.setVersion(manifest.version);
  const name = manifest.productName ?? manifest.name;
  if (name) app.setName(name);
  app.setAppPath(folder);
  require(folder === path ? join(folder, manifest.main ?? 'index.js') : path);
}

function readManifest(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}
