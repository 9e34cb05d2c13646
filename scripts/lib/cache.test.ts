import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cached } from './cache.mjs';

let root: string;
let made: number;
const make = async (folder: string) => {
  made += 1;
  writeFileSync(join(folder, 'part'), 'whole content');
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stet-cache-'));
  process.env.STET_CACHE = root;
  made = 0;
});
afterEach(() => {
  delete process.env.STET_CACHE;
  rmSync(root, { recursive: true });
});

describe('cached', () => {
  it('makes a folder once', async () => {
    const folder = await cached('thing-1', make);
    expect(await cached('thing-1', make)).toBe(folder);
    expect(made).toBe(1);
    expect(readFileSync(join(folder, 'part'), 'utf8')).toBe('whole content');
  });

  it('leaves nothing behind when making fails, and makes it the next time', async () => {
    const failing = async (folder: string) => {
      await make(folder);
      throw new Error('connection lost');
    };
    await expect(cached('thing-1', failing)).rejects.toThrow('connection lost');
    expect(readdirSync(root)).toEqual([]);
    expect(existsSync(await cached('thing-1', make))).toBe(true);
  });

  it('makes a folder again that was cut short or lost a file', async () => {
    const folder = await cached('thing-1', make);
    writeFileSync(join(folder, 'part'), 'whole');
    await cached('thing-1', make);
    expect(readFileSync(join(folder, 'part'), 'utf8')).toBe('whole content');
    rmSync(join(folder, 'part'));
    await cached('thing-1', make);
    expect(readFileSync(join(folder, 'part'), 'utf8')).toBe('whole content');
    expect(made).toBe(3);
  });

  it('finds changed bytes of the same length when it is thorough', async () => {
    const folder = await cached('thing-1', make);
    writeFileSync(join(folder, 'part'), 'WHOLE CONTENT');
    await cached('thing-1', make);
    expect(made).toBe(1);
    await cached('thing-1', make, { thorough: true });
    expect(made).toBe(2);
  });
});
