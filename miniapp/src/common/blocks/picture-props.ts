export interface PictureProps {
  /** As the article has it: a path on this service, or an address on the web. */
  src: string;
  alt: string;
  className: string;
  /** Stretches over a box of its size, which is known before the picture is there. */
  boxed: boolean;
  onLoad: () => void;
  onError: () => void;
}
