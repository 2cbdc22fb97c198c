import { fireEvent, render, screen } from '@testing-library/react';
import { DateField } from '@/ui/form/date-field';

const openField = (value: string | null, today = '2026-11-20') => {
  const onChange = jest.fn();
  render(
    <DateField
      label="截止"
      withTime
      today={today}
      value={value}
      textOf={(text) => `选好 ${text}`}
      onChange={onChange}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: /截止，/ }));
  return onChange;
};

const day = (name: string) => screen.getByRole('button', { name });
const days = () =>
  screen.getAllByRole('button', { name: /^\d{4}-\d\d-\d\d$/ }).map((one) => one.getAttribute('aria-label'));

it('opens at the month of the chosen day and marks it', () => {
  openField('2027-02-03');
  expect(screen.getByText('2027年2月')).toBeTruthy();
  expect(
    day('2027-02-03').getAttribute('aria-checked') ?? day('2027-02-03').getAttribute('aria-pressed'),
  ).toBe('true');
});

it('opens at the month of the given today, whatever the clock of the phone says', () => {
  openField(null, '2031-05-20');
  expect(screen.getByText('2031年5月')).toBeTruthy();
});

it.each([
  ['2026-11-22', '2026-10-26', '2026-12-06'],
  ['2027-02-10', '2027-02-01', '2027-03-14'],
  ['2027-01-10', '2026-12-28', '2027-02-07'],
])('draws the month of %s from Monday %s to Sunday %s', (value, first, last) => {
  openField(value);
  expect(days()).toHaveLength(42);
  expect([days()[0], days()[41]]).toEqual([first, last]);
});

it('turns to the next month and picks there', () => {
  const onChange = openField(null);
  fireEvent.click(screen.getByRole('button', { name: '下个月' }));
  expect(screen.getByText('2026年12月')).toBeTruthy();
  fireEvent.click(day('2026-12-31'));
  expect(onChange).toHaveBeenCalledWith('2026-12-31');
});

it('does not let a day that has passed be picked', () => {
  const onChange = openField(null);
  fireEvent.click(day('2026-11-19'));
  expect(onChange).not.toHaveBeenCalled();
  fireEvent.click(day('2026-11-20'));
  expect(onChange).toHaveBeenCalledWith('2026-11-20');
});

it('keeps a day chosen when it is tapped again', () => {
  const onChange = openField('2026-11-22');
  fireEvent.click(day('2026-11-22'));
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(onChange).toHaveBeenCalledWith('2026-11-22');
});

it('answers to keys', () => {
  const onChange = openField(null);
  fireEvent.keyDown(day('2026-11-28'), { key: 'Enter' });
  expect(onChange).toHaveBeenCalledWith('2026-11-28');
});

it('offers a time that was read from a notice beside the usual ones', () => {
  const onChange = openField('2026-11-22T17:30');
  expect(screen.getByRole('checkbox', { name: '17:30' }).getAttribute('aria-checked')).toBe('true');
  fireEvent.click(screen.getByRole('checkbox', { name: '18:00' }));
  expect(onChange).toHaveBeenCalledWith('2026-11-22T18:00');
});
