import { toast } from './feedback';

/** A mini-program has no downloads; its calendar takes events one by one, see `addToPhoneCalendar`. */
export function saveFile(_name: string, _text: string, _type: string) {
  toast('小程序里不能下载文件，请在网页版下载，或把岗位逐个加入手机日历');
}
