/** The OpenAPI 3.1 document of the contract, as data; `tools/write-openapi.ts` writes it, the server serves it. */
import { z } from 'zod';
import { allEndpoints } from './all.ts';
import type { Access, Endpoint } from './endpoint.ts';
import { problem } from './schemas.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return json;
};

/** Schemas with an id stand once under components; references point there. */
const lift = (value: unknown, components: Json): unknown => {
  if (Array.isArray(value)) return value.map((one) => lift(one, components));
  if (typeof value !== 'object' || value === null) return value;
  const { $defs, ...rest } = value as Json & { $defs?: Json };
  for (const [name, schema] of Object.entries($defs ?? {})) components[name] ??= lift(schema, components);
  const lifted = Object.fromEntries(
    Object.entries(rest).map(([key, one]) =>
      key === '$ref' && typeof one === 'string'
        ? [key, one.replace('#/$defs/', '#/components/schemas/')]
        : [key, lift(one, components)],
    ),
  );
  const { id, ...named } = lifted;
  if (typeof id !== 'string' || named['type'] === undefined || typeof named['properties'] !== 'object')
    return lifted;
  components[id] ??= named;
  return { $ref: `#/components/schemas/${id}` };
};

const accessText = (access: Access): string => {
  switch (access.kind) {
    case 'public':
      return 'public';
    case 'signedIn':
      return `signed in: ${access.rows}`;
    case 'roles':
      return `${access.roles.join(', ')}: ${access.rows}`;
    case 'matter':
      return 'whoever stands to the matter';
    case 'submission':
      return 'whoever stands to the submission';
    case 'lifecycle':
      return `lifecycle ${access.table}.${access.action}`;
    default: {
      const forgotten: never = access;
      return forgotten;
    }
  }
};

const parametersOf = (endpoint: Endpoint, components: Json): Json[] => {
  const shapes: [string, z.ZodType | undefined][] = [
    ['path', endpoint.params],
    ['query', endpoint.query],
  ];
  const parameters = shapes.flatMap(([place, shape]) => {
    if (shape === undefined) return [];
    const { properties, required } = schemaOf(shape, 'input') as { properties?: Json; required?: string[] };
    return Object.entries(properties ?? {}).map(([name, schema]) => ({
      name,
      in: place,
      required: place === 'path' || (required ?? []).includes(name),
      schema: lift(schema, components) as Json,
    }));
  });
  const header = (name: string, description: string): Json => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  });
  return [
    ...parameters,
    ...(endpoint.command === true
      ? [header('Idempotency-Key', 'One key for one intention; a repeat answers with the first answer.')]
      : []),
    ...(endpoint.ifMatch === true
      ? [header('If-Match', 'The version of the row that the command aims at.')]
      : []),
  ];
};

const bodyOf = (endpoint: Endpoint, components: Json): Json => {
  if (endpoint.upload === true) {
    const file = {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } };
  }
  if (endpoint.body === undefined) return {};
  const schema = lift(schemaOf(endpoint.body, 'input'), components);
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
};

const responsesOf = (endpoint: Endpoint, components: Json): Json => {
  const failure = {
    description: 'A refusal (RFC 9457): what happened, why, and what to do.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  if (endpoint.response === 'nothing') return { '204': { description: 'Done.' }, default: failure };
  if (endpoint.response === 'file')
    return {
      '200': {
        description: 'A file.',
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
      default: failure,
    };
  if (endpoint.response === 'stream')
    return {
      '200': {
        description: 'Server-sent events, until either side ends the connection.',
        content: { 'text/event-stream': { schema: { type: 'string' } } },
      },
      default: failure,
    };
  const schema = lift(schemaOf(endpoint.response, 'output'), components);
  return { '200': { description: 'Done.', content: { 'application/json': { schema } } }, default: failure };
};

/** Builds the document; the same contract gives the same bytes. */
export const openApi = (): Json => {
  const components: Json = {};
  lift(schemaOf(problem, 'output'), components);
  const paths: Record<string, Json> = {};
  for (const endpoint of allEndpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][endpoint.method.toLowerCase()] = {
      operationId: endpoint.id,
      tags: [endpoint.tag],
      summary: endpoint.summary.en,
      description: `${endpoint.summary.zh}。Access: ${accessText(endpoint.access)}. Token scope: ${endpoint.scope}.`,
      security: endpoint.access.kind === 'public' ? [] : [{ session: [] }, { token: [] }],
      parameters: parametersOf(endpoint, components),
      ...bodyOf(endpoint, components),
      responses: responsesOf(endpoint, components),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Luoshi 落实',
      version: '0.1.0',
      description: 'Suggestions and proposals, from filing to kept promise. 建议提案：从答复到落实。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-luoshi' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
};
