import { count } from './text';

/** What the export of several articles says. */
export const exportArticlesWords = {
  menu: (number: number) => (number === 1 ? 'Export…' : `Export ${number} articles…`),
  title: (number: number) => `Export ${count(number, 'article')}`,
  text: 'Each article is written as it stands. One that may not be exported is left out and named.',
  start: (number: number) => `Export ${count(number, 'article')}`,
  replace: 'Replace files of the same name',
  progress: 'Articles exported',
  progressOf: (done: number, all: number) => `${done} of ${all}`,
  stop: 'Stop',
  doneTitle: (written: number, all: number) =>
    written === all
      ? `${count(all, 'article')} exported`
      : `${written} of ${count(all, 'article')} exported`,
  stopped: 'Stopped. What was written before is there.',
  results: 'What became of each article',
  files: (number: number) => count(number, 'file'),
  existing: 'Not written: files of this name are there already',
  namesake: 'Not written: another article of these has files of the same name',
  notReached: 'Not written: stopped before it',
};
