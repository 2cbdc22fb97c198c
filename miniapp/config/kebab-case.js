/** Stands in for lodash.kebabcase, which NutUI needs for theme variables only and which asks WeChat for `Function()`. */
module.exports = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
