import { spawn, spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { SetupError } from './log.mjs';
import { manifest, modules } from './paths.mjs';

/** Signals that a person or a supervisor sends to end a run: handed on to the child. */
const handedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The environment of every child: the checkout's own tools, and its Node, come first on PATH. */
export function childEnvironment(extra = {}) {
  const env = { ...process.env };
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[key] = [join(modules, '.bin'), env[key]].filter(Boolean).join(delimiter);
  return { ...env, ...extra };
}

/**
 * Runs a command with the terminal's own streams and waits for its end.
 * @returns {Promise<number>} exit code; 128 + signal number when a signal ended it
 */
export function run(command, args, { env = {}, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: childEnvironment(env),
      ...options,
    });
    const forward = (signal) => child.kill(signal);
    for (const signal of handedOn) process.on(signal, forward);
    const settle = (finish) => {
      for (const signal of handedOn) process.off(signal, forward);
      finish();
    };
    child.on('error', (error) => settle(() => reject(error)));
    child.on('close', (code, signal) => settle(() => resolve(code ?? signalCode(signal))));
  });
}

/** Like `run`, and a failure ends the set-up. */
export async function mustRun(command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0)
    throw new SetupError(`"${[command, ...args].join(' ')}" ended with code ${code}.`);
}

/** Runs quietly. @returns {{code: number, out: string, err: string}} code 127: not found */
export function capture(command, args, { env = {}, ...options } = {}) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: childEnvironment(env),
    ...options,
  });
  if (result.error) return { code: 127, out: '', err: result.error.message };
  return {
    code: result.status ?? signalCode(result.signal),
    out: result.stdout,
    err: result.stderr,
  };
}

/** Script of an installed package's command, to be run with `process.execPath`. */
export function tool(packageName, command = packageName) {
  const { bin } = manifest(packageName);
  return join(modules, packageName, typeof bin === 'string' ? bin : bin[command]);
}

/** npm and its first arguments, whatever the platform calls it. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return [process.execPath, [script], {}];
  return ['npm', [], { shell: process.platform === 'win32' }];
}

function signalCode(signal) {
  return 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0);
}
