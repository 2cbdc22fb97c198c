import { fireEvent, render, screen } from '@testing-library/react';
import { MonthGrid } from '@/ui/month-grid';

const today = '2026-11-20';

it('marks the days on which something ends, and says so', () => {
  const onPick = jest.fn();
  const { container } = render(
    <MonthGrid
      today={today}
      value={null}
      marks={{ '2026-11-22': 'signal', '2026-12-03': 'far' }}
      onPick={onPick}
    />,
  );
  // The third of December stands greyed at the end of November: its mark belongs to its own month.
  expect(container.querySelectorAll('.mg-m')).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: '2026-11-22，有截止' }));
  expect(onPick).toHaveBeenCalledWith('2026-11-22');
});

it('lets any day be picked where none is the first', () => {
  const onPick = jest.fn();
  render(<MonthGrid today={today} value={null} onPick={onPick} />);
  fireEvent.click(screen.getByRole('button', { name: '2026-11-02' }));
  expect(onPick).toHaveBeenCalledWith('2026-11-02');
});

it('shows no day as chosen once the choice is lifted', () => {
  const { container, rerender } = render(<MonthGrid today={today} value="2026-11-22" onPick={jest.fn()} />);
  expect(container.querySelectorAll('.mg-on')).toHaveLength(1);
  rerender(<MonthGrid today={today} value={null} onPick={jest.fn()} />);
  expect(container.querySelectorAll('.mg-on')).toHaveLength(0);
});
