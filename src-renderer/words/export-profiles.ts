/** For whom Markdown is written. */
export const exportProfiles = {
  bundle: 'Stet bundle',
  bundleHint: 'Everything in one file that Stet opens again',
  label: 'Markdown for',
  names: {
    generic: 'Any reader',
    hugo: 'Hugo',
    jekyll: 'Jekyll',
    eleventy: 'Eleventy',
    astro: 'Astro',
    zola: 'Zola',
    obsidian: 'Obsidian',
    ghost: 'Ghost import',
    pandoc: 'pandoc',
  },
  hints: {
    generic: 'YAML front matter, footnotes for sources',
    hugo: 'A page bundle: a folder with index.md and its pictures',
    jekyll: 'For _posts, with the day in the file’s name',
    eleventy: 'YAML front matter; words are never taken for a template',
    astro: 'The names of Astro’s blog template',
    zola: 'A folder with index.md and its pictures, TOML front matter',
    obsidian: 'Properties and tags that Obsidian can edit',
    ghost: 'No front matter: headline, standfirst and byline are text',
    pandoc: 'Citations with their records; read with -f markdown-smart',
  },
};
