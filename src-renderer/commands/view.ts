import type { CommandId } from '../../src-shared/commands';
import type { Theme } from '../../src-shared/desktop';
import { attempt } from '../actions';
import { followTrailTo } from '../articles/article-actions';
import { showClaims } from '../claims/claim-actions';
import { getShell, openDialog, type PanelTab, setShell, showTab, showToast } from '../shell';
import { switchGrammar, switchSpelling } from '../spelling/spelling-actions';
import { changeTextSize, changeView } from '../view';
import { words } from '../words/words';
import { always, type Command, withArticle, withManuscript } from './command';

const tab = (name: PanelTab): Command => ({
  perform: () => {
    showTab(name);
    // The panel is there after the next paint.
    requestAnimationFrame(() => focusPanel());
  },
  isAvailable: always,
});

function focusPanel() {
  const panel = document.querySelector('.panel [role="tabpanel"]');
  const first =
    panel?.querySelector<HTMLElement>('[data-panel-focus]') ??
    panel?.querySelector<HTMLElement>('input, button');
  first?.focus();
}

const theme = (name: Theme): Command => ({
  perform: () => attempt(() => window.stet.call('setTheme', { theme: name })),
  isAvailable: always,
});

/** Commands that go somewhere, or change how things look. */
export const viewCommands = {
  'palette.open': { perform: () => openDialog({ kind: 'palette' }), isAvailable: always },
  'go.recent': {
    perform: () => openDialog({ kind: 'recent', oldest: false }),
    isAvailable: always,
  },
  'go.recentOldest': {
    perform: () => openDialog({ kind: 'recent', oldest: true }),
    isAvailable: always,
  },
  'go.back': { perform: () => followTrailTo('back'), isAvailable: () => getShell().trail.back > 0 },
  'go.forward': {
    perform: () => followTrailTo('forward'),
    isAvailable: () => getShell().trail.forward > 0,
  },
  'go.articles': {
    perform: () => {
      setShell({ railHidden: false });
      // The rail is there after the next paint.
      requestAnimationFrame(() => {
        const list = document.querySelector<HTMLElement>('.rail [data-articles]');
        (list ?? document.querySelector<HTMLElement>('.rail .view-button'))?.focus();
      });
    },
    isAvailable: always,
  },
  'go.quotes': tab('quotes'),
  'go.source': tab('source'),
  'go.article': tab('article'),
  'go.comments': tab('comments'),
  'go.footnote': {
    perform: () => getShell().manuscript?.goBetweenFootnotes(),
    isAvailable: withManuscript,
  },
  'go.claims': {
    perform: () => {
      showClaims();
      requestAnimationFrame(() => focusPanel());
    },
    isAvailable: withArticle,
  },
  'go.manuscript': {
    perform: () => getShell().manuscript?.focus(),
    isAvailable: withManuscript,
  },
  'view.rail': {
    perform: () => setShell({ railHidden: !getShell().railHidden }),
    isAvailable: always,
  },
  'view.panel': {
    perform: () => setShell({ panelHidden: !getShell().panelHidden }),
    isAvailable: always,
  },
  'view.focus': {
    perform: () => {
      setShell({ isFocused: !getShell().isFocused });
      getShell().manuscript?.focus();
    },
    isAvailable: withManuscript,
  },
  'view.typewriter': {
    perform: () => changeView({ typewriter: !getShell().view.typewriter }),
    isAvailable: always,
  },
  'view.typographic': {
    perform: () => {
      const typographic = !getShell().view.typographic;
      showToast(typographic ? words.typographicOn : words.typographicOff);
      return changeView({ typographic });
    },
    isAvailable: always,
  },
  'view.spelling': { perform: switchSpelling, isAvailable: always },
  'view.grammar': { perform: switchGrammar, isAvailable: always },
  'view.largerText': { perform: () => changeTextSize(1), isAvailable: always },
  'view.smallerText': { perform: () => changeTextSize(-1), isAvailable: always },
  'view.usualText': { perform: () => changeView({ textSize: 1 }), isAvailable: always },
  'view.narrowPage': { perform: () => changeView({ pageWidth: 'narrow' }), isAvailable: always },
  'view.normalPage': { perform: () => changeView({ pageWidth: 'normal' }), isAvailable: always },
  'view.widePage': { perform: () => changeView({ pageWidth: 'wide' }), isAvailable: always },
  'theme.system': theme('system'),
  'theme.light': theme('light'),
  'theme.dark': theme('dark'),
  'help.shortcuts': { perform: () => openDialog({ kind: 'shortcuts' }), isAvailable: always },
  'help.about': { perform: () => openDialog({ kind: 'about' }), isAvailable: always },
} satisfies Partial<Record<CommandId, Command>>;
