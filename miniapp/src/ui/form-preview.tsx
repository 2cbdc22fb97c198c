import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useWide } from '@/platform/window';
import './form-preview.scss';

/** A form beside what readers will see, on wide windows; on phones the form alone, with the preview in a sheet. */
export function FormPreview({ form, preview }: { form: ReactNode; preview: ReactNode }) {
  const wide = useWide();
  if (!wide) return <>{form}</>;
  return (
    <View className="fp">
      <View className="fp-f">{form}</View>
      <View className="fp-p">
        <Text className="fp-t">读者看到的样子</Text>
        <View className="fp-d">{preview}</View>
      </View>
    </View>
  );
}
