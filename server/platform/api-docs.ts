/** The API's documentation as one page without script: every endpoint, who may call it, what goes in and out. */
import { openApi } from '#contract/open-api.ts';

type Node = { readonly [key: string]: unknown };

const escape = (text: unknown): string =>
  String(text).replace(
    /[&<>"]/g,
    (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? one,
  );

const json = (value: unknown): string => `<pre tabindex="0">${escape(JSON.stringify(value, null, 2))}</pre>`;

const operation = (path: string, method: string, node: Node): string => {
  const responses = (node['responses'] ?? {}) as Node;
  const parameters = (node['parameters'] ?? []) as readonly Node[];
  const rows = parameters
    .map(
      (one) =>
        `<tr><td><code>${escape(one['name'])}</code></td><td>${escape(one['in'])}</td><td>${one['required'] === true ? '✓' : ''}</td><td><code>${escape(JSON.stringify(one['schema']))}</code></td></tr>`,
    )
    .join('');
  return `<details id="${escape(node['operationId'])}"><summary><b class="${method}">${method.toUpperCase()}</b> <code>${escape(path)}</code> ${escape(node['summary'])}</summary>
<p>${escape(node['description'])}</p>
${rows === '' ? '' : `<table><thead><tr><th>Name</th><th>In</th><th>Required</th><th>Schema</th></tr></thead><tbody>${rows}</tbody></table>`}
${node['requestBody'] === undefined ? '' : `<h4>Request</h4>${json(node['requestBody'])}`}
<h4>Response</h4>${json(responses['200'] ?? responses['204'])}</details>`;
};

const style = `body{font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans SC",system-ui,sans-serif;max-width:64rem;margin:0 auto;padding:1.5rem;color:#1c2733}
summary{cursor:pointer;padding:.4rem 0;border-top:1px solid #d5dde6}b{display:inline-block;min-width:4.2em}code,pre{font:13px/1.5 ui-monospace,monospace}
pre{background:#f3f6f9;padding:.8rem;overflow:auto;max-height:30rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;border-bottom:1px solid #e3e9ef;padding:.2rem .6rem;vertical-align:top}
.get{color:#0b5a34}.post{color:#0f3d6b}.put{color:#7a4a00}.delete{color:#9b1c1c}`;

/** The whole page. Built once at the start: the contract does not change while the product runs. */
export const apiDocsPage = (): string => {
  const document = openApi() as {
    paths: Record<string, Record<string, Node>>;
    components: { schemas: Node };
    info: Node;
  };
  const tags = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, node] of Object.entries(methods)) {
      const tag = String((node['tags'] as string[])[0]);
      tags.set(tag, [...(tags.get(tag) ?? []), operation(path, method, node)]);
    }
  const parts = [...tags].map(([tag, operations]) => `<h2>${escape(tag)}</h2>${operations.join('')}`);
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) =>
      `<details id="schema-${escape(name)}"><summary><code>${escape(name)}</code></summary>${json(schema)}</details>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Luoshi API</title><style>${style}</style></head>
<body><main><h1>Luoshi 落实 API</h1><p>${escape(document.info['description'])}</p>
<p><a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1). Sign in by cookie, or send an API token as <code>Authorization: Bearer …</code>. Refusals are RFC 9457 problems with a stable <code>code</code>.</p>
${parts.join('')}<h2>Schemas</h2>${schemas.join('')}</main></body></html>`;
};
