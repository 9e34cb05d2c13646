import type { SearchHit } from '../../src-shared/model/search';
import { dayLabel, placeLabel, STATUS_LABELS } from '../words/format';
import { PERSON_KIND_LABELS } from '../words/people';
import { sourceSecondLine } from '../words/sources';
import { directionOf } from '../words/text';
import { words } from '../words/words';
import { Marked } from './marked';
import { searchWords } from './search-words';

/** One thing that was found: its name, what it is, and the words around the hit. */
export function HitItem({ hit }: { hit: SearchHit }) {
  const place = hit.kind === 'source' && hit.place ? placeLabel(hit.place) : '';
  const speaker = hit.kind === 'source' ? (hit.place?.speaker ?? '') : '';
  const lead = [place, speaker].filter(Boolean).join(' · ');
  return (
    <div className="hit">
      <div className="hit-head">
        <span className="palette-label" dir={directionOf(hit.title)}>
          <Marked text={hit.title || words.untitled} hits={hit.titleHits} />
        </span>
        {'isPrivate' in hit && hit.isPrivate ? (
          <span className="hit-private">
            {hit.source.disclosure === 'confidential'
              ? searchWords.private
              : searchWords.offTheRecord}
          </span>
        ) : null}
        <small>{secondLine(hit)}</small>
      </div>
      {hit.snippet ? (
        <p className="hit-snippet">
          {lead ? <span className="hit-place">{lead}</span> : null}
          <Marked {...hit.snippet} />
        </p>
      ) : null}
    </div>
  );
}

function secondLine(hit: SearchHit): string {
  if (hit.kind === 'source') return sourceSecondLine(hit.source);
  if (hit.kind === 'source-note') return searchWords.note;
  if (hit.kind === 'person') {
    return [hit.role, hit.affiliation].filter(Boolean).join(', ') || PERSON_KIND_LABELS.person;
  }
  return [STATUS_LABELS[hit.status], hit.section, dayLabel(hit.updatedAt)]
    .filter(Boolean)
    .join(' · ');
}
