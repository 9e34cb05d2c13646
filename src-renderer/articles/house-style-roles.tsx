import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { wordsOf } from '../../src-shared/byline/words';
import { CREDIT_ROLES, type CreditRole } from '../../src-shared/model/byline';
import type { HouseStyle } from '../../src-shared/model/house-style';
import { TextField } from '../ui/fields';
import { ChevronIcon } from '../ui/icons';
import { ROLE_LABELS } from '../words/bylines';
import { languageLabel } from '../words/format';
import { houseStyleWords as said } from '../words/house-styles';

/** What a style says of each role, in the language that it prints. */
export function RoleWords({
  style,
  language,
  usual,
  onChange,
}: {
  style: HouseStyle;
  language: string | undefined;
  /** What is printed where the style says nothing. */
  usual: Readonly<Record<CreditRole, string>>;
  onChange(patch: Partial<HouseStyle>): void;
}) {
  const tag = wordsOf(style.language ?? language).locale.slice(0, 2);
  const own = style.roles[tag] ?? {};
  const set = (role: CreditRole, text: string) => {
    const { [role]: _, ...others } = own;
    const next = text === '' ? others : { ...others, [role]: text };
    const { [tag]: __, ...languages } = style.roles;
    onChange({ roles: Object.keys(next).length === 0 ? languages : { ...languages, [tag]: next } });
  };
  return (
    <Disclosure className="role-words">
      <Heading level={4}>
        <AriaButton slot="trigger" className="role-words-button">
          <ChevronIcon />
          {said.rolesIn(languageLabel(tag))}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <div className="role-words-fields">
          {CREDIT_ROLES.map((role) => {
            const text = own[role] ?? '';
            return (
              <TextField
                key={role}
                label={ROLE_LABELS[role]}
                value={text}
                placeholder={usual[role]}
                onChange={(next) => set(role, next)}
                isInvalid={text !== '' && !/^[^{}]*\{\}[^{}]*$/.test(text)}
                error={said.template}
              />
            );
          })}
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
