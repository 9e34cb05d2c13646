import { type FormEvent, useState } from 'react';
import { Button, Checkbox, Group, Input, Label, NumberField } from 'react-aria-components';
import { closeDialog, getShell } from '../../shell';
import { DialogEnd } from '../../ui/dialog-end';
import { Modal } from '../../ui/modal';
import { tableWords as said } from '../../words/tables';

const SHOWN = { rows: 8, columns: 8 };
const MOST = { rows: 100, columns: 20 };

/** Asks how large a table is to be: by numbers, or by pointing at the last cell. */
export function InsertTableDialog() {
  const [rows, setRows] = useState(3);
  const [columns, setColumns] = useState(3);
  const [hasHeader, setHasHeader] = useState(true);
  const insert = (size: { rows: number; columns: number }) => {
    closeDialog();
    // The dialog gives the focus back first.
    requestAnimationFrame(() => getShell().manuscript?.insertTable({ ...size, hasHeader }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    insert({ rows, columns });
  };
  return (
    <Modal title={said.title} size="narrow" onClose={closeDialog}>
      <form onSubmit={submit}>
        <div className="dialog-body form">
          <div className="table-size">
            {/* The numbers beside it say the same to who does not point. */}
            <div className="table-picker" aria-hidden="true">
              {Array.from({ length: SHOWN.rows * SHOWN.columns }, (_, index) => {
                const row = Math.floor(index / SHOWN.columns) + 1;
                const column = (index % SHOWN.columns) + 1;
                return (
                  <button
                    type="button"
                    tabIndex={-1}
                    key={`${row} ${column}`}
                    className="table-picker-cell"
                    data-in={(row <= rows && column <= columns) || undefined}
                    data-header={(hasHeader && row === 1) || undefined}
                    onPointerEnter={() => {
                      setRows(row);
                      setColumns(column);
                    }}
                    onClick={() => insert({ rows: row, columns: column })}
                  />
                );
              })}
            </div>
            <div className="table-numbers">
              <Count
                label={said.columns}
                value={columns}
                most={MOST.columns}
                onChange={setColumns}
                autoFocus
              />
              <Count label={said.rows} value={rows} most={MOST.rows} onChange={setRows} />
              <p className="hint" role="status">
                {said.size(rows, columns)}
              </p>
            </div>
          </div>
          <Checkbox className="checkbox" isSelected={hasHeader} onChange={setHasHeader}>
            <span className="checkbox-box" aria-hidden="true" />
            {said.header}
          </Checkbox>
        </div>
        <DialogEnd failure={null} label={said.insert} />
      </form>
    </Modal>
  );
}

function Count({
  label,
  value,
  most,
  onChange,
  autoFocus = false,
}: {
  label: string;
  value: number;
  most: number;
  onChange(value: number): void;
  autoFocus?: boolean;
}) {
  return (
    <NumberField
      className="field"
      value={value}
      minValue={1}
      maxValue={most}
      onChange={(count) => onChange(Number.isNaN(count) ? 1 : count)}
    >
      <Label>{label}</Label>
      <Group className="count">
        <Button slot="decrement" className="button button-plain" aria-label={said.less(label)}>
          −
        </Button>
        <Input className="input" autoFocus={autoFocus} />
        <Button slot="increment" className="button button-plain" aria-label={said.more(label)}>
          +
        </Button>
      </Group>
    </NumberField>
  );
}
