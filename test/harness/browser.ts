import chromium from '@sparticuz/chromium';

/** Path of the Chromium that tests drive: `CHROME_PATH` when set, else the one that comes as a dev dependency. */
export const browserPath = async (): Promise<string> => process.env.CHROME_PATH ?? (await chromium.executablePath());
