import { describe, expect, test } from 'vitest';
import { located, read, refusal } from './reading';

describe('TTML', () => {
  test('times of all kinds, agents as speakers, line breaks', async () => {
    const extraction = await read(
      'hearing.ttml',
      `<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25" xml:lang="en-GB">
<head><metadata><ttm:title>Council hearing, 14 April 2026</ttm:title><ttm:agent xml:id="om" type="person"><ttm:name type="full">Olive Marsh</ttm:name></ttm:agent></metadata></head>
<body><div begin="10s">
<p begin="00:00:01.500" end="00:00:03.500" ttm:agent="om">We were promised<br/>a  boat &amp; a crew.</p>
<p begin="4s" dur="1500ms">By whom?</p>
<p begin="00:00:06:05" end="00:00:07:00" ttm:agent="om">By the <span>council</span>.</p>
</div></body></tt>`,
    );
    expect(extraction).toMatchObject({
      title: 'Council hearing, 14 April 2026',
      kind: 'subtitles',
      medium: 'spoken',
      language: 'en-GB',
      date: '2026-04-14',
      text: 'Olive Marsh: We were promised a boat & a crew.\n\nBy whom?\n\nOlive Marsh: By the council.',
    });
    expect(located(extraction)).toEqual([
      [
        'We were promised a boat & a crew.',
        { paragraph: 1, time: 11.5, endTime: 13.5, speaker: 'Olive Marsh' },
      ],
      ['By whom?', { paragraph: 2, time: 14, endTime: 15.5 }],
      ['By the council.', { paragraph: 3, time: 16.2, endTime: 17, speaker: 'Olive Marsh' }],
    ]);
  });

  test('timed spans, and XML that is something else', async () => {
    const spans =
      '<tt xmlns="http://www.w3.org/2006/10/ttaf1"><body><div><p><span begin="1s" end="2s">One</span><br/><span begin="2s" end="3s">two.</span></p></div></body></tt>';
    expect(located(await read('a.dfxp', spans))).toEqual([
      ['One', { paragraph: 1, time: 1, endTime: 2 }],
      ['two.', { paragraph: 1, time: 2, endTime: 3 }],
    ]);
    expect(await refusal('a.ttml', '<html><p>Hello</p></html>')).toBe('format-unsupported');
  });
});

describe('transcripts in JSON', () => {
  test('Whisper’s segments, with and without speakers', async () => {
    const segments = [
      { id: 0, start: 0, end: 2.5, text: ' We were promised a boat < 5 m.', speaker: 'SPEAKER_00' },
      { id: 1, start: 2.5, end: 4, text: ' By whom?', speaker: 'SPEAKER_01' },
    ];
    const extraction = await read(
      'a.json',
      JSON.stringify({ text: '…', segments, language: 'german' }),
    );
    expect(extraction).toMatchObject({
      kind: 'transcript',
      medium: 'spoken',
      language: 'de',
      text: 'SPEAKER_00: We were promised a boat < 5 m.\n\nSPEAKER_01: By whom?',
    });
    expect(located(extraction)[1]).toEqual([
      'By whom?',
      { paragraph: 2, time: 2.5, endTime: 4, speaker: 'SPEAKER_01' },
    ]);
  });

  test('whisper.cpp’s offsets', async () => {
    const transcription = [{ offsets: { from: 500, to: 2500 }, text: ' We were promised a boat.' }];
    const extraction = await read(
      'a.json',
      JSON.stringify({ result: { language: 'en' }, transcription }),
    );
    expect(located(extraction)).toEqual([
      ['We were promised a boat.', { paragraph: 1, time: 0.5, endTime: 2.5 }],
    ]);
  });
});
