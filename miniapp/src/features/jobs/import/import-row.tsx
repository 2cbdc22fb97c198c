import { type ImportField, importFieldNames } from '@qihang/shared/jobs/import/columns';
import { memo } from 'react';
import { addressOf } from '@/platform/navigation';
import { focusCell, ImportCell } from './import-cell';
import { canGoIn, isTicked, problemsOfCell, type TableRow, wrongFields } from './rows';
import { readWords, similarWords, statusWords } from './words';

interface Props {
  row: TableRow;
  /** The title leads. */
  columns: readonly ImportField[];
  /** The first line that names the same employer and title. */
  namesake: number | undefined;
  locked: boolean;
  onWrite: (line: number, field: ImportField, text: string) => void;
  onTick: (line: number, ticked: boolean) => void;
}

/** One row of the table. Drawn again only when something about it changes. */
export const ImportRow = memo(
  function ImportRow({ row, columns, namesake, locked, onWrite, onTick }: Props) {
    const { line, checked } = row;
    const status = statusWords(row);
    const said = checked.problems.filter(({ field }) => field === null);
    const [alike] = checked.similar;
    const cell = (field: ImportField) => (
      <ImportCell
        key={field}
        line={line}
        field={field}
        text={row.texts[field] ?? ''}
        problems={problemsOfCell(row, field)}
        read={readWords(field, row.texts[field], checked.read)}
        locked={locked}
        onWrite={onWrite}
      />
    );
    return (
      <tr className="im-r" data-line={line}>
        <td className="im-c im-pin">
          <label className="im-c-tick">
            <input
              type="checkbox"
              checked={isTicked(row)}
              disabled={locked || !canGoIn(row)}
              aria-label={`导入第 ${line} 行`}
              onChange={(event) => onTick(line, event.target.checked)}
            />
            <span className="cap">{line}</span>
          </label>
        </td>
        {cell('title')}
        <td className="im-c im-c-state">
          <span className={`im-s im-s-${status.look}`}>{status.text}</span>
          {wrongFields(row).map((field) => (
            <button
              key={field}
              type="button"
              className="im-go"
              aria-label={`第 ${line} 行，去看${importFieldNames[field]}`}
              onClick={(event) => focusCell(event.currentTarget.closest('tr'), field)}
            >
              {importFieldNames[field]}
            </button>
          ))}
          {said.map(({ message, severity }) => (
            <span key={message} className={`im-m im-m-${severity}`}>
              {message}
            </span>
          ))}
          {namesake !== undefined && (
            <span className="im-m im-m-note">单位和岗位名称与第 {namesake} 行相同</span>
          )}
          {alike && (
            <a
              className="im-m im-m-warn"
              href={addressOf('job', { id: alike.job.id })}
              target="_blank"
              rel="noreferrer"
            >
              {similarWords(alike)}，打开看看
            </a>
          )}
        </td>
        {columns.slice(1).map(cell)}
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.columns === after.columns &&
    before.namesake === after.namesake &&
    before.locked === after.locked,
);
