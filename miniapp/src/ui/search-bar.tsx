import { Input, Text, View } from '@tarojs/components';
import { cx } from './class-names';
import { Icon } from './icon/icon';
import './search-bar.scss';
import { Tap } from './tap';

/** Looks like a search field and opens the search page. */
export const SearchLink = ({ hint, deck, onTap }: { hint: string; deck?: boolean; onTap: () => void }) => (
  <Tap className={cx('sb-tap', deck && 'sb-deck')} role="link" label={hint} onTap={onTap}>
    <View className={cx('sb', !deck && 'sb-bar')}>
      <Icon name="search" size={20} className="sb-i" />
      <Text className="sb-h">{hint}</Text>
    </View>
  </Tap>
);

interface FieldProps {
  hint: string;
  value: string;
  focus?: boolean;
  onChange: (value: string) => void;
  onSearch: (value: string) => void;
}

export const SearchField = ({ hint, value, focus = false, onChange, onSearch }: FieldProps) => (
  <View className="sb sb-bar grow">
    <Icon name="search" size={20} className="sb-i" />
    <Input
      className="sb-in"
      value={value}
      placeholder={hint}
      placeholderClass="sb-ph"
      focus={focus}
      maxlength={60}
      confirmType="search"
      aria-label={hint}
      onInput={(event) => onChange(event.detail.value)}
      onConfirm={(event) => onSearch(event.detail.value)}
    />
    {value !== '' && (
      <Tap className="sb-x" label="清空" onTap={() => onChange('')}>
        <Icon name="close" size={16} />
      </Tap>
    )}
  </View>
);
