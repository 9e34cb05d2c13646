import type { DesktopBridge } from '../src-shared/desktop';

/*
 * Electron's accelerators ("CmdOrCtrl+Shift+E") as keys of the page and as labels. The native menus
 * show the same accelerators and do not act on them: the page does, so that a shortcut works the same
 * with and without menus.
 */

type Platform = DesktopBridge['platform'];

interface Accelerator {
  control: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
  /** As in Electron: "E", "8", "F8", "Return", "Escape", "\\". */
  key: string;
}

/** What a key press is matched by: the part of KeyboardEvent that counts. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

function parse(accelerator: string, platform: Platform): Accelerator {
  const parts = accelerator.split('+');
  const key = parts.pop() ?? '';
  const modifiers = new Set(parts);
  const commandKey = modifiers.has('CmdOrCtrl');
  return {
    control: modifiers.has('Ctrl') || (commandKey && platform !== 'darwin'),
    meta: modifiers.has('Cmd') || (commandKey && platform === 'darwin'),
    alt: modifiers.has('Alt'),
    shift: modifiers.has('Shift'),
    key,
  };
}

const NAMED_KEYS: Record<string, string> = { Return: 'Enter', Escape: 'Escape', Tab: 'Tab' };

/** Where the keys of signs lie, whatever sign a layout has there. */
const SIGN_CODES: Record<string, readonly string[]> = {
  '\\': ['Backslash', 'IntlBackslash'],
  '=': ['Equal', 'NumpadAdd'],
  '-': ['Minus', 'NumpadSubtract'],
  ';': ['Semicolon'],
  '.': ['Period'],
  '[': ['BracketLeft'],
  ']': ['BracketRight'],
};

/** True where the key itself is pressed, whatever Shift or the keyboard's layout make of it. */
function isKey(press: KeyPress, key: string): boolean {
  const named = NAMED_KEYS[key] ?? (/^F\d+$/.test(key) ? key : undefined);
  if (named) return press.key === named;
  if (/^\d$/.test(key)) return press.code === `Digit${key}` || press.code === `Numpad${key}`;
  const codes = SIGN_CODES[key];
  if (codes) return press.key === key || codes.includes(press.code);
  const letter = press.key.toUpperCase();
  // A layout without Latin letters (Cyrillic, Greek) still has the key at the same place.
  return /^[A-Z]$/.test(letter) ? letter === key : press.code === `Key${key}`;
}

/** True where a key press is the accelerator, with exactly its modifiers. */
export function matchesAccelerator(
  press: KeyPress,
  accelerator: string,
  platform: Platform,
): boolean {
  const wanted = parse(accelerator, platform);
  return (
    press.ctrlKey === wanted.control &&
    press.metaKey === wanted.meta &&
    press.altKey === wanted.alt &&
    press.shiftKey === wanted.shift &&
    isKey(press, wanted.key)
  );
}

const MAC_SIGNS: Record<string, string> = { Return: '↩', Escape: 'esc', Tab: '⇥' };
const LABELS: Record<string, string> = { Return: 'Enter', Escape: 'Esc' };

/** The accelerator as it is shown: "Ctrl Shift E" on Linux and Windows, "⇧⌘E" on macOS. */
export function shortcutLabel(accelerator: string, platform: Platform): string {
  const { control, meta, alt, shift, key } = parse(accelerator, platform);
  if (platform === 'darwin') {
    const signs = `${control ? '⌃' : ''}${alt ? '⌥' : ''}${shift ? '⇧' : ''}${meta ? '⌘' : ''}`;
    return signs + (MAC_SIGNS[key] ?? key);
  }
  const words = [control && 'Ctrl', alt && 'Alt', shift && 'Shift', LABELS[key] ?? key];
  return words.filter((word) => word !== false).join(' ');
}

/** The accelerator in the form of `aria-keyshortcuts`. */
export function ariaShortcut(accelerator: string, platform: Platform): string {
  const { control, meta, alt, shift, key } = parse(accelerator, platform);
  const words = [control && 'Control', alt && 'Alt', shift && 'Shift', meta && 'Meta'];
  return [...words.filter((word) => word !== false), NAMED_KEYS[key] ?? key].join('+');
}
