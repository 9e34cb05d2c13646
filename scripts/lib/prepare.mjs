import { ensureBuilt } from './build.mjs';
import { hasDisplay } from './display.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { checkSandbox, isRoot } from './sandbox.mjs';
import { ensureSqliteBinding, sqliteBindingIsCached } from './sqlite-binding.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/**
 * Everything that running Stet needs, installed where it is missing.
 *
 * @param {{build?: boolean, retry?: boolean, thorough?: boolean}} [options] `build`: also the
 *   application; `retry`: ask again for the declared Electron; `thorough`: compare the caches
 *   byte by byte
 * @returns {Promise<{runtime: Awaited<ReturnType<typeof ensureElectron>>, sandbox: string[],
 *   env: Record<string, string>}>} `sandbox`: arguments for Electron; `env`: what to add to the
 *   environment of the application, of Playwright and of electron-vite
 */
export async function prepare({ build = true, retry = false, thorough = false } = {}) {
  // First, because an ordinary user has to ask somebody for them.
  await ensureSystemLibraries({ display: !hasDisplay() });
  const runtime = await ensureElectron({ retry, thorough });
  const fallback = runtime.kind === 'fallback';
  if (fallback && !sqliteBindingIsCached()) await ensureSystemLibraries({ compiler: true });
  const env = { STET_ELECTRON: runtime.executable, ELECTRON_EXEC_PATH: runtime.executable };
  if (fallback) env.STET_SQLITE_BINDING = await ensureSqliteBinding({ thorough });
  const bare = isRoot || process.env.STET_NO_SANDBOX === '1';
  if (bare) env.STET_NO_SANDBOX = '1';
  else checkSandbox(runtime.folder);
  if (build) await ensureBuilt();
  return { runtime, env, sandbox: bare ? ['--no-sandbox'] : [] };
}
