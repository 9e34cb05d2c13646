import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { addAlign } from './align';
import { addByline } from './byline';
import { addCheck } from './check';
import { addDetect } from './detect';
import { addExport } from './export';
import { describeFailure } from './failure';
import { addImpact } from './impact';
import { addImport } from './import';
import { complain, EXIT, type ExitCode, type Io, type Run } from './io';
import { addList } from './list';
import { addMatch } from './match';
import { addSearch } from './search';
import { addSource } from './source';
import { addVerdict } from './verdict';

/** Every command, in the order in which `stet --help` lists them. */
const COMMANDS = [
  addDetect,
  addImport,
  addList,
  addCheck,
  addExport,
  addVerdict,
  addAlign,
  addByline,
  addMatch,
  addSource,
  addImpact,
  addSearch,
];

/**
 * Runs one command line, without the names of the program. Resolves to the exit code: 0 done,
 * 1 quotations are open (`check` alone), 2 failed. Never rejects; a failure is one line on stderr.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const state: Run = { io, exitCode: EXIT.done };
  const program = new Command('stet')
    .description('Finds quotations in articles and ties them to the sources they come from.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: (text, print) => print(`stet: ${text.replace(/^error: /, '')}`),
    })
    .addHelpText('after', EXIT_CODES);
  for (const add of COMMANDS) add(program, state);
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed already: help and version end well, all else is a mistake in the line.
      return error.exitCode === 0 ? EXIT.done : EXIT.failed;
    }
    await complain(io, describeFailure(error));
    return EXIT.failed;
  }
  return state.exitCode;
}

const EXIT_CODES = `
Exit codes: 0 done, 1 "check" found quotations that do not stand, 2 failed.
"stet COMMAND --help" has an example of each command.`;
