import { type JobField, jobFieldNames, jobFields, searchedFields } from '@qihang/shared/jobs/fields';
import { pick } from '@qihang/shared/pick';
import { startTestApp, type TestApp } from '../support/app';
import { jobSamples, jobSaying } from '../support/job-fields';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

/** The newest job of all, which a page of a list begins with. */
function publish(field: JobField) {
  t.clock.advance(60_000);
  return t.as('chenyiming').jobs.create({ body: jobSaying(field) });
}
const others = (field: JobField) => jobFieldNames.filter((one) => one !== field);

describe.each(jobFieldNames)('the field %s', (field) => {
  const { set, changed } = jobSamples[field];

  it('is stored, and stays while another is edited', async () => {
    const { id, version, ...job } = await publish(field);
    expect(job[field]).toEqual(set);
    const other = field === 'headcount' ? 'graduationYear' : 'headcount';
    const body = { version, [other]: jobSamples[other].changed };
    const edited = await t.as('chenyiming').jobs.update({ params: { id }, body });
    expect(edited[other]).toEqual(jobSamples[other].changed);
    expect(pick(edited, others(other))).toEqual(pick(job, others(other)));
  });

  it(`is edited alone, and the log keeps its ${jobFields[field].audited}`, async () => {
    const { id, version, ...job } = await publish(field);
    const body = { version, [field]: changed };
    const edited = await t.as('wanglaoshi').jobs.update({ params: { id }, body });
    expect(edited[field]).toEqual(changed);
    expect(pick(edited, others(field))).toEqual(pick(job, others(field)));
    const rows = await t.context.db.read.select().from(t.context.db.tables.auditLog);
    const [row] = rows.filter(({ targetId }) => targetId === id);
    expect(pick(row ?? { before: null, after: null }, ['before', 'after'])).toEqual(
      jobFields[field].audited === 'value'
        ? { before: { [field]: set }, after: { [field]: changed } }
        : { before: {}, after: { others: [field] } },
    );
  });

  it(`is in the ${jobFields[field].shown}`, async () => {
    const { id } = await publish(field);
    const detail = await t.as().jobs.detail({ params: { id } });
    expect(detail[field]).toEqual(set);
    const { items } = await t.as().jobs.list({ query: { limit: 50 } });
    const summary: object = items.find((item) => item.id === id) ?? {};
    expect(summary).toHaveProperty('id', id);
    if (jobFields[field].shown === 'list') expect(summary).toHaveProperty(field, set);
    else expect(summary).not.toHaveProperty(field);
  });

  it("is in its owner's export", async () => {
    const { id } = await publish(field);
    const { data } = await t.as('chenyiming')['my-data'].export({});
    const row = data.jobs?.find((one) => one.id === id) ?? {};
    if (field in row) expect(row[field]).toEqual(set);
    else for (const part of Object.values(set ?? {})) expect(Object.values(row)).toContain(part);
  });
});

describe('search', () => {
  it.each(searchedFields)('finds a job by its %s', async (field) => {
    const { id } = await publish(field);
    const textOf = jobFields[field].searched as (value: unknown) => string;
    const [q = ''] = textOf(jobSamples[field].set).split('\n');
    const { items } = await t.as().search.search({ query: { q, limit: 50 } });
    expect(items.map((item) => item.id)).toContain(id);
  });
});
