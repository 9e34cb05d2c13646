import { describe, expect, test } from 'vitest';
import { located, read } from './reading';

describe('transcripts', () => {
  test('turns with timecodes and labels: the label stays, the timecode goes', async () => {
    const extraction = await read(
      'interview.txt',
      "Interview with Mara Lind\nInterviewer: Ada Quill\nDate: 12 April 2026\n\n[00:07:52] ADA QUILL: Will you sell?\n\n[00:07:54] MARA LIND: No, it can't be sold.\nNot by me.\n[00:08:10] Ask me again.\n\n(1:02:03) ADA QUILL: Really?",
    );
    expect(extraction).toMatchObject({
      title: 'Interview with Mara Lind',
      kind: 'transcript',
      medium: 'spoken',
      date: '2026-04-12',
    });
    expect(extraction.text).toBe(
      "Interview with Mara Lind\nInterviewer: Ada Quill\nDate: 12 April 2026\n\nADA QUILL: Will you sell?\n\nMARA LIND: No, it can't be sold. Not by me. Ask me again.\n\nADA QUILL: Really?",
    );
    expect(located(extraction).slice(1)).toEqual([
      ['Will you sell?', { paragraph: 2, time: 472, speaker: 'ADA QUILL' }],
      ["No, it can't be sold. Not by me.", { paragraph: 3, time: 474, speaker: 'MARA LIND' }],
      ['Ask me again.', { paragraph: 3, time: 490, speaker: 'MARA LIND' }],
      ['Really?', { paragraph: 4, time: 3723, speaker: 'ADA QUILL' }],
    ]);
  });

  test('labels alone, and paragraphs that go on without one', async () => {
    const extraction = await read(
      'talk.txt',
      'Ada Quill: Will you sell?\nMara Lind: No.\n\nAnd I told the owner so.\n\nAda Quill: When?\nMara Lind: In May.',
    );
    expect(extraction.kind).toBe('transcript');
    expect(located(extraction)).toEqual([
      ['Will you sell?', { paragraph: 1, speaker: 'Ada Quill' }],
      ['No.', { paragraph: 2, speaker: 'Mara Lind' }],
      ['And I told the owner so.', { paragraph: 3, speaker: 'Mara Lind' }],
      ['When?', { paragraph: 4, speaker: 'Ada Quill' }],
      ['In May.', { paragraph: 5, speaker: 'Mara Lind' }],
    ]);
  });

  test('names with a time on a line of their own', async () => {
    const extraction = await read(
      'otter.txt',
      'Ada Quill  0:02\nWill you sell?\n\nMara Lind  0:05\nNo. I said: “Never.”\n\nAda Quill  0:09\nThanks.',
    );
    expect(extraction.text).toBe(
      'Ada Quill: Will you sell?\n\nMara Lind: No. I said: “Never.”\n\nAda Quill: Thanks.',
    );
    expect(located(extraction)[1]).toEqual([
      'No. I said: “Never.”',
      { paragraph: 2, time: 5, speaker: 'Mara Lind' },
    ]);
  });

  test('a time behind the name, and questions and answers', async () => {
    expect(located(await read('a.txt', 'Lind (07:52): No.\n\nQuill (07:55): Why?'))[0]).toEqual([
      'No.',
      { paragraph: 1, time: 472, speaker: 'Lind' },
    ]);
    expect(
      located(await read('b.txt', 'Q: Did you know?\nA: Yes.\nQ: And him?\nA: Yes.'))[3],
    ).toEqual(['Yes.', { paragraph: 4, speaker: 'A' }]);
  });
});

describe('subtitles', () => {
  test('WebVTT: cues become turns, each cue keeps its times', async () => {
    const extraction = await read(
      'hearing.vtt',
      'WEBVTT - Council hearing, 14 April 2026\nLanguage: en-GB\n\nNOTE made by hand\n\nSTYLE\n::cue { color: red }\n\n1\n00:41:03.200 --> 00:41:09.000 align:start\n<v Mara Lind>We come to item\nfour &amp; five.\n\n2\n00:41:09.400 --> 00:41:13.100\n<v.loud Mara Lind><i>Mr</i> Brandt?\n\n3\n00:41:13.400 --> 00:41:19.800\n<v Ivo Brandt>Here.</v>\n<v Mara Lind>Good.</v>\n',
    );
    expect(extraction).toMatchObject({
      title: 'Council hearing, 14 April 2026',
      kind: 'subtitles',
      medium: 'spoken',
      language: 'en-GB',
      date: '2026-04-14',
      text: 'Mara Lind: We come to item four & five. Mr Brandt?\n\nIvo Brandt: Here.\n\nMara Lind: Good.',
    });
    expect(located(extraction).slice(0, 3)).toEqual([
      [
        'We come to item four & five.',
        { paragraph: 1, time: 2463.2, endTime: 2469, speaker: 'Mara Lind' },
      ],
      ['Mr Brandt?', { paragraph: 1, time: 2469.4, endTime: 2473.1, speaker: 'Mara Lind' }],
      ['Here.', { paragraph: 2, time: 2473.4, endTime: 2479.8, speaker: 'Ivo Brandt' }],
    ]);
  });

  test('SubRip: labels in capitals, dashes for a change of voice, pauses', async () => {
    const extraction = await read(
      'film.srt',
      '1\n00:00:01,000 --> 00:00:03,000\nMARA LIND: We will not\n\n2\n00:00:03,000 --> 00:00:05,500\n<b>sell</b> the harbour.\n\n3\n00:00:06,000 --> 00:00:08,000\n- Never?\n- Never.\n\n4\n00:00:20,000 --> 00:00:22,000\nThe sea is calm.\n',
    );
    expect(extraction.text).toBe(
      'MARA LIND: We will not sell the harbour.\n\nNever?\n\nNever.\n\nThe sea is calm.',
    );
    expect(located(extraction)[1]).toEqual([
      'sell the harbour.',
      { paragraph: 1, time: 3, endTime: 5.5, speaker: 'MARA LIND' },
    ]);
    expect(extraction.locators.at(-1)).not.toHaveProperty('speaker');
  });

  test('captions that roll up count each line once', async () => {
    const extraction = await read(
      'live.srt',
      '1\n00:00:01,000 --> 00:00:03,000\nWe will not\n\n2\n00:00:03,000 --> 00:00:05,000\nWe will not\nsell the harbour\n\n3\n00:00:05,000 --> 00:00:07,000\nsell the harbour\nthis year.\n',
    );
    expect(extraction.text).toBe('We will not sell the harbour this year.');
  });

  test('a sentence that says the same twice is not cut', async () => {
    const extraction = await read(
      'song.srt',
      '1\n00:00:01,000 --> 00:00:03,000\nNever.\n\n2\n00:00:09,000 --> 00:00:11,000\nNever.\n',
    );
    expect(extraction.text).toBe('Never.\n\nNever.');
  });
});

describe('a machine’s transcript says so', () => {
  const cue = '00:01.000 --> 00:02.000\nThe lamp is out.\n';
  const CASES: [name: string, text: string, isByMachine: boolean][] = [
    ['a note on how sure it is', `WEBVTT\n\nNOTE Confidence: 0.83\n\n${cue}`, true],
    ['a note on what was recognised', `WEBVTT\n\nNOTE recognizability:0.841\n\n${cue}`, true],
    ['a note on how it was made', `WEBVTT\n\nNOTE\nAutomatically generated\n\n${cue}`, true],
    ['the header', `WEBVTT - auto-generated captions\n\n${cue}`, true],
    [
      'words timed one by one',
      'WEBVTT\n\n00:01.000 --> 00:02.000\nThe<00:01.200><c> lamp</c><00:01.500><c> is</c> out.\n',
      true,
    ],
    ['nothing', `WEBVTT\n\n${cue}`, false],
    ['another note', `WEBVTT\n\nNOTE checked by hand\n\n${cue}`, false],
    ['what is said', `WEBVTT\n\n${cue.replace('The lamp', 'The whisper')}`, false],
  ];
  test.each(CASES)('%s', async (_name, text, isByMachine) => {
    const { versionKind } = await read('talk.vtt', text);
    expect(versionKind === 'machine').toBe(isByMachine);
  });

  test('what is said in SubRip is nothing that the file says of itself', async () => {
    const said = '1\n00:00:01,000 --> 00:00:02,000\nConfidence: that is what we lack.\n';
    expect((await read('talk.srt', said)).versionKind).toBeUndefined();
  });
});
