import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src-shared/commands';
import { ariaShortcut, type KeyPress, matchesAccelerator, shortcutLabel } from './shortcuts';

function press(key: string, code: string, modifiers = ''): KeyPress {
  return {
    key,
    code,
    ctrlKey: modifiers.includes('c'),
    metaKey: modifiers.includes('m'),
    altKey: modifiers.includes('a'),
    shiftKey: modifiers.includes('s'),
  };
}

const matches: [string, KeyPress, string, 'linux' | 'darwin', boolean][] = [
  ['Control on Linux', press('k', 'KeyK', 'c'), 'CmdOrCtrl+K', 'linux', true],
  ['Command on macOS', press('k', 'KeyK', 'm'), 'CmdOrCtrl+K', 'darwin', true],
  ['not Control on macOS', press('k', 'KeyK', 'c'), 'CmdOrCtrl+K', 'darwin', false],
  ['not with one modifier more', press('K', 'KeyK', 'cs'), 'CmdOrCtrl+K', 'linux', false],
  ['a capital letter with Shift', press('E', 'KeyE', 'cs'), 'CmdOrCtrl+Shift+E', 'linux', true],
  ['a digit whose Shift is a sign', press('*', 'Digit8', 'cs'), 'CmdOrCtrl+Shift+8', 'linux', true],
  ['a digit on a French keyboard', press('&', 'Digit1', 'c'), 'CmdOrCtrl+1', 'linux', true],
  ['a letter on a Russian keyboard', press('л', 'KeyK', 'c'), 'CmdOrCtrl+K', 'linux', true],
  ['a letter where the layout has it', press('z', 'KeyY', 'c'), 'CmdOrCtrl+Z', 'linux', true],
  ['not the place of another letter', press('y', 'KeyZ', 'c'), 'CmdOrCtrl+Z', 'linux', false],
  ['a function key', press('F8', 'F8'), 'F8', 'linux', true],
  ['a function key with Shift', press('F8', 'F8', 's'), 'Shift+F8', 'linux', true],
  ['Enter', press('Enter', 'Enter', 'c'), 'CmdOrCtrl+Return', 'linux', true],
  ['Escape', press('Escape', 'Escape'), 'Escape', 'linux', true],
  ['a backslash', press('\\', 'Backslash', 'c'), 'CmdOrCtrl+\\', 'linux', true],
  [
    'an equals sign where the layout has another',
    press('+', 'Equal', 'ca'),
    'CmdOrCtrl+Alt+=',
    'linux',
    true,
  ],
  ['a backslash with Shift', press('|', 'Backslash', 'cs'), 'CmdOrCtrl+Shift+\\', 'linux', true],
];

describe('matchesAccelerator', () => {
  it.each(matches)('%s', (_name, key, accelerator, platform, expected) => {
    expect(matchesAccelerator(key, accelerator, platform)).toBe(expected);
  });
});

describe('shortcutLabel', () => {
  it('names the keys in words on Linux and Windows', () => {
    expect(shortcutLabel('CmdOrCtrl+Shift+E', 'linux')).toBe('Ctrl Shift E');
    expect(shortcutLabel('CmdOrCtrl+Alt+2', 'win32')).toBe('Ctrl Alt 2');
    expect(shortcutLabel('Escape', 'linux')).toBe('Esc');
  });
  it('uses the signs of macOS there', () => {
    expect(shortcutLabel('CmdOrCtrl+Shift+E', 'darwin')).toBe('⇧⌘E');
    expect(shortcutLabel('CmdOrCtrl+Return', 'darwin')).toBe('⌘↩');
  });
  it('has a form for assistive technology', () => {
    expect(ariaShortcut('CmdOrCtrl+Return', 'linux')).toBe('Control+Enter');
  });
});

describe('the commands', () => {
  it('have no shortcut twice', () => {
    const accelerators = Object.values(COMMANDS).flatMap((command) =>
      'accelerator' in command && command.accelerator ? [command.accelerator] : [],
    );
    expect(new Set(accelerators).size).toBe(accelerators.length);
  });
});
