// The most used of their length in published leaks, as far as they are long enough to be typed here at all, and that of the demo.
const common = new Set(
  (
    '12345678 123456789 1234567890 0123456789 87654321 987654321 11223344 12341234 123123123 1234qwer qwer1234 ' +
    '1qaz2wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 qwertyui qwertyuiop asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 qazwsxedc ' +
    'password password1 password123 passw0rd p@ssw0rd admin123 admin1234 admin888 abcd1234 abc123456 a1234567 ' +
    'a12345678 a123456789 aa123456 aa12345678 123456aa 123456abc qq123456 qq123456789 woaini123 woaini520 ' +
    'woaini1314 5201314520 iloveyou iloveyou1 1314520520 52013145 13145200 football baseball superman sunshine ' +
    'princess welcome1 letmein1 computer internet whatever trustno1 changeme 88888888 66666666 00000000 qihang-demo'
  ).split(' '),
);

/**
 * Why a new password cannot be taken, in words for beside the field; null for a good one. Neither mixed kinds of characters
 * nor regular changes are asked for, which makes people choose worse ones (NIST SP 800-63B, 3.1.1.2).
 */
export function passwordProblem(password: string, studentNo: string | null): string | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if (studentNo !== null && plain.includes(studentNo.toLowerCase())) return '密码里不能有自己的学号';
  if (common.has(plain) || new Set(plain).size < 4) return '这个密码太常见，容易被猜到';
  return null;
}
