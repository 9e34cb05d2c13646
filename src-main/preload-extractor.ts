import { ipcRenderer } from 'electron';

// Hands the port through to the page; the page has no other way to anything.
ipcRenderer.on('extractor-port', (event) => {
  window.postMessage({ type: 'extractor-port' }, window.location.origin, event.ports);
});
