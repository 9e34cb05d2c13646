/** Where a link or a picture of Markdown leads. */
export interface Address {
  url: string;
  title?: string | null | undefined;
}

/** The addresses of places elsewhere that an article may link to. */
const ELSEWHERE =
  /^(?:(?:https?|ftp|ircs?):\/\/[^\s/?#]|(?:mailto|xmpp):[^\s@]+@|(?:tel|sms):\+?[\d(])/i;

/** What browsers leave out before they look for a scheme (URL Standard, 4.4): "java\tscript:" has one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that browsers leave out.
const UNSEEN = /[\u0000-\u0020]/g;

/** What no address has in it as it stands, by the URL Standard; a `%` only before two digits. */
const IMPROPER = /[^\w!$&'()*+,./:;=?@~#%\u00a0-\u{10ffff}-]|%(?![0-9a-f]{2})/giu;

/**
 * The same address as the URL Standard wants it written: what people paste has spaces, bars and brackets
 * in it, which browsers bear and other readers do not. One that is written properly stays as it is.
 */
export function properAddress(url: string): string {
  const [, host = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/[^/?#\\]*)?(.*)$/is.exec(url.trim()) ?? [];
  const [before = '', ...fragments] = rest.split('#');
  const fragment = fragments.length === 0 ? '' : `#${fragments.join('%23')}`;
  return (
    host + `${before}${fragment}`.replace(IMPROPER, (character) => encodeURIComponent(character))
  );
}

/**
 * What tells one page from another, however its address is written: without scheme, "www.", escapes,
 * fragment, final slash and the marks of campaigns. Two that are alike lead to the same place.
 */
export function pageOf(url: string): string {
  const [place = '', query = ''] = properAddress(url)
    .replace(/#.*$/s, '')
    .replace(/^(?:https?:)?\/{2,}(?:[^/?@]*@)?(?:www\.)?/i, '')
    .replace(/^([^/?]*?)\.?(?::(?:80|443))?(?=[/?]|$)/, '$1')
    .split(/\?(.*)/s);
  const asked = query
    .split('&')
    .filter((one) => !/^(?:(?:utm_\w+|fbclid|gclid)(?:=|$)|$)/i.test(one));
  const page = [place.replace(/\/$/, ''), ...asked].join('&');
  try {
    return decodeURIComponent(page).toLowerCase();
  } catch {
    return page.toLowerCase();
  }
}

/**
 * True for an address that may lead to one of these pages, however it is written; one that is relative
 * to a site, where a page ends as it does. To be on the safe side: which site it is, nobody knows here.
 *
 * @param pages what must not be linked to
 */
export function leadsToOneOf(pages: readonly string[]): (url: string) => boolean {
  const known = new Set(pages.map(pageOf));
  return (url) => {
    const page = pageOf(url);
    if (known.has(page) || !isRelativeLink(url)) return known.has(page);
    const end = page.replace(/^[./]+/, '');
    return end !== '' && [...known].some((one) => one.endsWith(`/${end}`));
  };
}

/**
 * True for an address that leads to another page of the site that the article will stand on, or to a
 * place on its page: "/about/", "../post", "#top". Before the article is there it leads nowhere. What a
 * browser would take for a scheme (scripts, data, the letter of a drive) or for another machine's files
 * is none.
 */
export function isRelativeLink(url: string): boolean {
  const seen = url.replace(UNSEEN, '');
  return seen !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(seen) && !/^(?:\\[\\/]|\/\\)/.test(seen);
}

/** True for an address that an article may link to; of anything else (scripts, files) the words are kept. */
export function isSafeLink(url: string): boolean {
  return ELSEWHERE.test(url) || isRelativeLink(url);
}

/**
 * Schemes that run something, read what is the reader's own, or start a program with what they are
 * given. In front of another address, too: "view-source:", "feed:javascript:".
 */
const REFUSED =
  /(?<![a-z0-9+.-])(?:(?:java|vb|live|j|ecma)script|mocha|data|file|filesystem|blob|about|view-source|jar|wyciwyg|res|resource|its|mk|mhtml|hcp|help|shell|intent|command|vscode(?:-[a-z]+)?|chrome(?:-[a-z]+)?|edge|moz-[a-z-]+|ms-[a-z0-9.-]+|search(?:-ms)?|x-[a-z0-9.-]+|ldaps?|smb|nfs|afp|cifs|dav|telnet|ssh|sftp):/i;

/**
 * True for an address that may be given back in Markdown where it came from there, although an article
 * does not link to it: an empty one, and one of a scheme that is none of the web. It is opened nowhere.
 */
export function isKeptAddress(url: string): boolean {
  const seen = url.replace(UNSEEN, '');
  if (seen === '' || isSafeLink(url)) return true;
  // The letter of a drive is no scheme.
  return /^[a-z][a-z0-9+.-]+:/i.test(seen) && !REFUSED.test(seen);
}

/** True for an address that can be opened from here, once somebody asked for it. */
export function isOpenable(url: string): boolean {
  return /^(?:https?:\/\/[^\s/?#]|mailto:[^\s@]+@)/i.test(url);
}
