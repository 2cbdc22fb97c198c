import type { TextSpan } from '../../text/link';

/** A value and the place in the text where it was read. */
export interface Found<T> {
  value: T;
  span: TextSpan;
}

export function spanOf(spans: readonly TextSpan[]): TextSpan {
  return {
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  };
}
