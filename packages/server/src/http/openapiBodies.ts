/** Shapes of request bodies by the name that a route gives. Documents are described by their own published JSON Schemas. */
const text = { type: 'string' };
const object = (
  properties: Readonly<Record<string, unknown>>,
  required: readonly string[] = Object.keys(properties),
) => ({
  type: 'object',
  properties,
  required,
});
const document = (what: string) => ({ type: 'object', required: ['id'], properties: { id: text }, description: what });

export const bodySchemas: Readonly<Record<string, unknown>> = {
  EventBatch: object(
    {
      key: text,
      sentAt: { type: 'number', description: 'Client epoch ms at sending.' },
      sdk: text,
      sequence: { type: 'number' },
      dropped: { type: 'object', additionalProperties: { type: 'number' } },
      signature: text,
      events: { type: 'array', maxItems: 500, items: object({ id: text, type: text, at: { type: 'number' } }) },
    },
    ['key', 'sentAt', 'events'],
  ),
  SignIn: object({ email: text, password: text }),
  Invitation: object({ email: text, password: { type: 'string', minLength: 12 } }),
  PasswordChange: object({ current: text, password: { type: 'string', minLength: 12 } }),
  Tour: document('A tour document: tour.schema.json.'),
  Segment: document('A saved, named condition.'),
  Skill: document('Signals and levels of one proficiency.'),
  Theme: document('Colours, radius, font and width.'),
  Publish: object({ environment: text, note: text }, ['environment']),
  Rollback: object({ environment: text, version: { type: 'number' }, note: text }, ['environment', 'version']),
  Kill: object({ environment: text, note: text }, ['environment']),
  TokenRequest: object({ name: text }),
  EditorTokenRequest: object({ origin: text }),
  EstimateRequest: object(
    {
      environment: text,
      condition: { type: 'object', description: 'Who: as `audience` in tour.schema.json.' },
      days: {
        type: 'integer',
        minimum: 1,
        maximum: 365,
        default: 30,
        description: 'How far back someone counts as active.',
      },
      segments: { type: 'array', maxItems: 500, items: document('A segment, saved or not.') },
      skills: { type: 'array', maxItems: 500, items: document('A skill, saved or not.') },
    },
    ['environment', 'condition'],
  ),
  LevelsRequest: object({ environment: text, skill: document('A skill, saved or not.') }),
  Identity: object({ enforce: { type: 'boolean' } }),
};
