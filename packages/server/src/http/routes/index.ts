import { endEditorToken, listEnvironments, makeApiToken, makeEditorToken, setIdentity } from './access.ts';
import { audienceRoutes } from './audience.ts';
import { bundleRoute } from './bundle.ts';
import { compareTour } from './compare.ts';
import { eventsRoute } from './events.ts';
import { libraryRoutes } from './library.ts';
import { changePassword, inviteMember, listMembers, removeMember } from './members.ts';
import { health } from './operation.ts';
import { peopleRoutes } from './people.ts';
import type { AnyRoute } from './Route.ts';
import { killTour, listReleases, listVersions, publishTour, readVersion, rollbackTour } from './releases.ts';
import { targetsReportRoute, tourReportRoute, toursReportRoute } from './reports.ts';
import { readSession, signIn, signOut } from './session.ts';
import { deleteTour, listTours, readTour, readTourFile, writeTour } from './tours.ts';
import { userStateRoute } from './users.ts';

/** Every route there is. The application registers these and openapi.json describes these. */
export const routes: readonly AnyRoute[] = [
  bundleRoute,
  eventsRoute,
  userStateRoute,
  signIn,
  readSession,
  signOut,
  changePassword,
  listMembers,
  inviteMember,
  removeMember,
  listTours,
  readTour,
  readTourFile,
  writeTour,
  deleteTour,
  listVersions,
  readVersion,
  listReleases,
  compareTour,
  publishTour,
  rollbackTour,
  killTour,
  ...audienceRoutes,
  ...libraryRoutes,
  ...peopleRoutes,
  toursReportRoute,
  tourReportRoute,
  targetsReportRoute,
  makeApiToken,
  makeEditorToken,
  endEditorToken,
  listEnvironments,
  setIdentity,
  health,
];
