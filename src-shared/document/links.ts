/** The addresses that an article may link to; anything else (scripts, files) keeps its words only. */
const SAFE_LINK = /^(?:https?:\/\/[^\s/?#]|mailto:[^\s@]+@)/i;

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
    .replace(/^https?:\/\/(?:[^/?@]*@)?(?:www\.)?/i, '')
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

/** True for an http(s) or mailto address. */
export function isSafeLink(url: string): boolean {
  return SAFE_LINK.test(url);
}
