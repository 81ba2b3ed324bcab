import { registerApp } from './elements.ts';
import { createClient } from './lib/client.ts';
import { ReportsApp } from './ReportsApp.ts';
import { SignInScreen } from './screens/SignInScreen.ts';
import { ToursScreen } from './screens/ToursScreen.ts';

registerApp({ app: ReportsApp, signIn: SignInScreen, tours: ToursScreen });
document.body.prepend(new ReportsApp(createClient(fetch.bind(globalThis)), () => Date.now()));
