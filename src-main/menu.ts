import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type CommandId, type CommandMenu } from '../src-shared/commands';
import { desktopWords } from '../src-shared/words/desktop';
import { sendEvent } from './window';

const TITLES = desktopWords.menus;

/** Builds the native menus from the one list of commands; a click is sent to the window. */
export function setMenu(window: () => BrowserWindow | null): void {
  const items = (menu: CommandMenu): MenuItemConstructorOptions[] =>
    (Object.keys(COMMANDS) as CommandId[])
      .filter((id) => COMMANDS[id].menu === menu)
      .flatMap((id) => {
        const { label, accelerator, separatorBefore } = COMMANDS[id];
        const item: MenuItemConstructorOptions = {
          id,
          label,
          // The page handles the keys, so that a shortcut works the same with and without menus.
          registerAccelerator: false,
          ...(accelerator ? { accelerator } : {}),
          click: () => {
            const target = window();
            if (target) sendEvent(target, { type: 'command', id });
          },
        };
        return separatorBefore ? [{ type: 'separator' as const }, item] : [item];
      });
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: TITLES.file,
      submenu: [...items('file'), { type: 'separator' }, { role: 'close' }, { role: 'quit' }],
    },
    {
      label: TITLES.edit,
      submenu: [
        ...items('edit').slice(0, 2),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        // As plain text: a command, for the page knows what is being typed in.
        ...items('edit').slice(2, 3),
        { role: 'selectAll' },
        ...items('edit').slice(3),
      ],
    },
    { label: TITLES.table, submenu: items('table') },
    { label: TITLES.quotation, submenu: items('quotation') },
    { label: TITLES.source, submenu: items('source') },
    { label: TITLES.go, submenu: items('go') },
    {
      label: TITLES.view,
      submenu: [
        ...items('view'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    { label: TITLES.help, submenu: items('help') },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
