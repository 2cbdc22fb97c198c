import { act, fireEvent, render, screen } from '@testing-library/react';
import { ReasonSheet } from '@/common/content/reason-sheet';
import { confirm } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { ChoiceSheet } from '@/ui/choice-sheet';
import { CourseLine } from '@/ui/course-line';
import { DotLine } from '@/ui/dot-line';
import { Chip, Filter } from '@/ui/filter-bar';
import { SwitchField } from '@/ui/form/choice-field';
import { DateField } from '@/ui/form/date-field';
import { TextField } from '@/ui/form/text-field';
import { Pill, type PillState } from '@/ui/pill';
import { Question } from '@/ui/question';
import { Sheet } from '@/ui/sheet';
import { StateView } from '@/ui/state-view';
import { Tap } from '@/ui/tap';

const noop = () => undefined;

describe('Tap', () => {
  it('answers to a click, Enter and Space, and says what it is', () => {
    const onTap = jest.fn();
    render(<Tap label="收藏" onTap={onTap} />);
    const button = screen.getByRole('button', { name: '收藏' });
    fireEvent.click(button);
    fireEvent.keyDown(button, { key: 'Enter' });
    fireEvent.keyDown(button, { key: ' ' });
    fireEvent.keyDown(button, { key: 'a' });
    expect(onTap).toHaveBeenCalledTimes(3);
  });

  it('keeps a tap from what it stands in', () => {
    const outer = jest.fn();
    render(
      <Tap label="卡片" onTap={outer}>
        <Tap label="收藏" onTap={noop} />
      </Tap>,
    );
    fireEvent.click(screen.getByRole('button', { name: '收藏' }));
    expect(outer).not.toHaveBeenCalled();
  });
});

describe('Button', () => {
  it.each([{ disabled: true }, { loading: true }])('takes no tap while %o', (state) => {
    const onTap = jest.fn();
    render(<Button text="发布" onTap={onTap} {...state} />);
    fireEvent.click(screen.getByRole('button', { name: '发布' }));
    expect(onTap).not.toHaveBeenCalled();
  });
});

describe('Pill', () => {
  const states: PillState[] = ['far', 'week', 'soon', 'today', 'open', 'recheck', 'closed'];
  it.each(states)('has its own dial when %s', (state) => {
    const { container } = render(<Pill state={state} words={['剩 2 天', '11/22']} />);
    expect(container.querySelector(`.i-dial-${state}`)).not.toBeNull();
    expect(container.textContent).toBe('剩 2 天11/22');
  });
});

describe('CourseLine', () => {
  it('draws what is passed within the line, however far the time has run', () => {
    const { container } = render(<CourseLine passed={1.7} ring />);
    expect(container.querySelector<HTMLElement>('.course-p')?.style.width).toBe('100%');
  });

  it('names its stations and tells which are ahead', () => {
    const { container } = render(
      <CourseLine
        passed={0.5}
        stops={[
          { text: '领取', done: true },
          { text: '签字', done: false },
        ]}
      />,
    );
    expect(screen.getByText('签字')).toBeTruthy();
    expect(container.querySelectorAll('.course-n')).toHaveLength(1);
  });
});

describe('DotLine', () => {
  it('leaves no dot behind for missing parts', () => {
    const { container } = render(<DotLine parts={['校招', null, '', '招 5 人']} />);
    expect(container.querySelectorAll('.dot')).toHaveLength(1);
  });
});

describe('filters', () => {
  it('tells how many are chosen', () => {
    render(<Filter text="城市" count={2} onTap={noop} />);
    expect(screen.getByRole('button', { name: '城市，已选 2 项' })).toBeTruthy();
  });

  it('lifts an active filter', () => {
    const lift = jest.fn();
    render(<Chip text="江州" on removable onTap={lift} />);
    fireEvent.click(screen.getByRole('button', { name: '去掉 江州' }));
    expect(lift).toHaveBeenCalled();
  });
});

describe('ChoiceSheet', () => {
  const choices = [
    { value: '江州', text: '江州', count: 12 },
    { value: '宁波', text: '宁波', count: 3 },
  ];
  const open = (props: Partial<Parameters<typeof ChoiceSheet>[0]> = {}) => {
    const onApply = jest.fn();
    const onClose = jest.fn();
    render(
      <ChoiceSheet
        open
        title="城市"
        choices={choices}
        value={['江州']}
        onApply={onApply}
        onClose={onClose}
        {...props}
      />,
    );
    return { onApply, onClose };
  };

  it('changes nothing outside until it is applied', () => {
    const { onApply } = open({ applyText: (value) => `查看 ${value.length} 个` });
    fireEvent.click(screen.getByRole('checkbox', { name: '宁波' }));
    expect(onApply).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '查看 2 个' }));
    expect(onApply).toHaveBeenCalledWith(['江州', '宁波']);
  });

  it('empties the choice on 重置 and applies that', () => {
    const { onApply, onClose } = open();
    fireEvent.click(screen.getByRole('button', { name: '重置' }));
    expect(screen.getByRole('checkbox', { name: '江州' }).getAttribute('aria-checked')).toBe('false');
    fireEvent.click(screen.getByRole('button', { name: '确定' }));
    expect(onApply).toHaveBeenCalledWith([]);
    expect(onClose).toHaveBeenCalled();
  });

  it('chooses and closes at once where one answer is asked for', () => {
    const { onApply, onClose } = open({ single: true });
    fireEvent.click(screen.getByRole('checkbox', { name: '宁波' }));
    expect(onApply).toHaveBeenCalledWith(['宁波']);
    expect(onClose).toHaveBeenCalled();
  });

  it('finds words and takes new ones', () => {
    const { onApply } = open({ addHint: '找城市' });
    fireEvent.change(screen.getByPlaceholderText('找城市'), { target: { value: '襄城' } });
    expect(screen.queryByRole('checkbox', { name: '宁波' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '添加' }));
    fireEvent.click(screen.getByRole('button', { name: '确定' }));
    expect(onApply).toHaveBeenCalledWith(['江州', '襄城']);
  });
});

describe('Sheet', () => {
  it('closes by its cross and by Escape', () => {
    const onClose = jest.fn();
    render(<Sheet open title="城市" onClose={onClose} />);
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    fireEvent.keyDown(window, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it('draws nothing while closed', () => {
    const { container } = render(<Sheet open={false} title="城市" onClose={noop} />);
    expect(container.innerHTML).toBe('');
  });
});

describe('fields', () => {
  it('show what is wrong beside the field, in place of the hint', () => {
    render(<TextField label="岗位" value="x" hint="提示" error="至少 2 个字" max={60} onChange={noop} />);
    expect(screen.getByText('至少 2 个字')).toBeTruthy();
    expect(screen.queryByText('提示')).toBeNull();
    expect(screen.getByText('1/60')).toBeTruthy();
  });

  it('let longer text be typed and mark the count', () => {
    const { container } = render(<TextField label="岗位" value="一二三" max={2} onChange={noop} />);
    expect(container.querySelector('.fd-n-over')?.textContent).toBe('3/2');
  });

  it('switch', () => {
    const onChange = jest.fn();
    render(<SwitchField label="匿名" on onChange={onChange} />);
    fireEvent.click(screen.getByRole('switch', { name: '匿名' }));
    expect(onChange).toHaveBeenCalledWith(false);
  });
});

describe('DateField', () => {
  const openField = (value: string | null) => {
    const onChange = jest.fn();
    render(
      <DateField
        label="截止"
        withTime
        today="2026-11-20"
        value={value}
        textOf={(text) => text}
        onChange={onChange}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: /截止，/ }));
    return onChange;
  };

  it('keeps the time when another day is picked', () => {
    const onChange = openField('2026-11-22T18:00');
    fireEvent.click(screen.getByRole('button', { name: '2026-11-25' }));
    expect(onChange).toHaveBeenCalledWith('2026-11-25T18:00');
  });

  it('counts a day without a time to its end', () => {
    const onChange = openField('2026-11-22T18:00');
    fireEvent.click(screen.getByRole('checkbox', { name: '当天 24:00' }));
    expect(onChange).toHaveBeenCalledWith('2026-11-22');
  });
});

describe('ReasonSheet', () => {
  it('asks for one of the reasons before it lets anything be done', () => {
    const onSubmit = jest.fn();
    render(
      <ReasonSheet
        open
        title="为什么下架"
        reasons={[{ value: 'fee', text: '收费' }]}
        hint="说明"
        submitText="下架"
        loading={false}
        error={undefined}
        onSubmit={onSubmit}
        onClose={noop}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: '下架' }));
    expect(onSubmit).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('checkbox', { name: '收费' }));
    fireEvent.click(screen.getByRole('button', { name: '下架' }));
    expect(onSubmit).toHaveBeenCalledWith('fee', '');
  });
});

describe('StateView', () => {
  it('shows the number of a failed request', () => {
    render(<StateView title="没能取到岗位" requestId="7F3K-20" />);
    expect(screen.getByText(/7F3K-20/)).toBeTruthy();
  });
});

describe('confirm', () => {
  it.each([
    ['退出', true],
    ['取消', false],
    ['关闭', false],
  ])('is answered by %s with %s, and goes', async (name, agreed) => {
    render(<Question />);
    let answer: Promise<boolean> | undefined;
    act(() => {
      answer = confirm('退出登录？', '草稿保留', '退出');
    });
    fireEvent.click(screen.getByRole('button', { name }));
    await expect(answer).resolves.toBe(agreed);
    expect(screen.queryByText('退出登录？')).toBeNull();
  });
});
