import type { EditingPlace } from '../../src-shared/model/article';
import type { ManuscriptHandle } from '../editor/handle';
import { getShell, setShell } from '../shell';

/*
 * The places that were left by a jump: to another article, to a quotation, a heading, a comment. One
 * can go back to them and forward again, as in a browser. The window's own memory.
 */

interface TrailPlace {
  articleId: string;
  /** Null: wherever one was in it last. */
  place: EditingPlace | null;
}

/** So many places are remembered. */
const KEPT = 60;

let back: TrailPlace[] = [];
let forward: TrailPlace[] = [];
/** Where an article that is being opened is to be shown. */
let wanted: TrailPlace | null = null;

function tell() {
  setShell({ trail: { back: back.length, forward: forward.length } });
}

function here(): TrailPlace | null {
  const { opened, manuscript } = getShell();
  if (!opened) return null;
  return { articleId: opened.articleId, place: manuscript?.place() ?? null };
}

const isSame = (a: TrailPlace | undefined, b: TrailPlace) =>
  a?.articleId === b.articleId &&
  JSON.stringify([a.place?.anchor, a.place?.focus]) ===
    JSON.stringify([b.place?.anchor, b.place?.focus]);

/** Remembers where one is: a jump follows. */
export function leavePlace() {
  const place = here();
  if (!place) return;
  if (!isSame(back.at(-1), place)) back = [...back, place].slice(-KEPT);
  forward = [];
  tell();
}

/** Takes articles that are gone out of the trail. */
export function forgetPlaces(articleIds: readonly string[]) {
  const stays = ({ articleId }: TrailPlace) => !articleIds.includes(articleId);
  back = back.filter(stays);
  forward = forward.filter(stays);
  tell();
}

/** Goes back, or forward, by one place. `open` opens an article without leaving the trail. */
export async function followTrail(
  direction: 'back' | 'forward',
  open: (articleId: string) => Promise<boolean>,
) {
  const place = (direction === 'back' ? back : forward).at(-1);
  if (!place) return;
  const before = here();
  const isHere = getShell().opened?.articleId === place.articleId;
  if (!isHere) {
    wanted = place;
    if (!(await open(place.articleId))) {
      wanted = null;
      return;
    }
  }
  if (direction === 'back') {
    back = back.filter((one) => one !== place);
    if (before) forward = [...forward, before].slice(-KEPT);
  } else {
    forward = forward.filter((one) => one !== place);
    if (before) back = [...back, before].slice(-KEPT);
  }
  tell();
  if (isHere && place.place) getShell().manuscript?.goToPlace(place.place);
}

/** The place in an article that is there now, where one went back or forward to it. */
export function takeWantedPlace(articleId: string): EditingPlace | null {
  const place = wanted?.articleId === articleId ? wanted.place : null;
  wanted = null;
  return place;
}

/** The same manuscript; what jumps in it leaves a place in the trail. */
export function withTrail(manuscript: ManuscriptHandle): ManuscriptHandle {
  const leaving =
    <Input extends unknown[], Output>(jump: (...input: Input) => Output) =>
    (...input: Input): Output => {
      leavePlace();
      return jump(...input);
    };
  return {
    ...manuscript,
    goToQuotation: leaving(manuscript.goToQuotation),
    goToNext: leaving(manuscript.goToNext),
    goToComment: leaving(manuscript.goToComment),
    goToBlock: leaving(manuscript.goToBlock),
    selectWords: leaving(manuscript.selectWords),
  };
}
