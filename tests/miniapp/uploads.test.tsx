import type { Block } from '@qihang/shared/posts/blocks';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Blocks } from '@/common/blocks/blocks';
import { UploadStrip } from '@/common/media/upload-strip';
import { type Uploads, useUploads } from '@/common/media/use-uploads';
import { useToast } from '@/platform/feedback';
import { phone, type Sending } from './support/taro';

beforeEach(() => phone.reset());

const image = (name: string) => ({
  name,
  content: `wxfile://${name}`,
  preview: `wxfile://${name}`,
  image: true,
});
const images = (count: number) => Array.from({ length: count }, (_, i) => image(`${i + 1}.jpg`));
const nameOf = ({ filePath }: Sending) => filePath.split('/').pop();
const sent = () => phone.uploads.map(nameOf);
const arrived = (id: string) => ({ id, url: `/api/v1/media/${id}`, kind: 'image', bytes: 1, name: 'a.jpg' });
const problem = (code: string, status: number, message: string) => ({
  type: 'about:blank',
  title: message,
  status,
  code,
  detail: message,
  requestId: 'r1',
  errors: [{ path: 'file', message }],
});

let uploads: Uploads;
const done: string[] = [];
function Form() {
  uploads = useUploads({ max: 9, onDone: ({ name, url, alt }) => done.push(`![${alt}](${url}) ${name}`) });
  return <UploadStrip uploads={uploads} />;
}
const open = (count: number) => {
  done.length = 0;
  const view = render(<Form />);
  act(() => uploads.add(images(count)));
  return view;
};
const upload = (name: string) => {
  const found = [...phone.uploads].reverse().find((one) => nameOf(one) === name);
  if (!found) throw new Error(`${name} was not sent`);
  return found;
};
const settle = (name: string, statusCode: number, data: unknown) =>
  act(async () => upload(name).answer(statusCode, data));
const lose = (name: string) => act(async () => upload(name).lose());
const order = () => uploads.items.map(({ name }) => name);

describe('the strip of pictures', () => {
  it('sends three at a time, and the next when one has arrived', async () => {
    open(5);
    expect(sent()).toEqual(['1.jpg', '2.jpg', '3.jpg']);
    expect(screen.getAllByText('等待上传')).toHaveLength(2);
    await settle('2.jpg', 201, arrived('b'));
    expect(sent()).toEqual(['1.jpg', '2.jpg', '3.jpg', '4.jpg']);
    expect(screen.getByText('已传 · 加说明')).toBeTruthy();
    expect(done).toEqual(['![](/api/v1/media/b) 2.jpg']);
  });

  it('says how far each is', () => {
    open(1);
    act(() => upload('1.jpg').progress(62));
    expect(screen.getByText('上传中 62%')).toBeTruthy();
    act(() => upload('1.jpg').progress(100));
    expect(screen.getByText('正在处理')).toBeTruthy();
  });

  it('tries one again that was lost on the way, under the same key, while the others go on', async () => {
    open(3);
    await lose('2.jpg');
    expect(screen.getByText('没传上，点重试')).toBeTruthy();
    await settle('1.jpg', 201, arrived('a'));
    await settle('3.jpg', 201, arrived('c'));
    const first = upload('2.jpg');
    fireEvent.click(screen.getByLabelText(/2\.jpg，没传上，点重试/));
    const again = upload('2.jpg');
    expect(again).not.toBe(first);
    expect(again.header['Idempotency-Key']).toBe(first.header['Idempotency-Key']);
    await settle('2.jpg', 201, arrived('b'));
    expect(uploads.items.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(uploads.busy).toBe(false);
  });

  it('gives each picture a key of its own', () => {
    open(3);
    expect(new Set(phone.uploads.map(({ header }) => header['Idempotency-Key'])).size).toBe(3);
  });

  it('shows why a picture is not taken, and offers no second try', async () => {
    open(2);
    const message = 'SVG 图片可能带脚本，请导出成 PNG 或 JPEG 再传';
    await settle('1.jpg', 415, problem('upload.unsupported-type', 415, message));
    expect(screen.getByText('不能上传')).toBeTruthy();
    expect(screen.getByText(message)).toBeTruthy();
    fireEvent.click(screen.getByLabelText(/1\.jpg，不能上传/));
    expect(screen.queryByText('重试')).toBeNull();
    expect(uploads.items[1]?.state).toBe('sending');
  });

  it('calls one off that is on its way', () => {
    open(4);
    fireEvent.click(screen.getByLabelText('取消上传 2.jpg'));
    expect(upload('2.jpg').aborted).toBe(true);
    expect(order()).toEqual(['1.jpg', '3.jpg', '4.jpg']);
    expect(sent()).toEqual(['1.jpg', '2.jpg', '3.jpg', '4.jpg']);
  });

  it('takes nine, and says so', () => {
    open(7);
    act(() => uploads.add(images(4)));
    expect(uploads.items).toHaveLength(9);
    expect(useToast.getState().toast?.text).toContain('最多 9 个');
  });

  it('puts them in another order, and says what a picture shows', async () => {
    open(3);
    for (const [i, id] of ['a', 'b', 'c'].entries()) await settle(`${i + 1}.jpg`, 201, arrived(id));
    fireEvent.click(screen.getByLabelText(/图片 3\.jpg/));
    fireEvent.change(screen.getByLabelText('图片说明'), { target: { value: '宣讲会现场' } });
    fireEvent.click(screen.getByLabelText('移到最前'));
    expect(order()).toEqual(['3.jpg', '1.jpg', '2.jpg']);
    fireEvent.click(screen.getByLabelText('往后移一位'));
    expect(order()).toEqual(['1.jpg', '3.jpg', '2.jpg']);
    expect(uploads.items[1]?.alt).toBe('宣讲会现场');
    expect(screen.getByText('已传 · 有说明')).toBeTruthy();
  });

  it('ends what is on its way when the page goes', () => {
    const view = open(2);
    view.unmount();
    expect(phone.uploads.map(({ aborted }) => aborted)).toEqual([true, true]);
  });
});

describe('a picture of an article', () => {
  const block: Block = {
    type: 'image',
    src: 'https://example.com/gate.jpg',
    alt: '学校正门',
    caption: null,
    width: 800,
    height: 600,
  };

  it('keeps its room until it is there', () => {
    const { container } = render(<Blocks blocks={[block]} />);
    expect(container.querySelector<HTMLElement>('.bk-box.bk-wait')?.style.paddingTop).toBe('75%');
    fireEvent.load(screen.getByLabelText('学校正门'));
    expect(container.querySelector('.bk-wait')).toBeNull();
  });

  it('says that it did not come, what it shows, and comes at a second try', async () => {
    render(<Blocks blocks={[block]} />);
    await act(async () => fireEvent.error(screen.getByLabelText('学校正门')));
    expect(screen.getByText('图片没有显示出来，点按重试')).toBeTruthy();
    expect(screen.getByText('学校正门')).toBeTruthy();
    fireEvent.click(screen.getByLabelText(/点按重试/));
    expect(screen.getByLabelText('学校正门')).toBeTruthy();
  });
});

it('says of a document what it is and how large', () => {
  const block: Block = {
    type: 'file',
    name: '报名表',
    url: '/api/v1/media/a',
    kind: 'pdf',
    bytes: 1_300_000,
  };
  render(<Blocks blocks={[block]} />);
  expect(screen.getByLabelText('附件，报名表，PDF，1.2 MB')).toBeTruthy();
});
