import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached } from './cache.mjs';
import { SetupError, step } from './log.mjs';
import { cacheRoot, manifest, modules } from './paths.mjs';
import { capture, childEnvironment } from './run.mjs';

const adapter = fileURLToPath(new URL('../native/node-api-9.h', import.meta.url));

/**
 * Compiles better-sqlite3 for Node-API 9, which the fallback Electron has; the binary in the
 * package wants Node-API 10. Plain compiler calls with the headers of the package
 * `node-api-headers`: node-gyp would need Python and headers downloaded from nodejs.org.
 *
 * @returns {Promise<string>} path of the `.node` file, for `new Database(…, {nativeBinding})`.
 *   Node 20, 22 and 24 load it as well.
 */
export async function ensureSqliteBinding({ thorough = false } = {}) {
  const folder = await cached(
    cacheName(),
    (building) =>
      step('Compiling SQLite for the fallback Electron (once, one to three minutes)', () =>
        make(building),
      ),
    { thorough },
  );
  return join(folder, 'better_sqlite3.node');
}

/** Whether no compiler is needed any more. */
export function sqliteBindingIsCached() {
  return existsSync(join(cacheRoot(), cacheName()));
}

/** The adapter's digest is in the name, so that a change to it is compiled. */
function cacheName() {
  const { version } = manifest('better-sqlite3');
  const recipe = createHash('sha256').update(readFileSync(adapter)).digest('hex').slice(0, 8);
  return `better-sqlite3-${version}-napi9-${process.platform}-${process.arch}-${recipe}`;
}

async function make(folder) {
  const source = join(modules, 'better-sqlite3');
  const work = join(folder, 'work');
  mkdirSync(work);
  const sqlite = join(work, 'sqlite3.o');
  const addon = join(work, 'better_sqlite3.o');
  const result = join(folder, 'better_sqlite3.node');
  const amalgamation = join(source, 'deps', 'sqlite3');
  const common = ['-O2', '-fPIC', '-DNDEBUG', '-c'];
  await Promise.all([
    compile('gcc', [
      ...common,
      '-std=c99',
      '-w',
      ...sqliteOptions(source),
      join(amalgamation, 'sqlite3.c'),
      '-o',
      sqlite,
    ]),
    compile('g++', [
      ...common,
      '-std=c++20',
      '-fvisibility=hidden',
      '-fno-exceptions',
      '-DNAPI_VERSION=9',
      '-DNAPI_DISABLE_CPP_EXCEPTIONS',
      '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
      '-I',
      join(modules, 'node-api-headers', 'include'),
      '-I',
      join(modules, 'node-addon-api'),
      '-I',
      amalgamation,
      '-include',
      adapter,
      join(source, 'src', 'better_sqlite3.cpp'),
      '-o',
      addon,
    ]),
  ]);
  const linking = ['-shared', '-s', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'];
  await compile('g++', [...linking, addon, sqlite, '-ldl', '-o', result]);
  rmSync(work, { recursive: true });
  tryOut(result);
}

/** The package's own list of SQLite's compile-time options (FTS5 and so on). */
function sqliteOptions(source) {
  const list = readFileSync(join(source, 'deps', 'defines.gypi'), 'utf8');
  const options = [...list.matchAll(/'((?:SQLITE|HAVE)_\w+(?:=[^']*)?)'/g)].map(([, name]) => name);
  if (!options.includes('SQLITE_ENABLE_FTS5')) {
    throw new SetupError('better-sqlite3 lists its SQLite options in a way not known here.');
  }
  return options.map((name) => `-D${name}`);
}

function compile(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: childEnvironment(),
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    child.on('error', () => reject(new SetupError(`${command} is not installed.`)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new SetupError(`better-sqlite3 did not compile:\n${errors.slice(-4000)}`));
    });
  });
}

function tryOut(binding) {
  const script = [
    `const Database = require(${JSON.stringify(join(modules, 'better-sqlite3'))});`,
    `const db = new Database(':memory:', { nativeBinding: ${JSON.stringify(binding)} });`,
    `db.exec("create virtual table t using fts5(x); insert into t values ('stet')");`,
    `if (db.prepare('select x from t where t match ?').get('stet').x !== 'stet') process.exit(1);`,
  ].join('\n');
  const { code, err } = capture(process.execPath, ['-e', script]);
  if (code !== 0) throw new SetupError(`The compiled SQLite binding does not work:\n${err}`);
}
