import { figureWords } from '../../words/figures';
import { pictureAddress } from './picture-store';

/*
 * The picture of a figure on the page: read from the library when it comes near, decoded aside, and
 * drawn in the room that was kept for it. No words of the article are in it.
 */

/** The class of the element that holds the picture. */
export const FRAME = 'figure-frame';

export interface Shown {
  picture: string;
  width: number;
  height: number;
  alternativeText: string | null;
  /** Where the picture was before its file was missing; '' where nobody knows. */
  address?: string;
}

/** How far outside the window pictures are read already. */
const NEAR = '1200px 0px';

const wanted = new WeakMap<Element, string>();
let observer: IntersectionObserver | null = null;

function watch(frame: HTMLElement): void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer?.unobserve(target);
        void load(target as HTMLElement);
      }
    },
    { rootMargin: NEAR },
  );
  observer.observe(frame);
}

/** Shows what is said of a picture, and the picture itself where it is another one than before. */
export function showPicture(frame: HTMLElement, fields: Shown, former: Shown | null): void {
  frame.setAttribute('aria-label', figureWords.frame(fields.alternativeText));
  frame.dataset.unread = String(fields.alternativeText === null);
  const said = frame.querySelector<HTMLElement>('.figure-hint');
  if (said) said.dataset.hint = figureWords.hint(fields.alternativeText);
  if (former?.picture === fields.picture) return;
  wanted.set(frame, fields.picture);
  const image = frame.ownerDocument.createElement('img');
  image.decoding = 'async';
  image.draggable = false;
  // The frame has the words.
  image.alt = '';
  if (fields.width > 0 && fields.height > 0) {
    image.width = fields.width;
    image.height = fields.height;
  }
  const hint = frame.ownerDocument.createElement('span');
  hint.className = 'figure-hint';
  hint.ariaHidden = 'true';
  // Drawn by the style sheet: text in a button would have to be part of its name.
  hint.dataset.hint = figureWords.hint(fields.alternativeText);
  frame.replaceChildren(image, hint);
  delete frame.dataset.state;
  frame.dataset.address = fields.address ?? '';
  watch(frame);
}

async function load(frame: HTMLElement): Promise<void> {
  const picture = wanted.get(frame);
  const image = frame.querySelector('img');
  if (picture === undefined || !image) return;
  const address = await pictureAddress(picture);
  // Another picture was put in meanwhile.
  if (wanted.get(frame) !== picture || !image.isConnected) return;
  const isShown =
    address !== null &&
    (await decoded(image, address).then(
      () => true,
      () => false,
    ));
  if (wanted.get(frame) !== picture) return;
  if (isShown) frame.dataset.state = 'shown';
  else showMissing(frame);
}

function decoded(image: HTMLImageElement, address: string): Promise<void> {
  image.src = address;
  return image.decode();
}

function showMissing(frame: HTMLElement): void {
  frame.dataset.state = 'missing';
  const words = frame.ownerDocument.createElement('p');
  const { address = '' } = frame.dataset;
  const said = address === '' ? figureWords.missing : figureWords.missingAt(address);
  words.textContent = said;
  frame.replaceChildren(words);
  const label = frame.getAttribute('aria-label');
  frame.setAttribute('aria-label', `${label}. ${said}`);
}
