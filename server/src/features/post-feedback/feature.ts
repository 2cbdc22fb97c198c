import { defineFeature } from '../../feature';
import { postFeedbackPersonalData } from './personal-data';
import { postFeedbackRetention } from './retention';
import { mountPostFeedback } from './routes';
import { postFeedbackTables } from './tables';

export const postFeedback = defineFeature({
  name: 'post-feedback',
  tables: postFeedbackTables,
  mount: mountPostFeedback,
  personalData: postFeedbackPersonalData,
  retention: postFeedbackRetention,
});
