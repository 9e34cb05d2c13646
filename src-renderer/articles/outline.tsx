import { getShell, useShell } from '../shell';
import { useArrowKeys } from '../ui/arrow-keys';
import { words } from '../words/words';

/** The headings of the article, to go to. */
export function Outline() {
  const outline = useShell((state) => state.outline);
  const onKeyDown = useArrowKeys('.outline button');
  return (
    <section className="panel-section" aria-labelledby="outline-title">
      <h3 id="outline-title">{words.outline.title}</h3>
      {outline.length === 0 ? <p className="hint">{words.outline.none}</p> : null}
      <ol className="outline" onKeyDown={onKeyDown}>
        {outline.map(({ block, text, level }, index) => (
          <li key={block} data-level={level}>
            <button
              type="button"
              tabIndex={index === 0 ? 0 : -1}
              onClick={() => getShell().manuscript?.goToBlock(block)}
            >
              {text || words.untitled}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
