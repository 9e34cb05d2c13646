import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { located, read, readAll, refusal } from './reading';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));

const mail = (header: string, body: string) =>
  `From: Olive Marsh <olive@example.org>\nSubject: No boat\nDate: Mon, 4 May 2026 23:30:00 -0500\nMIME-Version: 1.0\n${header}\n\n${body}`;

describe('e-mail', () => {
  test('plain text before HTML, the sender as speaker, an earlier letter as its writer’s', async () => {
    const extraction = await read('letter.eml', fixture('letter.eml'));
    expect(extraction).toMatchObject({
      title: 'Die Fähre – no boat',
      kind: 'email',
      medium: 'written',
      date: '2026-05-04',
      creator: 'Olive Marsh',
      metadata: { type: 'personal_communication', recipient: [{ literal: 'Tom Arkle' }] },
    });
    expect(located(extraction)).toEqual([
      ['Dear Tom,', { paragraph: 1, speaker: 'Olive Marsh' }],
      [
        'we were promised a boat, not a spreadsheet. The café at the pier has lost a third of its trade, and the winter is long.',
        { paragraph: 2, speaker: 'Olive Marsh' },
      ],
      ['Olive', { paragraph: 3, speaker: 'Olive Marsh' }],
      [
        'On Sun, 3 May 2026 at 10:12, Tom Arkle <tom@example.org> wrote:',
        { paragraph: 4, speaker: 'Olive Marsh' },
      ],
      ['Were you promised a boat?\nOr a canoe?', { paragraph: 5, speaker: 'Tom Arkle' }],
      ['[Attachment: minutes – May.pdf]', { paragraph: 6 }],
    ]);
  });

  test('HTML where there is no plain text, in its charset', async () => {
    const html = mail(
      'Content-Type: text/html; charset=iso-8859-2\nContent-Transfer-Encoding: quoted-printable',
      '<html><body><p>Zaj=B1c</p><p>said <b>no</b>.</p><style>p{}</style></body></html>',
    );
    expect((await read('a.eml', html)).text).toBe('Zając\n\nsaid no.');
  });

  test('a mail named .txt is read as one', async () => {
    const base64 = mail(
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64',
      btoa('We were promised a boat.'),
    );
    expect(await read('a.txt', base64)).toMatchObject({
      kind: 'email',
      text: 'We were promised a boat.',
    });
  });

  test('an encrypted one is protected', async () => {
    const encrypted = mail(
      'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x',
      '--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--x\nContent-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n--x--\n',
    );
    expect(await refusal('a.eml', encrypted)).toBe('file-protected');
  });

  test('a mailbox has one source a message, each with a part of its own', async () => {
    const messages = await readAll('mailbox.mbox', fixture('mailbox.mbox'));
    expect(messages.map(({ part, title, creator }) => [part, title, creator])).toEqual([
      ['m1@example.org', 'First', 'Olive Marsh'],
      ['m2@example.org', 'Second', 'Tom Arkle'],
      ['m2@example.org (2)', 'Second again', 'Tom Arkle'],
    ]);
    expect(messages[0]?.text).toBe('Dear Tom,\n\nFrom the pier you see no boat.');
    expect(await refusal('a.mbox', 'No mail here.')).toBe('file-unreadable');
  });
});

declare const btoa: (text: string) => string;
