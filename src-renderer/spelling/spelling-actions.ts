import { attempt, performUndoable } from '../actions';
import { call } from '../bridge';
import type { PlacedProblem } from '../editor/spelling/follower';
import { keys, queryClient } from '../queries/client';
import { openArticle } from '../queries/open-article';
import { getShell, showToast } from '../shell';
import { changeView } from '../view';
import { spellingWords as said } from '../words/spelling';
import { currentSpelling } from './current';

/* What is done about problems of spelling and grammar. */

export const DICTIONARIES = ['desktop.dictionaries'] as const;

/** Marks misspelt words, or no longer. */
export function switchSpelling() {
  const spelling = !getShell().view.spelling;
  showToast(spelling ? said.spellingOn : said.spellingOff);
  return changeView({ spelling });
}

/** Marks grammar, or no longer. */
export function switchGrammar() {
  const grammar = !getShell().view.grammar;
  showToast(grammar ? said.grammarOn : said.grammarOff);
  return changeView({ grammar });
}

/** Puts a suggestion in the place of what is marked: one step of undo. */
export function takeSuggestion(problem: PlacedProblem, replacement: string) {
  if (currentSpelling()?.replace(problem, replacement) === false) showToast(said.changed);
}

async function setWord(word: string, isKnown: boolean) {
  await call('spelling.setWord', { word, isKnown });
  await queryClient.invalidateQueries({ queryKey: keys.spelling });
}

/** Puts a word into the personal dictionary of the library, or takes it out; with a way back. */
export function changeWord(word: string, isKnown: boolean) {
  return attempt(async () => {
    await setWord(word, isKnown);
    showToast(isKnown ? said.added(word) : said.removed(word), {
      action: {
        label: said.undo,
        perform: () => void attempt(() => setWord(word, !isKnown)),
      },
    });
  });
}

async function setRule(rule: string, isOff: boolean) {
  await call('spelling.setRule', { rule, isOff });
  await queryClient.invalidateQueries({ queryKey: keys.spelling });
}

/** Switches a rule of the checker off in this library, or on again; with a way back. */
export function changeRule(rule: string, isOff: boolean) {
  return attempt(async () => {
    await setRule(rule, isOff);
    showToast(isOff ? said.ruleOff : said.ruleOn(rule), {
      action: { label: said.undo, perform: () => void attempt(() => setRule(rule, !isOff)) },
    });
  });
}

/** Lets a problem stand where it is: a step of the article's undo. */
export function ignoreHere(problem: PlacedProblem) {
  const articleId = openArticle()?.id;
  const place = currentSpelling()?.placeOf(problem);
  if (!articleId || !place) return;
  const set = async (isIgnored: boolean) => {
    await call('spelling.setIgnored', { articleId, place, isIgnored });
    await queryClient.invalidateQueries({ queryKey: keys.spellingIgnored(articleId) });
  };
  void performUndoable({
    label: said.actions.ignore,
    perform: () => set(true),
    undo: () => set(false),
  });
}

/** Asks for a dictionary's file and adds it. */
export function addDictionary() {
  return attempt(async () => {
    const { name, refused } = await window.stet.call('addDictionary', {});
    if (name === null) return;
    if (refused) showToast(said.refused(name, refused), { tone: 'error' });
    else {
      showToast(said.dialog.dictionaryAdded(name));
      await queryClient.invalidateQueries({ queryKey: DICTIONARIES });
    }
  });
}

export function removeDictionary(id: string, name: string) {
  return attempt(async () => {
    await window.stet.call('removeDictionary', { id });
    showToast(said.dialog.dictionaryRemoved(name));
    await queryClient.invalidateQueries({ queryKey: DICTIONARIES });
  });
}
