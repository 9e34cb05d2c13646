import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { splitNames } from '../../src-shared/byline/split-names';
import type { Byline as BylineModel } from '../../src-shared/model/byline';
import { attempt } from '../actions';
import { createPerson, nameOnly } from '../people/person-actions';
import { showTab } from '../shell';
import { useLocked } from '../ui/change-button';
import { PersonPicker } from '../ui/person-picker';
import { words } from '../words/words';
import { addContributor } from './article-actions';
import { CreditWords, lineDirection } from './credit-words';

/** The byline on the page: the generated line, whose names open the Article panel, and a way to add one. */
export function Byline({ articleId, byline }: { articleId: string; byline: BylineModel }) {
  const isLocked = useLocked();
  const lines = byline.line === '' ? [] : byline.line.split('\n');
  const names = byline.credits.map(({ name }) => name);
  return (
    <div className="byline">
      {lines.length === 0 ? null : (
        <div className="byline-lines">
          {lines.map((line) => (
            <span key={line} className="byline-line" dir={lineDirection(line, byline.credits)}>
              {splitNames(line, names).map(({ text, name }, index) =>
                name === null ? (
                  <span key={index}>
                    <CreditWords text={text} credits={byline.credits} />
                  </span>
                ) : (
                  <AriaButton
                    key={index}
                    className="byline-name"
                    aria-label={words.byline.change(text)}
                    onPress={() => showTab('article')}
                  >
                    {text}
                  </AriaButton>
                ),
              )}
            </span>
          ))}
        </div>
      )}
      {isLocked ? null : (
        <AddContributor articleId={articleId} isFirst={byline.credits.length === 0} />
      )}
    </div>
  );
}

function AddContributor({ articleId, isFirst }: { articleId: string; isFirst: boolean }) {
  return (
    <DialogTrigger>
      <AriaButton className="byline-add">
        {isFirst ? words.byline.addFirst : words.byline.add}
      </AriaButton>
      <Popover className="popover popover-form" placement="bottom start">
        <Dialog className="dialog" aria-label={words.byline.add}>
          {({ close }) => (
            <PersonPicker
              label={words.byline.contributor}
              placeholder={words.byline.namePlaceholder}
              autoFocus
              onPick={(personId) => {
                close();
                void addContributor(articleId, personId);
              }}
              onCreate={(name) => {
                close();
                void attempt(async () =>
                  addContributor(articleId, await createPerson(nameOnly(name))),
                );
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
