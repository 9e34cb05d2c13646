import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay, withDisplays } from './display.mjs';
import { duration, SetupError, say, step } from './log.mjs';
import { root } from './paths.mjs';
import { run, tool } from './run.mjs';

/** The checks of `npm run check` and `npm test`: name and what runs, each a whole tool. */
export const lint = {
  title: 'Format, lint, import rules (Biome)',
  run: () => node(tool('@biomejs/biome', 'biome'), ['check', '--error-on-warnings', '.']),
};

export const types = {
  title: 'Types (TypeScript)',
  async run() {
    let failed = 0;
    for (const project of typeProjects()) {
      if ((await node(tool('typescript', 'tsc'), ['-p', project])) !== 0) failed = 1;
    }
    return failed;
  },
};

export const unit = {
  title: 'Unit tests (Vitest)',
  run: () => node(tool('vitest'), ['run']),
};

export const versions = {
  title: 'Version floors',
  run: () => node(join(root, 'scripts', 'versions.mjs'), []),
};

/** Every tsconfig of the source folders: one a folder, and one more for each special part. */
function typeProjects() {
  return ['src-shared', 'src-main', 'src-renderer', 'e2e', 'benchmarks/engine'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /^tsconfig.*\.json$/.test(name))
      .map((name) => join(folder, name)),
  );
}

/**
 * End-to-end tests, on what `prepare` returned. Focus and clipboard belong to a screen: on the machine's
 * own one window is open at a time; where screens are virtual, two are, on one screen each. Playwright
 * hands the files out as one of the two is free, so both end at about the same time.
 */
export function endToEnd(env, args) {
  const playwright = tool('@playwright/test', 'playwright');
  return {
    title: 'End-to-end tests in the window (Playwright)',
    run() {
      const screens = hasDisplay() || args.length > 0 ? 1 : 2;
      return withDisplays(screens, (display) =>
        node(playwright, ['test', `--workers=${screens}`, ...args], { ...env, ...display }),
      );
    },
  };
}

/**
 * Runs the checks one after the other, each with its duration; stops at the first that fails.
 * @returns {Promise<number>} exit code
 */
export async function runAll(name, checks) {
  const started = Date.now();
  for (const { title, run: work } of checks) {
    const code = await step(title, async () => {
      const result = await work();
      if (result !== 0) throw new SetupError(`${name} stopped at: ${title}.`);
      return result;
    });
    if (code !== 0) return code;
  }
  say('');
  const what = checks.length === 1 ? 'passed' : `all ${checks.length} steps passed`;
  say(`${name}: ${what} in ${duration(Date.now() - started)}.`);
  return 0;
}

function node(script, args, env = {}) {
  if (!existsSync(script)) throw new SetupError(`${script} is not installed.`);
  return run(process.execPath, [script, ...args], { cwd: root, env });
}
