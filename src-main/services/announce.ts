import type { EventName, EventPayload } from '../../src-shared/contract';
import type { Change } from '../library/write';

type Announcement = { [E in EventName]: { event: E; payload: EventPayload<E> } }[EventName];

/** What a window is told of the rows that a transaction wrote, each thing once. */
export function announcementsOf(changes: readonly Change[]): Announcement[] {
  const announcements = new Map<string, Announcement>();
  for (const change of changes) {
    for (const announcement of announcementsOfRow(change)) {
      announcements.set(JSON.stringify(announcement), announcement);
    }
  }
  return [...announcements.values()];
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
    case 'source':
      return [{ event: 'sources.changed', payload: { sourceId: id } }];
    case 'person':
      return [{ event: 'people.changed', payload: {} }];
    default:
      return [];
  }
}
