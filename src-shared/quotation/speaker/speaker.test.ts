import { describe, expect, it } from 'vitest';
import { detectQuotations } from '../detect/detect';
import cases from './fixtures/speaker-cases.json';

/** What is left out may be anything. */
interface ExpectedSpeaker {
  speaker?: string | null;
  name?: string | null;
  cue?: string | null;
  channel?: string | null;
}
interface SpeakerCase {
  name: string;
  language: string;
  text: string;
  /** One for each quotation of the text, in order. */
  quotations: ExpectedSpeaker[];
}

describe.each(['en', 'de', 'fr', 'es', 'ru', 'cs'])('who says it, language %s', (language) => {
  const own = (cases as SpeakerCase[]).filter((example) => example.language === language);

  it.each(own)('$name', ({ text, quotations }) => {
    const found = detectQuotations(text, { language }).quotations.map(
      ({ speaker, cue, channel }) => ({
        speaker: speaker?.text ?? null,
        name: speaker?.name ?? null,
        cue: cue?.text ?? null,
        channel: channel?.text ?? null,
      }),
    );
    expect(found).toHaveLength(quotations.length);
    for (const [index, expected] of quotations.entries()) {
      expect(found[index]).toMatchObject(expected);
    }
  });
});

describe('confidence', () => {
  const confidences = (text: string) =>
    detectQuotations(text, { language: 'en' }).quotations.map(
      ({ speaker }) => speaker?.confidence ?? 0,
    );

  it('is lower for what goes on without a cue of its own, and lowest for a guess', () => {
    const [said, goesOn] = confidences(
      '“The water came at four,” Lena Tamm said. “By five it was in the kitchen.”',
    );
    const [guessed] = confidences(
      'Lena Tamm was not surprised. “We have seen it coming for years.”',
    );
    expect(said).toBeGreaterThan(goesOn!);
    expect(goesOn).toBeGreaterThan(guessed!);
    expect(guessed).toBeLessThan(0.6);
  });

  it('is lower where a pronoun is followed back over several paragraphs', () => {
    const opening = '“It holds,” said Tom Varga.\n\n';
    const between = 'The dam was built in stone.\n\n';
    const closing = '“I checked it,” he said.';
    const near = confidences(opening + closing)[1]!;
    const far = confidences(opening + between + closing)[1]!;
    expect(near).toBeGreaterThan(far);
  });
});
