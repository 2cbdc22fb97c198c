import { attachmentOf, nameOf } from '@qihang/server/features/uploads/names';
import { inWidth, mediaIdOf, mediaIdsIn, mediaPath } from '@qihang/shared/uploads/links';

describe('the name of an upload', () => {
  it.each([
    ['招聘 简章.PDF', '招聘 简章.pdf'],
    ['简章', '简章.pdf'],
    ['简章.pdf.exe', '简章.pdf.exe.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\林\\简章.pdf', '简章.pdf'],
    ['  ..简章 .pdf', '简章 .pdf'],
    ['', '附件.pdf'],
    ['\u202e\u0000\u200b', '附件.pdf'],
    ['a"b;c<d>e.pdf', 'a_b_c_d_e.pdf'],
    ['a\r\nSet-Cookie: b.pdf', 'aSet-Cookie_ b.pdf'],
  ])('%j becomes %j', (given, name) => expect(nameOf(given, 'pdf')).toBe(name));

  it('has 120 characters at most', () => expect([...nameOf('长'.repeat(4_000), 'word')]).toHaveLength(119));

  it('goes into a header in letters that every program reads, and as itself', () =>
    expect(attachmentOf('报名表 (2).pdf')).toBe(
      `attachment; filename="___ (2).pdf"; filename*=UTF-8''%E6%8A%A5%E5%90%8D%E8%A1%A8%20%282%29.pdf`,
    ));
});

describe('the address of an upload', () => {
  const one = mediaPath('1k8p2vvbe35c381p');

  it('is found in a text, once, wherever it stands and in whichever width', () =>
    expect(
      mediaIdsIn(
        `![a](${one} "b") ${one}?w=640 [c](https://qihang.example${mediaPath('two')}) /media/demo/a.png`,
      ),
    ).toEqual(['1k8p2vvbe35c381p', 'two']));

  it('is nothing that is longer than an id', () => expect(mediaIdsIn(mediaPath('x'.repeat(17)))).toEqual([]));

  it('is told from other addresses', () => {
    expect(mediaIdOf(one)).toBe('1k8p2vvbe35c381p');
    expect(mediaIdOf('/media/demo/a.png')).toBeUndefined();
    expect(mediaIdOf(`${one}/../../x`)).toBeUndefined();
  });

  it('asks for a width of our own pictures only', () => {
    expect(inWidth(one, 640)).toBe(`${one}?w=640`);
    expect(inWidth('https://example.com/a.png', 640)).toBe('https://example.com/a.png');
  });
});
