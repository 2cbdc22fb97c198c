import Taro from '@tarojs/taro';
import { toast } from './feedback';

const quarter = 15 * 60;
const day = 24 * 3600;

/**
 * Asks WeChat to write an event into the phone's own calendar, with an alarm a day before; it costs no message. Says how
 * it went. Exists in WeChat only.
 */
export async function addToPhoneCalendar(event: { title: string; note: string; at: Date }) {
  const end = Math.floor(event.at.getTime() / 1000);
  try {
    await Taro.addPhoneCalendar({
      title: event.title,
      description: event.note,
      startTime: end - quarter,
      endTime: String(end),
      alarm: true,
      alarmOffset: day,
    });
    toast('已加入手机日历，提前一天提醒');
  } catch (error) {
    const reason = (error as { errMsg?: string }).errMsg ?? '';
    if (reason.includes('cancel')) return;
    toast(reason.includes('auth') ? '没有日历权限，请在右上角“设置”里打开' : '没能写进手机日历');
  }
}
