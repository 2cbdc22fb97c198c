import { configure } from '@testing-library/react';
import { patience } from '../../support/waiting';

configure({ asyncUtilTimeout: patience });
