import path from 'node:path';
import { MiniApp } from '../support/weapp-runtime/mini-app';

const dist = path.join(__dirname, '../../miniapp/dist/weapp');
it('tries', async () => {
  const app = await MiniApp.open({ dist, apiBase: 'http://127.0.0.1:3977/api/v1' });
  await app.waitForText('最新岗位').catch((e) => console.log(String(e).slice(0, 1500)));
  console.log(app.text().slice(0, 900));
  console.log(
    JSON.stringify(app.errors).slice(0, 1500),
    JSON.stringify(app.setDataStats).slice(0, 600),
    JSON.stringify([...app.unknownApis]),
  );
  await app.tapTab('招聘');
  await app.idle();
  console.log(app.text().slice(0, 500));
  await app.tap('.job');
  await app.idle();
  console.log(app.route, app.text().slice(0, 700));
  await app.back();
  await app.tapTab('问答');
  await app.idle();
  console.log(app.text().slice(0, 400));
  await app.tap('提问');
  await app.idle();
  console.log(app.route, app.text().slice(0, 400));
  await app.back();
  await app.tapTab('我的');
  await app.idle();
  console.log(app.text().slice(0, 300));
  await app.tap('登录');
  await app.idle();
  console.log(app.route, app.text().slice(0, 300));
  await app.tap('陈一鸣');
  await app.idle();
  console.log(app.route, app.text().slice(0, 300));
  console.log(JSON.stringify(app.errors).slice(0, 1500), JSON.stringify(app.setDataStats).slice(0, 600));
  app.close();
}, 60000);
