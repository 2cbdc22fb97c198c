import type { BoardKind } from '@qihang/shared/boards/vocabulary';
import { type ReviewPolicy, reviewPolicies } from '@qihang/shared/content/vocabulary';
import { ChoiceField, SwitchField } from '@/ui/form/choice-field';
import { type BoardRules, rulesFor, takesConsent, takesReview, takesSource, takesStrip } from '../rules';
import { reviewWords } from '../words';
import { ColourField } from './colour-field';

interface Props {
  slug: string;
  kind: BoardKind;
  rules: BoardRules;
  problems: Record<string, string>;
  onChange: (part: Partial<BoardRules>) => void;
}

/** The rules of a board, as far as its kind has them. */
export const RuleFields = ({ slug, kind, rules, problems, onChange }: Props) => (
  <>
    {takesSource(kind) && (
      <SwitchField
        label="须写来源"
        on={rules.sourceRequired}
        hint={rules.sourceRequired ? '不写来源发布不了；以前发布的不受影响' : '发布时可以不写来源'}
        error={problems.sourceRequired}
        onChange={(sourceRequired) => onChange({ sourceRequired })}
      />
    )}
    {takesConsent(kind) && (
      <SwitchField
        label="本人同意"
        on={rules.consentRequired}
        hint={
          rules.consentRequired
            ? '写的是谁，要先登记本人同意才能发布；撤回同意就下架'
            : '写人的栏目请打开：发布前要登记本人同意'
        }
        error={problems.consentRequired}
        onChange={(consentRequired) => onChange({ consentRequired })}
      />
    )}
    {takesReview(kind) && (
      <ChoiceField
        label="审核"
        single
        choices={reviewPolicies.map((value) => ({ value, text: reviewWords[value].name }))}
        value={[rules.review]}
        hint={reviewWords[rules.review].hint}
        error={problems.review}
        onChange={([review]) => onChange({ review: (review ?? 'direct') as ReviewPolicy })}
      />
    )}
    {takesStrip(kind) && (
      <SwitchField
        label="上首页"
        on={rules.strip}
        hint={rules.strip ? '最新一篇置顶文章显示在首页上方' : '置顶文章只排在本栏目最前'}
        error={problems.strip}
        onChange={(strip) => onChange({ strip })}
      />
    )}
    <ColourField
      board={{ slug, kind, ...rulesFor(kind, rules) }}
      value={rules.colour}
      error={problems.colour}
      onChange={(colour) => onChange({ colour })}
    />
  </>
);
