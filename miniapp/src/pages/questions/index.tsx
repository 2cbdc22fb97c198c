import { Button } from '@/ui/button';
import { PageFrame } from '@/ui/page-frame';
export default function Stub() {
  return (
    <PageFrame title="t">
      <Button text="x" onTap={() => undefined} />
    </PageFrame>
  );
}
