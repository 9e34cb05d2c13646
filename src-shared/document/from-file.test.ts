import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { StetError } from '../errors';
import { articleFromFile } from './from-file';
import { inlineText } from './plain-text';
import { type BlockNode, DocumentSchema } from './schema';
import { rowsAsLines } from './table';

/** One line a block: "h2: words", "quote[p: words]", "ul[item]"; bold and italic as in Markdown. */
function outline(block: BlockNode): string {
  switch (block.type) {
    case 'horizontalrule':
      return 'rule';
    case 'list': {
      const items = block.children.map((item) =>
        item.children
          .map((child) => (child.type === 'list' ? outline(child) : inlineText([child])))
          .join(''),
      );
      return `${block.tag}[${items.join(' | ')}]`;
    }
    case 'quote':
      return `quote[${(block.children as BlockNode[]).map(outline).join(' | ')}]`;
    case 'table':
      return rowsAsLines(block)
        .map((row) => `| ${inlineText(row).replaceAll('\t', ' | ')} |`)
        .join('');
    case 'htmlblock':
      return `html: ${block.html}`;
    case 'heading':
      return `${block.tag}: ${inlineText(block.children)}`;
    default: {
      const words = block.children.map((node) => {
        if (node.type !== 'text') {
          if (node.type === 'footnotereference') return `{${node.footnote}}`;
          if (node.type === 'inlinehtml') return node.html;
          return 'children' in node ? `<${node.url}|${inlineText(node.children)}>` : '/';
        }
        const mark = ['', '**', '*', '***'][node.format & 3] ?? '';
        return `${mark}${node.text}${mark}`;
      });
      return `${block.type}: ${words.join('')}`;
    }
  }
}

function read(name: string, content: string) {
  const article = articleFromFile(name, content);
  expect(v.parse(DocumentSchema, article.document)).toEqual(article.document);
  expect(article.document.root.children[0]?.type).toBe('headline');
  const names = article.contributors.map((one) => `${one.name} (${one.role})`);
  return { ...article, names, blocks: article.document.root.children.map(outline) };
}

const STORY = 'The harbour of Saltmere will close in May, the council said on Tuesday evening.';

describe('plain text', () => {
  test('headline, dateline and a byline that is a bullet at the end are taken out of the text', () => {
    const { blocks, names, dateline, title } = read(
      'a.txt',
      `Harbour of Saltmere to close\n\nSALTMERE – ${STORY}\n\n“We will not sell,” said the mayor.\n\n  • Ada Quill\n`,
    );
    expect(blocks).toEqual([
      'headline: Harbour of Saltmere to close',
      `paragraph: ${STORY}`,
      'paragraph: “We will not sell,” said the mayor.',
    ]);
    expect({ names, dateline, title }).toEqual({
      names: ['Ada Quill (author)'],
      dateline: 'SALTMERE',
      title: 'Harbour of Saltmere to close',
    });
  });

  test('bullets, numbers and quoted lines keep their form', () => {
    const { blocks } = read(
      'a.txt',
      `Harbour of Saltmere to close\n\n${STORY}\n\n- First point\n- Second point\n\n> First came the flood.\n>\n> Then came the fire.\n\n${STORY}`,
    );
    expect(blocks.slice(2)).toEqual([
      'ul[First point | Second point]',
      'quote[paragraph: First came the flood. | paragraph: Then came the fire.]',
      `paragraph: ${STORY}`,
    ]);
  });

  test('a note without a headline has an empty one', () => {
    const { blocks, title } = read('a.txt', 'He said so. Then he left the room.');
    expect(blocks).toEqual(['headline: ', 'paragraph: He said so. Then he left the room.']);
    expect(title).toBeNull();
  });
});

describe('Markdown', () => {
  test('front matter says title, standfirst, authors and language', () => {
    const article = read(
      'a.md',
      `---\ntitle: "Harbour: closed"\ndescription: The town wants a vote.\nauthor:\n  - Ada Quill\n  - Ben Harrow\nlang: en_GB\n---\n\n${STORY}\n`,
    );
    expect(article.blocks).toEqual([
      'headline: Harbour: closed',
      'standfirst: The town wants a vote.',
      `paragraph: ${STORY}`,
    ]);
    expect(article).toMatchObject({ language: 'en-GB', title: 'Harbour: closed' });
    expect(article.names).toEqual(['Ada Quill (author)', 'Ben Harrow (author)']);
  });

  test('a heading that repeats the title is the headline, not a part of the text', () => {
    const { blocks } = read(
      'a.md',
      `---\ntitle: Harbour closed\n---\n\n# Harbour *closed*\n\n${STORY}\n`,
    );
    expect(blocks).toEqual(['headline: Harbour *closed*', `paragraph: ${STORY}`]);
  });

  test('italic standfirst, byline and dateline in the text', () => {
    const { blocks, names, dateline } = read(
      'a.md',
      `# Harbour closed\n\n*The town wants a vote before the summer.*\n\nBy Ada Quill and Ben Harrow\n\nSALTMERE – ${STORY}\n`,
    );
    expect(blocks).toEqual([
      'headline: Harbour closed',
      'standfirst: The town wants a vote before the summer.',
      `paragraph: ${STORY}`,
    ]);
    expect(names).toEqual(['Ada Quill (author)', 'Ben Harrow (author)']);
    expect(dateline).toBe('SALTMERE');
  });

  test('every block has its node', () => {
    const { blocks } = read(
      'a.md',
      [
        '# Harbour closed',
        `**${STORY}** It *may* [last](https://a.example) [long](javascript:x).\\`,
        'Next line.',
        '',
        '## Two',
        '##### Five',
        '1. one',
        '   - below',
        '2. two',
        '',
        '- [x] done',
        '',
        '> First.',
        '>',
        '> > Second.',
        '',
        '* * *',
        '',
        '| a | b |',
        '|---|---|',
        '| c | d |',
        '',
        '```',
        'code',
        '```',
        '',
        '<p>html <b>too</b></p>',
        '',
        'Ends<br>here ![picture](x.png).',
      ].join('\n'),
    );
    expect(blocks).toEqual([
      'headline: Harbour closed',
      `paragraph: **${STORY}** It *may* <https://a.example|last> long./Next line.`,
      'h2: Two',
      'h5: Five',
      'ol[one | ul[below] | two]',
      'ul[done]',
      'quote[paragraph: First. | paragraph: Second.]',
      'rule',
      '| a | b || c | d |',
      'codeblock: code',
      'paragraph: html **too**',
      'paragraph: Ends/here .',
    ]);
  });

  test('footnotes are footnotes here, the source notes of Stet are left out', () => {
    const { blocks } = read(
      'a.md',
      `# Harbour closed\n\n“No.”[^a] ${STORY} “Yes.”[^source-1-1]\n\n[^a]: Ask her.\n[^source-1-1]: *Minutes*.\n`,
    );
    expect(blocks.slice(1)).toEqual([
      `paragraph: “No.”{note-1} ${STORY} “Yes.”`,
      'footnote: Ask her.',
    ]);
  });

  test('front matter that is no YAML, or says odd things, does no harm', () => {
    const { blocks } = read(
      'a.md',
      `---\ntitle: [\nauthor: 3\n---\n\n# Harbour closed\n\n${STORY}\n`,
    );
    expect(blocks).toEqual(['headline: Harbour closed', `paragraph: ${STORY}`]);
    expect(read('a.md', `---\ntitle: 3\nlang: "?"\n---\n\n${STORY}\n`).language).toBeNull();
  });
});

describe('HTML', () => {
  test('a saved page gives headline, standfirst, byline and body, and nothing around them', () => {
    const article = read(
      'page.html',
      `<!DOCTYPE html><html lang="en-GB"><head><title>Harbour closed | Saltmere News</title></head><body>
      <header><nav><a href="/">Home</a></nav></header><main><article><header>
      <h1>Harbour <em>closed</em></h1><p class="standfirst">The town wants a vote.</p>
      <p class="byline">By <a rel="author" href="/ada">Ada Quill</a>, <time>3 May</time></p>
      <button>Share</button></header>
      <p><span class="dateline">SALTMERE</span> – ${STORY}</p>
      <aside><p>Read more</p></aside>
      <figure><img src="quay.jpg" alt=""><figcaption>The quay</figcaption></figure>
      <h2>Why</h2>
      <blockquote><p>First came the flood.</p><p>Then the fire.</p><cite>Ivo Brandt</cite></blockquote>
      <ul><li>One</li><li>Two <ol><li>Below</li></ol></li></ul>
      <p>See <a href="https://a.example/x">here</a> or <a href="/y">there</a>.<script>x()</script></p>
      </article></main><footer>Imprint</footer></body></html>`,
    );
    expect(article.blocks).toEqual([
      'headline: Harbour *closed*',
      'standfirst: The town wants a vote.',
      `paragraph: ${STORY}`,
      'h2: Why',
      'quote[paragraph: First came the flood. | paragraph: Then the fire.]',
      'paragraph: — Ivo Brandt',
      'ul[One | Two | ol[Below]]',
      'paragraph: See <https://a.example/x|here> or there.',
    ]);
    expect(article).toMatchObject({
      language: 'en-GB',
      dateline: 'SALTMERE',
      names: ['Ada Quill (author)'],
    });
  });

  test('clipboard HTML of word processors keeps bold and italic and drops the rest', () => {
    const { blocks } = read(
      'pasted.html',
      `<html><body><!--StartFragment--><b style="font-weight:normal"><p style="margin:0"><span style="font-weight:700">${STORY}</span><span style="font-style:italic"> Twice.</span></p><p>&nbsp;</p><div>Loose text<br><br>and more</div></b><!--EndFragment--></body></html>`,
    );
    expect(blocks.slice(1)).toEqual([
      `paragraph: **${STORY}*** Twice.*`,
      'paragraph: Loose text',
      'paragraph: and more',
    ]);
  });

  test('tasks with drawn boxes, as Stet’s own pages have them, are tasks again', () => {
    const listsOf = (items: string) => {
      const html = `<h1>Ferry</h1><p>To do:</p><ul>${items}</ul>`;
      const { document } = read('a.html', html);
      return document.root.children.filter((node) => node.type === 'list');
    };
    expect(listsOf('<li>☑ Call the port</li><li>☐ Ask <b>Mara</b></li>')).toMatchObject([
      {
        listType: 'check',
        children: [
          { checked: true, children: [{ text: 'Call the port' }] },
          { checked: false, children: [{ text: 'Ask ' }, { text: 'Mara' }] },
        ],
      },
    ]);
    // One box alone is a sign like any other.
    expect(listsOf('<li>☑ Call the port</li><li>Ask Mara</li>')).toMatchObject([
      { listType: 'bullet', children: [{ children: [{ text: '☑ Call the port' }] }, {}] },
    ]);
  });

  test('markup nested beyond reason gives its words', () => {
    const { blocks } = read('deep.html', `${'<div>'.repeat(50_000)}${STORY}`);
    expect(blocks).toEqual(['headline: ', `paragraph: ${STORY}`]);
  });
});

test('what is no article is refused with a code', () => {
  const code = (name: string, content: Uint8Array | string) => {
    try {
      articleFromFile(name, content);
    } catch (error) {
      return error instanceof StetError ? error.code : error;
    }
    return null;
  };
  expect(code('a.docx', 'PK')).toBe('format-unsupported');
  expect(code('a.md', new TextEncoder().encode('%PDF-1.7'))).toBe('format-unsupported');
  expect(code('a.txt', ' \n')).toBe('file-empty');
});
