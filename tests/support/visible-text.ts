const unseen = /[\p{Z}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** What can be seen of a text, one character after the other. */
export const visibleOf = (text: string): string => text.replace(unseen, '');
