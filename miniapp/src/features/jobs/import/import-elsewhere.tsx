import { open } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';

/** On a phone: a table of twelve columns needs a wide window; one job is quicker pasted. */
export const ImportElsewhere = () => (
  <PageFrame title="批量导入" section="jobs">
    <StateView
      icon="file"
      title="请在电脑上批量导入"
      text="表格要横着改，手机放不下。用电脑浏览器打开启航网页版，在“我的”里点“批量导入”；少量岗位在手机上粘贴更快"
      actions={<Button text="粘贴发布一个岗位" icon="copy" look="main" onTap={() => open('jobForm')} />}
    />
  </PageFrame>
);
