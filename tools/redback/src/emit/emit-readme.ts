import type { PackagePlan } from '../surface/package-plan.ts';
import { chooseExample } from './choose-example.ts';
import { isAutoloaded } from './emit-autoload.ts';
import type { EmittedFile } from './emitted-file.ts';
import { markedTable } from './merge-readme.ts';
import { listed, packageNames } from './package-names.ts';
import { readmeTables } from './readme-tables.ts';

/** `README.md`, with its generated tables; people write the rest of it anew as they like. */
export function emitReadme(plan: PackagePlan): EmittedFile {
  const { packageName, libraries } = plan;
  const { support, remote, libraries: versions } = packageNames(plan);
  const tables = readmeTables(plan);
  const table = (mark: string): string => markedTable(mark, tables[mark] as string);
  const links = listed(libraries.map(({ name, version }) => `[${name}](https://www.npmjs.com/package/${name}) ${version}`));
  const names = listed(libraries.map(({ name }) => name));
  const verb = libraries.length === 1 ? ['comes', 'a dependency, and is'] : ['come', 'dependencies, and are'];
  const lines = [
    `# ${packageName}\n`,
    `Support package for ${links}: on data that you may not see.\n`,
    `## Install\n\n\`\`\`sh\npnpm add ${packageName} # beside @syft-libs/client, or @syft-libs/domain\n\`\`\`\n`,
    `${names} ${verb[0]} along as ${verb[1]} loaded only where calls run, or where a value becomes one of its own types.\n`,
    `## Example\n\n\`\`\`ts\n${example(plan)}\`\`\`\n`,
    `## Concepts\n`,
    `- **[Pointers](../syft-client/README.md#concepts)**: every call gives a pointer, at once; nothing is sent before something is asked for. The words are those of the [glossary](../../docs/glossary.md).`,
    `- **Public places**: what sets a shape, a count or a branch takes a constant, or a pointer that you may read.`,
    `- **Nothing is changed in place**: a call that would write to an operand gives the changed copy instead.`,
    `- **Costs and guards** bound each call from public facts alone, as probing the library has shown them.\n`,
    `## What this package adds\n`,
    `| | |\n|---|---|`,
    `| \`${support}\` | the support package: for \`lib(${support})\` at a data scientist's, for \`Domain.open({ libraries: [${support}] })\` at an owner's |`,
    `| \`${remote}\` | the type of what \`lib\` gives; beside it the types of values and of pointers to them |`,
    ...(isAutoloaded(plan)
      ? [
          `| \`./autoload\` | makes \`lib('${libraries[0]?.name}')\` work, by name: [autoload](../syft-autoload) imports it beside the library |`,
        ]
      : []),
    `| \`./runtime\` | ${versions}, loaded where calls run |`,
    `| \`./manifest.json\` | each member with signatures, effects, evidence, verdict and reason |\n`,
    `${table('libraries')}\n`,
    `## Members\n\n${table('verdicts')}\n\n${table('allowed')}\n\n${table('reasons')}\n`,
    `\`support.config.ts\` holds the decisions of people; \`manifest.json\` and all that stands in \`gen/\` are [made from it](../../docs/adding-a-support-package.md) and from a crawl of the library.\n`,
  ];
  return { path: 'README.md', text: lines.join('\n'), kind: 'once' };
}

function example(plan: PackagePlan): string {
  const { support } = packageNames(plan);
  const call = chooseExample(plan);
  const lines = [
    `import { connect } from '@syft-libs/client';`,
    `import { loadIdentity } from '@syft-libs/client/node';`,
    `import { ${support} } from '${plan.packageName}';`,
    '',
    `await using clinic = await connect('wss://clinic.example', { identity: await loadIdentity() });`,
    `const remote = clinic.lib(${support});`,
  ];
  if (call !== undefined) {
    lines.push(
      `const result = ${call}; // a pointer; pointers to private data may stand for these constants`,
      'console.log(await result.get()); // what is made of constants alone may be read, all else is requested',
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}
