import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Blocks } from '@/common/blocks/blocks';
import { Changes } from '@/common/content/changes';
import { sumWords } from '@/common/content/paragraphs';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { Note } from '@/ui/note';
import { Sheet } from '@/ui/sheet';
import { type PieceRef, useRevision } from '../hooks';
import { whatWords } from '../words';
import './version-view.scss';

type Shown = NonNullable<ReturnType<typeof useRevision>['data']>;

/** What a version changed, and its words as a whole. */
export function VersionView({ piece, rev, now }: { piece: PieceRef; rev: number; now: Date }) {
  const query = useRevision(piece, rev);
  const [reading, setReading] = useState(false);
  return (
    <DetailView query={query} what="版本" ageOf={(since) => momentWords(since, now)}>
      {(shown) => (
        <View className="stack vv">
          <Text className="vv-w">{`${momentWords(new Date(shown.at), now)}，${whatWords(shown)}`}</Text>
          {shown.against === null ? (
            <Whole shown={shown} />
          ) : (
            <>
              <Text className="vv-w">
                {shown.changes.length > 0
                  ? `和第 ${shown.against} 版比，${sumWords(shown.changes)}。划掉的删了，划线的加了`
                  : `和第 ${shown.against} 版比，没有看得见的改动`}
              </Text>
              {shown.changes.length > 0 ? (
                <Changes changes={shown.changes} />
              ) : (
                <Note icon="info" text="这一版只改了排序或格式" />
              )}
              <Button text={`看第 ${rev} 版全文`} look="quiet" tall onTap={() => setReading(true)} />
            </>
          )}
          <Sheet open={reading} title={`第 ${rev} 版全文`} onClose={() => setReading(false)}>
            <Whole shown={shown} />
          </Sheet>
        </View>
      )}
    </DetailView>
  );
}

/** The words of a version, field by field; the text of an article as readers saw it. */
const Whole = ({ shown }: { shown: Shown }) => (
  <View className="card vv-all">
    {shown.fields.map(({ field, label, text }) => (
      <View key={field} className="vv-f">
        <Text className="vv-k">{label}</Text>
        {field === 'markdown' && shown.blocks ? (
          <Blocks blocks={shown.blocks} />
        ) : (
          <Text className="vv-t">{text}</Text>
        )}
      </View>
    ))}
  </View>
);
