import DOMPurify from 'dompurify';

/*
 * The content security policy lets no plain string become markup or a script's address. The preview
 * of a page and the module workers still hand over strings: the default policy cleans the first and
 * lets the second point to our own origin only. Imported before anything else.
 */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string; createScriptURL(url: string): string },
  ): unknown;
}

const factory = (window as unknown as { trustedTypes?: TrustedTypes }).trustedTypes;

factory?.createPolicy('default', {
  createHTML: (html) => DOMPurify.sanitize(html, { WHOLE_DOCUMENT: true }),
  createScriptURL(url) {
    const address = new URL(url, document.baseURI);
    // `origin` is "null" for every custom scheme, so scheme and host are compared.
    if (address.protocol !== window.location.protocol || address.host !== window.location.host) {
      throw new TypeError('Scripts are loaded from Stet itself only.');
    }
    return address.href;
  },
});
