import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** True where Java is installed, which the Nu HTML checker needs. */
export async function hasJava(): Promise<boolean> {
  return run('java', ['-version']).then(
    () => true,
    () => false,
  );
}

/** The Nu HTML checker's messages about files; empty where all is well. */
export async function checkHtml(
  files: readonly string[],
  options: { warnings: boolean },
): Promise<string> {
  // From the project's folder, where both test runners start: only one of them knows `import.meta`.
  const fromProject = createRequire(join(process.cwd(), 'package.json'));
  const home = dirname(fromProject.resolve('vnu-jar/package.json'));
  const jar = join(home, 'build', 'dist', 'vnu.jar');
  const messages = await run('java', [
    '-jar',
    jar,
    ...(options.warnings ? [] : ['--errors-only']),
    ...files,
  ]).then(
    ({ stderr }) => stderr,
    (error: { stderr?: string }) => error.stderr || String(error),
  );
  return messages
    .split('\n')
    .filter((line) => !/^(?:Picked up|$)/.test(line))
    .join('\n');
}
