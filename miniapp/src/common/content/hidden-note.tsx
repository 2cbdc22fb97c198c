import { View } from '@tarojs/components';
import './hidden-note.scss';
import { Note } from '@/ui/note';

/** Tells those who still see a hidden thing that others do not, and why. */
export const HiddenNote = ({ reason }: { reason: string | null }) => (
  <View className="hn">
    <Note icon="eye-off" tone="red" text={`读者现在看不到${reason ? `：${reason}` : ''}`} />
  </View>
);
