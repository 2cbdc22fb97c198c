/** Joins the class names that are there: `cx('btn', busy && 'busy')`. */
export const cx = (...names: (string | false | null | undefined)[]) => names.filter(Boolean).join(' ');
