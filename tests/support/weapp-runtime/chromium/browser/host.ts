import type { PageChrome } from './protocol';
import { tell, told } from './tellings';

/** The screen of the phone: title bar, page frames, tab bar, and what WeChat lays over them. */
const byId = (id: string) => document.getElementById(id) as HTMLElement;

let toastTimer: ReturnType<typeof setTimeout> | undefined;

window.hostApi = {
  told,
  addPage: (pageId) =>
    new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.name = frameName(pageId);
      frame.src = `/frame.html?${pageId}`;
      frame.onload = () => resolve();
      byId('pages').append(frame);
    }),
  showPage(pageId, chrome) {
    for (const frame of document.querySelectorAll('iframe')) {
      frame.classList.toggle('shown', frame.name === frameName(pageId));
    }
    drawChrome(chrome);
  },
  removePage: (pageId) => document.querySelector(`iframe[name="${frameName(pageId)}"]`)?.remove(),
  setTabs(tabs) {
    byId('tabs').replaceChildren(
      ...tabs.map(({ text, icon, selectedIcon }, index) => {
        const tab = part('button', 'tab', text);
        for (const [name, source] of [
          ['icon', icon],
          ['icon selected', selectedIcon],
        ] as const) {
          const picture = part('img', name);
          if (source) picture.setAttribute('src', source);
          tab.prepend(picture);
        }
        tab.onclick = () => tell(window.weappTab(index));
        return tab;
      }),
    );
  },
  toast(text, durationMs) {
    clearTimeout(toastTimer);
    byId('toast').textContent = text ?? '';
    byId('toast').hidden = text === undefined;
    if (text !== undefined && durationMs > 0) {
      toastTimer = setTimeout(() => {
        byId('toast').hidden = true;
      }, durationMs);
    }
  },
  modal({ title, content, confirmText, cancelText, editable }) {
    const field = part('input', 'field');
    const box = part('div', 'modal');
    box.append(part('h2', 'title', title), editable ? field : part('p', 'content', content));
    const buttons = part('div', 'buttons');
    if (cancelText !== undefined) {
      buttons.append(action(cancelText, () => window.weappModal(false, '')));
    }
    buttons.append(
      action(confirmText, () => window.weappModal(true, (field as HTMLInputElement).value), 'primary'),
    );
    box.append(buttons);
    cover(box);
  },
  sheet(title, items) {
    const box = part('div', 'sheet');
    if (title !== '') box.append(part('p', 'content', title));
    box.append(...items.map((item, index) => action(item, () => window.weappSheet(index))));
    box.append(action('取消', () => window.weappSheet(-1), 'cancel'));
    cover(box);
  },
  picker(mode, value, columns) {
    const box = part('div', 'sheet picker');
    if (mode === 'date' || mode === 'time') {
      const field = part('input', 'field') as HTMLInputElement;
      field.type = mode;
      field.value = value;
      box.append(
        field,
        action('确定', () => window.weappPick([field.value]), 'primary'),
      );
    } else if (columns.length === 1) {
      box.append(...(columns[0] ?? []).map((entry) => action(entry, () => window.weappPick([entry]))));
    } else {
      const fields = columns.map((entries) => {
        const field = part('select', 'field') as HTMLSelectElement;
        field.append(...entries.map((entry) => new Option(entry)));
        return field;
      });
      const chosen = () => fields.map((field) => field.value);
      box.append(
        ...fields,
        action('确定', () => window.weappPick(chosen()), 'primary'),
      );
    }
    box.append(action('取消', () => window.weappPick(undefined), 'cancel'));
    cover(box);
  },
  closeDialog: () => byId('cover').replaceChildren(),
};

byId('back').onclick = () => tell(window.weappBack());

function drawChrome(chrome: PageChrome): void {
  const { body } = document;
  body.classList.toggle('custom', chrome.customNavigation);
  body.classList.toggle('with-tabs', chrome.tab >= 0);
  byId('bar').style.background = chrome.customNavigation ? 'none' : chrome.barBackground;
  byId('bar').style.color = chrome.barText;
  byId('title').textContent = chrome.customNavigation ? '' : chrome.title;
  byId('back').hidden = chrome.customNavigation || !chrome.canGoBack;
  byId('pages').style.background = chrome.pageBackground;
  byId('tabs').style.background = chrome.tabColors.background;
  [...byId('tabs').children].forEach((tab, index) => {
    tab.classList.toggle('on', index === chrome.tab);
    (tab as HTMLElement).style.color =
      index === chrome.tab ? chrome.tabColors.selectedColor : chrome.tabColors.color;
  });
}

function frameName(pageId: number): string {
  return `page-${pageId}`;
}

function part(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  if (text !== '') element.textContent = text;
  return element;
}

function action(text: string, run: () => Promise<void>, className = ''): HTMLElement {
  const button = part('button', className, text);
  button.onclick = () => tell(run());
  return button;
}

function cover(box: HTMLElement): void {
  byId('cover').replaceChildren(box);
}
