import path from 'node:path';
import { MiniApp } from '../support/weapp-runtime/mini-app';

const FIXTURE = path.join(__dirname, '../support/weapp-runtime/fixture');

let app: MiniApp;

beforeEach(async () => {
  app = await MiniApp.open({ dist: FIXTURE });
});

afterEach(() => app.close());

describe('pages', () => {
  it('draws WXML with templates, WXS, lists and components', () => {
    expect(app.text('#title')).toBe('你好');
    expect(app.text('#taps')).toBe('0 次');
    expect(app.text('#rows')).toBe('第 1 行\n第 2 行\n第 3 行\n第 4 行\n第 5 行');
    expect(app.has('加 2')).toBe(true);
    expect(app.has('#reached')).toBe(false);
  });

  it('runs the hooks of app, page and component in WeChat’s order', async () => {
    const { hooks } = app.logic.realm.evaluate<() => { hooks: string[] }>('() => getApp()')();
    expect([...hooks]).toEqual(['launch pages/home/index', 'show', 'counter attached']);
    expect(app.text('#log')).toBe('load show ready');
    await app.leaveAndReturn();
    expect([...hooks].slice(3)).toEqual(['hide', 'show']);
    expect(app.text('#log')).toBe('load show ready hide show');
  });

  it('lets a tap bubble unless it is caught', async () => {
    await app.tap('冒泡');
    expect(app.text('#taps')).toBe('1 次');
    expect(app.text('#log')).toMatch(/outer$/);
    await app.tap('截住');
    expect(app.text('#taps')).toBe('2 次');
    expect(app.text('#log').match(/outer/g)).toHaveLength(1);
  });

  it('hands datasets to handlers and updates single entries of a list', async () => {
    await app.scrollToEnd('#rows');
    await app.tap('第 6 行');
    expect(app.text('#log')).toMatch(/row:6$/);
  });

  it('carries properties into a component and its events out of it', async () => {
    await app.tap('加 2');
    expect(app.text('#count')).toBe('2');
    expect(app.text('#reached')).toBe('到了 2');
  });

  it('finds a node by its accessible label', async () => {
    await app.tap('关闭');
    expect(app.text('#log')).toMatch(/closed$/);
  });

  it('pulls down, reaches the bottom and shares', async () => {
    await app.pullDown();
    await app.reachBottom();
    expect(app.text('#log')).toMatch(/pulled bottom$/);
    expect(app.share()).toEqual({ title: '你好', path: '/pages/home/index' });
    await app.tapTab('表单');
    await expect(app.pullDown()).rejects.toThrow('enablePullDownRefresh is off');
  });
});

describe('what a test did wrong', () => {
  it('names the page’s text when a node is not there', async () => {
    await expect(app.tap('没有这个')).rejects.toThrow(/no "没有这个" on the page, which reads:\n你好/);
  });

  it('refuses to tap what is disabled or answers to nobody', async () => {
    await expect(app.tap('不可点')).rejects.toThrow('is disabled');
    await expect(app.tap('没有人听')).rejects.toThrow('nothing answers');
    expect(app.text('#log')).not.toMatch(/closed/);
  });

  it('says what the page read when a wait ends in vain', async () => {
    await expect(app.waitForText('永远不来', 50)).rejects.toThrow(
      /"永远不来" did not come in 50 ms[\s\S]*pages\/home\/index\n你好/,
    );
  });
});

describe('navigation', () => {
  it('opens a page of a subpackage with undecoded query values and its title', async () => {
    await app.tap('下一页');
    expect(app.stack).toEqual(['pages/home/index', 'extra/pages/deep/index']);
    expect(app.text('#query')).toBe('%E4%BD%A0');
    expect(app.title).toBe('深处 1');
    await app.tap('返回');
    expect(app.text('#log')).toMatch(/hide show$/);
  });

  it('stops at ten pages', async () => {
    await app.tap('下一页');
    for (let depth = 2; depth <= 9; depth += 1) await app.tap('再下一页');
    expect(app.stack).toHaveLength(10);
    await app.tap('再下一页');
    expect(app.stack).toHaveLength(10);
    expect(app.text('#failed')).toBe('navigateTo:fail webview count limit exceed');
  });

  it('keeps tab pages alive and closes what lies on them', async () => {
    await app.tap('冒泡');
    await app.tap('下一页');
    await expect(app.tapTab('表单')).rejects.toThrow('shows no tab bar');
    await app.visit('/pages/forms/index');
    expect(app.stack).toEqual(['pages/forms/index']);
    await app.tapTab('首页');
    expect(app.text('#taps')).toBe('1 次');
    expect(app.text('#log')).toMatch(/tab:首页$/);
    await expect(app.back()).rejects.toThrow('cannot navigate back at first page');
  });

  it('knows which pages may be opened how', async () => {
    await expect(app.logic.navigation.navigateTo('/pages/forms/index')).rejects.toThrow('tabbar page');
    await expect(app.logic.navigation.switchTab('/pages/blank/index')).rejects.toThrow('no-tabBar page');
    await expect(app.logic.navigation.navigateTo('/pages/none/index')).rejects.toThrow('is not found');
  });
});

describe('native controls', () => {
  beforeEach(() => app.tapTab('表单'));

  it('types into fields as the keyboard would', async () => {
    await app.input('姓名', '林晓林晓林晓林晓');
    expect(app.value('#name')).toBe('林晓林晓林晓');
    expect(app.text('#echo')).toBe('林晓林晓林晓');
    await app.confirm('#name');
    await app.input('年龄', '22');
    expect(app.text('#said')).toBe('focus confirm blur');
    await expect(app.input('年龄', '二十')).rejects.toThrow('a number keyboard cannot type');
  });

  it.each([
    ['checkbox', () => app.tap('[value="mail"]'), '["mail"]'],
    ['radio by its label', () => app.tap('乙类'), '"b"'],
    ['switch by its label', () => app.tap('同意'), 'true'],
    ['picker', () => app.pick('#city', '成都'), '"1"'],
    ['date picker', () => app.pick('#day', '2026-06-30'), '"2026-06-30"'],
    ['slider', () => app.slide('#score', 7), '7'],
    ['swiper', () => app.swipe('#cards', 1), '1'],
  ])('tells the change of a %s', async (_name, gesture, said) => {
    await gesture();
    expect(app.text('#said')).toBe(said);
    expect(app.errors).toEqual([]);
  });

  it('refuses what a picker does not offer', async () => {
    await expect(app.pick('#city', '上海')).rejects.toThrow('no "上海" in the picker: 北京, 成都');
    await expect(app.pick('#day', '2027-01-01')).rejects.toThrow('outside 2026-01-01–2026-12-31');
  });

  it('collects the named fields of a form', async () => {
    await app.input('姓名', '林晓');
    await app.input('备注', '你好');
    await app.tap('甲类');
    await app.tap('同意');
    await app.pick('#city', '北京');
    await app.tap('提交');
    expect(JSON.parse(app.text('#sent'))).toEqual({
      name: '林晓',
      age: '',
      note: '你好',
      ways: [],
      kind: 'a',
      agree: true,
      city: '0',
      day: '',
      score: 3,
    });
  });
});
