import type { JobSummary } from './contract';
import { degreeNames } from './vocabulary';

type Salary = NonNullable<JobSummary['salary']>;

const tidy = (number: number) => String(Math.round(number * 10) / 10);
const range = ({ min, max }: Salary, per: number) => {
  if (min !== null && max !== null)
    return min === max ? tidy(min / per) : `${tidy(min / per)}–${tidy(max / per)}`;
  return tidy((min ?? max ?? 0) / per);
};
const open = ({ min, max }: Salary) => (min === null ? '以下' : max === null ? '起' : '');

/** Pay as job seekers write it: `12–18K`, `150 元/天`, `8K起`; the posting's own words where there are no numbers. */
export function payWords({ salary, salaryText }: Pick<JobSummary, 'salary' | 'salaryText'>): string {
  if (salary === null) return salaryText ?? '薪资未写明';
  const least = salary.min ?? salary.max ?? 0;
  switch (salary.unit) {
    case 'month':
      return (least >= 1000 ? `${range(salary, 1000)}K` : `${range(salary, 1)} 元/月`) + open(salary);
    case 'year':
      return `${range(salary, 10_000)} 万/年${open(salary)}`;
    case 'day':
      return `${range(salary, 1)} 元/天${open(salary)}`;
    case 'hour':
      return `${range(salary, 1)} 元/时${open(salary)}`;
  }
}

/** `本科及以上`; the posting's own words where it names no level. */
export function degreeWords({
  degree,
  degreeText,
}: Pick<JobSummary, 'degree' | 'degreeText'>): string | null {
  if (degree === null) return degreeText;
  return degree === 'any' || degree === 'doctor' ? degreeNames[degree] : `${degreeNames[degree]}及以上`;
}

/** `宁波 / 合肥`, at most three by name. */
export function cityWords(cities: string[]): string | null {
  if (cities.length === 0) return null;
  const named = cities.slice(0, 3).join(' / ');
  return cities.length > 3 ? `${named} 等 ${cities.length} 地` : named;
}
