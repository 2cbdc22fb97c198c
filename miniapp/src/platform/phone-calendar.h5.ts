import { toast } from './feedback';

/** A browser cannot write into the phone's calendar, and Taro's stand-in for it would cost every page 25 KB. */
export async function addToPhoneCalendar(_event: { title: string; note: string; at: Date }) {
  toast('网页不能直接写进手机日历，请在“截止日历”里下载日历文件');
}
