/** WeChat's labels, as far as they are known, in Chinese. */
const known: Readonly<Record<number, string>> = {
  10001: '疑似广告',
  20001: '涉及时政',
  20002: '疑似色情',
  20003: '疑似辱骂',
  20006: '疑似违法犯罪',
  20008: '疑似欺诈',
  20012: '疑似低俗',
  20013: '疑似侵权',
  21000: '其他问题',
};

export const politics = 20001;

export const labelWords = (label: number): string => known[label] ?? '其他问题';
