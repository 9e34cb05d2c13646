import { run } from './cli/program';

/*
 * The `stet` command, started by scripts/stet.mjs: plain Node, no window. The list of its commands
 * is in cli/program.ts.
 */

// A reader that has seen enough (`stet detect … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

// The exit code is set rather than forced: what was written to a pipe still has to leave.
void run(process.argv.slice(2), process).then((code) => {
  process.exitCode = code;
});
