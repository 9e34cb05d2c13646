/** The longest piece of Markdown that a tooltip shows, in characters. */
const LONGEST = 300;

/** What is said about Markdown that an article has no form for. */
export const words = {
  kept: (markdown: string) => {
    const shown = markdown.length > LONGEST ? `${markdown.slice(0, LONGEST)}…` : markdown;
    return `Written in Markdown in a way that Stet does not show. It goes out with Markdown as long as you do not change it here:\n\n${shown}`;
  },
  /** Above Markdown that has no words at all. */
  alone: 'Markdown without words, kept for Markdown alone',
};
