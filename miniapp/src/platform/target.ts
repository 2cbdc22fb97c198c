/** Constants of the build: the other target's branches are removed by the minifier. */
export const isH5 = process.env.TARO_ENV === 'h5';
export const isWeapp = process.env.TARO_ENV === 'weapp';
