/** What the fact-checker's copy has beyond the look of a page; it is made to be printed. */
export const FACT_CHECK_STYLE = `
:root { --verbatim: #2c6e49; --permitted: #2b6795; --review: #a3480f; --altered: #b3372b; --missing: #8f1d3f; --not-checkable: #5c5850; --unlinked: #7a5500; --box: #f3efe6; }
@media (prefers-color-scheme: dark) {
  :root { --verbatim: #7cc79b; --permitted: #86bfe6; --review: #f0a875; --altered: #ef8f84; --missing: #f08fae; --not-checkable: #a9a397; --unlinked: #e0b45a; --box: #2a2825; }
}
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem; overflow-wrap: break-word; }
.notice { margin: 0 0 1.5rem; padding: 0.6rem 0.9rem; border: 2px solid var(--altered); font: 600 0.95rem/1.4 Inter, Arial, sans-serif; }
main > section { margin-top: 2.5rem; border-top: 1px solid var(--rule); }
main > section > h2 { font-size: 1.2rem; margin-top: 1rem; }
.manuscript { font-family: "Source Serif 4", Georgia, serif; font-size: 1.05rem; }
.entry { break-inside: avoid; margin: 1.4rem 0; padding: 0.2rem 0 0.2rem 0.9rem; border-left: 4px solid var(--unlinked); overflow-wrap: anywhere; }
.entry h3 { margin: 0 0 0.4rem; font: 600 1.02rem/1.4 "Source Serif 4", Georgia, serif; }
dl { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0.25rem 0.9rem; margin: 0; }
dt { color: var(--quiet); }
dd { margin: 0; }
@media (max-width: 30rem) { dl { display: block; } dd { margin: 0 0 0.5rem; } }
.passage { color: var(--quiet); }
.passage mark { background: #fff2b8; color: #1c1b19; padding: 0 0.1em; }
ins { background: color-mix(in srgb, var(--verbatim) 18%, transparent); }
del { background: color-mix(in srgb, var(--altered) 18%, transparent); }
.e-verbatim { border-color: var(--verbatim); } .e-permitted { border-color: var(--permitted); }
.e-review { border-left-style: dashed; border-color: var(--review); } .e-altered { border-left-style: double; border-left-width: 6px; border-color: var(--altered); }
.e-missing { border-left-style: dotted; border-color: var(--missing); } .e-not-checkable { border-left-style: dashed; border-color: var(--not-checkable); }
.map { margin-block: 1rem; overflow-x: auto; --wide: min(62rem, 100vw - 2.5rem); width: var(--wide); margin-inline-start: calc(50% - var(--wide) / 2); }
svg.provenance { font: 12px Inter, "Helvetica Neue", Arial, sans-serif; max-width: 100%; height: auto; vertical-align: middle; }
svg.provenance text { fill: var(--ink); } svg.provenance text.source { font-weight: 600; }
svg.provenance rect { fill: var(--box); stroke: var(--rule); }
svg.provenance .thread { fill: none; }
.mark { stroke: none; } .mark-open { fill: none; stroke-width: 1.8; }
.v-verbatim { fill: var(--verbatim); stroke: var(--verbatim); } .v-permitted { fill: var(--permitted); stroke: var(--permitted); }
.v-review { fill: var(--review); stroke: var(--review); } .v-altered { fill: var(--altered); stroke: var(--altered); }
.v-missing { fill: var(--missing); stroke: var(--missing); }
.v-not-checkable, .v-unlinked { fill: none; stroke: var(--unlinked); }
.legend { display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; padding: 0; list-style: none; }
@media print {
  :root { color-scheme: light; --ink: #000; --quiet: #444; --page: #fff; --rule: #bbb; --box: #fff; }
  main { max-width: none; padding: 0; } body { font-size: 10.5pt; } .map { break-inside: avoid; width: auto; margin-inline: 0; } a { color: inherit; }
  @page { margin: 18mm; }
}
`.trim();
