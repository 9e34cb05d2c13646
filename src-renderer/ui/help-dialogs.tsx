import { useQuery } from '@tanstack/react-query';
import { COMMANDS, type CommandDescription, type CommandMenu } from '../../src-shared/commands';
import { closeDialog } from '../shell';
import { shortcutLabel } from '../shortcuts';
import { words } from '../words/words';
import { Button } from './button';
import { Modal } from './modal';

const MENUS: readonly CommandMenu[] = [
  'file',
  'edit',
  'table',
  'quotation',
  'source',
  'go',
  'view',
  'help',
];

/** Every shortcut, by menu. */
export function ShortcutsDialog() {
  const all: CommandDescription[] = Object.values(COMMANDS);
  return (
    <Modal title={words.help.shortcuts} size="middle" onClose={closeDialog}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keys. */}
      <div className="dialog-body shortcuts" tabIndex={0}>
        {MENUS.map((menu) => (
          <section key={menu}>
            <h3>{words.help.menus[menu]}</h3>
            <dl>
              {all
                .filter((command) => command.menu === menu && command.accelerator)
                .map(({ label, accelerator = '' }) => (
                  <div key={label}>
                    <dt>{label.replace(/…$/, '')}</dt>
                    <dd>
                      <kbd>{shortcutLabel(accelerator, window.stet.platform)}</kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <footer className="dialog-footer">
        <span className="push" />
        <Button tone="primary" onPress={closeDialog} autoFocus>
          {words.close}
        </Button>
      </footer>
    </Modal>
  );
}

/** Which Stet this is, and what it runs on. */
export function AboutDialog() {
  const { data: about } = useQuery({
    queryKey: ['about'],
    queryFn: () => window.stet.call('about', {}),
  });
  return (
    <Modal title="Stet" description={words.help.motto} size="narrow" onClose={closeDialog}>
      <div className="dialog-body">
        {about ? (
          <>
            <p>{words.help.version(about.version)}</p>
            <p className="hint">{words.help.runtime(about.electron, about.chrome)}</p>
            {about.fallbackRuntime ? <p className="hint">{words.help.fallback}</p> : null}
          </>
        ) : (
          <p>{words.loading}</p>
        )}
      </div>
      <footer className="dialog-footer">
        <span className="push" />
        <Button tone="primary" onPress={closeDialog} autoFocus>
          {words.close}
        </Button>
      </footer>
    </Modal>
  );
}
