import { findCities } from '../text/city';
import { fold } from '../text/fold';

/** Lower case, width and script folded, nothing but letters, digits and characters. */
export function bare(text: string): string {
  return fold(text)
    .toLowerCase()
    .replace(/[^a-z0-9一-龥]/g, '');
}

const legalForm = /(?:集团)?(?:股份)?(?:有限)?(?:责任)?(?:总)?公司$|股份$|\(集团\)/;

/**
 * An employer without its legal form, branch brackets and leading city: 合肥鹤鸣书院文化有限公司 and 鹤鸣书院
 * share a beginning then. 晨雾 and 晨露 stay two.
 */
export function companyKey(company: string): string {
  const folded = fold(company).replace(/\([^()]*\)/g, '');
  const city = findCities(folded)[0];
  const rest = city && city.start === 0 && folded.length - city.end >= 2 ? folded.slice(city.end) : folded;
  const key = bare(rest.replace(legalForm, ''));
  return key === '' ? bare(company) : key;
}

// 【急招】, (应届), (含视频): said to catch the eye, not to name another post.
const adornment =
  /[【[][^】\]]*[】\]]|\((?:[^()]*(?:急|应届|校招|社招|实习(?!生)|兼职|全职|含|可|双休|五险|\d+[人名])[^()]*)\)|急招|急聘|诚聘|高薪|招聘|岗位?$|若干|\d+[人名]/g;

// Which class, season or city is meant is compared apart from the title.
const round = /(?:20)?\d\d届|(?:20\d\d)?年?(?:春季|秋季)?(?:校园招聘|校招|春招|秋招|补录)/g;

/** A post's name without what is only said to catch the eye, without class year and city in brackets. */
export function titleKey(title: string): string {
  const folded = fold(title).replace(/老师/g, '教师');
  const placeless = folded.replace(/\(([^()]*)\)/g, (whole, inner: string) =>
    onlyCities(inner) ? '' : whole,
  );
  const key = bare(placeless.replace(adornment, '').replace(round, ''));
  return key === '' ? bare(folded) : key;
}

function onlyCities(text: string): boolean {
  const mentions = findCities(text);
  const rest = mentions.reduceRight(
    (left, item) => left.slice(0, item.start) + left.slice(item.end),
    fold(text),
  );
  return mentions.length > 0 && bare(rest) === '';
}

/** The class years and seasons of a post: 2026届补录 and 2027届 are two. */
export function seasonsOf(text: string): string[] {
  const found = fold(text).match(/(?:20)?\d\d届|春招|秋招|补录|提前批|春季|秋季/g) ?? [];
  return found.map((word) =>
    word
      .replace(/^20(?=\d\d届)/, '')
      .replace('春季', '春招')
      .replace('秋季', '秋招'),
  );
}
