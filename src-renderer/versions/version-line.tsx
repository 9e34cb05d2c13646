import {
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import type { SourceReading } from '../../src-shared/model/source';
import { openDialog } from '../shell';
import { Button } from '../ui/button';
import { ChevronIcon } from '../ui/icons';
import { versionHint, versionLabel, versionLine, versionWords } from '../words/versions';
import { readVersion } from './version-actions';

/** Which version of a source is read, with the others and what can be done with them. */
export function VersionLine({ reading }: { reading: SourceReading }) {
  const { source, versions, versionId } = reading;
  const shown = versions.find(({ id }) => id === versionId);
  const current = versions.find(({ isCurrent }) => isCurrent);
  const sourceId = source.id;
  const line = shown ? versionLine(shown, versions.length) : versionWords.isWithdrawn;
  return (
    <div className="version-line">
      <MenuTrigger>
        <Button tone="quiet" small aria-label={`${versionWords.menu}: ${line}`}>
          {line}
          <ChevronIcon />
        </Button>
        <Popover className="popover" placement="bottom start">
          <Menu className="options" aria-label={versionWords.menu}>
            {versions.length > 1 ? (
              <MenuSection selectionMode="single" selectedKeys={[versionId]}>
                <Header className="options-title">{versionWords.read}</Header>
                {versions.toReversed().map((version) => (
                  <MenuItem
                    key={version.id}
                    id={version.id}
                    className="option"
                    textValue={versionLine(version, versions.length)}
                    onAction={() => readVersion(version.isCurrent ? null : version.id)}
                  >
                    <Text slot="label">{`${version.number} · ${versionLabel(version)}`}</Text>
                    {versionHint(version) ? (
                      <Text slot="description" className="option-hint">
                        {versionHint(version)}
                      </Text>
                    ) : null}
                  </MenuItem>
                ))}
              </MenuSection>
            ) : null}
            {versions.length > 1 ? <Separator className="menu-separator" /> : null}
            <MenuItem
              className="option"
              onAction={() => openDialog({ kind: 'add-version', sourceId })}
            >
              {versionWords.add}
            </MenuItem>
            {versions.length > 1 ? (
              <MenuItem
                className="option"
                onAction={() => openDialog({ kind: 'compare-versions', sourceId })}
              >
                {versionWords.compare}
              </MenuItem>
            ) : null}
            <MenuItem className="option" onAction={() => openDialog({ kind: 'impact', sourceId })}>
              {versionWords.impact}
            </MenuItem>
            {shown && shown.number > 1 ? (
              <MenuItem
                className="option"
                onAction={() => openDialog({ kind: 'withdraw-version', sourceId, versionId })}
              >
                {versionWords.withdraw}
              </MenuItem>
            ) : null}
          </Menu>
        </Popover>
      </MenuTrigger>
      {current && current.id !== versionId ? (
        <p className="version-notice">
          {shown?.kind === 'translated' ? versionWords.isTranslation : null}
          {shown?.kind === 'anonymised' ? versionWords.isAnonymised : null}
          {shown && !['translated', 'anonymised'].includes(shown.kind)
            ? versionWords.isOlder
            : null}{' '}
          <Button tone="quiet" small onPress={() => readVersion(null)}>
            {versionWords.readCurrent}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
