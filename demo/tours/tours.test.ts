import { readdirSync, readFileSync } from 'node:fs';
import { parseTour } from '@shirube/schema';
import { describe, expect, it } from 'vitest';
import { readTourFiles } from '../host/tourFiles.ts';

const files = readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith('.json') && !['skills.json', 'themes.json'].includes(name),
);

describe('the demo’s tours', () => {
  it.each(files)('%s has no problem and no warning', (name) => {
    const parsed = parseTour(JSON.parse(readFileSync(`${import.meta.dirname}/${name}`, 'utf8')));
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    expect(parsed.warnings).toEqual([]);
  });

  it('name only skills and themes that lie beside them', () => {
    const { tours, skills, themes } = readTourFiles();
    expect(tours.map((tour) => tour.id)).toEqual(['first-invoice', 'invoice-filters']);
    const known = new Set([...skills, ...themes].map((document) => document.id));
    const text = JSON.stringify(tours);
    const named = [...text.matchAll(/"(?:skill|theme)":"([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(0);
    for (const id of named) expect(known).toContain(id);
  });

  it('say everything in English and in Japanese', () => {
    for (const tour of readTourFiles().tours) {
      for (const step of tour.steps) {
        expect(Object.keys(step.content).sort(), `${tour.id} ${step.id}`).toEqual(['en', 'ja']);
        for (const button of step.buttons ?? []) expect(Object.keys(button.label).sort()).toEqual(['en', 'ja']);
      }
    }
  });

  it('point only at marks that the product has', () => {
    const sources = readdirSync(`${import.meta.dirname}/../src`, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const product = sources.map((name) => readFileSync(`${import.meta.dirname}/../src/${name}`, 'utf8')).join('\n');
    const marks = [...JSON.stringify(readTourFiles().tours).matchAll(/\[data-tour=([\w-]+)\]/g)].map(
      (found) => found[1] ?? '',
    );
    for (const mark of new Set(marks)) expect(product).toMatch(new RegExp(`data-tour=("?${mark}"|[^\\n]*'${mark}')`));
  });
});
