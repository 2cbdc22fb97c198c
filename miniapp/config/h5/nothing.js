// Stands in for what replace-parts.ts leaves out: `platform` (asked for the phone's brand) and side effects.
module.exports = {};
