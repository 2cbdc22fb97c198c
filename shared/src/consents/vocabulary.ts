/** What a person agrees to before writing anything. */
export const documentNames = ['user-agreement', 'privacy-policy', 'community-rules'] as const;
export type DocumentName = (typeof documentNames)[number];

export const documentTitles = {
  'user-agreement': '用户协议',
  'privacy-policy': '隐私政策',
  'community-rules': '社区规范',
} as const satisfies Record<DocumentName, string>;

/** Where it was agreed to: it is part of the record. */
export const consentClients = ['h5', 'weapp'] as const;
