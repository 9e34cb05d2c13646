import type { PlainText } from '../../src-shared/document/plain-text';

/** Headline and standfirst on one line each; empty where there is none. */
export function headerTexts(plain: PlainText): { headline: string; standfirst: string } {
  const textOf = (kind: 'headline' | 'standfirst') => {
    const block = plain.blocks.find((one) => one.kind === kind);
    const text = block ? plain.text.slice(block.start, block.end) : '';
    return text.replace(/\s+/g, ' ').trim();
  };
  return { headline: textOf('headline'), standfirst: textOf('standfirst') };
}
