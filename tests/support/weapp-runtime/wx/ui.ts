import { type Answer, type CallOptions, type Calls, WxFailure } from './calls';

/** Something the app asked WeChat to show or do, in order. */
export interface UiRecord {
  api: string;
  options: Record<string, unknown>;
}

export interface Modal {
  kind: 'modal';
  title: string;
  content: string;
  confirmText: string;
  /** Absent when the modal has only one button. */
  cancelText?: string;
  editable: boolean;
}

export interface ActionSheet {
  kind: 'sheet';
  title: string;
  items: string[];
}

export type Dialog = Modal | ActionSheet;

/** The user's answer: a modal's button with the text typed into it, or the index of an entry (-1 cancels). */
export interface ModalAnswer {
  confirm: boolean;
  content?: string;
}

export interface UiSettings {
  /** Answers each modal at once; without it modals stay open until the test answers. */
  onModal?: (modal: Modal) => boolean | ModalAnswer;
  /** Answers each action sheet at once with the index of an entry, or -1. */
  onActionSheet?: (sheet: ActionSheet) => number;
}

/** Shown and forgotten: the runtime only keeps a record, and a screen may draw some of them. */
const RECORDED = [
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'setNavigationBarColor',
  'showNavigationBarLoading',
  'hideNavigationBarLoading',
  'setBackgroundColor',
  'setBackgroundTextStyle',
  'stopPullDownRefresh',
  'pageScrollTo',
  'vibrateShort',
  'vibrateLong',
  'showShareMenu',
  'hideShareMenu',
  'updateShareMenu',
  'hideHomeButton',
  'setTabBarBadge',
  'removeTabBarBadge',
  'showTabBarRedDot',
  'hideTabBarRedDot',
  'showTabBar',
  'hideTabBar',
  'setTabBarStyle',
  'setTabBarItem',
  'previewImage',
  'makePhoneCall',
  'hideKeyboard',
  'openPrivacyContract',
  'openOfficialAccountArticle',
  'enableAlertBeforeUnload',
  'disableAlertBeforeUnload',
] as const;

/** Toasts, dialogs, clipboard and all that is only shown. */
export class Ui {
  readonly records: UiRecord[] = [];
  dialog: Dialog | undefined;
  clipboard = '';
  /** Called after each change of what is shown. */
  onChange: (record: UiRecord) => void = () => undefined;
  private answer: ((given: ModalAnswer | number) => void) | undefined;

  constructor(
    private readonly settings: UiSettings,
    private readonly calls: Calls,
  ) {}

  /** Answers the open dialog. Throws when none, or another kind, is open. */
  reply(given: ModalAnswer | number): void {
    const expected = typeof given === 'number' ? 'sheet' : 'modal';
    if (this.dialog?.kind !== expected || !this.answer) throw new Error(`no ${expected} is open`);
    this.dialog = undefined;
    this.answer(given);
    this.record('closeDialog', {});
  }

  record(api: string, options: object): void {
    const record = { api, options: JSON.parse(JSON.stringify(options)) as Record<string, unknown> };
    this.records.push(record);
    this.onChange(record);
  }

  apis(): Record<string, unknown> {
    const recorded = RECORDED.map((name) => [
      name,
      this.calls.api(name, (options) => {
        this.record(name, options);
        return undefined;
      }),
    ]);
    return {
      ...Object.fromEntries(recorded),
      showModal: this.calls.api('showModal', (options) => this.modal(options)),
      showActionSheet: this.calls.api('showActionSheet', (options) => this.sheet(options)),
      setClipboardData: this.calls.api('setClipboardData', (options) => {
        this.clipboard = String(options.data);
        this.record('setClipboardData', options);
        this.record('showToast', { title: '内容已复制' });
        return undefined;
      }),
      // The runtime knows no caret: like a phone on which no field has the keyboard.
      getSelectedTextRange: this.calls.api('getSelectedTextRange', () => {
        throw new WxFailure('no focused input');
      }),
      getClipboardData: this.calls.api('getClipboardData', () => ({ json: { data: this.clipboard } })),
    };
  }

  private async modal(options: CallOptions): Promise<Answer> {
    const modal: Modal = {
      kind: 'modal',
      title: String(options.title ?? ''),
      content: String(options.content ?? ''),
      confirmText: String(options.confirmText ?? '确定'),
      editable: options.editable === true,
      ...(options.showCancel !== false && { cancelText: String(options.cancelText ?? '取消') }),
    };
    for (const text of [modal.confirmText, modal.cancelText ?? '']) {
      if (text.length > 4) throw new WxFailure(`parameter error: "${text}" has more than 4 characters`);
    }
    const decided = this.settings.onModal?.(modal);
    const given = decided === undefined ? await this.ask<ModalAnswer>(modal) : decided;
    const { confirm, content } = typeof given === 'boolean' ? { confirm: given, content: '' } : given;
    return { json: { confirm, cancel: !confirm, ...(modal.editable && { content: content ?? '' }) } };
  }

  private async sheet(options: CallOptions): Promise<Answer> {
    const items = (options.itemList as string[] | undefined) ?? [];
    if (items.length === 0 || items.length > 6)
      throw new WxFailure('parameter error: itemList needs 1 to 6 entries');
    const sheet: ActionSheet = {
      kind: 'sheet',
      title: String(options.alertText ?? ''),
      items: [...items].map(String),
    };
    const tapIndex = this.settings.onActionSheet?.(sheet) ?? (await this.ask<number>(sheet));
    if (tapIndex < 0) throw new WxFailure('cancel');
    return { json: { tapIndex } };
  }

  private ask<T extends ModalAnswer | number>(dialog: Dialog): Promise<T> {
    this.dialog = dialog;
    this.record('openDialog', { ...dialog });
    return this.calls.untilAnswered(
      new Promise<T>((resolve) => {
        this.answer = resolve as (given: ModalAnswer | number) => void;
      }),
    );
  }
}
