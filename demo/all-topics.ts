import { agricultureTopics } from './topics/agriculture.ts';
import { businessTopics } from './topics/business.ts';
import { commerceTopics } from './topics/commerce.ts';
import { communityTopics } from './topics/community.ts';
import { cultureTopics } from './topics/culture.ts';
import { digitalTopics } from './topics/digital.ts';
import { educationTopics } from './topics/education.ts';
import { elderlyTopics } from './topics/elderly.ts';
import { environmentTopics } from './topics/environment.ts';
import { healthTopics } from './topics/health.ts';
import { housingTopics } from './topics/housing.ts';
import { safetyTopics } from './topics/safety.ts';
import { streetTopics } from './topics/streets.ts';
import type { Topic } from './topics/topic.ts';
import { transportTopics } from './topics/transport.ts';

export const allTopics: readonly Topic[] = [
  ...educationTopics,
  ...healthTopics,
  ...elderlyTopics,
  ...transportTopics,
  ...streetTopics,
  ...housingTopics,
  ...environmentTopics,
  ...businessTopics,
  ...commerceTopics,
  ...cultureTopics,
  ...agricultureTopics,
  ...digitalTopics,
  ...safetyTopics,
  ...communityTopics,
];
