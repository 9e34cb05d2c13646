/** The look of a stand-alone page: no fonts or files from anywhere else. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1c1b19; --quiet: #5c5850; --rule: #d8d3c8; --page: #fdfcf9; --link: #1f4e79; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece8df; --quiet: #a9a397; --rule: #45413a; --page: #1b1a18; --link: #9cc3e8; }
}
body { margin: 0; background: var(--page); color: var(--ink); font: 1.125rem/1.6 "Source Serif 4", Georgia, "Times New Roman", serif; }
article { max-width: 38rem; margin: 0 auto; padding: clamp(1.5rem, 6vw, 3rem) 1.25rem; overflow-wrap: break-word; }
h1 { font-size: clamp(1.75rem, 1.2rem + 3.2vw, 2.2rem); line-height: 1.15; margin: 0 0 0.75rem; text-wrap: balance; }
h2, h3, h4, h5, h6 { line-height: 1.3; margin: 2rem 0 0.5rem; text-wrap: balance; }
p, li { text-wrap: pretty; }
a { color: var(--link); }
.standfirst { font-size: 1.25rem; color: var(--quiet); margin: 0 0 1rem; }
.byline, .dates, .credits, figcaption, section, address { font-family: Inter, "Helvetica Neue", Arial, sans-serif; font-size: 0.9rem; }
.byline, .dates, .credits, figcaption { color: var(--quiet); line-height: 1.45; }
.byline, .dates { margin: 0.25rem 0; }
address { font-style: normal; }
.credit { display: block; }
header { margin-bottom: 1.75rem; }
.dateline { font-variant-caps: all-small-caps; letter-spacing: 0.04em; }
blockquote { margin: 1.5rem 0; padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--rule); }
aside.pullquote { margin: 2rem 0; border-block: 2px solid var(--rule); padding: 1rem 6%; text-align: center; font-size: 1.3rem; line-height: 1.4; text-wrap: balance; }
aside.pullquote :is(blockquote, figure) { margin: 0; padding: 0; border: 0; }
table { margin: 1.5rem 0; border-collapse: collapse; font-size: 0.95rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.35rem 0.75rem; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top; }
thead th { border-bottom: 2px solid var(--quiet); }
td p, th p { margin: 0 0 0.4rem; }
figure { margin: 1.5rem 0; }
figure blockquote { margin: 0 0 0.5rem; }
pre { margin: 1.5rem 0; padding: 0.75rem 1rem; border: 1px solid var(--rule); border-radius: 6px; overflow-x: auto; font-size: 0.85rem; line-height: 1.5; tab-size: 4; }
code { font-family: ui-monospace, "Liberation Mono", Menlo, Consolas, monospace; }
img { max-width: 100%; height: auto; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); }
section h2, aside.correction h2 { font-size: 1rem; }
aside.correction { margin: 1.5rem 0; padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--link); font-family: Inter, "Helvetica Neue", Arial, sans-serif; font-size: 0.9rem; }
aside.correction h2 { margin: 0; }
aside.correction p { margin: 0.25rem 0 0; white-space: pre-line; }
sup { font-size: 0.72em; line-height: 0; }
a[role] { text-decoration: none; }
a[role]:is(:hover, :focus-visible) { text-decoration: underline; }
:target { outline: 2px solid var(--link); outline-offset: 3px; }
@media print {
  body { background: none; font-size: 11pt; }
  article { max-width: none; padding: 0; }
  h1 { font-size: 22pt; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  pre { white-space: pre-wrap; }
  figure, aside, blockquote, tr { break-inside: avoid; }
  img { max-height: 18cm; width: auto; }
  a { color: inherit; }
}
`.trim();
