import { parseArgs } from 'node:util';

/** A whole number of at least `least`, or a message that names the option. */
export const wholeNumber = (name: string, text: string, least: number): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new Error(`--${name} should be a whole number of at least ${least}, not "${text}".`);
};

export interface RunOptions {
  readonly port: number;
  readonly productPort: number;
  readonly dataDir: string | undefined;
  readonly simulate: boolean;
  readonly help: boolean;
}
export const runHelp = `pnpm demo [options]

  --port <number>          Shirube's port (4700; 0 takes a free one)
  --product-port <number>  the product's port (4710; 0 takes a free one)
  --data <folder>          where everything is kept (.data/demo)
  --no-simulate            no simulated runs on the first start
  --help                   this text
`;
export const readRunOptions = (args: readonly string[]): RunOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4700' },
      'product-port': { type: 'string', default: '4710' },
      data: { type: 'string' },
      'no-simulate': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    port: wholeNumber('port', values.port, 0),
    productPort: wholeNumber('product-port', values['product-port'], 0),
    dataDir: values.data,
    simulate: !values['no-simulate'],
    help: values.help,
  };
};
