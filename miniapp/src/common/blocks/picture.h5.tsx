import { inWidth, mediaIdOf } from '@qihang/shared/uploads/links';
import { mediaWidths } from '@qihang/shared/uploads/vocabulary';
import { mediaAddress } from '@/platform/media';
import type { PictureProps } from './picture-props';

/** The column of an article is never wider than this, however wide the window is. */
const sizes = '(min-width: 720px) 680px, 100vw';

const sourcesOf = (src: string) =>
  mediaIdOf(src) === undefined
    ? {}
    : {
        srcSet: mediaWidths.map((width) => `${mediaAddress(inWidth(src, width))} ${width}w`).join(', '),
        sizes,
      };

/** A picture of an article: a browser takes the width that its screen needs, when it comes near. */
export const Picture = ({ src, alt, className, onLoad, onError }: PictureProps) => (
  <img
    className={className}
    {...sourcesOf(src)}
    src={mediaAddress(src)}
    alt={alt}
    loading="lazy"
    decoding="async"
    onLoad={onLoad}
    onError={onError}
  />
);
