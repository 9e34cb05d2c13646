import type { EventName, EventPayload } from '../../src-shared/contract';
import type { Change } from '../library/write';

type Announcement = { [E in EventName]: { event: E; payload: EventPayload<E> } }[EventName];

/** More sources than this that one transaction wrote are announced together. */
const SOURCES_APART = 4;

/** What a window is told of the rows that a transaction wrote, each thing once. */
export function announcementsOf(changes: readonly Change[]): Announcement[] {
  const announcements = new Map<string, Announcement>();
  for (const change of changes) {
    for (const announcement of announcementsOfRow(change)) {
      announcements.set(JSON.stringify(announcement), announcement);
    }
  }
  return gatherSources([...announcements.values()]);
}

/** A thousand sources that come in are not a thousand reasons to read their list again. */
function gatherSources(announcements: Announcement[]): Announcement[] {
  const isOfSource = ({ event }: Announcement) => event === 'sources.changed';
  if (announcements.filter(isOfSource).length <= SOURCES_APART) return announcements;
  return [
    ...announcements.filter((announcement) => !isOfSource(announcement)),
    { event: 'sources.changed', payload: { sourceId: null } },
  ];
}

function announcementsOfRow({ table, id, articleId }: Change): Announcement[] {
  const article: Announcement = { event: 'articles.changed', payload: { articleId } };
  switch (table) {
    case 'article':
    case 'working_copy':
      return [article];
    case 'credit':
      return [article, { event: 'people.changed', payload: {} }];
    case 'quotation':
    case 'link':
    case 'speaker_assignment':
    case 'quotation_check':
      return articleId === null ? [] : [{ event: 'quotations.changed', payload: { articleId } }];
    case 'claim':
    case 'claim_check':
    case 'claim_dismissal':
    case 'read_back':
    case 'gate_acceptance':
      return articleId === null ? [] : [{ event: 'claims.changed', payload: { articleId } }];
    case 'article_correction':
      return articleId === null ? [] : [{ event: 'corrections.changed', payload: { articleId } }];
    case 'source':
      return [{ event: 'sources.changed', payload: { sourceId: id } }];
    case 'source_note':
    case 'exclusion':
    case 'agreement':
      return [{ event: 'notes.changed', payload: {} }];
    case 'collection':
    case 'collection_source':
    case 'saved_search':
      return [{ event: 'collections.changed', payload: {} }];
    case 'recording':
      return [{ event: 'sources.changed', payload: { sourceId: null } }];
    case 'house_style':
      return [{ event: 'bylineStyles.changed', payload: {} }];
    case 'person':
    case 'person_merge':
    case 'person_private':
      return [{ event: 'people.changed', payload: {} }];
    default:
      return [];
  }
}
