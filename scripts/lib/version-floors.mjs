/**
 * Packages of a lock file that are older than a floor. `npm audit` asks the registry, and a mirror
 * does not answer: the versions known to be unsafe are listed in version-floors.json instead.
 *
 * @param {Record<string, {version?: string}>} packages `packages` of package-lock.json
 * @param {{package: string, floor: string, reason: string}[]} floors
 * @returns {string[]} a sentence for each that is too old
 */
export function belowFloor(packages, floors) {
  return floors.flatMap(({ package: name, floor, reason }) =>
    Object.entries(packages)
      .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
      .filter(([, { version }]) => version && isOlder(version, floor))
      .map(([path, { version }]) => `${path} is ${version}, needs ${floor}: ${reason}`),
  );
}

/** Whether version `a` comes before `b`; both "1.2.3", a pre-release before its release. */
export function isOlder(a, b) {
  const [left, right] = [a, b].map((version) => version.split('-')[0].split('.').map(Number));
  for (let part = 0; part < 3; part += 1) {
    if (left[part] !== right[part]) return left[part] < right[part];
  }
  return a.includes('-') && !b.includes('-');
}

/** @returns {string[]} packages whose entry names the host that they were fetched from */
export function namesRegistry(packages) {
  return Object.entries(packages)
    .filter(([, { resolved }]) => /^https?:/.test(resolved ?? ''))
    .map(([path]) => path);
}
