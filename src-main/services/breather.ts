/** Longer than this, in milliseconds, no piece of work keeps a save waiting. */
const TURN_MS = 12;

/** Lets other calls have their turn in the middle of a long piece of work. */
export class Breather {
  private since = performance.now();
  /** Whether other calls had their turn since it was made. */
  hasBreathed = false;

  /** Call it between two steps; answers at once while the turn is not used up. */
  async breathe(): Promise<void> {
    if (performance.now() - this.since < TURN_MS) return;
    await new Promise(setImmediate);
    this.hasBreathed = true;
    this.since = performance.now();
  }
}
