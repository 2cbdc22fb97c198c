import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type CopyPlace, type Held, useWorkingCopy } from '@/common/content/working-copy';
import { ApiError } from '@/platform/api-error';
import { store, stored } from '@/platform/storage';
import { phone } from './support/taro';

interface Value {
  title: string;
}

const theirs = { id: 'a', version: 2, values: { title: '对方的' } };
const begun: Held<Value> = { id: 'a', version: 1, values: { title: '原来的' } };

let saved: [string, number][];
let place: CopyPlace<Value>;

function Form({ piece = begun, visitor = false }: { piece?: Held<Value>; visitor?: boolean }) {
  const copy = useWorkingCopy<Value>({ name: 'trial', piece, place: visitor ? null : place });
  return (
    <>
      <input
        aria-label="标题"
        value={copy.value.title}
        onChange={({ target }) => copy.change({ title: target.value })}
      />
      <button type="button" onClick={copy.retry}>
        {copy.words}
      </button>
      <span>
        {copy.conflict ? `${copy.conflict.mine.title}或${copy.conflict.theirs.values.title}` : '一致'}
      </span>
      <span>{`第 ${copy.base.version} 版`}</span>
      <span>{copy.unsaved ? '会问' : '不问'}</span>
      <button type="button" onClick={() => copy.choose('mine')}>
        用我的
      </button>
      <button type="button" onClick={() => copy.choose('theirs')}>
        用对方的
      </button>
    </>
  );
}

const type = (text: string) => fireEvent.change(screen.getByLabelText('标题'), { target: { value: text } });
const title = () => (screen.getByLabelText('标题') as HTMLInputElement).value;
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  jest.useFakeTimers();
  phone.reset();
  saved = [];
  place = {
    load: async () => null,
    save: async ({ title: text }, { version }) => {
      saved.push([text, version]);
      return { id: 'a', version };
    },
    current: async () => theirs,
  };
});
afterEach(() => jest.useRealTimers());

describe('a working copy', () => {
  it('is kept on the device at once and on the server within three seconds, and asks before it is left until then', async () => {
    render(<Form />);
    expect(screen.getByText('不问')).toBeTruthy();
    type('改过的');
    expect(screen.getByText('会问')).toBeTruthy();
    await pass(700);
    expect(stored('copy:trial')).toMatchObject({ values: { title: '改过的' }, version: 1 });
    expect(saved).toEqual([]);
    await pass(2_400);
    expect(saved).toEqual([['改过的', 1]]);
    expect(screen.getByText(/^\d\d:\d\d 已存$/)).toBeTruthy();
    expect(screen.getByText('不问')).toBeTruthy();
    await pass(10_000);
    expect(saved).toHaveLength(1);
  });

  it('is kept on both when the page goes out of sight', async () => {
    render(<Form />);
    type('走之前写的');
    await act(async () => phone.fire('hide'));
    expect(stored('copy:trial')).toMatchObject({ values: { title: '走之前写的' } });
    expect(saved).toEqual([['走之前写的', 1]]);
  });

  it('goes on where it was, on this device or with what another one saved later', async () => {
    store('copy:trial', {
      ...begun,
      values: { title: '昨天写的' },
      savedAt: '2026-11-19T02:00:00.000Z',
      settled: false,
    });
    const first = render(<Form />);
    expect(title()).toBe('昨天写的');
    first.unmount();
    const savedAt = new Date(Date.now() + 3_600_000).toISOString();
    place.load = async () => ({ values: { title: '电脑上写的' }, baseVersion: 1, savedAt });
    render(<Form />);
    await pass(10);
    expect(title()).toBe('电脑上写的');
  });

  it('says that there is no network, and saves when there is one again', async () => {
    let online = false;
    const { save } = place;
    place.save = async (...call) => {
      if (!online) throw new ApiError('network', '没有网络');
      return save(...call);
    };
    render(<Form />);
    type('地铁里写的');
    await pass(3_100);
    expect(screen.getByText('没有网络，已存在手机里')).toBeTruthy();
    online = true;
    await pass(10_000);
    expect(saved).toEqual([['地铁里写的', 1]]);
  });

  it('waits for a tap after a refusal', async () => {
    const { save } = place;
    place.save = async () => {
      throw new ApiError('server.failed', '服务器出错了');
    };
    render(<Form />);
    type('存不上');
    await pass(3_100);
    place.save = save;
    await pass(30_000);
    expect(saved).toEqual([]);
    fireEvent.click(screen.getByText('没存上，点重试'));
    await pass(10);
    expect(saved).toEqual([['存不上', 1]]);
  });

  it('shows both versions when somebody else changed the piece, saves over neither, and goes on with the chosen one', async () => {
    const { rerender } = render(<Form />);
    type('我的');
    rerender(<Form piece={theirs} />);
    expect(screen.getByText('我的或对方的')).toBeTruthy();
    await pass(10_000);
    expect(saved).toEqual([]);
    fireEvent.click(screen.getByText('用我的'));
    await pass(3_100);
    expect(saved).toEqual([['我的', 2]]);
    expect(screen.getByText('第 2 版')).toBeTruthy();
  });

  it('meets the other version when saving is refused for it', async () => {
    place.save = async () => {
      throw new ApiError('version.stale', '别人刚改过');
    };
    render(<Form />);
    type('我的');
    await pass(3_100);
    expect(screen.getByText('我的或对方的')).toBeTruthy();
    fireEvent.click(screen.getByText('用对方的'));
    await waitFor(() => expect(title()).toBe('对方的'));
    expect(stored('copy:trial')).toBeUndefined();
  });

  it('follows the piece while nothing was typed', () => {
    const { rerender } = render(<Form />);
    rerender(<Form piece={theirs} />);
    expect(title()).toBe('对方的');
    expect(screen.getByText('一致')).toBeTruthy();
  });

  it('follows the versions of a draft that each save makes', async () => {
    place.save = async ({ title: text }, { version }) => {
      saved.push([text, version]);
      return { id: 'a', version: version + 1 };
    };
    render(<Form />);
    type('一');
    await pass(3_100);
    type('一二');
    await pass(3_100);
    expect(saved).toEqual([
      ['一', 1],
      ['一二', 2],
    ]);
    expect(screen.getByText('一致')).toBeTruthy();
  });

  it('stays on the device for people who cannot save it on the server', async () => {
    render(<Form visitor />);
    type('没登录写的');
    expect(screen.getByText('会问')).toBeTruthy();
    await pass(700);
    expect(screen.getByText(/已存在手机里$/)).toBeTruthy();
    expect(screen.getByText('不问')).toBeTruthy();
  });
});
