import { describe, expect, it } from 'vitest';
import { belowFloor, isOlder, namesRegistry } from './version-floors.mjs';

const floors = [{ package: 'mammoth', floor: '1.12.3', reason: 'reads any file' }];

describe('version floors', () => {
  it('names a package that is too old, also inside another package', () => {
    const packages = {
      'node_modules/mammoth': { version: '1.12.3' },
      'node_modules/reader/node_modules/mammoth': { version: '1.9.10' },
      'node_modules/mammoth-like': { version: '0.1.0' },
    };
    expect(belowFloor(packages, floors)).toEqual([
      'node_modules/reader/node_modules/mammoth is 1.9.10, needs 1.12.3: reads any file',
    ]);
  });

  it('compares numbers, not letters', () => {
    expect(isOlder('1.9.0', '1.12.0')).toBe(true);
    expect(isOlder('37.3.1', '37.3.1')).toBe(false);
    expect(isOlder('37.3.1-beta.1', '37.3.1')).toBe(true);
    expect(isOlder('45.4.1', '37.3.1')).toBe(false);
  });

  it('finds a lock file that names a registry', () => {
    const packages = {
      'node_modules/a': { version: '1.0.0', resolved: 'https://registry.example/a-1.0.0.tgz' },
      'node_modules/b': { version: '1.0.0' },
    };
    expect(namesRegistry(packages)).toEqual(['node_modules/a']);
  });
});
