/*
 * What a token of the interface stands for is told by main, over another way than the call that names
 * it: the call may be there first, when the computer is busy.
 */

const PATIENCE_MS = 1_000;
const LOOK_MS = 20;

/** The paths behind tokens, in their order; null for one that nobody was given. */
export async function pathsBehind(
  grants: ReadonlyMap<string, string>,
  tokens: readonly string[],
): Promise<(string | null)[]> {
  const until = performance.now() + PATIENCE_MS;
  while (tokens.some((token) => !grants.has(token)) && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return tokens.map((token) => grants.get(token) ?? null);
}
