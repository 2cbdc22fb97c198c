import { linkProblem } from '@qihang/shared/posts/check';
import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { FieldRows } from '@/ui/form/field';
import { TextField } from '@/ui/form/text-field';
import { Sheet } from '@/ui/sheet';

interface Props {
  open: boolean;
  /** What was selected. */
  words: string;
  onApply: (words: string, address: string) => void;
  onClose: () => void;
}

/** Words and address of a link; the address is checked before it goes into the text. */
export function LinkSheet({ open, words: selected, onApply, onClose }: Props) {
  const [words, setWords] = useState('');
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  useEffect(() => {
    if (!open) return;
    const isAddress = linkProblem(selected) === null;
    setWords(isAddress ? '' : selected);
    setAddress(isAddress ? selected : '');
    setProblem(undefined);
  }, [open]);
  const apply = () => {
    const found = linkProblem(address);
    setProblem(found ?? undefined);
    if (found === null) onApply(words, address.trim());
  };
  return (
    <Sheet
      open={open}
      title="插入链接"
      onClose={onClose}
      footer={<Button text="插入" look="main" grow onTap={apply} />}
    >
      <FieldRows>
        <TextField label="文字" value={words} placeholder="不写就显示网址" onChange={setWords} />
        <TextField
          label="网址"
          required
          value={address}
          placeholder="https:// 开头，或邮箱、电话"
          error={problem}
          onChange={(next) => {
            setAddress(next);
            setProblem(undefined);
          }}
        />
      </FieldRows>
    </Sheet>
  );
}
