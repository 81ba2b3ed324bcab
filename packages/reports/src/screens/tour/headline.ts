import type { TourReport } from '@shirube/schema/report';
import { html, nothing, type TemplateResult } from 'lit';
import { drawing as arrow } from 'lucide-static/icons/arrow-right.svg?drawing';
import { type Finding, findingOf } from '../../figures/finding.ts';
import type { Period } from '../../lib/filters.ts';
import type { Words } from '../../locale/words.ts';
import { icon } from '../../parts/icon.ts';
import { periodWords } from '../../parts/periodWords.ts';
import { isFewRuns } from '../../parts/rate.ts';

/** The finding in one sentence, how sure it is, why, and what to do next. */
export const headline = (words: Words, report: TourReport, period: Period): TemplateResult => {
  const finding = findingOf(report);
  const { say, format } = words;
  const { completionRate } = report.summary;
  const action = actionOf(words, finding);
  const few =
    completionRate.interval !== null && isFewRuns(completionRate)
      ? say.tour.few(format.rate(completionRate.interval[0]), format.rate(completionRate.interval[1]))
      : undefined;
  return html`
    <p class="finding">${headlineSentence(words, report, period)}</p>
    ${few === undefined ? nothing : html`<p class="few">${few}</p>`}
    ${finding.left > 0 ? html`<p class="because muted">${splitSentence(words, finding)}</p>` : nothing}
    ${
      action === undefined
        ? nothing
        : html`<p class="next-action"><span class="next-action-label">${icon(arrow)} ${say.tour.nextAction}</span> <span>${action}</span></p>`
    }
  `;
};

/** "312 of 520 runs finished (60%); most leave at step 3, “Add a customer”." */
export const headlineSentence = (words: Words, report: TourReport, period: Period): string => {
  const { say, format, language } = words;
  const { started, completed, completionRate, inProgress } = report.summary;
  if (started === 0) return say.tour.none(periodWords(words, period));
  const stop = language === 'ja' ? '。' : '.';
  const gap = language === 'ja' ? '' : ' ';
  if (completed === started) return `${say.tour.all(format.count(started), started)}${stop}`;
  const finished = say.tour.finished(
    format.count(completed),
    format.count(started),
    format.rate(completionRate.value ?? 0),
  );
  const clause = `${finished}${language === 'ja' ? '。' : '; '}${leakWords(words, findingOf(report))}`;
  return inProgress === 0 ? clause : `${clause}${gap}${say.tour.stillRunning(format.count(inProgress), inProgress)}`;
};

const leakWords = ({ say, format }: Words, { leak }: Finding): string => {
  switch (leak.kind) {
    case 'none':
      return say.tour.nobodyLeft;
    case 'spread':
      return say.tour.spread;
    case 'never-shown':
      return leak.most ? say.tour.mostNeverShown : say.tour.moreNeverShown;
    case 'step': {
      const { number, step } = leak.figures;
      return (leak.most ? say.tour.mostAt : say.tour.moreAt)(format.count(number), step.title);
    }
  }
};

const splitSentence = ({ say, format }: Words, { leak, left, split }: Finding): string => {
  const causes = (['dismissed', 'abandoned', 'broken'] as const).filter((cause) => split[cause] > 0);
  const parts = format.list(causes.map((cause) => say.tour.part[cause](format.count(split[cause]), split[cause])));
  if (leak.kind !== 'step' && leak.kind !== 'never-shown') return say.tour.splitAll(format.count(left), parts);
  const [only] = causes;
  return causes.length === 1 && only !== undefined
    ? say.tour.allThere(format.count(leak.left), leak.left, only)
    : say.tour.splitThere(format.count(leak.left), parts);
};

const actionOf = ({ say }: Words, { leak, cause }: Finding): string | undefined => {
  if (leak.kind === 'never-shown') return say.tour.neverShownAction;
  return leak.kind === 'step' && cause !== null ? say.tour.action[cause] : undefined;
};
