/** Stands in for Taro's tab bar in the browser build; see the rule in config/index.ts. */
export const defineCustomElementTaroTabbar = () => undefined;
