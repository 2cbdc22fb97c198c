import { documentTitles } from '@qihang/shared/consents/vocabulary';
import { Text, View } from '@tarojs/components';
import { Blocks } from '@/common/blocks/blocks';
import { useNow } from '@/platform/clock';
import { usePageQuery } from '@/platform/navigation';
import { Card, Cards } from '@/ui/card';
import { dateWords, momentWords, startOfDay } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { documentOf, useDocument } from '../../consents';

/** One of the documents, readable without signing in. */
export default function DocumentPage() {
  const name = documentOf(usePageQuery().name);
  const document = useDocument(name);
  const now = useNow();
  return (
    <PageFrame title={documentTitles[name]} section="me">
      <DetailView query={document} what="文本" ageOf={(since) => momentWords(since, now)}>
        {({ version, blocks }) => (
          <View className="stack">
            <Cards>
              <Card>
                <Text className="cap">{dateWords(startOfDay(version), now)}起施行</Text>
                <Blocks blocks={blocks} />
              </Card>
            </Cards>
          </View>
        )}
      </DetailView>
    </PageFrame>
  );
}
