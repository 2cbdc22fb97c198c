import type { CaseDetail } from '@qihang/shared/cases/contract';
import type { Mark } from '@qihang/shared/content/decisions';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Blocks } from '@/common/blocks/blocks';
import { Changes } from '@/common/content/changes';
import { MarkedText, MarksProvider } from '@/common/text/marks';
import { a11y } from '@/ui/a11y';
import { cx } from '@/ui/class-names';
import { Tap } from '@/ui/tap';
import { blockWords, clausesOf, foldTexts, linesOf, quoteOf } from '../passages';
import './piece-text.scss';

export type Piece = NonNullable<CaseDetail['piece']>;
type PieceChange = NonNullable<Piece['changes']>[number];

/** What changed since it was sent back, both texts beside each other, or the whole text. */
export type TextView = 'changes' | 'sides' | 'all';

export interface Marking {
  marks: readonly Mark[];
  onToggle: (mark: Pick<Mark, 'path' | 'quote'>) => void;
}

interface Props {
  piece: Piece;
  view: TextView;
  /** What is underlined. */
  marks: readonly Mark[];
  /** While clauses are pointed at, each by a tap. */
  marking: Marking | null;
}

/** The words a case is about. The title stands above them. */
export function PieceText({ piece, view, marks, marking }: Props) {
  const { parts, changes, blocks } = piece;
  if (marking) return <Pointing parts={parts} marking={marking} />;
  if (changes && view === 'changes')
    return (
      <View className="pt-ch">
        <Changes changes={changes.map(({ path, ...change }) => ({ ...change, field: path }))} />
      </View>
    );
  if (changes && view === 'sides') return <Sides changes={changes} />;
  const shown = parts.filter(({ path }) => path !== 'title');
  return (
    <>
      {shown.map(({ path, label, text }) => {
        // What the machine calls by another name than the form is looked for everywhere.
        const own = marks.filter(
          (mark) => mark.path === path || !parts.some((part) => part.path === mark.path),
        );
        const drawn = path === 'markdown' ? blocks : null;
        const lines = linesOf(text);
        return (
          <View key={path} className="pt-p">
            {shown.length > 1 && <Text className="cap pt-k">{label}</Text>}
            <MarksProvider quotes={own.map(({ quote }) => quote)} numbered={false}>
              {drawn ? (
                <Folded
                  texts={drawn.map(blockWords)}
                  marks={own}
                  show={(places) => <Blocks blocks={drawn.filter((_, place) => places.includes(place))} />}
                />
              ) : (
                <Folded
                  texts={lines}
                  marks={own}
                  show={(places) =>
                    places.map((place) => (
                      <Text key={place} className="pt-t" userSelect>
                        <MarkedText text={lines[place] ?? ''} />
                      </Text>
                    ))
                  }
                />
              )}
            </MarksProvider>
          </View>
        );
      })}
    </>
  );
}

interface FoldedProps {
  texts: readonly string[];
  marks: readonly Mark[];
  show: (places: readonly number[]) => ReactNode;
}

/** A long text begins folded; what is marked in it stays in sight. */
function Folded({ texts, marks, show }: FoldedProps) {
  const [whole, setWhole] = useState(false);
  const stretches = whole ? [{ shown: texts.map((_, place) => place) }] : foldTexts(texts, marks);
  return (
    <>
      {stretches.map((stretch, index) =>
        'folded' in stretch ? (
          <Text key={index} className="pt-f">
            {`收起了 ${stretch.folded} 段`}
          </Text>
        ) : (
          <View key={index}>{show(stretch.shown)}</View>
        ),
      )}
      {stretches.some((stretch) => 'folded' in stretch) && (
        <Tap className="pt-more" label="展开全文" onTap={() => setWhole(true)}>
          <Text>展开全文</Text>
        </Tap>
      )}
    </>
  );
}

/** The text in clauses, each of which a tap marks. */
const Pointing = ({ parts, marking }: { parts: Piece['parts']; marking: Marking }) => (
  <>
    {parts.map(({ path, label, text }) => (
      <View key={path} className="pt-p">
        <Text className="cap pt-k">{label}</Text>
        {linesOf(text).map((line, index) => (
          <Text key={index} className="pt-t">
            {clausesOf(line).map((clause, at) => {
              const quote = quoteOf(clause);
              if (quote === '') return clause;
              const on = marking.marks.some((mark) => mark.path === path && mark.quote === quote);
              return (
                <Text
                  key={at}
                  className={cx('pt-c', on && 'mk')}
                  onClick={() => marking.onToggle({ path, quote })}
                  {...a11y({ role: 'checkbox', label: quote, checked: on })}
                >
                  {clause}
                </Text>
              );
            })}
          </Text>
        ))}
      </View>
    ))}
  </>
);

interface SideProps {
  title: string;
  change: PieceChange;
  without: 'added' | 'removed';
}

const Side = ({ title, change, without }: SideProps) => (
  <View className="pt-s">
    <Text className="cap pt-k">{`${change.label}，${title}`}</Text>
    <Text className="pt-t" userSelect>
      {change.parts
        .filter(({ op }) => op !== without)
        .map(({ text, op }, index) =>
          op === 'same' ? (
            text
          ) : (
            <Text key={index} className={op === 'added' ? 'df-ins' : 'df-del'}>
              {text}
            </Text>
          ),
        )}
    </Text>
  </View>
);

/** Before and after, next to each other. */
const Sides = ({ changes }: { changes: readonly PieceChange[] }) => (
  <>
    {changes.map((change) => (
      <View key={change.path} className="pt-two">
        <Side title="上次" change={change} without="added" />
        <Side title="现在" change={change} without="removed" />
      </View>
    ))}
  </>
);
