import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Switch } from 'react-aria-components';
import type { Checker } from '../../src-shared/spelling/checkers';
import { checkerFor } from '../../src-shared/spelling/checkers';
import type { Dictionary } from '../../src-shared/spelling/dictionary';
import { useSpellingExceptions } from '../queries/articles';
import { asStetError } from '../queries/client';
import { useOpenArticle } from '../queries/open-article';
import { closeDialog, useShell } from '../shell';
import { Button } from '../ui/button';
import { TextField } from '../ui/fields';
import { Modal } from '../ui/modal';
import { changeView } from '../view';
import { errorMessage } from '../words/errors';
import { languageLabel } from '../words/format';
import { ruleName, spellingWords } from '../words/spelling';
import { words } from '../words/words';
import {
  addDictionary,
  changeRule,
  changeWord,
  DICTIONARIES,
  removeDictionary,
} from './spelling-actions';
import { useSpellingState } from './state';

const said = spellingWords.dialog;

/** What is checked, by which dictionary, and what counts as right besides. */
export function SpellingDialog() {
  const { spelling, grammar } = useShell((state) => state.view);
  const { data: exceptions, error } = useSpellingExceptions();
  return (
    <Modal title={said.title} description={said.description} size="narrow" onClose={closeDialog}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keys. */}
      <div className="dialog-body spelling-dialog" tabIndex={0}>
        <section className="spelling-switches">
          <Switch
            className="switch"
            isSelected={spelling}
            onChange={(isOn) => void changeView({ spelling: isOn })}
          >
            {said.spelling}
          </Switch>
          <Switch
            className="switch"
            isSelected={grammar}
            onChange={(isOn) => void changeView({ grammar: isOn })}
          >
            {said.grammar}
          </Switch>
        </section>
        <Dictionaries />
        {error ? <p role="alert">{errorMessage(asStetError(error))}</p> : null}
        {exceptions ? <PersonalDictionary words={exceptions.words} /> : null}
        {exceptions && exceptions.rules.length > 0 ? <Rules rules={exceptions.rules} /> : null}
      </div>
      <footer className="dialog-footer">
        <span className="push" />
        <Button tone="primary" autoFocus onPress={closeDialog}>
          {words.close}
        </Button>
      </footer>
    </Modal>
  );
}

/** By what the open article is read, and the dictionaries of this computer. */
function Dictionaries() {
  const { data: article } = useOpenArticle();
  const { kind } = useSpellingState();
  const { data: dictionaries } = useQuery({
    queryKey: DICTIONARIES,
    queryFn: () => window.stet.call('listDictionaries', {}),
  });
  if (!dictionaries) return null;
  const language = article?.language ?? null;
  const checker = language === null ? null : checkerFor(language, dictionaries);
  const isGerman = language?.split('-')[0] === 'de';
  return (
    <section aria-labelledby="dictionaries-title">
      {language === null ? null : (
        <p className={checker ? 'spelling-reader' : 'spelling-reader spelling-missing'}>
          {kind === 'failed' ? said.failed : readerLine(language, checker, dictionaries)}
        </p>
      )}
      {isGerman && checker === null ? <p className="hint">{said.german}</p> : null}
      <h3 id="dictionaries-title">{said.dictionaries}</h3>
      {dictionaries.length === 0 ? (
        <p className="hint">{said.noDictionaries}</p>
      ) : (
        <ul className="spelling-list">
          {dictionaries.map((dictionary) => (
            <li key={dictionary.id}>
              <span>
                {languageLabel(dictionary.language)} <small>{dictionary.name}</small>
              </span>
              {dictionary.isAdded ? (
                <Button
                  small
                  aria-label={said.removeDictionaryOf(dictionary.name)}
                  onPress={() => void removeDictionary(dictionary.id, dictionary.name)}
                >
                  {said.removeDictionary}
                </Button>
              ) : (
                <small>{said.ofSystem}</small>
              )}
            </li>
          ))}
        </ul>
      )}
      <Button small onPress={() => void addDictionary()}>
        {said.addDictionary}
      </Button>
    </section>
  );
}

function readerLine(
  language: string,
  checker: Checker | null,
  dictionaries: readonly Dictionary[],
): string {
  if (!checker) return said.noChecker(language);
  if (checker.engine === 'harper') return said.harper(language);
  if ('bundled' in checker) return said.bundled(language);
  const name = dictionaries.find(({ id }) => id === checker.dictionaryId)?.name ?? '';
  return said.local(language, name);
}

function PersonalDictionary({ words: entries }: { words: readonly string[] }) {
  const [word, setWord] = useState('');

  function add(event: FormEvent) {
    event.preventDefault();
    const added = word.trim();
    if (added === '') return;
    void changeWord(added, true).then((isDone) => {
      if (isDone) setWord('');
    });
  }

  return (
    <section aria-labelledby="personal-title">
      <h3 id="personal-title">{said.personal}</h3>
      <p className="hint">{said.personalText}</p>
      <form className="spelling-add" onSubmit={add}>
        <TextField label={said.newWord} value={word} onChange={setWord} maxLength={100} />
        <Button type="submit" isDisabled={word.trim() === ''}>
          {said.addWord}
        </Button>
      </form>
      {entries.length === 0 ? (
        <p className="hint">{said.noWords}</p>
      ) : (
        <ul className="spelling-list" aria-labelledby="personal-title">
          {entries.map((entry) => (
            <li key={entry}>
              <span dir="auto">{entry}</span>
              <Button
                small
                aria-label={said.removeWordOf(entry)}
                onPress={() => void changeWord(entry, false)}
              >
                {said.removeWord}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Rules of the checker that were switched off. */
function Rules({ rules }: { rules: readonly string[] }) {
  return (
    <section aria-labelledby="rules-title">
      <h3 id="rules-title">{said.rules}</h3>
      <ul className="spelling-list" aria-labelledby="rules-title">
        {rules.map((rule) => (
          <li key={rule}>
            <span>{ruleName(rule)}</span>
            <Button
              small
              aria-label={said.switchOnOf(rule)}
              onPress={() => void changeRule(rule, false)}
            >
              {said.switchOn}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
