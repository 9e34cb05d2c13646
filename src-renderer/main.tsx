import './trusted-types';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './styles/styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { answerOtherWindows } from './articles/article-lock';
import { listenForPort } from './bridge';
import { listenForCommands } from './command-keys';
import { keepDesk, rememberDesk } from './desk';
import { flushAll } from './editor/saving';
import { listenToImports } from './imports/listen';
import { watchKeys } from './key-frames';
import { queryClient } from './queries/client';
import { listenToLibrary } from './queries/listen';
import { getShell } from './shell';
import { loadView } from './view';

watchKeys(window);
listenForPort(window);
listenToLibrary();
listenToImports();
listenForCommands();
void loadView();
keepDesk();
answerOtherWindows();

// The window is closing: it waits for this word, within a limit, and asks the user where it is false.
window.stet.onEvent((event) => {
  if (event.type !== 'flush') return;
  // The manuscript remembers its place as well: a window that is closed at once opens where it was.
  Promise.all([flushAll(), getShell().manuscript?.flush(), rememberDesk()]).then(
    () => window.stet.flushed(true),
    () => window.stet.flushed(false),
  );
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="en-GB">
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
