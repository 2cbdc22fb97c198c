import { type ImportField, importFieldNames } from '@qihang/shared/jobs/import/columns';
import type { ImportProblem } from '@qihang/shared/jobs/import/contract';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { fieldChoices } from './field-choices';

interface Props {
  line: number;
  field: ImportField;
  text: string;
  problems: ImportProblem[];
  read: string | null;
  locked: boolean;
  onWrite: (line: number, field: ImportField, text: string) => void;
}

const widths: Partial<Record<ImportField, string>> = {
  title: 'im-c-l',
  company: 'im-c-l',
  majors: 'im-c-l',
  applyUrl: 'im-c-l',
  email: 'im-c-l',
  applyNote: 'im-c-l',
  url: 'im-c-l',
  body: 'im-c-xl',
  headcount: 'im-c-s',
  graduationYear: 'im-c-s',
};
export const columnWidth = (field: ImportField) => widths[field] ?? 'im-c-m';

/** Brings the cell of a column into sight and into the hands. */
export const focusCell = (row: Element | null | undefined, field: ImportField) =>
  row?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();

/** One cell: a control that suits its column, and below it what is wrong or how it was understood. */
export function ImportCell({ line, field, text, problems, read, locked, onWrite }: Props) {
  const [value, setValue] = useState(text);
  useEffect(() => setValue(text), [text]);
  const commit = (next = value) => {
    if (next !== text) onWrite(line, field, next);
  };
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') setValue(text);
    else if (event.key === 'Enter' && (field !== 'body' || event.ctrlKey)) {
      event.preventDefault();
      commit();
      // Down the column, as in a spreadsheet.
      focusCell(event.currentTarget.closest('tr')?.nextElementSibling, field);
    }
  };
  // How it was understood says more than that it had to be understood.
  const said = problems.filter(({ severity }) => severity !== 'note' || read === null);
  const [first] = said;
  const messageId = `im-${line}-${field}`;
  const common = {
    'aria-label': `第 ${line} 行，${importFieldNames[field]}`,
    'aria-invalid': first?.severity === 'error',
    ...(first || read ? { 'aria-describedby': messageId } : {}),
    'data-field': field,
    className: 'im-in',
    disabled: locked,
    value,
    onKeyDown: keys,
  };
  return (
    <td
      className={cx(
        'im-c',
        columnWidth(field),
        field === 'title' && 'im-pin-t',
        first && `im-c-${first.severity}`,
      )}
    >
      <Control field={field} common={common} value={value} onType={setValue} onCommit={commit} />
      {(first || read) && (
        <div id={messageId}>
          {said.map(({ severity, message }) => (
            <span key={message} className={`im-m im-m-${severity}`}>
              {message}
            </span>
          ))}
          {read && <span className="im-m im-m-read">{read}</span>}
        </div>
      )}
    </td>
  );
}

interface ControlProps {
  field: ImportField;
  common: Record<string, unknown>;
  value: string;
  onType: (value: string) => void;
  onCommit: (value?: string) => void;
}

function Control({ field, common, value, onType, onCommit }: ControlProps) {
  const offered = fieldChoices[field];
  if (offered)
    return (
      <select
        {...common}
        onChange={(event) => {
          onType(event.target.value);
          onCommit(event.target.value);
        }}
      >
        <option value="">（空）</option>
        {value !== '' && !offered.includes(value) && <option value={value}>{value}</option>}
        {offered.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    );
  const writing = {
    ...common,
    onChange: (event: { target: { value: string } }) => onType(event.target.value),
    onBlur: () => onCommit(),
  };
  if (field === 'body') return <textarea rows={2} {...writing} />;
  if (field !== 'deadline')
    return <input type="text" inputMode={field === 'headcount' ? 'numeric' : 'text'} {...writing} />;
  return (
    <div className="im-day">
      <input type="text" {...writing} />
      <DayButton
        label={`${String(common['aria-label'])}，选日期`}
        disabled={common.disabled === true}
        onPick={(day) => {
          onType(day);
          onCommit(day);
        }}
      />
    </div>
  );
}

/** The browser's own calendar beside a text: a deadline may hold an hour or words, too. */
function DayButton(props: { label: string; disabled: boolean; onPick: (day: string) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="im-day-b"
        aria-label={props.label}
        disabled={props.disabled}
        tabIndex={-1}
        onClick={() => picker.current?.showPicker()}
      >
        <Icon name="calendar" size={16} />
      </button>
      <input
        ref={picker}
        type="date"
        className="im-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => event.target.value && props.onPick(event.target.value)}
      />
    </>
  );
}
