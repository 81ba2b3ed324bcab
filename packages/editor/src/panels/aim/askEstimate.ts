import type { EstimateAnswer } from '@shirube/schema/api';
import type { Condition } from '@shirube/schema/rules';
import type { Session } from '../../session/Session.ts';
import type { Latest } from './Latest.ts';

const DAYS = 30;

/** How many of the people of the last 30 days an audience matches, with the segments and skills as they are in the draft. */
export const askEstimate = (
  session: Session,
  estimate: Latest<EstimateAnswer>,
  audience: Condition | undefined,
): void => {
  const { environment } = session.workspace;
  const { segments, skills } = session.draft?.work.library ?? { segments: {}, skills: {} };
  estimate.ask([audience ?? 'everyone', segments, skills, environment], (signal) => {
    const unsaved = {
      segments: Object.values(segments).filter((one) => one !== null),
      skills: Object.values(skills).filter((one) => one !== null),
    };
    return session.api.estimate({ environment, condition: audience ?? { all: [] }, days: DAYS, ...unsaved }, signal);
  });
};
