/** The major version of Electron that package.json declares; an older one is the stand-in. */
const DECLARED_MAJOR = 45;

/** True on the stand-in runtime, which serves development and tests only. About says so. */
export function runsOnFallbackRuntime(): boolean {
  return Number.parseInt(process.versions.electron ?? '0', 10) < DECLARED_MAJOR;
}
