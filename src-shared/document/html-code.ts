import type { Element, Nodes } from 'hast';
import { codeBlock } from './build';
import { attribute, findFirst, isUnread } from './html-tree';
import type { CodeBlockNode } from './schema';

/** How pages say what language code is in: `language-js`, `lang-js`, `highlight-source-js`. */
const LANGUAGE = /(?:^|\s)(?:language|lang|highlight-source)-([\w+#.-]+)/;
/** Words in a row, as no line of code has them. */
const SENTENCE =
  /^[^{}<>=[\]|\\]*?\p{L}[\p{L}\p{M}’'-]*(?:[,:;]? \p{L}[\p{L}\p{M}’'-]*){3}[^{}<>=|\\]*$/u;

/**
 * The code of a `pre`; null where it is running text whose lines somebody set by hand, as mail and old
 * pages have it.
 */
export function codeFromHtml(element: Element): CodeBlockNode | null {
  const code = findFirst(element, ({ tagName }) => tagName === 'code');
  const language =
    attribute(element, 'dataLanguage') ||
    [element, code].flatMap((one) => {
      const [, name] = LANGUAGE.exec(one ? attribute(one, 'className') : '') ?? [];
      return name ?? [];
    })[0] ||
    '';
  const text = exactText(element).replace(/\r\n?/g, '\n').replace(/\n$/, '');
  return code === null && language === '' && isProse(text) ? null : codeBlock(text, language);
}

/** The characters as they stand; a line break of the markup is one of the text. */
function exactText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  if (node.type === 'element' && isUnread(node)) return '';
  return 'children' in node ? (node.children as Nodes[]).map(exactText).join('') : '';
}

function isProse(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.filter((line) => SENTENCE.test(line.trim())).length * 2 > lines.length;
}
