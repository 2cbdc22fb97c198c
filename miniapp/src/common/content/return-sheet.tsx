import {
  type Mark,
  type ReturnReason,
  returnReasonNames,
  returnReasons,
} from '@qihang/shared/content/decisions';
import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/form/text-field';
import { Icon } from '@/ui/icon/icon';
import { Note } from '@/ui/note';
import { Sheet } from '@/ui/sheet';
import { Tap } from '@/ui/tap';
import './return-sheet.scss';
import { Tick } from './tick';
import { WordsField } from './words-field';

/** Why a piece is returned or taken down. */
export interface Why {
  reasons: ReturnReason[];
  note: string;
  /** The words of the piece that are meant, each with what is wrong with them. */
  marks: Mark[];
}

export const noWhy: Why = { reasons: [], note: '', marks: [] };

/** Whether there is anything in it that would be lost. */
export const isTyped = ({ reasons, note, marks }: Why): boolean =>
  reasons.length > 0 || note.trim() !== '' || marks.length > 0;

const longest = 300;
const longestWhy = 100;

/** Reasons and words as one text, for a route that knows no reasons. */
export const noteOf = ({ reasons, note }: Why): string =>
  [reasons.map((reason) => returnReasonNames[reason]).join('、'), note.trim()]
    .filter(Boolean)
    .join('：')
    .slice(0, longest);

/** What is sent: words of which nothing is said are meant by the reasons as a whole. */
export function sentWhy({ reasons, note, marks }: Why): Why {
  const whole = reasons.map((reason) => returnReasonNames[reason]).join('、') || note.trim();
  const said = marks.map((one) => ({ ...one, why: (one.why.trim() || whole).slice(0, longestWhy) }));
  return { reasons, note: note.trim(), marks: said };
}

interface Props {
  open: boolean;
  title: string;
  submitText: string;
  /** Who reads it, and what they may do then. */
  hint: string;
  /** Without them the words are the reason, and needed. */
  presets: boolean;
  value: Why;
  /** What went wrong, or has changed meanwhile; the reason stays. */
  error: string | undefined;
  loading: boolean;
  onChange: (change: Partial<Why>) => void;
  /** Leads to the text, to point at words; undefined where that is not possible. */
  onMark?: (() => void) | undefined;
  onSubmit: () => void;
  onClose: () => void;
}

/** Asks why, before a piece goes back to its author or leaves its readers. What is typed stays with its owner. */
export function ReturnSheet(props: Props) {
  const {
    open,
    title,
    submitText,
    hint,
    presets,
    value,
    error,
    loading,
    onChange,
    onMark,
    onSubmit,
    onClose,
  } = props;
  const { reasons, note, marks } = value;
  const said = note.trim() !== '' || (presets && reasons.length > 0);
  const toggle = (reason: ReturnReason) =>
    onChange({
      reasons: reasons.includes(reason) ? reasons.filter((one) => one !== reason) : [...reasons, reason],
    });
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      footer={
        <Button
          text={submitText}
          look="main"
          grow
          disabled={!said || note.length > longest}
          loading={loading}
          onTap={onSubmit}
        />
      }
    >
      {presets && (
        <View className="rsh">
          {returnReasons.map((reason) => {
            const on = reasons.includes(reason);
            return (
              <Tap
                key={reason}
                className="rsh-r"
                role="checkbox"
                label={returnReasonNames[reason]}
                checked={on}
                onTap={() => toggle(reason)}
              >
                <Tick on={on} />
                <Text className="grow">{returnReasonNames[reason]}</Text>
              </Tap>
            );
          })}
        </View>
      )}
      {marks.map(({ path, quote, why }, index) => (
        <View key={`${path} ${quote}`} className="rsh-m">
          <Text className="rsh-n">{index + 1}</Text>
          <View className="grow">
            <Text className="meta rsh-q">“{quote}”</Text>
            <TextField
              label={`第 ${index + 1} 处哪里不对`}
              value={why}
              placeholder="哪里不对，怎么改"
              onChange={(words) =>
                onChange({ marks: marks.map((one, at) => (at === index ? { ...one, why: words } : one)) })
              }
            />
          </View>
          <Tap
            className="rsh-x"
            label={`不划“${quote}”`}
            onTap={() => onChange({ marks: marks.filter((_, at) => at !== index) })}
          >
            <Icon name="close" size={16} />
          </Tap>
        </View>
      ))}
      {onMark && (
        <Tap className="rsh-a" label="去原文里划出要改的地方" onTap={onMark}>
          <Icon name="pencil" size={16} />
          <Text>{marks.length > 0 ? '再划几处' : '去原文里划出要改的地方'}</Text>
        </Tap>
      )}
      <WordsField
        label={presets ? '告诉作者怎么改' : '理由'}
        value={note}
        max={longest}
        placeholder={presets ? '写清楚是哪一处、改成什么样就行' : '写明为什么，双方都看得到'}
        hint={hint}
        onChange={(words) => onChange({ note: words })}
      />
      {error && <Note icon="alert" tone="red" text={error} />}
    </Sheet>
  );
}
