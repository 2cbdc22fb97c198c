import { weappBuild } from '../support/builds/weapp';
import { closingAfterEach } from '../support/closing';
import { startDemoServer } from '../support/demo-server';
import { MiniApp } from '../support/weapp-runtime/mini-app';

const keep = closingAfterEach();

const whole =
  '校招,宁波,本科,机械类,7000-9000元/月,3,,hr@jzhi.example,学院就业群,学院,负责车间工艺文件的编制和现场支持。要求熟悉机械制图，长期有效';
const table = [
  '岗位名称,单位,性质,城市,学历,专业,薪资,人数,截止时间,投递邮箱,来源,来源类型,正文',
  `铸造工艺员,江州重工,${whole}`,
  `锻压工艺员,,${whole}`,
].join('\n');

/** The runtime models no files: the one of the chat is chosen here, and sent to the service as WeChat would send it. */
const filesOfChat =
  (service: string) =>
  (calls: { api(name: string, run: (options: Record<string, unknown>) => unknown): unknown }) => ({
    chooseMessageFile: calls.api('chooseMessageFile', () => ({
      json: { tempFiles: [{ name: '岗位.csv', path: 'wxfile://tmp/1.csv', size: table.length }] },
    })),
    uploadFile: calls.api('uploadFile', async ({ url, header }) => {
      const form = new FormData();
      form.append('file', new Blob([table]), '1.csv');
      const { pathname, search } = new URL(String(url));
      const answer = await fetch(service + pathname + search, {
        method: 'POST',
        body: form,
        headers: { ...(header as Record<string, string>) },
      });
      return { json: { statusCode: answer.status, data: await answer.text(), header: {} } };
    }),
  });

describe('批量导入 in the compiled mini-program', () => {
  it('takes a file of a chat, mends a row in a sheet and publishes both', async () => {
    const server = keep(await startDemoServer());
    const app = await MiniApp.open({
      dist: weappBuild,
      apiBase: server.url,
      wx: filesOfChat(server.url) as never,
    });
    keep({ close: async () => app.close() });
    const tap = async (words: string) => {
      await app.waitFor(`"${words}" to tap`, () => app.has(words));
      await app.tap(words);
    };
    await app.tapTab('我的');
    await tap('登录');
    await tap('陈一鸣');
    await app.waitForText('求职资料');
    await tap('批量导入');
    await tap('选择文件');
    await app.waitForText('单位：没有单位');
    await tap('改第 3 行');
    await app.waitForText('改好了');
    await app.input('填单位', '江州重工');
    await tap('改好了');
    await tap('导入 2 条');
    await app.waitForText('已导入 2 条，读者看得到了');
    const answer = await fetch(`${server.url}/api/v1/jobs?q=${encodeURIComponent('工艺员')}&limit=50`);
    const { items } = (await answer.json()) as { items: { company: string }[] };
    expect(items.filter(({ company }) => company === '江州重工')).toHaveLength(2);
    expect(app.errors).toEqual([]);
  });
});
