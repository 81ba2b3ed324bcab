/** What `pnpm demo` starts: Shirube, and a product that hosts it. `pnpm demo --help` lists the options. */
import { ADMIN_EMAIL } from './host/adminClient.ts';
import { readRunOptions, runHelp } from './host/options.ts';
import { type Demo, startDemo } from './host/startDemo.ts';

const links = (demo: Demo): string => `
  Product   ${demo.product}
  製品      Hinode Invoices, with its tours. / ツアーが動く製品です。

  Editor    ${demo.editor}
  エディター  Make and change tours over the same product. / 同じ画面の上で、ツアーを作成・変更できます。

  Reports   ${demo.reports}
  レポート   Who finished, where people left, and why. / 完了と離脱、その理由を確認できます。

  Sign in to the editor and the reports as / エディターとレポートのサインイン:
            ${ADMIN_EMAIL}
            ${demo.adminPassword}

  Ctrl+C stops everything. / Ctrl+Cで終了します。
`;

const start = async (): Promise<void> => {
  const options = readRunOptions(process.argv.slice(2));
  if (options.help) return console.log(runHelp);
  console.log('Starting the demo… / デモを起動しています…');
  const demo = await startDemo({
    port: options.port,
    productPort: options.productPort,
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
    ...(options.simulate ? {} : { simulatedRuns: 0 }),
    say: (line) => console.log(`  ${line}`),
  });
  console.log(links(demo));
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    demo.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
};

const fail = (error: unknown): void => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const message = error instanceof Error ? error.message : String(error);
  if (code === 'EADDRINUSE' || code === 'port_taken')
    console.error(
      `${message}\nAnother program uses that port. Choose others: pnpm demo --port 4800 --product-port 4810\n別のプログラムがこのポートを使用しています。--port と --product-port で変更できます。`,
    );
  else console.error(message);
  process.exit(1);
};

start().catch(fail);
