import { CREDIT_ROLES, CREDIT_TIERS, type CreditRole } from '../../src-shared/model/byline';
import { Button, IconButton } from '../ui/button';
import { Choose, TextField } from '../ui/fields';
import { CloseIcon } from '../ui/icons';
import { answerLabel, questionText, pasteWords as said, TIER_LABELS } from '../words/byline-paste';
import { ROLE_LABELS } from '../words/bylines';
import { personSecondLine } from '../words/people';
import { words } from '../words/words';
import type { Draft, DraftCredit, People, Question } from './byline-draft';

const roleChoices = CREDIT_ROLES.map((id) => ({ id, label: ROLE_LABELS[id] }));
const tierChoices = (['role', ...CREDIT_TIERS] as const).map((id) => ({
  id,
  label: TIER_LABELS[id],
}));

/** What Stet asks about a pasted byline, each with its answers as buttons. */
export function Questions({
  draft,
  people,
  onAnswer,
}: {
  draft: Draft;
  people: People;
  onAnswer(question: Question, answer: string): void;
}) {
  const lineOf = (personId: string) => {
    const person = people.find(({ id }) => id === personId);
    return person ? `${person.name} · ${personSecondLine(person)}` : '';
  };
  if (draft.questions.length === 0) return null;
  return (
    <ul className="byline-questions" aria-label={said.questions(draft.questions.length)}>
      {draft.questions.map((question) => (
        <li key={question.id} className="byline-question">
          <p id={`ask ${question.id}`.replace(/\s/g, '-')}>{questionText(question, draft)}</p>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its buttons. */}
          <div
            role="group"
            className="button-row"
            aria-labelledby={`ask ${question.id}`.replace(/\s/g, '-')}
          >
            {question.answers.map((answer) => (
              <Button key={answer} small onPress={() => onAnswer(question, answer)}>
                <bdi>{answerLabel(answer, question, draft, lineOf)}</bdi>
              </Button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** One contributor as it would come in; everything of it can be changed. */
export function DraftRow({
  credit,
  isAsked,
  people,
  onChange,
  onRemove,
}: {
  credit: DraftCredit;
  /** A question asks who it is. */
  isAsked: boolean;
  people: People;
  onChange(patch: Partial<DraftCredit>): void;
  onRemove(): void;
}) {
  const person = people.find(({ id }) => id === credit.personId);
  const [role = 'author', ...others] = credit.roles;
  const who = isAsked ? said.undecided : person ? said.known(personSecondLine(person)) : said.made;
  const details = [
    ...(credit.leftOut.length > 0 ? [said.leftOut(credit.leftOut)] : []),
    ...(credit.email !== null && !person ? [said.email(credit.email)] : []),
  ];
  return (
    <li className="draft-credit">
      <div className="draft-main">
        <TextField
          label={said.name}
          value={credit.name}
          maxLength={500}
          onChange={(name) => onChange({ name })}
        />
        <Choose<CreditRole>
          label={said.role}
          choices={roleChoices}
          value={role}
          onChange={(next) => onChange({ roles: [next, ...others] })}
        />
        <Choose
          label={said.tier}
          choices={tierChoices}
          value={credit.tier ?? 'role'}
          onChange={(tier) => onChange({ tier: tier === 'role' ? null : tier })}
        />
        <IconButton label={said.remove(credit.name)} onPress={onRemove}>
          <CloseIcon />
        </IconButton>
      </div>
      {others.length > 0 ? (
        <p className="hint">{others.map((one) => `+ ${ROLE_LABELS[one]}`).join(' ')}</p>
      ) : null}
      <div className="draft-details">
        <TextField
          label={words.byline.location}
          value={credit.location}
          maxLength={500}
          onChange={(location) => onChange({ location })}
        />
        <TextField
          label={words.byline.jobTitle}
          value={credit.jobTitle}
          maxLength={500}
          onChange={(jobTitle) => onChange({ jobTitle })}
        />
        <TextField
          label={words.byline.affiliation}
          value={credit.affiliation}
          maxLength={500}
          onChange={(affiliation) => onChange({ affiliation })}
        />
        <TextField
          label={said.note}
          value={credit.note}
          maxLength={500}
          onChange={(note) => onChange({ note })}
        />
      </div>
      <p className="hint">{[who, ...details].join(' · ')}</p>
    </li>
  );
}
