#!/usr/bin/env node
// The `stet` command of a checkout: the built command line on the project's own Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { projectNode } from './lib/npm-install.mjs';

const program = fileURLToPath(new URL('../out/main/cli.js', import.meta.url));
const oldest = 22;

if (!existsSync(program)) {
  console.error(
    'stet: not set up yet. Run "npm run setup" once in the folder of the checkout, then try again.',
  );
  process.exit(1);
}
if (Number.parseInt(process.versions.node, 10) >= oldest) {
  await import(new URL('../out/main/cli.js', import.meta.url));
} else if (existsSync(projectNode)) {
  onProjectNode();
} else {
  console.error(
    `stet: needs Node ${oldest} or later (this is ${process.version}), or "npm run setup" once.`,
  );
  process.exit(1);
}

/** Hands over streams, signals, exit code and the signal that ended it. */
function onProjectNode() {
  const child = spawn(projectNode, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  child.on('error', (error) => {
    console.error(`stet: ${error.message}`);
    process.exit(1);
  });
  child.on('close', (code, signal) => {
    for (const name of signals) process.off(name, forward);
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
}
