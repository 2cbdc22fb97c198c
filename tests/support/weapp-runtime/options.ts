import type { Calls } from './wx/calls';
import type { Theme } from './wx/system';
import type { UiSettings } from './wx/ui';

/** How an app is opened. Only `dist` is needed. */
export interface OpenOptions extends UiSettings {
  /** Folder of the compiled mini-program. */
  dist: string;
  /** Origin that takes the place of the API's origin compiled into the app. */
  apiBase?: string;
  /** Route to launch with, without a leading slash; the app's entry page by default. */
  path?: string;
  /** Query of the launch, undecoded. */
  query?: Record<string, string>;
  /** Scene number of the launch; 1001 by default. */
  scene?: number;
  /** What the phone's storage holds before. */
  storage?: Record<string, unknown>;
  /** Version of WeChat's base library; APIs younger than it are absent. 3.0.0 by default. */
  sdkVersion?: string;
  platform?: 'ios' | 'android' | 'devtools';
  theme?: Theme;
  /** WeChat's font size setting in px, 17 by default. */
  fontSize?: number;
  /** Size of the phone's screen in CSS pixels, 390 × 844 by default. */
  screen?: { width: number; height: number };
  /** Pixels drawn for a CSS pixel each way, 2 by default; 1 is four times cheaper where nobody looks at the picture. */
  pixelRatio?: number;
  online?: boolean;
  /** The code that `wx.login` gives. */
  loginCode?: () => string | Promise<string>;
  /** The user's choice for each template of a subscription request; accept by default. */
  onSubscribe?: (templateId: string) => 'accept' | 'reject' | 'ban';
  /** Whether the user lets the app write into the phone's calendar; true by default. */
  calendarAllowed?: boolean;
  /** Lets `wx.request` use PATCH, which its documentation does not list. Off by default. */
  allowPatch?: boolean;
  /** APIs the runtime does not model, or other versions of those it does. */
  wx?: (calls: Calls) => Record<string, unknown>;
  /** Copies the app's console and errors to ours. */
  verbose?: boolean;
}

/** An exception or a broken rule of the platform, with where it happened. */
export interface AppError {
  where: string;
  message: string;
  stack?: string;
}
