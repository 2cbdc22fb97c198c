import { inWidth } from '@qihang/shared/uploads/links';
import { mediaWidths } from '@qihang/shared/uploads/vocabulary';
import { Image } from '@tarojs/components';
import { useState } from 'react';
import { mediaAddress } from '@/platform/media';
import { privateCopy } from '@/platform/private-files';
import { screenPixels } from '@/platform/screen';
import { a11y } from '@/ui/a11y';
import type { PictureProps } from './picture-props';

const widest = 1280;

/**
 * A picture of an article, as wide as the screen needs. A picture that only some may see is asked for once more with the session,
 * which WeChat's own component does not show.
 */
export function Picture({ src, alt, className, boxed, onLoad, onError }: PictureProps) {
  const [copy, setCopy] = useState<string | null>(null);
  const width = mediaWidths.find((one) => one >= screenPixels()) ?? widest;
  const address = mediaAddress(inWidth(src, width));
  const fail = async () => {
    const found = copy === null ? await privateCopy(address) : undefined;
    if (found === undefined) onError();
    else setCopy(found);
  };
  return (
    <Image
      className={className}
      src={copy ?? address}
      mode={boxed ? 'aspectFit' : 'widthFix'}
      lazyLoad
      onLoad={onLoad}
      onError={fail}
      {...a11y({ role: 'img', label: alt })}
    />
  );
}
