import type { Code, InlineCode, Nodes, PhrasingContent, Root, RootContent } from 'mdast';

/*
 * Shortcodes of Hugo and Zola: calls of a site's own templates, which both look for everywhere, in code
 * too. What is code in an article is to be read on the site and not to run there, so that each is marked
 * in the way its generator has for that.
 *
 * Hugo (parser/pageparser): "{{<" or "{{%" begins one, whatever follows; as "{{</*" … "*" + "/>}}" it is
 * text without the signs of the remark. Zola (content.pest): only a whole call is one; as "{{/* … *" + "/}}" or,
 * with a body, "{%/* … *" + "/%}" … "{%/* end *" + "/%}" it is text.
 */

export type ShortcodeKind = 'hugo' | 'zola';

type CodeNode = Code | InlineCode;

/** The tree with shortcodes in code marked as text. */
export function withShortcodesAsText(root: Root, kind: ShortcodeKind): Root {
  return kind === 'hugo' ? mapCode(root, hugoCode) : zolaTree(root);
}

/** The tree as its code is meant, where a file is one of these generators'. */
export function withShortcodesRead(root: Root, kinds: readonly ShortcodeKind[]): Root {
  return mapCode(root, (node) => {
    let { value } = node;
    if (kinds.includes('hugo')) value = value.replace(HUGO_TEXT, '{{$1$2$3}}');
    if (kinds.includes('zola')) {
      value = value.replace(ZOLA_TEXT, (_whole, words: string) => `{{${words}}}`);
      value = value.replace(ZOLA_BODY_TEXT, (_whole, words: string) => `{%${words}%}`);
    }
    return [{ ...node, value }];
  });
}

const HUGO = /\{\{(?:<([\s\S]*?)>|%([\s\S]*?)%)\}\}/g;
const HUGO_TEXT =
  /\{\{(<(?=\/\*[\s\S]*?\*\/>\}\})|%(?=\/\*[\s\S]*?\*\/%\}\}))\/\*([\s\S]*?)\*\/([>%])\}\}/g;

function hugoCode(node: CodeNode): Nodes[] {
  // One that has no end stops the building of the site, and there is no sign against it in code.
  if (/\{\{[<%]/.test(node.value.replace(HUGO, ''))) return asWords(node);
  const value = node.value.replace(HUGO, (_whole, plain?: string, marked?: string) =>
    plain === undefined ? `{{%/*${marked}*/%}}` : `{{</*${plain}*/>}}`,
  );
  return [{ ...node, value }];
}

/** The same as words, in which signs can be escaped. */
function asWords(node: CodeNode): Nodes[] {
  const lines = node.value
    .split('\n')
    .flatMap((value, index): PhrasingContent[] => [
      ...(index === 0 ? [] : [{ type: 'break' as const }]),
      { type: 'text', value },
    ]);
  return node.type === 'code' ? [{ type: 'paragraph', children: lines }] : lines;
}

/** Between the codes of a text: none of a call can reach over it. */
const GAP = '\u0000';
const SPACE = '[ \\t\\r\\n]*';
const SIMPLE = `(?:true|false|"[^"${GAP}]*"|'[^'${GAP}]*'|\`[^\`${GAP}]*\`|-?\\d+(?:\\.\\d+)?)`;
const VALUE = `(?:${SIMPLE}|\\[${SPACE}(?:${SIMPLE}${SPACE},?${SPACE})*\\])`;
const FIELD = `[A-Za-z_]\\w*${SPACE}=${SPACE}${VALUE}`;
const CALL = `${SPACE}[A-Za-z_]\\w*${SPACE}\\(${SPACE}(?:${FIELD}${SPACE}(?:,${SPACE}${FIELD}${SPACE})*)?\\)${SPACE}`;
const ZOLA = new RegExp(`\\{\\{(${CALL})\\}\\}`, 'g');
const ZOLA_BODY = new RegExp(
  `\\{%(${CALL})%\\}((?:(?!\\{%${SPACE}end${SPACE}%\\})[\\s\\S])+)\\{%(${SPACE}end${SPACE})%\\}`,
  'g',
);
const ZOLA_TEXT = new RegExp(`\\{\\{/\\*(${CALL})\\*/\\}\\}`, 'g');
const ZOLA_BODY_TEXT = new RegExp(`\\{%/\\*(${CALL}|${SPACE}end${SPACE})\\*/%\\}`, 'g');

/** A call may begin in one code and end in another: they are read in one piece. */
function zolaTree(root: Root): Root {
  const codes: string[] = [];
  mapCode(root, (node) => {
    codes.push(node.value.replaceAll(GAP, '\ufffd'));
    return [node];
  });
  const marked = codes
    .join(GAP)
    .replace(ZOLA_BODY, (_whole, call: string, body: string, end: string) => {
      return `{%/*${call}*/%}${body}{%/*${end}*/%}`;
    })
    .replace(ZOLA, (_whole, call: string) => `{{/*${call}*/}}`)
    .split(GAP);
  let next = 0;
  return mapCode(root, (node) => [{ ...node, value: marked[next++] ?? node.value }]);
}

function mapCode(root: Root, change: (node: CodeNode) => Nodes[]): Root {
  const walk = (node: Nodes): Nodes[] => {
    if (node.type === 'code' || node.type === 'inlineCode') return change(node);
    if (!('children' in node)) return [node];
    const children = (node.children as Nodes[]).flatMap(walk);
    return [{ ...node, children } as Nodes];
  };
  return { ...root, children: root.children.flatMap(walk) as RootContent[] };
}
