import type { IconName } from './icon/names';
import { ListRow } from './list-row';
import { Sheet } from './sheet';

export interface MenuItem {
  icon: IconName;
  text: string;
  run: () => void;
}

/** Further actions by name, in a sheet. */
export const MenuSheet = ({
  open,
  title,
  items,
  onClose,
}: {
  open: boolean;
  title: string;
  items: MenuItem[];
  onClose: () => void;
}) => (
  <Sheet open={open} title={title} onClose={onClose}>
    {items.map(({ icon, text, run }) => (
      <ListRow
        key={text}
        icon={icon}
        text={text}
        onTap={() => {
          onClose();
          run();
        }}
      />
    ))}
  </Sheet>
);
