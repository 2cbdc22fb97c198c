import { weappBuild } from '../support/builds/weapp';
import { MiniApp } from '../support/weapp-runtime/mini-app';
import { WeappPackage } from '../support/weapp-runtime/weapp-package';

/** WeChat's own score wants one setData below 256 KB; a page of ours stays well under it. */
const SET_DATA_BUDGET = 64 * 1024;

describe('the build', () => {
  let app: MiniApp;

  beforeAll(async () => {
    app = await MiniApp.open({ dist: weappBuild, online: false });
  });

  afterAll(() => app.close());

  it.each(new WeappPackage(weappBuild).pages())(
    'opens %s without a connection and without an error',
    async (route) => {
      await app.visit(`/${route}`);
      expect(app.route).toBe(route);
      await app.waitFor('a text', () => app.text() !== '');
      expect(app.errors).toEqual([]);
      if (app.stack.length > 1) await app.back();
    },
  );

  it('sends little to the view', () => {
    expect(app.setDataStats.calls).toBeGreaterThan(0);
    expect(app.setDataStats.largest).toBeLessThan(SET_DATA_BUDGET);
  });
});
