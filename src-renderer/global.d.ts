import type { DesktopBridge } from '../src-shared/desktop';

declare global {
  interface Window {
    /** Made by the preload script: what the window may ask of the desktop. */
    stet: DesktopBridge;
  }
}
