import { type KeyboardEvent, useEffect, useState } from 'react';
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import type { PersonSummary } from '../../src-shared/model/person';
import { bestName } from '../people/find-people';
import { usePeople } from '../queries/people';
import { getShell } from '../shell';
import { peopleWords, personSecondLine } from '../words/people';
import { words } from '../words/words';
import { IconButton } from './button';
import { ChevronIcon, CloseIcon } from './icons';

const CREATE = 'create';
const MOST = 30;

interface Option {
  id: string;
  name: string;
  line: string;
}

/** Names a person of the library, by typing; a name that is not there yet can be added. */
export function PersonPicker({
  label,
  hideLabel = false,
  name = '',
  suggestion = null,
  placeholder,
  autoFocus = false,
  except = null,
  onPick,
  onCreate,
  onClear,
}: {
  label: string;
  hideLabel?: boolean;
  /** The person named now. */
  name?: string;
  /** A name that the text gives: offered first while nobody is named. */
  suggestion?: string | null;
  placeholder?: string;
  autoFocus?: boolean;
  /** Somebody who is not offered. */
  except?: string | null;
  onPick(personId: string): void;
  /** Where it is left out, only people who are there can be picked. */
  onCreate?(name: string): void;
  onClear?(): void;
}) {
  const { data: people = [] } = usePeople();
  const [typed, setTyped] = useState(name);
  useEffect(() => {
    // Once somebody is chosen the field starts anew, without the focus: the keys go on in the text.
    return () => {
      if (document.activeElement === document.body) getShell().manuscript?.focus();
    };
  }, []);
  const isUntouched = typed === name;
  const offered = optionsFor(
    except === null ? people : people.filter(({ id }) => id !== except),
    isUntouched ? '' : typed,
    isUntouched ? suggestion : null,
  );
  const options = onCreate ? offered : offered.filter(({ id }) => id !== CREATE);

  const choose = (id: string) => {
    if (id === CREATE) onCreate?.((isUntouched ? (suggestion ?? '') : typed).trim());
    else onPick(id);
  };
  // A name that is spelled out needs no arrow key; a new one only where nobody fits who is meant.
  const enter = (event: KeyboardEvent<HTMLInputElement>) => {
    const isOnOption = event.currentTarget.getAttribute('aria-activedescendant') !== null;
    if (event.key !== 'Enter' || isOnOption || isUntouched) return;
    const spelled = typed.trim().toLocaleLowerCase();
    const meant = options.find((option) => option.name.toLocaleLowerCase() === spelled);
    if (!meant || (meant.id === CREATE && options.length > 1)) return;
    choose(meant.id);
  };

  return (
    <ComboBox
      className="field person-picker"
      menuTrigger="focus"
      allowsEmptyCollection
      items={options}
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={null}
      allowsCustomValue
      autoFocus={autoFocus}
      onSelectionChange={(key) => {
        if (key !== null) choose(String(key));
      }}
      onBlur={() => setTyped(name)}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : <Label>{label}</Label>}
      <div className="picker-row">
        <Input className="input" onKeyDown={enter} {...(placeholder ? { placeholder } : {})} />
        {onClear ? (
          <IconButton label={words.people.clear} slot={null} onPress={onClear}>
            <CloseIcon />
          </IconButton>
        ) : null}
        <Button className="picker-button" aria-label={words.people.showAll}>
          <ChevronIcon />
        </Button>
      </div>
      <Popover className="popover">
        <ListBox
          className="options"
          renderEmptyState={() => <p className="options-empty">{words.people.typeName}</p>}
        >
          {(option: Option) => (
            <ListBoxItem id={option.id} className="option" textValue={option.name}>
              <Text slot="label">
                {option.id === CREATE ? words.people.create(option.name) : option.name}
              </Text>
              {option.line ? (
                <Text slot="description" className="option-hint">
                  {option.line}
                </Text>
              ) : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** The people that a typed name fits, best first, and the name itself where nobody has it. */
export function optionsFor(
  people: readonly PersonSummary[],
  typed: string,
  suggestion: string | null,
): Option[] {
  const query = typed.trim();
  const known = (wanted: string) =>
    people.some((person) => person.name.toLocaleLowerCase() === wanted.toLocaleLowerCase());
  const fitting = people
    .map((person) => ({ person, ...bestName(person, query) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.person.name.localeCompare(b.person.name))
    .slice(0, MOST)
    .map(({ person, name }) => ({
      id: person.id,
      name: person.name,
      line: [
        ...(name === person.name ? [] : [peopleWords.alsoKnown(name)]),
        personSecondLine(person),
      ].join(' · '),
    }));
  const wanted = query || suggestion;
  if (!query && suggestion) {
    const match = fitting.findIndex(({ name }) => name.toLowerCase() === suggestion.toLowerCase());
    if (match > 0) fitting.unshift(...fitting.splice(match, 1));
  }
  if (!wanted || known(wanted)) return fitting;
  const create = { id: CREATE, name: wanted, line: '' };
  return query ? [...fitting, create] : [create, ...fitting];
}
