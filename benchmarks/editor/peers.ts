import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { PROJECT, type Stet } from '../../e2e/app';
import { inlineBlock, textNode } from '../../src-shared/document/build';
import type { WrittenText } from './text';

/*
 * The same words in the same browser without Stet: in a bare `contenteditable` element, and in a bare
 * Lexical editor. Each has a window of its own, as large as Stet's.
 */

const STYLE = 'width: 660px; margin: 0 auto; font: 18px/1.6 serif';

/** A second window of the same browser with an empty text field that scrolls by itself. */
async function openWindow(stet: Stet): Promise<Page> {
  const opened = stet.app.waitForEvent('window');
  await stet.app.evaluate(({ BrowserWindow }) => {
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      webPreferences: { partition: 'bench', backgroundThrottling: false },
    });
    return window.loadURL('about:blank');
  });
  const page = await opened;
  await page.setContent(
    `<main style="height: 100vh; overflow: auto; margin: 0">
      <div role="textbox" contenteditable spellcheck="false" style="${STYLE}"></div>
    </main>`,
  );
  return page;
}

function paragraphsOf(text: WrittenText): string[] {
  return text.article.trim().split('\n\n').slice(1);
}

/** Nothing but the browser's own editing. */
export async function openContentEditable(stet: Stet, text: WrittenText): Promise<Page> {
  const page = await openWindow(stet);
  await page.getByRole('textbox').evaluate((field, paragraphs) => {
    field.innerHTML = paragraphs.map((words) => `<p>${words}</p>`).join('');
  }, paragraphsOf(text));
  return page;
}

let bundle: Promise<string> | undefined;

/** Built for production, as Stet is. */
function bareLexical(): Promise<string> {
  bundle ??= build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    build: {
      write: false,
      target: 'chrome130',
      lib: {
        entry: join(PROJECT, 'benchmarks/editor/bare-lexical.ts'),
        formats: ['iife'],
        name: 'bareLexical',
      },
    },
  }).then((outputs) => {
    const [output] = [outputs].flat();
    const chunk = output && 'output' in output ? output.output[0] : null;
    if (!chunk) throw new Error('The bare Lexical editor was not built.');
    return chunk.code;
  });
  return bundle;
}

/**
 * A bare Lexical editor.
 *
 * @returns its page, and how many milliseconds it took from the document's JSON to the frame that
 *   shows its words
 */
export async function openBareLexical(
  stet: Stet,
  text: WrittenText,
): Promise<{ page: Page; openedMs: number }> {
  const page = await openWindow(stet);
  await page.addScriptTag({ content: await bareLexical() });
  const blocks = paragraphsOf(text).map((words) => inlineBlock('paragraph', [textNode(words)]));
  const root = { type: 'root', version: 1, direction: null, format: '', indent: 0 };
  const document = JSON.stringify({ root: { ...root, children: blocks } });
  const openedMs = await page.evaluate(async (json) => {
    const since = performance.now();
    window.openBareLexical(json);
    // Lexical draws in a microtask; the message comes when the frame has been handed on.
    await new Promise(requestAnimationFrame);
    const after = new MessageChannel();
    const drawn = new Promise((resolve) => {
      after.port1.onmessage = resolve;
    });
    after.port2.postMessage(null);
    await drawn;
    return performance.now() - since;
  }, document);
  return { page, openedMs };
}
