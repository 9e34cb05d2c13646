/** The addresses that an article may link to; anything else (scripts, files) keeps its words only. */
const SAFE_LINK = /^(?:https?:\/\/[^\s/?#]|mailto:[^\s@]+@)/i;

/** True for an http(s) or mailto address. */
export function isSafeLink(url: string): boolean {
  return SAFE_LINK.test(url);
}
