import { clipboard } from 'electron';

/** Electron before 45 answers at once and has `readHTML`; 45 reads as the web's clipboard does. */
interface OlderClipboard {
  readHTML(): string;
  readText(): string;
}

/** What the user copied elsewhere: rich text if there is any, and plain text. Pictures are left out. */
export async function readClipboard(): Promise<{ html: string; text: string }> {
  if ('readHTML' in clipboard) {
    const older = clipboard as unknown as OlderClipboard;
    return { html: older.readHTML(), text: older.readText() };
  }
  const html = await Promise.all(
    (await clipboard.read())
      .filter((item) => item.types.includes('text/html'))
      .map(async (item) => (await item.getType('text/html' as string)) as Blob)
      .map(async (blob) => (await blob).text()),
  );
  return { html: html.join('\n'), text: await clipboard.readText() };
}
