type Schema = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value : []);
const isType = (value: unknown, type: unknown): boolean =>
  type === 'array'
    ? Array.isArray(value)
    : type === 'object'
      ? typeof value === 'object' && value !== null && !Array.isArray(value)
      : type === 'integer'
        ? Number.isInteger(value)
        : type === 'null'
          ? value === null
          : typeof value === type;

/** As much of JSON Schema (draft 2020-12) as the published schema uses; throws on a keyword that is not known here. */
export const accepts = (root: Schema, document: unknown): boolean => {
  const check = (schema: Schema, value: unknown): boolean => {
    const record = isType(value, 'object') ? (value as Readonly<Record<string, unknown>>) : undefined;
    const keys = record ? Object.keys(record).filter((key) => record[key] !== undefined) : [];
    const properties = (schema.properties ?? {}) as Readonly<Record<string, Schema>>;
    return Object.entries(schema).every(([keyword, wanted]) => {
      switch (keyword) {
        case '$ref': {
          const name = String(wanted).replace('#/$defs/', '');
          return check((root.$defs as Readonly<Record<string, Schema>>)[name] as Schema, value);
        }
        case 'type':
          return isType(value, wanted);
        case 'const':
          return value === wanted;
        case 'enum':
          return (wanted as readonly unknown[]).includes(value);
        case 'anyOf':
          return list(wanted).some((part) => check(part, value));
        case 'oneOf':
          return list(wanted).filter((part) => check(part, value)).length === 1;
        case 'allOf':
          return list(wanted).every((part) => check(part, value));
        case 'properties':
          return keys.every((key) => !Object.hasOwn(properties, key) || check(properties[key] as Schema, record?.[key]));
        case 'required':
          return !record || (wanted as readonly string[]).every((key) => keys.includes(key));
        case 'additionalProperties':
          return keys.every((key) => Object.hasOwn(properties, key) || (wanted !== false && check(wanted as Schema, record?.[key])));
        case 'propertyNames':
          return keys.every((key) => check(wanted as Schema, key));
        case 'items':
          return !Array.isArray(value) || value.slice(list(schema.prefixItems).length).every((item) => check(wanted as Schema, item));
        case 'prefixItems':
          return !Array.isArray(value) || list(wanted).every((part, i) => i >= value.length || check(part, value[i]));
        case 'minItems':
          return !Array.isArray(value) || value.length >= Number(wanted);
        case 'maxItems':
          return !Array.isArray(value) || value.length <= Number(wanted);
        case 'minLength':
          return typeof value !== 'string' || value.length >= Number(wanted);
        case 'maxLength':
          return typeof value !== 'string' || value.length <= Number(wanted);
        case 'pattern':
          return typeof value !== 'string' || new RegExp(String(wanted), 'u').test(value);
        case 'minimum':
          return typeof value !== 'number' || value >= Number(wanted);
        case 'maximum':
          return typeof value !== 'number' || value <= Number(wanted);
        case 'exclusiveMinimum':
          return typeof value !== 'number' || value > Number(wanted);
        case '$schema':
        case '$defs':
        case 'id':
        case 'title':
        case 'description':
        case 'examples':
          return true;
        default:
          throw new Error(`The keyword ${keyword} is not known here.`);
      }
    });
  };
  return check(root, document);
};
