/** The look of a stand-alone page: no fonts or files from anywhere else. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1c1b19; --quiet: #5c5850; --rule: #d8d3c8; --page: #fdfcf9; --link: #1f4e79; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece8df; --quiet: #a9a397; --rule: #45413a; --page: #1b1a18; --link: #9cc3e8; }
}
body { margin: 0; background: var(--page); color: var(--ink); font: 1.125rem/1.6 "Source Serif 4", Georgia, "Times New Roman", serif; }
article { max-width: 38rem; margin: 0 auto; padding: 3rem 1.25rem; overflow-wrap: break-word; }
h1 { font-size: 2.2rem; line-height: 1.15; margin: 0 0 0.75rem; }
h2, h3, h4 { line-height: 1.3; margin: 2rem 0 0.5rem; }
a { color: var(--link); }
.standfirst { font-size: 1.25rem; color: var(--quiet); margin: 0 0 1rem; }
.byline, .dates, .credits, figcaption, section { font-family: Inter, "Helvetica Neue", Arial, sans-serif; font-size: 0.9rem; }
.byline, .dates, .credits, figcaption { color: var(--quiet); }
.dateline { font-variant-caps: all-small-caps; letter-spacing: 0.04em; }
blockquote { margin: 1.5rem 0; padding-left: 1.25rem; border-left: 3px solid var(--rule); }
aside.pullquote { margin: 2rem 0; border-block: 2px solid var(--rule); padding: 1rem 6%; text-align: center; font-size: 1.3rem; line-height: 1.4; }
aside.pullquote :is(blockquote, figure) { margin: 0; padding: 0; border: 0; }
table { margin: 1.5rem 0; border-collapse: collapse; font-size: 0.95rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.35rem 0.75rem; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top; }
thead th { border-bottom: 2px solid var(--quiet); }
td p, th p { margin: 0 0 0.4rem; }
figure { margin: 1.5rem 0; }
figure blockquote { margin: 0 0 0.5rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); }
section h2 { font-size: 1rem; }
sup { line-height: 0; }
:target { outline: 2px solid var(--link); outline-offset: 3px; }
`.trim();
