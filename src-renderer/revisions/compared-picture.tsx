import { useEffect, useState } from 'react';
import type { BlockNode, FigureNode } from '../../src-shared/document/schema';
import { pictureAddress } from '../editor/figure/picture-store';
import { figureWords } from '../words/figures';

/** The pictures of a figure before and after, where a block of a comparison is one. */
export function ComparedPictures({
  before,
  after,
}: {
  before: BlockNode | undefined;
  after: BlockNode | undefined;
}) {
  const [old, now] = [figureIn(before), figureIn(after)];
  if (!old && !now) return null;
  const isSame = old && now && sameSaid(old, now);
  return (
    <div className="compared-pictures">
      {old && !isSame ? <ComparedPicture figure={old} kind="removed" /> : null}
      {now ? <ComparedPicture figure={now} kind={isSame ? 'same' : 'added'} /> : null}
    </div>
  );
}

function figureIn(block: BlockNode | undefined): FigureNode | null {
  return block?.type === 'figure' ? block : null;
}

function sameSaid(one: FigureNode, other: FigureNode): boolean {
  return (['picture', 'alternativeText', 'credit'] as const).every(
    (key) => one[key] === other[key],
  );
}

function ComparedPicture({
  figure,
  kind,
}: {
  figure: FigureNode;
  kind: 'removed' | 'added' | 'same';
}) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    void pictureAddress(figure.picture).then((found) => isWanted && setAddress(found));
    return () => {
      isWanted = false;
    };
  }, [figure.picture]);
  const said = figureWords.figure(figure.alternativeText, figure.credit);
  return (
    <figure className={`compared-picture compared-picture-${kind}`}>
      {address ? <img className="compared-image" src={address} alt="" decoding="async" /> : null}
      <figcaption>
        {kind === 'same' ? said : figureWords.compared[kind]}
        {kind === 'same' ? null : `: ${said}`}
      </figcaption>
    </figure>
  );
}
