import { contracts } from '../support/contracts';
import { allowedFields } from './allowed';
import { tellingFields } from './framework/leaks';

const fits = ({ routes, field }: (typeof allowedFields)[number], found: string): boolean => {
  const [route = '', path = ''] = found.split(': ');
  const name = path.split('.').at(-1);
  return name === field && (routes === route || routes === `${route.split('.')[0]}.*`);
};

// What the matrix finds in answers depends on what it put there; a schema says what an answer can ever hold.
describe('the schemas of answers', () => {
  const found = tellingFields(contracts);

  it('have no field that tells of people, unless tests/permissions/allowed.ts gives its reason', () => {
    expect(found.filter((one) => !allowedFields.some((allowed) => fits(allowed, one)))).toEqual([]);
  });

  it('still have every field that is allowed', () => {
    expect(allowedFields.filter((allowed) => !found.some((one) => fits(allowed, one)))).toEqual([]);
  });
});
