import {
  type ChosenProfile,
  PERMISSIVE,
  type Rule,
  readProfile,
  STRICT,
  TREATMENTS,
  type Treatment,
} from '../../src-shared/quotation/verdict/profile';
import type { ReasonCode } from '../../src-shared/quotation/verdict/reasons';
import { Choose } from '../ui/fields';
import { HOUSE_RULES, houseProfileWords as said, TREATMENT_LABELS } from '../words/house-profile';

const TREATMENT_CHOICES = TREATMENTS.map((id) => ({ id, label: TREATMENT_LABELS[id] }));

interface Props {
  profile: ChosenProfile;
  onChange(profile: ChosenProfile): void;
}

/** The rule of a newsroom's own profile for each difference that houses disagree on. */
export function HouseRules({ profile, onChange }: Props) {
  const { rules } = readProfile(profile);

  const setRule = (code: ReasonCode, rule: Rule) => {
    const base = profile.base === 'strict' ? STRICT : PERMISSIVE;
    const { [code]: _, ...others } = profile.rules as Partial<Record<ReasonCode, Rule>>;
    const isBase =
      base.rules[code].spoken === rule.spoken && base.rules[code].written === rule.written;
    // Only what differs is stored, so that a better base is a better profile.
    onChange({
      ...profile,
      rules: (isBase ? others : { ...others, [code]: rule }) as ChosenProfile['rules'],
    });
  };

  return (
    <table className="house-rules">
      <thead>
        <tr>
          <th scope="col">{said.rule}</th>
          <th scope="col">{said.spoken}</th>
          <th scope="col">{said.written}</th>
        </tr>
      </thead>
      <tbody>
        {HOUSE_RULES.map(({ code, label }) => (
          <tr key={code}>
            <th scope="row">{label}</th>
            {(['spoken', 'written'] as const).map((medium) => (
              <td key={medium}>
                <Choose<Treatment>
                  label={said.ruleIn(label, said[medium])}
                  hideLabel
                  choices={TREATMENT_CHOICES}
                  value={rules[code][medium]}
                  onChange={(treatment) => setRule(code, { ...rules[code], [medium]: treatment })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
