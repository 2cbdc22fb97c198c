import { View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { Bone } from '@/ui/skeleton';

const four = ['a', 'b', 'c', 'd'];

/** The desk in grey, as high as it will be. */
export const DeskSkeleton = () => (
  <View className="stack" aria-label="正在取工作台">
    <View className="cards">
      <View className="ng">
        {four.map((key) => (
          <View key={key} className="card">
            <Bone width={40} />
            <View className="dv-b">
              <Bone width={24} look="title" />
            </View>
            <Bone width={80} />
          </View>
        ))}
      </View>
      <Card>
        <Bone width={100} look="block" />
      </Card>
      <Card>
        {four.map((key) => (
          <View key={key} className="pc-b">
            <Bone width={62} look="title" />
            <Bone width={40} />
          </View>
        ))}
      </Card>
    </View>
  </View>
);
