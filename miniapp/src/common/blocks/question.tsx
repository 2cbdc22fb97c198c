import type { Question } from '@qihang/shared/posts/blocks';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { LinkedText } from '@/common/text/linked-text';
import { openLink } from '@/platform/device';
import { a11y } from '@/ui/a11y';
import { Button } from '@/ui/button';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import './question.scss';

const letterOf = (index: number) => String.fromCharCode(65 + index);

/**
 * A self-test question: one taps, and sees what is right, why, and where that is written. What was chosen is kept nowhere,
 * and nothing is counted.
 */
export function SelfTest({ question }: { question: Question }) {
  const { text, options, explanation, source } = question;
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [answered, setAnswered] = useState(false);
  const several = options.filter(({ right }) => right).length > 1;
  const right = options.every((option, index) => option.right === chosen.includes(index));
  const choose = (index: number) => {
    if (!several) {
      setChosen([index]);
      setAnswered(true);
    } else if (chosen.includes(index)) setChosen(chosen.filter((one) => one !== index));
    else setChosen([...chosen, index]);
  };
  const again = () => {
    setChosen([]);
    setAnswered(false);
  };
  const answer = options.flatMap((option, index) => (option.right ? [letterOf(index)] : [])).join('、');
  return (
    <View className="qz">
      <Text className="qz-k">自测题{several ? '，可多选' : ''}</Text>
      <Text className="qz-t" userSelect>
        {text}
      </Text>
      {options.map((option, index) => (
        <Option
          key={index}
          letter={letterOf(index)}
          text={option.text}
          several={several}
          chosen={chosen.includes(index)}
          verdict={answered ? option.right : null}
          onTap={() => choose(index)}
        />
      ))}
      {!answered && several && (
        <Button text="看答案" disabled={chosen.length === 0} onTap={() => setAnswered(true)} />
      )}
      {answered && (
        <View className="qz-a" {...a11y({ role: 'alert' })}>
          <Text className="qz-v">
            {right ? '答对了' : '没答对'}，答案是 {answer}
          </Text>
          {explanation !== '' && <LinkedText className="qz-e" text={explanation} />}
          {source && (
            <View className="qz-s cap">
              <Text>来源：</Text>
              {source.url === null ? (
                <Text>{source.name}</Text>
              ) : (
                <Tap
                  className="qz-l"
                  role="link"
                  label={`来源：${source.name}`}
                  onTap={() => openLink(source.url ?? '')}
                >
                  <Text className="link">{source.name}</Text>
                </Tap>
              )}
            </View>
          )}
          <Button text="再做一次" look="quiet" onTap={again} />
        </View>
      )}
    </View>
  );
}

interface OptionProps {
  letter: string;
  text: string;
  several: boolean;
  chosen: boolean;
  /** Whether it is right; null before the answer. */
  verdict: boolean | null;
  onTap: () => void;
}

/** What became of an option, in words: colour alone does not reach everybody. */
function wordsOf(chosen: boolean, verdict: boolean | null): string {
  if (verdict === null) return '';
  if (verdict) return chosen ? '你选对了' : '这是答案';
  return chosen ? '你选的，不对' : '';
}

function Option({ letter, text, several, chosen, verdict, onTap }: OptionProps) {
  const words = wordsOf(chosen, verdict);
  return (
    <Tap
      className={cx(
        'qz-o',
        chosen && 'qz-on',
        verdict === true && 'qz-right',
        verdict === false && chosen && 'qz-wrong',
      )}
      role={several ? 'checkbox' : 'radio'}
      label={[`${letter}，${text}`, words].filter(Boolean).join('，')}
      checked={chosen}
      disabled={verdict !== null}
      onTap={onTap}
    >
      <Text className="qz-m">{letter}</Text>
      <View className="grow">
        <Text>{text}</Text>
        {words !== '' && <Text className="qz-w">{words}</Text>}
      </View>
      {words !== '' && <Icon name={verdict ? 'check-circle' : 'close'} size={20} />}
    </Tap>
  );
}
