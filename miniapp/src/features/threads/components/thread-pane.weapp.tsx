/** A mini-program is always one column: what would stand in a second one stays out of its main package. */
export const ThreadPane = () => null;
