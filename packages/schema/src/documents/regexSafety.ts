/** How a text is judged as a regular expression. */
export type RegexVerdict = 'safe' | 'invalid' | 'unsafe';

export const judgeRegex = (source: string): RegexVerdict => {
  try {
    new RegExp(source, 'u');
  } catch {
    return 'invalid';
  }
  return 'safe';
};
