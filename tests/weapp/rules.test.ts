import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OpenOptions } from '../support/weapp-runtime/options';
import { useBlankPage } from './blank-page';

const blank = useBlankPage();

describe('what an app must not do', () => {
  it.each([
    ['eval', `eval('1')`, /Code generation from strings disallowed/],
    ['new Function', `new Function('return 1')()`, /Code generation from strings disallowed/],
    ['XMLHttpRequest', 'new XMLHttpRequest()', /XMLHttpRequest is not a constructor/],
    ['fetch', `fetch('https://api.example/')`, /fetch is not a function/],
    ['document', `document.title`, /Cannot read properties of undefined/],
    ['AbortController', 'new AbortController()', /AbortController is not defined/],
    ['Intl', 'new Intl.DateTimeFormat()', /Intl is not defined/],
    ['Array.prototype.at', '[1].at(-1)', /at is not a function/],
    ['an API that does not exist', 'wx.flyToMoon()', /wx\.flyToMoon is not a function/],
    ['an API younger than the base library', 'wx.getSkylineInfoSync()', /not a function/],
    ['an API that the runtime does not model', 'wx.startCompass()', /wx\.startCompass is not modelled/],
    ['setData with a function', 'page.setData({ result: () => 1 })', /setData cannot carry result: function/],
    [
      'setData with undefined',
      'page.setData({ result: undefined })',
      /setData cannot carry result: undefined/,
    ],
    ['setData over 1 MB', `page.setData({ result: 'x'.repeat(1100000) })`, /setData carries 11000\d\d bytes/],
    [
      'a request with PATCH',
      `wx.request({ url: 'https://api.example/', method: 'PATCH', fail() {} })`,
      /wx\.request has no method PATCH/,
    ],
    ['an exception', `throw new Error('boom')`, /boom/],
    ['an exception in a timer', `setTimeout(() => { throw new Error('late boom') })`, /late boom/],
    ['a promise nobody watches', `Promise.reject(new Error('left alone'))`, /left alone/],
  ])('records %s as an error', async (_name, code, message) => {
    await blank.run(code, { sdkVersion: '2.25.0' });
    await blank.app.waitFor('an error', () => blank.errors.length > 0);
    expect(blank.errors).toEqual([expect.stringMatching(message)]);
  });

  it('lets an app ask what there is without an error', async () => {
    const said = await blank.run(
      `say([typeof wx.flyToMoon, 'flyToMoon' in wx, wx.canIUse('flyToMoon'), typeof wx.startCompass,
        wx.canIUse('getSkylineInfoSync'), typeof window, typeof XMLHttpRequest])`,
      { sdkVersion: '2.25.0' },
    );
    expect(JSON.parse(said)).toEqual([
      'undefined',
      false,
      false,
      'function',
      false,
      'undefined',
      'undefined',
    ]);
    expect(blank.errors).toEqual([]);
    expect([...blank.app.unknownApis]).toEqual(['flyToMoon']);
  });

  it('takes APIs that a test models', async () => {
    const wx: OpenOptions['wx'] = (calls) => ({
      startCompass: calls.api('startCompass', () => ({ json: { n: 7 } })),
    });
    expect(await blank.run('wx.startCompass({ success: say })', { wx })).toBe(
      '{"errMsg":"startCompass:ok","n":7}',
    );
  });

  it('keeps require within a package and its main package', async () => {
    writeFileSync(path.join(blank.folder, 'extra/secret.js'), 'module.exports = 1');
    await blank.run(`require('../../extra/secret')`);
    expect(blank.errors).toEqual([expect.stringContaining('it is in subpackage extra/')]);
  });
});
