import { Checkbox, Group } from 'react-aria-components';
import { sortNameOf } from '../../src-shared/people/sort-name';
import { Button, IconButton } from '../ui/button';
import { Choose, TextArea, TextField } from '../ui/fields';
import { CloseIcon } from '../ui/icons';
import { PERSON_KIND_LABELS, peopleWords as said } from '../words/people';
import { words } from '../words/words';
import { detailsOf, isLanguageWrong, type PersonDraft, type ProblemField } from './person-draft';

interface TabProps {
  draft: PersonDraft;
  problems: ReadonlySet<ProblemField>;
  set(changes: Partial<PersonDraft>): void;
}

const choicesOf = <K extends string>(labels: Record<K, string>) =>
  (Object.keys(labels) as K[]).map((id) => ({ id, label: labels[id] }));
const kinds = choicesOf(PERSON_KIND_LABELS);
const orders = choicesOf(said.orders);

/** What is printed of a person. */
export function RecordTab({ draft, problems, set }: TabProps) {
  return (
    <div className="form">
      <TextField
        label={words.people.name}
        hint={words.people.nameHint}
        value={draft.name}
        onChange={(name) => set({ name })}
        autoFocus
      />
      <Choose
        label={words.people.kind}
        choices={kinds}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
      />
      <div className="form-row">
        <TextField
          label={words.people.role}
          placeholder={words.people.rolePlaceholder}
          value={draft.role}
          onChange={(role) => set({ role })}
        />
        <TextField
          label={words.people.affiliation}
          value={draft.affiliation}
          onChange={(affiliation) => set({ affiliation })}
        />
      </div>
      <TextField
        label={words.people.url}
        placeholder="https://"
        value={draft.url}
        onChange={(url) => set({ url })}
        isInvalid={problems.has('url')}
        error={problems.has('url') ? words.sources.urlWrong : null}
      />
      <div className="field">
        <TextArea
          label={said.links}
          placeholder={said.linksHint}
          rows={2}
          value={draft.links}
          onChange={(links) => set({ links })}
          isInvalid={problems.has('links')}
        />
        {problems.has('links') ? <p className="field-error">{said.linksWrong}</p> : null}
      </div>
    </div>
  );
}

/** Under which names a person is found, and how they are put together. */
export function NamesTab({ draft, set }: TabProps) {
  const { otherNames } = draft;
  const change = (index: number, changes: Partial<PersonDraft['otherNames'][number]>) =>
    set({ otherNames: otherNames.with(index, { ...otherNames[index]!, ...changes }) });
  return (
    <div className="form">
      <Group className="names-field" aria-label={said.otherNames}>
        <div className="names-head">
          <span className="field-label">{said.otherNames}</span>
          <Button
            tone="quiet"
            small
            onPress={() => set({ otherNames: [...otherNames, { name: '', language: '' }] })}
          >
            {said.addOtherName}
          </Button>
        </div>
        <p className="hint">{said.otherNamesHint}</p>
        {otherNames.map((one, index) => (
          <div className="names-row" key={index}>
            <TextField
              label={said.otherName(index + 1)}
              value={one.name}
              onChange={(name) => change(index, { name })}
              autoFocus={one.name === ''}
            />
            <TextField
              label={said.otherNameLanguage(index + 1)}
              placeholder={said.languagePlaceholder}
              value={one.language}
              onChange={(language) => change(index, { language })}
              isInvalid={isLanguageWrong(one.language.trim())}
              error={said.languageWrong}
            />
            <IconButton
              label={said.removeName(one.name)}
              onPress={() => set({ otherNames: otherNames.toSpliced(index, 1) })}
            >
              <CloseIcon />
            </IconButton>
          </div>
        ))}
      </Group>
      <div className="form-row">
        <Choose
          label={said.orderLabel}
          choices={orders}
          value={draft.nameOrder}
          onChange={(nameOrder) => set({ nameOrder })}
        />
        <TextField
          label={said.sortName}
          hint={said.sortNameHint}
          placeholder={sortNameOf({ ...detailsOf(draft), sortName: null })}
          value={draft.sortName}
          onChange={(sortName) => set({ sortName })}
        />
      </div>
      <Checkbox
        className="checkbox"
        isSelected={draft.isPseudonym}
        onChange={(isPseudonym) => set({ isPseudonym })}
      >
        <span className="checkbox-box" aria-hidden="true" />
        {said.pseudonym}
      </Checkbox>
    </div>
  );
}

/** What is told nowhere else. */
export function PrivateTab({ draft, problems, set }: TabProps) {
  return (
    <div className="form">
      <p className="hint">{said.privateText}</p>
      <div className="form-row">
        <TextField
          label={said.realName}
          value={draft.realName}
          onChange={(realName) => set({ realName })}
        />
        <TextField
          label={said.email}
          value={draft.email}
          onChange={(email) => set({ email })}
          isInvalid={problems.has('email')}
          error={problems.has('email') ? said.emailWrong : null}
        />
      </div>
      <TextArea
        label={said.contact}
        placeholder={said.contactPlaceholder}
        rows={2}
        value={draft.contact}
        onChange={(contact) => set({ contact })}
      />
      <TextArea
        label={said.notes}
        rows={4}
        value={draft.notes}
        onChange={(notes) => set({ notes })}
      />
    </div>
  );
}
