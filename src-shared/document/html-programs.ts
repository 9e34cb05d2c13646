import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { isOwnSources } from './html-blocks';
import { nestFlatLists } from './html-flat-lists';
import { gatherLinkedNotes } from './html-linked-notes';
import { attribute, findAll, findFirst, hasWord } from './html-tree';

/*
 * What programs write in HTML that means something else in theirs: brought to plain HTML, which is then
 * read as any page is.
 */

interface Rule {
  /** What it is, and why it is no text of an article. */
  what: string;
  fits(element: Element): boolean;
}

const named = (element: Element, pattern: RegExp): boolean =>
  attribute(element, 'className')
    .split(/\s+/)
    .some((name) => pattern.test(name));
const styled = (element: Element, pattern: RegExp): boolean =>
  pattern.test(attribute(element, 'style'));

/** Left out with all that is in them. */
const DROPPED: readonly Rule[] = [
  {
    what: 'Word: words that were deleted with changes tracked',
    fits: (element) =>
      named(element, /^msodel$/i) ||
      (element.tagName === 'del' && /^mailto:/i.test(attribute(element, 'cite'))),
  },
  {
    what: 'Word: comments, and the marks in the text that lead to them',
    fits: (element) =>
      styled(element, /mso-element:\s*comment/i) ||
      named(element, /^mso(?:commentreference|comanchor|commenttext)$/i),
  },
  {
    what: 'Word: headers and footers of the paper',
    fits: (element) => styled(element, /mso-element:\s*(?:header|footer)/i),
  },
  {
    what: 'Word: what is set to be hidden, and the settings of its form fields',
    fits: (element) =>
      styled(element, /mso-hide:\s*all/i) || /^(?:xml|w:sdtpr)$/.test(element.tagName),
  },
  {
    what: 'pages: words for screen readers alone, which nobody sees',
    fits: (element) => named(element, /^(?:sr-only|visually-?hidden|screen-reader-text)$/i),
  },
  {
    what: 'pages: things to press',
    fits: (element) => /^(?:button|toolbar|tablist)$/.test(attribute(element, 'role')),
  },
  {
    what: 'Wikipedia: [edit], and marks of notes that were not copied',
    fits: (element) => named(element, /^(?:mw-editsection|noprint)$/) || isLoneReference(element),
  },
  {
    what: 'Gmail: the dashes above a signature; the signature stays, for it says who speaks',
    fits: (element) => named(element, /^gmail_signature_prefix$/),
  },
  {
    what: 'the box of a task, which Google draws as a picture',
    fits: (element) =>
      element.tagName === 'img' && /^(?:un)?checked$/.test(attribute(element, 'alt')),
  },
];

function isLoneReference(element: Element): boolean {
  return (
    element.tagName === 'sup' &&
    hasWord(element, 'className', 'reference') &&
    findFirst(element, (inner) => /#cite_note/.test(attribute(inner, 'href'))) !== null
  );
}

/** Paragraphs that are something else by their style, whatever language the menus speak. */
const STYLES: readonly { pattern: RegExp; tag: 'h1' | 'blockquote' }[] = [
  { pattern: /^(?:MsoTitle|title)$/, tag: 'h1' },
  { pattern: /^Mso(?:Quote|IntenseQuote|BlockText)(?:Cxsp\w+)?$/i, tag: 'blockquote' },
];

/** Emoji that a page draws as a picture; their text stands in `alt`. */
const EMOJI = /^[\p{Extended_Pictographic}\p{Emoji_Component}]+$/u;
/** Digits may be part of an emoji, and are none. */
const PICTOGRAPH = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** Brings the markup of word processors, mail and chat to plain HTML. The tree is changed. */
export function tidyMarkup(root: Root): void {
  ownNotes(root);
  // Stet's own list of sources is made anew from the links.
  gatherLinkedNotes(root, isOwnSources);
  tidy(root);
  nestFlatLists(root);
}

function tidy(parent: Root | Element): void {
  const children: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    if (child.type === 'text') {
      // Editors write two spaces as one that breaks and one that does not.
      const value = child.value.replace(/(?:\u00a0 | \u00a0)+\u00a0?/g, ' ');
      children.push({ type: 'text', value });
    } else if (child.type === 'element' && !DROPPED.some(({ fits }) => fits(child))) {
      const kept = changed(child, parent);
      const former = children.findLast((one) => one.type !== 'text' || one.value.trim() !== '');
      const isMore = kept !== child && kept.type === 'element' && kept.tagName === 'blockquote';
      if (kept.type === 'element') tidy(kept);
      if (isMore && former?.type === 'element' && former.properties.dataMore === 'quote') {
        former.children.push(...kept.children);
        continue;
      }
      children.push(kept);
    }
  }
  parent.children = children;
}

function changed(element: Element, parent: Root | Element): ElementContent {
  const { tagName } = element;
  if (tagName === 'br') return h('br');
  // A figure is a picture, whatever is said of it.
  if (tagName === 'img' && !('tagName' in parent && parent.tagName === 'figure')) {
    const alt = attribute(element, 'alt');
    const code = attribute(element, 'dataStringifyEmoji');
    if (code !== '') return { type: 'text', value: code };
    return EMOJI.test(alt) && PICTOGRAPH.test(alt) ? { type: 'text', value: alt } : element;
  }
  if (tagName === 'span') {
    const isSpace =
      hasWord(element, 'className', 'Apple-converted-space') ||
      styled(element, /mso-(?:spacerun|tab-count)\s*:/i);
    if (isSpace) return { type: 'text', value: ' ' };
    // Slack’s way to part paragraphs.
    if (attribute(element, 'dataStringifyType') === 'paragraph-break') {
      return h('span', [h('br'), h('br')]);
    }
  }
  if (tagName === 'a') element.properties.href = withoutRedirect(attribute(element, 'href'));
  if (tagName === 'figure') return ownFigure(element) ?? element;
  if (tagName !== 'p') return element;
  if (attribute(element, 'role') === 'heading') {
    const level = Number(attribute(element, 'ariaLevel'));
    return { ...element, tagName: level >= 1 && level <= 6 ? `h${level}` : 'h2' };
  }
  const style = STYLES.find(({ pattern }) => named(element, pattern));
  if (!style) return element;
  if (style.tag === 'h1') return { ...element, tagName: 'h1' };
  return h('blockquote', { dataMore: 'quote' }, [{ ...element, properties: {} }]);
}

/** Addresses that lead through a counter of Google’s or Microsoft’s lead to where they say. */
function withoutRedirect(address: string): string {
  if (
    !/^https:\/\/(?:www\.google\.[a-z.]+\/url|[\w.-]+\.safelinks\.protection\.outlook\.com\/)/.test(
      address,
    )
  ) {
    return address;
  }
  const target = /[?&](?:q|url)=([^&#]+)/.exec(address)?.[1];
  try {
    return target === undefined ? address : decodeURIComponent(target);
  } catch {
    return address;
  }
}

/** How an address says that a picture is in the library already. */
export const OWN_PICTURE = 'stet-picture:';

/** A figure as the editor puts it on the clipboard. */
function ownFigure(element: Element): Element | null {
  const picture = attribute(element, 'dataStetPicture');
  if (picture === '') return null;
  const caption = findFirst(element, ({ tagName }) => tagName === 'figcaption');
  const credit = attribute(element, 'dataStetCredit');
  const alternative = element.properties.dataStetAlternative;
  const image = h('img', {
    src: `${OWN_PICTURE}${picture}`,
    width: Number(attribute(element, 'dataStetWidth')) || 0,
    height: Number(attribute(element, 'dataStetHeight')) || 0,
  });
  if (alternative !== undefined) image.properties.alt = String(alternative);
  return h('figure', [
    image,
    h('figcaption', [...(caption?.children ?? []), h('span', { class: 'credit' }, credit)]),
  ]);
}

/** Notes as the editor puts them on the clipboard: blocks with the id that their marks have too. */
function ownNotes(root: Root): void {
  const notes = findAll(
    root,
    (element) =>
      hasWord(element, 'role', 'doc-footnote') && attribute(element, 'dataFootnote') !== '',
  );
  for (const note of notes) {
    const { children } = note;
    const id = attribute(note, 'dataFootnote');
    note.properties = { role: 'doc-endnotes' };
    note.children = [h('ol', [h('li', { id }, children)])];
  }
}
