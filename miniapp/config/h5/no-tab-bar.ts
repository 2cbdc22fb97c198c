/** Stands in for Taro's tab bar in the browser build; see the rule in config/h5/replace-parts.ts. */
export const defineCustomElementTaroTabbar = () => undefined;
