import { useRef } from 'react';
import { COMMANDS } from '../../src-shared/commands';
import { ArticlesSection } from '../articles/articles-section';
import { SourcesSection } from '../collections/sources-section';
import { runCommand } from '../commands';
import { PeopleSection } from '../people/people-section';
import { shortcutLabel } from '../shortcuts';
import { words } from '../words/words';
import { useFocusKept } from './keep-focus';

/** The library: articles, sources, people; and the way to search everything. */
export function Rail() {
  const { platform } = window.stet;
  const root = useRef<HTMLElement>(null);
  useFocusKept(root);

  return (
    <nav ref={root} className="rail" aria-label={words.rail.label}>
      <button type="button" className="search-box" onClick={() => runCommand('palette.open')}>
        <span>{words.rail.search}</span>
        <kbd>{shortcutLabel(COMMANDS['palette.open'].accelerator ?? '', platform)}</kbd>
      </button>
      <ArticlesSection />
      <SourcesSection />
      <PeopleSection />
    </nav>
  );
}
