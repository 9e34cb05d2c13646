import { describe, expect, test } from 'vitest';
import { pairRecordings } from './pair-recordings';

/** Pairs by name: "words ← recording". */
function pairs(...paths: string[]) {
  const { recordingOf, alone, spare } = pairRecordings(paths);
  return {
    pairs: recordingOf.flatMap((recording, index) =>
      recording === null ? [] : [`${paths[index]} ← ${paths[recording]}`],
    ),
    alone: alone.map((index) => paths[index]),
    spare: spare.map((index) => paths[index]),
  };
}

describe('pairRecordings', () => {
  test.for([
    { name: 'the same name', paths: ['a.mp3', 'a.vtt'], found: ['a.vtt ← a.mp3'] },
    { name: 'in any order', paths: ['a.docx', 'b.txt', 'a.wav'], found: ['a.docx ← a.wav'] },
    { name: 'in any case', paths: ['A.MP3', 'a.Srt'], found: ['a.Srt ← A.MP3'] },
    { name: 'a language', paths: ['a.mp4', 'a.pt-BR.vtt'], found: ['a.pt-BR.vtt ← a.mp4'] },
    { name: 'a second ending', paths: ['a.mp3', 'a.mp3.json'], found: ['a.mp3.json ← a.mp3'] },
    {
      name: 'several transcripts of one recording',
      paths: ['a.m4a', 'a.txt', 'a.ttml'],
      found: ['a.txt ← a.m4a', 'a.ttml ← a.m4a'],
    },
    {
      name: 'each folder by itself',
      paths: ['/x/a.ogg', '/y/a.flac', '/y/a.vtt', '/x/a.vtt'],
      found: ['/y/a.vtt ← /y/a.flac', '/x/a.vtt ← /x/a.ogg'],
    },
    {
      name: 'Windows',
      paths: ['C:\\x\\a.mp3', 'C:\\x\\a.srt'],
      found: ['C:\\x\\a.srt ← C:\\x\\a.mp3'],
    },
    {
      name: 'names that differ in form only',
      paths: ['Anho\u0308rung.mp3', 'Anh\u00f6rung.vtt'],
      found: ['Anh\u00f6rung.vtt ← Anho\u0308rung.mp3'],
    },
  ])('$name', ({ paths, found }) => {
    expect(pairs(...paths)).toEqual({ pairs: found, alone: [], spare: [] });
  });

  test('a recording without words is named', () => {
    expect(pairs('a.mp3', 'b.vtt', '/c/a.vtt')).toEqual({ pairs: [], alone: ['a.mp3'], spare: [] });
  });

  test('what holds no words that were said is no transcript', () => {
    expect(pairs('a.mp3', 'a.eml', 'a.png').alone).toEqual(['a.mp3']);
  });

  test('a second recording of the same words is named', () => {
    expect(pairs('a.mp4', 'a.mp3', 'a.vtt')).toEqual({
      pairs: ['a.vtt ← a.mp4'],
      alone: [],
      spare: ['a.mp3'],
    });
  });

  test('texts without a recording have none', () => {
    expect(pairRecordings(['a.txt', 'b.pdf']).recordingOf).toEqual([null, null]);
  });
});
