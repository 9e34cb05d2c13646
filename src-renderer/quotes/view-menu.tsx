import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import type { QuotationView } from '../../src-shared/model/quotation';
import { VERDICTS } from '../../src-shared/model/verdict';
import { ChevronIcon } from '../ui/icons';
import { SHOWN_LABELS, quotesViewWords as said, viewLabel } from '../words/quotes-view';
import { words } from '../words/words';
import { isShown, type QuotesView, type ReadBacks, type Shown } from './order';

const READ_BACKS: readonly Shown[] = [
  'read-back:none',
  'read-back:sent',
  'read-back:approved',
  'read-back:changes-asked',
];

interface ViewMenuProps {
  view: QuotesView;
  quotations: readonly QuotationView[];
  readBacks: ReadBacks;
  onChange(view: QuotesView): void;
}

/** What the panel shows, in which order; each way with how many there are. */
export function ViewMenu(props: ViewMenuProps) {
  return (
    <MenuTrigger>
      <AriaButton className="button button-quiet button-small meter-view">
        {viewLabel(props.view)}
        <ChevronIcon />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <ViewOptions {...props} />
      </Popover>
    </MenuTrigger>
  );
}

/** A part of its own: nothing is counted before the menu is opened. */
function ViewOptions({ view, quotations, readBacks, onChange }: ViewMenuProps) {
  const countOf = (shown: Shown) =>
    quotations.filter((quotation) => isShown(quotation, shown, readBacks)).length;
  const some = (shown: Shown) => shown === view.show || countOf(shown) > 0;
  const verdicts = VERDICTS.map((verdict): Shown => `verdict:${verdict}`).filter(some);
  const others = (['no-speaker', 'dismissed'] as const).filter(some);
  const sections: [title: string, shown: readonly Shown[]][] = [
    [words.quotes.show, ['all', 'open', ...others]],
    [said.verdict, verdicts],
    [said.readBack, READ_BACKS.filter(some)],
  ];
  return (
    <Menu className="options">
      {sections.map(([title, shown]) => (
        <MenuSection
          key={title}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={shown.includes(view.show) ? [view.show] : []}
          onSelectionChange={(keys) => {
            const [show] = keys === 'all' ? [] : [...keys];
            if (show) onChange({ ...view, show: show as Shown });
          }}
        >
          <Header className="options-title">{title}</Header>
          {shown.map((one) => (
            <MenuItem key={one} className="option" id={one} textValue={SHOWN_LABELS[one]}>
              <span className="option-count">
                {SHOWN_LABELS[one]} <small>{countOf(one).toLocaleString('en-GB')}</small>
              </span>
            </MenuItem>
          ))}
        </MenuSection>
      ))}
      <MenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view.order]}
        onSelectionChange={(keys) =>
          onChange({ ...view, order: [...keys][0] as QuotesView['order'] })
        }
      >
        <Header className="options-title">{words.quotes.order}</Header>
        <MenuItem className="option" id="text">
          {words.quotes.orderText}
        </MenuItem>
        <MenuItem className="option" id="gravity">
          {words.quotes.orderGravity}
        </MenuItem>
      </MenuSection>
    </Menu>
  );
}
