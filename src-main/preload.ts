import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DesktopBridge, DesktopEvent } from '../src-shared/desktop';

const bridge: DesktopBridge = {
  platform: process.platform as DesktopBridge['platform'],
  call: (method, input) => ipcRenderer.invoke('desktop', method, input),
  grantDropped: (files) =>
    ipcRenderer.invoke(
      'grant-dropped',
      files.map((file) => webUtils.getPathForFile(file as File)).filter((path) => path !== ''),
    ),
  onEvent(listener) {
    // The event object of Electron stays on this side: it holds the way back to main.
    const relay = (_event: unknown, message: DesktopEvent) => listener(message);
    ipcRenderer.on('desktop-event', relay);
    return () => ipcRenderer.removeListener('desktop-event', relay);
  },
  flushed: (saved) => ipcRenderer.send('flushed', saved),
};
contextBridge.exposeInMainWorld('stet', bridge);

ipcRenderer.on('library-port', (event) => {
  window.postMessage({ type: 'stet-port' }, window.location.origin, event.ports);
});
