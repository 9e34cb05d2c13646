import { describe, expect, it } from 'vitest';
import { matches } from './npm-install.mjs';

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/for-another-platform': { version: '2.0.0', optional: true },
};

describe('installed packages', () => {
  it('may lack optional ones', () => {
    expect(matches(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
  });

  it('do not match when one is missing, of another version, or no longer wanted', () => {
    expect(matches(wanted, {})).toBe(false);
    expect(matches(wanted, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
    const more = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } };
    expect(matches(wanted, more)).toBe(false);
  });
});
