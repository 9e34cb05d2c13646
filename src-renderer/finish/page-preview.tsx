import { type MouseEvent, useEffect, useRef } from 'react';

/**
 * A page as it would be written, with its own look and none of the window's. It is cleaned on its way
 * in, like everything that comes as text (trusted-types.ts); no link of it leads anywhere.
 */
export function PagePreview({ html, label }: { html: string; label: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const page = new DOMParser().parseFromString(html, 'text/html');
    const style = [...page.querySelectorAll('style')].map((one) => one.textContent).join('\n');
    const sheet = new CSSStyleSheet();
    // What the page says of itself is said of the frame that it is shown in.
    sheet.replaceSync(style.replace(/:root\b|\bbody(?= ?\{)/g, ':host'));
    shadow.adoptedStyleSheets = [sheet];
    for (const one of page.querySelectorAll('style, script')) one.remove();
    shadow.replaceChildren(...document.adoptNode(page.body).childNodes);
  }, [html]);

  const follow = (event: MouseEvent) => {
    const link = event.nativeEvent
      .composedPath()
      .find((one): one is Element => one instanceof Element && one.tagName.toLowerCase() === 'a');
    if (!link) return;
    event.preventDefault();
    const address = link.getAttribute('href') ?? '';
    if (!address.startsWith('#')) return;
    host.current?.shadowRoot?.getElementById(address.slice(1))?.scrollIntoView();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links in it are what is clicked, by key too.
    <section
      ref={host}
      className="preview-page"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long page is scrolled with the keys.
      tabIndex={0}
      onClick={follow}
    />
  );
}
