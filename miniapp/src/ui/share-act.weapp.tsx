import { Button, Text } from '@tarojs/components';
import './action-bar.scss';
import { Icon } from './icon/icon';

/** WeChat opens its list of chats only from a button of its own. */
export const ShareAct = () => (
  <Button className="act act-b" openType="share" hoverClass="tap-h">
    <Icon name="share" />
    <Text>转发</Text>
  </Button>
);
