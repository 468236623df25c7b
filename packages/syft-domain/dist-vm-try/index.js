import { resolveLimits, messages, SyftError, parseManifest, isRecord, toHex, createInProcessPair, createMessagePortTransport, CallMatcher, TagTable, dtypeOfTypedArray, allowedMembers, joinSignatures, signatureText, CodecRegistry, buildAllowlist, isPath, toBytes, encodeValue, columnOf, fromBytes, fromHex, verify, sign, formatInvitation, assertPublicKey, decodeClientFrame, parseUid, typedArrayOf, isChunk, readChunk, MESSAGE_ROLES, isSyftError, MessageQueue, decodeValue, LAST_COUNTER, formatUid, parseType, isPointer, decodeStrict, PROTOCOL_VERSION, NONCE_BYTES, domainTranscript, clientTranscript, prefixFromBytes, prefixToBytes, encodeDomainFrame, equalBytes, CALL_ROLES, joinParts, valueFits, formatType, POINTER, boundOfShape, transferSize, sliceTransfer, chunkHeader, validateHead, TransferBuffer, typeOfValue, boundOfValue, visitPointers, CORE_TAGS, bytesOf } from '@syft-libs/ast';
import { readFile, open, rename, mkdir, chmod, readdir, rm, realpath, unlink, stat } from 'fs/promises';
import { join, resolve, dirname, isAbsolute, extname } from 'path';
import { js } from '@syft-libs/js';
import { randomBytes, createHash, timingSafeEqual, createPublicKey, createPrivateKey } from 'crypto';
import { pipeline } from 'stream/promises';
import { parse, CsvError } from 'csv-parse';
import { createReadStream, constants } from 'fs';
import { Readable } from 'stream';
import { fileURLToPath } from 'url';
import { text } from 'stream/consumers';
import { createServer as createServer$2, connect } from 'net';
import { tmpdir } from 'os';
import { createServer } from 'http';
import { createServer as createServer$1 } from 'https';
import { WebSocketServer } from 'ws';
import { Worker } from 'worker_threads';
import { isPromise } from 'util/types';

// src/accepted-packages.ts
var FILE = "allowlist.lock";
async function readLock(dataDir) {
  let text2;
  try {
    text2 = await readFile(join(dataDir, FILE), "utf8");
  } catch (cause) {
    if (cause.code === "ENOENT") return void 0;
    throw new SyftError("BAD_CONFIG", `cannot read ${FILE}`, { cause });
  }
  try {
    const lock = JSON.parse(text2);
    if (lock.lock === 1 && typeof lock.packages === "object" && Array.isArray(lock.denied)) return lock;
  } catch {
  }
  throw new SyftError("BAD_CONFIG", `cannot read ${FILE}: it is damaged; restore it from a backup`);
}
async function writeLock(dataDir, lock) {
  const file = join(dataDir, FILE);
  const handle = await open(`${file}.tmp`, "w", 384);
  try {
    await handle.writeFile(`${JSON.stringify(lock, null, 2)}
`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.tmp`, file);
}
function lockPackage(support, manifest) {
  const libraries = support.surfaces.map(({ root, version, digest }) => [root, { version, digest }]);
  const entries = manifest.libraries.flatMap(
    (library) => allowedMembers(library).map((member) => [member.path, joinSignatures(member.signatures.map(signatureText))])
  );
  return { libraries: Object.fromEntries(libraries), entries: Object.fromEntries(entries) };
}
function compareLock(name, locked, current) {
  if (locked === void 0) return { package: name, isNew: true, added: Object.keys(current.entries), removed: [], changed: [] };
  const added = Object.keys(current.entries).filter((path) => !Object.hasOwn(locked.entries, path));
  const removed = Object.keys(locked.entries).filter((path) => !Object.hasOwn(current.entries, path));
  const changed = Object.keys(current.entries).filter(
    (path) => Object.hasOwn(locked.entries, path) && locked.entries[path] !== current.entries[path]
  );
  const same = JSON.stringify(locked.libraries) === JSON.stringify(current.libraries);
  return same && added.length + removed.length + changed.length === 0 ? void 0 : { package: name, isNew: false, added, removed, changed };
}

// src/accepted-packages.ts
async function checkPackages(dataDir, supports) {
  const names = supports.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== void 0) throw new SyftError("BAD_CONFIG", `cannot open domain: ${twice} is given twice`);
  if (dataDir === void 0) return { accepted: supports, pending: [], denied: [] };
  const lock = await readLock(dataDir);
  if (lock === void 0) {
    await acceptPackages(dataDir, supports);
    return { accepted: supports, pending: [], denied: [] };
  }
  const accepted = [];
  const pending = [];
  for (const support of supports) {
    const difference = compareLock(
      support.name,
      lock.packages[support.name],
      lockPackage(support, parseManifest(await support.manifest()))
    );
    if (difference === void 0) accepted.push(support);
    else pending.push(difference);
  }
  return { accepted, pending, denied: lock.denied };
}
async function acceptPackages(dataDir, supports) {
  const before = await readLock(dataDir);
  const packages = { ...before?.packages };
  for (const support of supports) packages[support.name] = lockPackage(support, parseManifest(await support.manifest()));
  const lock = { lock: 1, packages, denied: before?.denied ?? [] };
  await writeLock(dataDir, lock);
  return lock;
}

// src/table/column-kinds.ts
var float = (dtype, largest) => ({
  dtype,
  numeric: true,
  whole: false,
  range: [-largest, largest],
  absent: Number.NaN
});
var whole = (dtype, lowest, highest) => ({
  dtype,
  numeric: true,
  whole: true,
  range: [lowest, highest],
  absent: 0
});
var COLUMN_KINDS = {
  float64: float("float64", Number.MAX_VALUE),
  float32: float("float32", (2 - 2 ** -23) * 2 ** 127),
  int32: whole("int32", -2147483648, 2 ** 31 - 1),
  int16: whole("int16", -32768, 2 ** 15 - 1),
  int8: whole("int8", -128, 127),
  uint32: whole("uint32", 0, 2 ** 32 - 1),
  uint16: whole("uint16", 0, 2 ** 16 - 1),
  uint8: whole("uint8", 0, 255),
  boolean: { dtype: "uint8", numeric: false, whole: true, range: [0, 1], absent: 0 },
  category: { dtype: "int32", numeric: false, whole: true, range: [0, 2 ** 31 - 1], absent: -1 }
};
function isColumnKind(value) {
  return typeof value === "string" && Object.hasOwn(COLUMN_KINDS, value);
}
function mayBeMissing(schema) {
  return schema.missing.length > 0;
}

// src/table/column-builder.ts
var CHUNK_ROWS = 65536;
function sharedArray(kind, length) {
  const Elements = typedArrayOf(COLUMN_KINDS[kind].dtype);
  if (Elements === void 0) throw new SyftError("UNSUPPORTED", `cannot make column: this engine has no ${kind}`);
  return new Elements(new SharedArrayBuffer(length * Elements.BYTES_PER_ELEMENT));
}
var ColumnBuilder = class {
  #schema;
  #absent;
  #data = [];
  #missing = [];
  #length = 0;
  #missingCount = 0;
  constructor(schema) {
    this.#schema = schema;
    this.#absent = COLUMN_KINDS[schema.kind].absent;
  }
  /** Adds a cell; `undefined` is a missing one. */
  push(value) {
    const chunk = Math.floor(this.#length / CHUNK_ROWS);
    const at = this.#length++ % CHUNK_ROWS;
    if (at === 0) {
      this.#data.push(sharedArray(this.#schema.kind, CHUNK_ROWS));
      this.#missing.push(new Uint8Array(CHUNK_ROWS));
    }
    this.#data[chunk][at] = value ?? this.#absent;
    if (value !== void 0) return;
    this.#missing[chunk][at] = 1;
    this.#missingCount++;
  }
  /** The column in shared memory of exactly its size. The builder is empty afterwards. */
  finish() {
    const data = sharedArray(this.#schema.kind, this.#length);
    joinChunks(this.#data, data);
    if (this.#missingCount === 0) return Object.freeze({ schema: this.#schema, data });
    const missing = new Uint8Array(new SharedArrayBuffer(this.#length));
    joinChunks(this.#missing, missing);
    return Object.freeze({ schema: this.#schema, data, missing });
  }
};
function joinChunks(chunks, target) {
  for (let start = 0; chunks.length > 0; start += CHUNK_ROWS) {
    const chunk = chunks.shift();
    target.set(chunk.subarray(0, target.length - start), start);
  }
}

// src/table/complete-cases.ts
function completeCases(table, columns) {
  if (columns.length === 0) throw new SyftError("BAD_ARGUMENT", "cannot select columns: none is named");
  const selected = columns.map((name) => selectable(table, name));
  const masks = selected.flatMap(({ missing }) => missing === void 0 ? [] : [missing]);
  const rows = masks.length === 0 ? void 0 : completeRows(masks, table.rowCount);
  return { columns: selected.map((column) => pickRows(column, rows)) };
}
function selectable(table, name) {
  const column = table.columns.get(name);
  if (column === void 0) throw new SyftError("BAD_ARGUMENT", "cannot select columns: no such column");
  if (column.schema.kind === "category") {
    throw new SyftError("BAD_ARGUMENT", `cannot select columns: ${JSON.stringify(name)} is a category, and those have no numbers yet`);
  }
  return column;
}
function completeRows(masks, rowCount) {
  const rows = new Uint32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row++) {
    if (masks.every((mask) => mask[row] === 0)) rows[count++] = row;
  }
  return rows.subarray(0, count);
}
function pickRows({ schema, data }, rows) {
  const source = data;
  const picked = sharedArray(schema.kind, rows?.length ?? source.length);
  if (rows === void 0) picked.set(source);
  else for (let index = 0; index < rows.length; index++) picked[index] = source[rows[index]];
  return picked;
}

// src/table/describe-table.ts
var FINEST_STEP = 10;
var HIDDEN_ROWS = 1e3;
function describeColumns({ schema }) {
  return Object.entries(schema.columns).map(([name, column]) => ({
    name,
    type: column.kind,
    ...column.unit === void 0 ? {} : { unit: column.unit },
    ...column.bounds === void 0 ? {} : { bounds: column.bounds },
    ...column.categories === void 0 ? {} : { categories: column.categories },
    mayBeMissing: mayBeMissing(column)
  }));
}
function shownRows(table) {
  const { rows } = table.schema;
  return { shown: rows, count: rows === "hidden" ? null : rowBound(table) };
}
function rowBound({ schema, rowCount }) {
  if (schema.rows === "exact") return rowCount;
  if (schema.rows === "rounded") {
    const step = Math.max(FINEST_STEP, 10 ** (String(rowCount).length - 2));
    return Math.max(step, Math.ceil(rowCount / step) * step);
  }
  let bound = HIDDEN_ROWS;
  while (bound < rowCount) bound *= 10;
  return bound;
}
var ROW_DISPLAYS = ["exact", "rounded", "hidden"];
var COLUMN_KEYS = ["kind", "unit", "bounds", "missing", "categories"];
var LONGEST_NAME = 256;
function defineTable(definition) {
  return parseTableSchema(definition);
}
function parseTableSchema(value) {
  const problems = [];
  const definition = isRecord(value) ? value : {};
  if (definition !== value) problems.push("table: expected an object");
  for (const key of unknownKeys(definition, ["subject", "rows", "columns"])) problems.push(`${key}: unknown key`);
  const { subject, rows = "rounded" } = definition;
  if (!ROW_DISPLAYS.includes(rows)) problems.push("rows: expected exact, rounded or hidden");
  const columns = parseColumns(definition["columns"], problems);
  problems.push(...subjectProblems(subject, columns));
  if (problems.length > 0) {
    throw new SyftError(
      "BAD_CONFIG",
      `cannot define table: ${problems.length} problem(s)
${problems.map((line) => `  ${line}`).join("\n")}`
    );
  }
  return Object.freeze({ subject, rows, columns: Object.freeze(Object.fromEntries(columns)) });
}
function unknownKeys(record, known) {
  return Object.keys(record).filter((key) => !known.includes(key));
}
function parseColumns(value, problems) {
  const entries = isRecord(value) ? Object.entries(value) : [];
  if (entries.length === 0) problems.push("columns: expected an object with at least one column");
  const columns = /* @__PURE__ */ new Map();
  for (const [name, column] of entries) {
    const place = `columns[${JSON.stringify(name)}]`;
    const found = [...nameProblems(name), ...columnProblems(column)];
    problems.push(...found.map((reason) => `${place}${reason}`));
    if (found.length === 0) columns.set(name, freezeColumn(column));
  }
  return columns;
}
function nameProblems(name) {
  if (name === "" || name.length > LONGEST_NAME) return [`: a name has 1 to ${LONGEST_NAME} characters`];
  if (!name.isWellFormed() || new RegExp("\\p{Cc}|\\p{Bidi_Control}", "u").test(name)) return [": a name has no control characters"];
  if (name !== name.trim()) return [": a name neither begins nor ends with a space"];
  return name === "__proto__" ? [": the name is reserved"] : [];
}
function columnProblems(column) {
  if (!isRecord(column) || !isColumnKind(column["kind"])) return [": expected a column, such as float64()"];
  const problems = unknownKeys(column, COLUMN_KEYS).map((key) => `.${key}: unknown key`);
  const { kind, unit, bounds, missing, categories } = column;
  const { numeric } = COLUMN_KINDS[kind];
  if (unit !== void 0 && (!numeric || typeof unit !== "string" || unit === "")) problems.push(".unit: a text, on a column of numbers");
  if (bounds !== void 0) problems.push(...boundsProblems(bounds, column));
  if (!isTextList(missing)) problems.push(".missing: expected different texts");
  if (kind === "category") {
    if (!isTextList(categories) || categories.length === 0) problems.push(".categories: expected at least one text, all different");
    else if (isTextList(missing) && missing.some((text2) => categories.includes(text2))) problems.push(".missing: names a category");
  } else if (categories !== void 0) problems.push(".categories: only a category has them");
  return problems;
}
function isTextList(value) {
  if (!Array.isArray(value) || new Set(value).size !== value.length) return false;
  return value.every((text2) => typeof text2 === "string" && text2.isWellFormed());
}
function boundsProblems(bounds, { kind }) {
  const { numeric, whole: whole2, range } = COLUMN_KINDS[kind];
  if (!numeric) return [".bounds: only a column of numbers has them"];
  if (!Array.isArray(bounds) || bounds.length !== 2 || !bounds.every((bound) => Number.isFinite(bound))) {
    return [".bounds: expected two finite numbers"];
  }
  const [lowest, highest] = bounds;
  const problems = [];
  if (lowest > highest) problems.push(".bounds: the lower one comes first");
  if (whole2 && !bounds.every((bound) => Number.isInteger(bound))) problems.push(".bounds: expected whole numbers");
  if (bounds.some((bound) => bound < range[0] || bound > range[1])) problems.push(`.bounds: outside the range of ${kind}`);
  return problems;
}
function subjectProblems(subject, columns) {
  if (subject === "row") return [];
  const column = typeof subject === "string" ? columns.get(subject) : void 0;
  if (column === void 0) return ['subject: expected "row", or the name of a valid column'];
  const problems = [];
  if (!COLUMN_KINDS[column.kind].whole || column.kind === "boolean") problems.push("subject: the column holds whole numbers or categories");
  if (column.missing.length > 0) problems.push("subject: the column has no missing values");
  return problems;
}
function freezeColumn({ kind, unit, bounds, missing, categories }) {
  return Object.freeze({
    kind,
    ...unit === void 0 ? {} : { unit },
    ...bounds === void 0 ? {} : { bounds: Object.freeze([...bounds]) },
    missing: Object.freeze([...missing]),
    ...categories === void 0 ? {} : { categories: Object.freeze([...categories]) }
  });
}

// src/table/encode-table.ts
var FORMAT = 1;
var STORED = resolveLimits({ arrayBytes: Infinity, stringBytes: Infinity, valueCount: Infinity });
function encodeTable({ schema, rowCount, columns }, context) {
  const data = Array.from(columns.values(), (column) => column.data);
  const missing = Array.from(columns.values(), (column) => column.missing ?? null);
  return encodeValue({ format: FORMAT, schema: JSON.stringify(schema), rowCount, data, missing }, context, 0);
}
function decodeTable(encoded, context) {
  try {
    return readTable(decodeValue(encoded, context, STORED));
  } catch (cause) {
    throw new SyftError("CORRUPT", "cannot read stored table: it is not one", { cause });
  }
}
function readTable(value) {
  const { format, schema: text2, rowCount, data, missing } = isRecord(value) ? value : {};
  if (format !== FORMAT || !Number.isSafeInteger(rowCount) || !Array.isArray(data) || !Array.isArray(missing)) throw unfit("its layout");
  const schema = parseTableSchema(JSON.parse(String(text2)));
  const entries = Object.entries(schema.columns);
  if (data.length !== entries.length || missing.length !== entries.length) throw unfit("its columns");
  const columns = entries.map(([name, column], index) => {
    return [name, readColumn(column, { data: data[index], missing: missing[index], rowCount })];
  });
  return Object.freeze({ schema, rowCount, columns: new Map(columns) });
}
function readColumn(schema, stored) {
  if (dtypeOfTypedArray(stored.data) !== COLUMN_KINDS[schema.kind].dtype) throw unfit("a column");
  const data = shareArray(schema.kind, stored.data);
  if (data.length !== stored.rowCount) throw unfit("a column");
  if (stored.missing === null) return Object.freeze({ schema, data });
  if (dtypeOfTypedArray(stored.missing) !== "uint8") throw unfit("a mask");
  const missing = shareArray("uint8", stored.missing);
  if (missing.length !== stored.rowCount) throw unfit("a mask");
  return Object.freeze({ schema, data, missing });
}
function shareArray(kind, array) {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const shared = sharedArray(kind, array.length);
  shared.set(array);
  return shared;
}
function unfit(what) {
  return new SyftError("CORRUPT", `cannot read stored table: ${what} does not fit`);
}

// src/dataset/dataset-catalogue.ts
var CACHED_SELECTIONS = 32;
var DatasetCatalogue = class _DatasetCatalogue {
  #store;
  #environment;
  #serde;
  #datasets = /* @__PURE__ */ new Map();
  #sources = /* @__PURE__ */ new Map();
  #selections = /* @__PURE__ */ new Map();
  constructor(store, environment, serde) {
    this.#store = store;
    this.#environment = environment;
    this.#serde = serde;
  }
  static async open(store, environment, serde) {
    const catalogue = new _DatasetCatalogue(store, environment, serde);
    for (const [name, value] of await store.scan("datasets")) {
      const { description, added, blob, mockBlob } = JSON.parse(value);
      const table = await catalogue.#readTable(name, blob);
      const mock = mockBlob === null ? void 0 : await catalogue.#readTable(name, mockBlob);
      catalogue.#datasets.set(name, { name, description, table, mock, added });
    }
    return catalogue;
  }
  list() {
    return [...this.#datasets.values()];
  }
  get(name) {
    return this.#datasets.get(name);
  }
  /** Stores a dataset; it is durable when the promise resolves. Throws `EXISTS` or `BAD_ARGUMENT`. */
  async add(name, table, { description = "", mock } = {}) {
    if (!isPath(name) || name.includes("."))
      throw new SyftError("BAD_ARGUMENT", "cannot add dataset: its name is letters, digits and underscores");
    if (mock !== void 0 && JSON.stringify(mock.schema.columns) !== JSON.stringify(table.schema.columns)) {
      throw new SyftError("BAD_ARGUMENT", "cannot add dataset: its mock was made from another schema");
    }
    if (this.#datasets.has(name)) throw new SyftError("EXISTS", `cannot add dataset: there is one named ${name}`);
    const added = this.#environment.now();
    const blob = `dataset-${name}-${added}`;
    const stored = { description, added, blob, mockBlob: mock === void 0 ? null : `${blob}-mock` };
    await this.#store.putBlob(blob, [toBytes(encodeTable(table, this.#serde))]);
    if (mock !== void 0) await this.#store.putBlob(`${blob}-mock`, [toBytes(encodeTable(mock, this.#serde))]);
    await this.#store.commit(
      [{ kind: "put", table: "datasets", key: name, value: JSON.stringify(stored) }],
      [{ at: added, kind: "dataset", detail: { name, columns: [...table.columns.keys()], rows: table.rowCount } }]
    );
    const dataset = { name, description, table, mock, added };
    this.#datasets.set(name, dataset);
    return dataset;
  }
  /** What a person sees: the datasets of which they may use columns, those columns, nothing more. */
  describeFor(person, grants) {
    return this.list().flatMap((dataset) => {
      const columns = grants.columnsFor(person, dataset.name);
      if (columns === void 0) return [];
      const inForce = grants.inForce(person, dataset.name);
      const ends = inForce.map(({ until: until2 }) => until2 ?? Number.POSITIVE_INFINITY);
      const until = Math.max(...ends);
      return [
        {
          ...describe(dataset, columns),
          until: Number.isFinite(until) ? until : null,
          purpose: inForce.map(({ purpose }) => purpose).filter(Boolean).join("; ")
        }
      ];
    });
  }
  /** Everything, as its owner sees it. */
  describeAll() {
    return this.list().map((dataset) => ({ ...describe(dataset, void 0), until: null, purpose: "" }));
  }
  /** A public upper bound on a selection's rows. */
  rowBound(dataset, mock) {
    return mock && dataset.mock !== void 0 ? dataset.mock.rowCount : rowBound(dataset.table);
  }
  /** Throws `NOT_FOUND` without a mock, `BAD_ARGUMENT` for a column that is no operand yet. */
  assertSelectable(dataset, columns, mock) {
    const table = mock ? dataset.mock : dataset.table;
    if (table === void 0) throw new SyftError("NOT_FOUND", "cannot select from mock: the dataset has none");
    for (const name of columns) {
      const column = table.columns.get(name);
      if (column === void 0) throw new SyftError("NOT_FOUND", "cannot find dataset: none of that name that you may use");
      if (column.schema.kind === "category") throw new SyftError("BAD_ARGUMENT", `cannot select ${name}: a category is no operand`);
    }
  }
  /** One source an equal selection, so that objects can share it. */
  sourceOf(dataset, columns) {
    const key = JSON.stringify([dataset, ...columns]);
    const source = this.#sources.get(key) ?? Object.freeze({ dataset, columns: Object.freeze([...columns]) });
    this.#sources.set(key, source);
    return source;
  }
  /** One column of a selection of complete cases, its memory shared with whoever else has selected it. */
  encodeColumn({
    dataset,
    columns,
    column,
    mock
  }) {
    const found = this.#datasets.get(dataset);
    const table = mock ? found?.mock : found?.table;
    if (table === void 0) throw new SyftError("LOST", "cannot load column: its dataset is gone");
    const key = JSON.stringify([dataset, mock, ...columns]);
    let selection = this.#selections.get(key);
    this.#selections.delete(key);
    selection ??= completeCases(table, columns).columns;
    this.#selections.set(key, selection);
    if (this.#selections.size > CACHED_SELECTIONS) this.#selections.delete(this.#selections.keys().next().value);
    return encodeValue(columnOf(selection[column]), this.#serde);
  }
  async #readTable(name, blob) {
    const bytes = await this.#store.getBlob(blob);
    if (bytes === void 0) throw new SyftError("CORRUPT", `cannot open dataset ${name}: its file is missing`);
    return decodeTable(fromBytes(bytes), this.#serde);
  }
};
function describe(dataset, columns) {
  const { schema } = dataset.table;
  return {
    name: dataset.name,
    description: dataset.description,
    subject: schema.subject,
    columns: describeColumns(dataset.table).filter(({ name }) => columns === void 0 || columns.has(name)),
    rows: shownRows(dataset.table),
    mockRows: dataset.mock?.rowCount ?? null
  };
}
var SYSTEM_ENVIRONMENT = {
  now: () => Date.now(),
  randomBytes: (length) => Uint8Array.from(randomBytes(length))
};
async function grantColumns(core, options) {
  const person = core.people.find(typeof options.to === "string" ? options.to : options.to.id);
  const dataset = core.datasets.get(options.dataset);
  if (dataset === void 0) throw new SyftError("NOT_FOUND", `cannot grant: no dataset is named ${options.dataset}`);
  const columns = options.columns ?? [...dataset.table.columns.keys()];
  const unknown = columns.filter((column) => !dataset.table.columns.has(column));
  if (unknown.length > 0 || columns.length === 0)
    throw new SyftError("BAD_ARGUMENT", `cannot grant: ${dataset.name} has no column ${unknown.join(", ")}`);
  const until = options.until === void 0 ? null : parseTime(options.until);
  if (until !== null && until <= core.environment.now()) throw new SyftError("BAD_ARGUMENT", "cannot grant: its end is in the past");
  return core.grants.add({
    person: person.id,
    dataset: dataset.name,
    columns: [...new Set(columns)],
    until,
    purpose: options.purpose ?? ""
  });
}
function parseTime(time) {
  const text2 = typeof time === "string" && /^\d{4}-\d{2}-\d{2}$/.test(time) ? `${time}T23:59:59.999Z` : time;
  const at = new Date(text2).getTime();
  if (Number.isNaN(at)) throw new SyftError("BAD_ARGUMENT", "cannot read time: expected a date such as 2027-06-30");
  return at;
}
var { GrantRecord } = messages;
var GrantBook = class _GrantBook {
  #options;
  #grants = /* @__PURE__ */ new Map();
  #epoch = { ends: 0 };
  constructor(options) {
    this.#options = options;
  }
  /** Reads the grants; one whose signature does not verify is `CORRUPT`. */
  static async open(options) {
    const book = new _GrantBook(options);
    for (const [id, value] of await options.store.scan("grants")) {
      const { record, signature } = JSON.parse(value);
      const bytes = fromHex(record);
      if (!await verify(options.owner.publicKey, "grant", bytes, fromHex(signature))) {
        throw new SyftError("CORRUPT", `cannot read grant ${id}: its signature is not the owner\u2019s`);
      }
      book.#grants.set(id, readGrant(bytes));
    }
    return book;
  }
  /** An object that stays the same for as long as no grant is added, ended or past its date. */
  get epoch() {
    if (this.#options.environment.now() >= this.#epoch.ends) this.#renew();
    return this.#epoch;
  }
  #renew() {
    const now = this.#options.environment.now();
    const ends = this.list().map(({ until }) => until ?? Number.POSITIVE_INFINITY);
    this.#epoch = { ends: Math.min(Number.POSITIVE_INFINITY, ...ends.filter((end) => end > now)) };
  }
  list() {
    return [...this.#grants.values()];
  }
  /** Signs and keeps a grant; in force when the promise resolves. */
  async add(grant) {
    const { store, environment, owner, domain } = this.#options;
    const full = { ...grant, id: `g-${toHex(environment.randomBytes(8))}`, issued: environment.now() };
    const record = GrantRecord.encode({
      domain,
      id: full.id,
      person: full.person,
      dataset: full.dataset,
      columns: [...full.columns],
      until: full.until ?? 0,
      purpose: full.purpose,
      issued: full.issued
    }).finish();
    const stored = { record: toHex(record), signature: toHex(await sign(owner, "grant", record)) };
    await store.commit(
      [{ kind: "put", table: "grants", key: full.id, value: JSON.stringify(stored) }],
      [{ at: full.issued, kind: "grant", detail: { ...full } }]
    );
    this.#grants.set(full.id, full);
    this.#renew();
    return full;
  }
  /** Ends grants: one by its id, or all of a person on a dataset. In force for the very next action. Throws `NOT_FOUND`. */
  async revoke(which) {
    const ended2 = this.list().filter(
      (grant) => typeof which === "string" ? grant.id === which : grant.person === which.person && grant.dataset === which.dataset
    );
    if (ended2.length === 0) throw new SyftError("NOT_FOUND", "cannot revoke grant: there is none");
    for (const { id } of ended2) this.#grants.delete(id);
    this.#renew();
    await this.#options.store.commit(
      ended2.map(({ id }) => ({ kind: "delete", table: "grants", key: id })),
      ended2.map(({ id, person, dataset }) => ({ at: this.#options.environment.now(), kind: "revoke", detail: { id, person, dataset } }))
    );
    return ended2;
  }
  /** The columns of a dataset that a person may use now, or `undefined` when for them it does not exist. */
  columnsFor(person, dataset) {
    const now = this.#options.environment.now();
    let columns;
    for (const grant of this.#grants.values()) {
      if (grant.person !== person || grant.dataset !== dataset || grant.until !== null && grant.until <= now) continue;
      columns ??= /* @__PURE__ */ new Set();
      for (const column of grant.columns) columns.add(column);
    }
    return columns;
  }
  /** A person's grants in force on a dataset. */
  inForce(person, dataset) {
    const now = this.#options.environment.now();
    return this.list().filter(
      (grant) => grant.person === person && grant.dataset === dataset && (grant.until === null || grant.until > now)
    );
  }
};
function readGrant(bytes) {
  const { id, person, dataset, columns, until, purpose, issued } = GrantRecord.decode(bytes);
  return { id, person, dataset, columns: [...columns], until: until === 0 ? null : until, purpose, issued };
}
async function openKeys(dataDir, environment) {
  await mkdir(dataDir, { recursive: true, mode: 448 });
  return { owner: await openKey(join(dataDir, "owner.key"), environment), domain: await openKey(join(dataDir, "domain.key"), environment) };
}
async function createKeys(environment) {
  return { owner: await toSigningKey(makeKey(environment)), domain: await toSigningKey(makeKey(environment)) };
}
var PKCS8_HEADER = Buffer.from("302e020100300506032b657004220420", "hex");
function makeKey(environment) {
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEADER, environment.randomBytes(32)]), format: "der", type: "pkcs8" });
}
async function openKey(file, environment) {
  const pem = await readFile(file, "utf8").catch((cause) => {
    if (cause.code === "ENOENT") return void 0;
    throw new SyftError("BAD_CONFIG", `cannot read key file ${file}: ${cause.code ?? "unknown reason"}`, { cause });
  });
  if (pem !== void 0) return readKey(file, pem);
  const privateKey = makeKey(environment);
  const handle = await open(file, "wx", 384);
  try {
    await handle.writeFile(privateKey.export({ format: "pem", type: "pkcs8" }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  return toSigningKey(privateKey);
}
async function readKey(file, pem) {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === "ed25519") return await toSigningKey(key);
  } catch (cause) {
    throw new SyftError("BAD_CONFIG", `cannot read key file ${file}: not a PKCS#8 private key`, { cause });
  }
  throw new SyftError("BAD_CONFIG", `cannot read key file ${file}: not an Ed25519 key`);
}
async function toSigningKey(key) {
  const pkcs8 = Uint8Array.from(key.export({ format: "der", type: "pkcs8" }));
  const { x } = createPublicKey(key).export({ format: "jwk" });
  return {
    publicKey: Uint8Array.from(Buffer.from(x, "base64url")),
    privateKey: await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", false, ["sign"])
  };
}
var WEEK = 7 * 24 * 60 * 60 * 1e3;
var NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@'-]{0,99}$/u;
var People = class _People {
  #store;
  #environment;
  #byId = /* @__PURE__ */ new Map();
  #byKey = /* @__PURE__ */ new Map();
  #invitations = /* @__PURE__ */ new Map();
  constructor(store, environment) {
    this.#store = store;
    this.#environment = environment;
  }
  static async open(store, environment) {
    const people = new _People(store, environment);
    for (const [, value] of await store.scan("people")) people.#remember(JSON.parse(value));
    for (const [id, value] of await store.scan("invitations")) people.#invitations.set(id, JSON.parse(value));
    return people;
  }
  list() {
    return [...this.#byId.values()];
  }
  /** By id or by name. Throws `NOT_FOUND`. */
  find(idOrName) {
    const person = this.#byId.get(idOrName) ?? this.list().find(({ name }) => name === idOrName);
    if (person === void 0) throw new SyftError("NOT_FOUND", "cannot find person: nobody of that name or id");
    return person;
  }
  byKey(key) {
    return this.#byKey.get(key);
  }
  /** Adds a person and gives the invitation to hand over, once. Throws `EXISTS` or `BAD_ARGUMENT`. */
  async invite(options, domain) {
    if (!NAME.test(options.name)) throw new SyftError("BAD_ARGUMENT", "cannot invite: a name has 1 to 100 letters, digits or spaces");
    const known = this.list().find(({ name }) => name === options.name);
    if (known !== void 0 && known.key !== null) throw new SyftError("EXISTS", "cannot invite: somebody of that name is here already");
    const now = this.#environment.now();
    const person = known ?? {
      id: `p-${toHex(this.#environment.randomBytes(8))}`,
      name: options.name,
      role: "scientist",
      key: null,
      invited: now
    };
    const id = toHex(this.#environment.randomBytes(8));
    const secret = this.#environment.randomBytes(32);
    const stored = { person: person.id, secretHash: hash(secret), until: options.until ?? now + WEEK };
    const stale = [...this.#invitations].filter(([, { person: owner }]) => owner === person.id).map(([old]) => old);
    await this.#store.commit(
      [
        put("people", person.id, person),
        put("invitations", id, stored),
        ...stale.map((key) => ({ kind: "delete", table: "invitations", key }))
      ],
      [{ at: now, kind: "invite", detail: { person: person.id, name: person.name, until: stored.until } }]
    );
    for (const old of stale) this.#invitations.delete(old);
    this.#remember(person);
    this.#invitations.set(id, stored);
    return { person, invitation: formatInvitation({ id, secret, domainKey: domain.key, domainName: domain.name }) };
  }
  /** Spends an invitation on a key. Throws `NOT_AUTHENTICATED`, in the same words for whatever is wrong. */
  async redeem(invitation, secret, key) {
    assertPublicKey(key);
    const stored = this.#invitations.get(invitation);
    const matches = stored !== void 0 && timingSafeEqual(fromHex(stored.secretHash), fromHex(hash(secret)));
    if (!matches || stored.until < this.#environment.now() || this.#byKey.has(toHex(key))) {
      throw new SyftError("NOT_AUTHENTICATED", "cannot enrol: the invitation is unknown, spent or past its date");
    }
    this.#invitations.delete(invitation);
    const person = { ...this.find(stored.person), key: toHex(key) };
    this.#remember(person);
    await this.#store.commit(
      [put("people", person.id, person), { kind: "delete", table: "invitations", key: invitation }],
      [{ at: this.#environment.now(), kind: "enrol", detail: { person: person.id, key: toHex(key) } }]
    );
    return person;
  }
  /** Ends a person's access. Their key is forgotten; what the audit says of them stays. */
  async remove(idOrName) {
    const person = this.find(idOrName);
    this.#byId.delete(person.id);
    if (person.key !== null) this.#byKey.delete(person.key);
    const invitations = [...this.#invitations].filter(([, { person: owner }]) => owner === person.id).map(([id]) => id);
    for (const id of invitations) this.#invitations.delete(id);
    await this.#store.commit(
      [
        { kind: "delete", table: "people", key: person.id },
        ...invitations.map((key) => ({ kind: "delete", table: "invitations", key }))
      ],
      [{ at: this.#environment.now(), kind: "remove-person", detail: { person: person.id, name: person.name } }]
    );
    return person;
  }
  #remember(person) {
    this.#byId.set(person.id, person);
    if (person.key !== null) this.#byKey.set(person.key, person);
  }
};
function put(table, key, value) {
  return { kind: "put", table, key, value: JSON.stringify(value) };
}
function hash(secret) {
  return createHash("sha256").update(secret).digest("hex");
}

// src/identity/remove-person.ts
async function removePerson(core, idOrName) {
  const person = core.people.find(idOrName);
  for (const session of core.sessions.openOf(person.id)) session.disconnect?.();
  for (const grant of core.grants.list()) if (grant.person === person.id) await core.grants.revoke(grant.id);
  return core.people.remove(person.id);
}
var verdicts = /* @__PURE__ */ new WeakMap();
function mayUse(person, { sources }, grants) {
  if (sources.length === 0) return true;
  const { epoch } = grants;
  const byPerson = verdicts.get(sources) ?? /* @__PURE__ */ new Map();
  verdicts.set(sources, byPerson);
  const known = byPerson.get(person);
  if (known?.epoch === epoch) return known.allowed;
  const allowed = sources.every(({ dataset, columns }) => {
    const granted = grants.columnsFor(person, dataset);
    return granted !== void 0 && columns.every((column) => granted.has(column));
  });
  byPerson.set(person, { allowed, epoch });
  return allowed;
}
function notFound(what = "object") {
  return new SyftError("NOT_FOUND", `cannot find ${what}: none of that name that you may use`);
}
function summarizeSupplied(step, value) {
  const elements = elementsOf(value);
  if (elements === void 0) return void 0;
  const nonZero = elements.reduce((count, element) => count + (isZero(element) ? 0 : 1), 0);
  return {
    step,
    shape: shapeOf(value),
    elements: elements.length,
    distinct: new Set(elements).size,
    nonZeroShare: elements.length === 0 ? 0 : nonZero / elements.length
  };
}
function elementsOf(value) {
  if (typeof value !== "object" || value === null) return void 0;
  if (dtypeOfTypedArray(value) !== void 0) return Array.from(value);
  const { data } = value;
  if (data !== void 0) return elementsOf(data);
  if (Array.isArray(value)) return value.flat(32);
  if (value instanceof Map || value instanceof Set) return [...value.values()];
  return Object.values(value);
}
function shapeOf(value) {
  if (typeof value !== "object" || value === null) return [];
  const { shape, length, size } = value;
  if (Array.isArray(shape)) return shape;
  if (Array.isArray(value)) return [value.length, ...Array.isArray(value[0]) ? shapeOf(value[0]) : []];
  return [typeof length === "number" ? length : typeof size === "number" ? size : Object.keys(value).length];
}
function isZero(element) {
  return element === 0 || element === 0n || element === false || element === null || element === void 0;
}

// src/provenance/render-steps.ts
var SHOWN_STEPS = 40;
var SHOWN_SUPPLIED = 20;
var SHOWN_TEXT = 40;
async function renderSteps(target, context) {
  const ordered = inOrder(target);
  const names = nameAll(ordered);
  const steps = [];
  const supplied = [];
  const inputs = /* @__PURE__ */ new Map();
  for (const object of ordered) {
    const name = names.get(object);
    const { origin } = object;
    if (origin.kind === "column") {
      const { dataset, columns, mock } = origin;
      inputs.set(JSON.stringify([dataset, mock, columns]), { dataset, columns, mock });
      steps.push({
        name,
        text: `${name} = ${dataset}.${columns[origin.column]}${mock ? " of the mock" : ""}, complete cases of ${columns.join(", ")}`
      });
    } else if (origin.kind === "upload") {
      const bytes = await context.blob(origin.blob);
      const summary = bytes && summarizeSupplied(name, decodeValue(fromBytes(bytes), context, context.limits));
      if (summary !== void 0) supplied.push(summary);
      steps.push({ name, text: `${name} = a value that the requester uploaded` });
    } else if (origin.kind === "call") {
      const operands = origin.operands.map((head) => decodeValue({ head, parts: [] }, context, context.limits));
      for (const operand of operands) {
        const summary = isPointer(operand) ? void 0 : summarizeSupplied(name, operand);
        if (summary !== void 0 && summary.elements > 0 && !holdsPointers(operand)) supplied.push(summary);
      }
      const nameOf2 = (pointer) => nameOfPointer(pointer, object, names);
      const [receiver, ...rest] = operands.map((operand) => textOf(operand, nameOf2));
      const { path } = origin.entry;
      const isMember = origin.entry.receiver !== void 0;
      const last = path.slice(path.lastIndexOf(".") + 1);
      const call = isMember ? `${receiver}.${last}${origin.entry.kind === "property" ? "" : `(${rest.join(", ")})`}` : `${path}(${[receiver, ...rest].filter((text2) => text2 !== void 0).join(", ")})`;
      steps.push({ name, text: `${name} = ${call}` });
    }
  }
  return { steps: fold(steps), count: steps.length, inputs: [...inputs.values()], supplied: supplied.slice(0, SHOWN_SUPPLIED) };
}
function inOrder(target) {
  const ordered = /* @__PURE__ */ new Set();
  const stack = [target];
  for (let top = stack.at(-1); top !== void 0; top = stack.at(-1)) {
    const missing = top.origin.kind === "call" ? top.origin.inputs.filter((input) => !ordered.has(input)) : [];
    if (missing.length > 0 && !ordered.has(top)) stack.push(...missing);
    else {
      ordered.add(top);
      stack.pop();
    }
  }
  return [...ordered];
}
function nameAll(objects) {
  const names = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Set();
  let results = 0;
  let uploads = 0;
  for (const object of objects) {
    const { origin } = object;
    let name;
    if (origin.kind === "column") {
      const column = origin.columns[origin.column];
      name = taken.has(column) ? `${column}_${object.counter}` : column;
    } else name = origin.kind === "upload" ? `upload${++uploads}` : `s${++results}`;
    taken.add(name);
    names.set(object, name);
  }
  return names;
}
function nameOfPointer(pointer, object, names) {
  const { prefix = object.prefix, counter } = pointer[POINTER];
  const input = object.origin.kind === "call" ? object.origin.inputs.find((one) => one.prefix === prefix && one.counter === counter) : void 0;
  return (input && names.get(input)) ?? "?";
}
function textOf(value, nameOf2) {
  if (isPointer(value)) return nameOf2(value);
  if (typeof value === "string") return clip(JSON.stringify(value));
  if (typeof value === "bigint") return clip(`${value}n`);
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
  if (Array.isArray(value) && (value.length <= 4 || holdsPointers(value)))
    return `[${value.slice(0, 8).map((item) => textOf(item, nameOf2)).join(", ")}${value.length > 8 ? ", \u2026" : ""}]`;
  const summary = summarizeSupplied("", value);
  return `<${summary?.shape.join("\xD7") ?? ""} from the requester>`;
}
function clip(text2) {
  return text2.length > SHOWN_TEXT ? `${text2.slice(0, SHOWN_TEXT)}\u2026` : text2;
}
function holdsPointers(value) {
  return isPointer(value) || Array.isArray(value) && value.some(holdsPointers);
}
function fold(steps) {
  if (steps.length <= SHOWN_STEPS) return steps;
  const half = SHOWN_STEPS / 2;
  const hidden = steps.slice(half, steps.length - half);
  const calls = /* @__PURE__ */ new Map();
  for (const { text: text3 } of hidden) {
    const call = /= (.*?)\(/.exec(text3)?.[1]?.replace(/^s\d+\./, "") ?? "column";
    calls.set(call, (calls.get(call) ?? 0) + 1);
  }
  const most = [...calls].sort(([, left], [, right]) => right - left).slice(0, 5);
  const text2 = `\u2026 ${hidden.length} more steps: ${most.map(([call, count]) => `${call} \xD7 ${count}`).join(", ")}${calls.size > 5 ? ", \u2026" : ""}`;
  return [...steps.slice(0, half), { name: "\u2026", text: text2 }, ...steps.slice(-half)];
}
var GONE = { kind: "failure", code: "LOST", detail: "the object was deleted before its value was bound" };
async function computeOutcome(session, object) {
  try {
    return { kind: "value", value: await session.encode(object, { canonical: true }) };
  } catch (error) {
    const code = isSyftError(error) ? error.code : "INTERNAL";
    return { kind: "failure", code, detail: object.failure?.detail ?? (error instanceof Error ? error.message : "") };
  }
}
function serdeOf({
  registry,
  tags,
  limits
}) {
  return { registry, tags, limits };
}
function weighOutcome(value, core) {
  return countElements(decodeValue(value, core, core.limits));
}
function countElements(value) {
  if (typeof value !== "object" || value === null) return 1;
  if (ArrayBuffer.isView(value)) return value.length;
  const { data } = value;
  if (ArrayBuffer.isView(data)) return data.length;
  if (Array.isArray(data)) return sum(data);
  if (Array.isArray(value) || value instanceof Set) return sum(value);
  if (value instanceof Map) return sum([...value].flat());
  return isRecord(value) ? sum(Object.values(value)) : 1;
}
function sum(items) {
  let count = 0;
  for (const item of items) count += countElements(item);
  return count;
}
function bindOutcome(salt, outcome) {
  return createHash("sha256").update(salt).update(outcome).digest("hex");
}
function stateOf(request, now) {
  const { decision } = request;
  if (request.cancelled) return "cancelled";
  if (decision === null) return "pending";
  if (!decision.approve) return "denied";
  if (decision.uses !== null && request.usesTaken >= decision.uses) return "used-up";
  return decision.expires !== null && decision.expires <= now ? "expired" : "approved";
}
function infoOf(request, now) {
  const { id, object, type, reason, created, decision } = request;
  const approved = decision?.approve === true ? decision : null;
  return {
    id,
    object,
    type,
    reason,
    created,
    state: stateOf(request, now),
    expires: approved?.expires ?? null,
    usesLeft: approved === null || approved.uses === null ? null : Math.max(0, approved.uses - request.usesTaken)
  };
}

// src/request/request-book.ts
var { DecisionRecord } = messages;
var SALT_BYTES = 32;
var RequestBook = class {
  #requests = /* @__PURE__ */ new Map();
  #preparing = /* @__PURE__ */ new Map();
  #waiting = /* @__PURE__ */ new Map();
  #core;
  /** Reads the requests; those that were not prepared when the domain stopped are prepared again. */
  async open(core) {
    this.#core = core;
    for (const [id, value] of await core.store.scan("requests")) this.#requests.set(id, JSON.parse(value));
  }
  /** All, oldest first. */
  list() {
    return [...this.#requests.values()].sort((left, right) => left.created - right.created);
  }
  listFor(person) {
    const now = this.#open().environment.now();
    return this.list().filter((request) => request.person === person).map((request) => infoOf(request, now));
  }
  /** Throws `NOT_FOUND`, for another's and for none alike. */
  get(id, person) {
    const request = this.#requests.get(id);
    if (request === void 0 || person !== void 0 && request.person !== person) throw notFound("request");
    return request;
  }
  /** Whether a person has asked under this id before. */
  has(id, person) {
    return this.#requests.get(id)?.person === person;
  }
  /** The highest id under a prefix that a request has taken; 0 for none. */
  lastCounter(prefix) {
    return this.list().reduce((last, { id }) => id.startsWith(`${prefix}:`) ? Math.max(last, parseUid(id).counter) : last, 0);
  }
  /** Records a request; durable when it resolves. Its value is made and bound afterwards. */
  async ask(input) {
    const core = this.#open();
    const created = core.environment.now();
    const { id, type, reason, person } = input;
    const mine = this.list().filter((request2) => request2.person === person && stateOf(request2, created) === "pending");
    if (mine.length >= core.limits.openRequests) throw new SyftError("LIMIT", "cannot request: openRequests would be exceeded");
    const request = {
      id,
      object: input.object.uid,
      person,
      type,
      reason,
      created,
      prepared: null,
      decision: null,
      cancelled: false,
      usesTaken: 0
    };
    this.#requests.set(id, request);
    await core.store.commit([change(request)], [{ at: created, kind: "request", detail: { id, object: request.object, person, reason } }]);
    void this.prepare(id, input.object).catch((error) => core.log("cannot prepare request", { id, error }));
    return infoOf(request, created);
  }
  /** Makes and binds the value of a request, once; what an owner looks at is always prepared. */
  prepare(id, object) {
    let running = this.#preparing.get(id);
    if (running === void 0) {
      running = this.#prepare(this.get(id), object).finally(() => this.#preparing.delete(id));
      this.#preparing.set(id, running);
    }
    return running;
  }
  /** Waits for what is being prepared. */
  async close() {
    await Promise.allSettled(this.#preparing.values());
  }
  async #prepare(request, known) {
    if (request.prepared !== null) return;
    const core = this.#open();
    const { prefix, counter } = parseUid(request.object);
    const session = await core.sessions.restore(prefix);
    const object = known ?? session?.peek(counter);
    const salt = core.environment.randomBytes(SALT_BYTES);
    const outcome = session === void 0 || object === void 0 ? GONE : await computeOutcome(session, object);
    const provenance = object === void 0 ? null : await renderSteps(object, { ...serdeOf(core), blob: (name) => core.store.getBlob(name) });
    let prepared;
    if (outcome.kind === "value") {
      const bytes = toBytes(outcome.value);
      await core.store.deleteBlob(blobOf(request.id));
      await core.store.putBlob(blobOf(request.id), [bytes]);
      const elements = weighOutcome(outcome.value, core);
      prepared = { salt: toHex(salt), binding: bindOutcome(salt, bytes), elements, bytes: bytes.byteLength, failure: null, provenance };
    } else {
      const { code, detail } = outcome;
      prepared = { salt: toHex(salt), binding: bindOutcome(salt, code), elements: 0, bytes: 0, failure: { code, detail }, provenance };
    }
    await this.#update({ ...this.get(request.id), prepared }, { kind: "prepare", detail: { id: request.id, binding: prepared.binding } });
  }
  /** The bytes that an owner signs to decide; prepared first. Throws `NOT_FOUND`, or `EXISTS` when it was decided before. */
  async decisionRecord(id, approve, { expires, uses } = {}) {
    await this.prepare(id);
    const core = this.#open();
    const { object, person, prepared } = this.get(id);
    return DecisionRecord.encode({
      domain: toHex(core.keys.domain.publicKey),
      request: id,
      object,
      binding: fromHex(prepared.binding),
      person,
      approve,
      expires: expires ?? 0,
      uses: uses ?? 0,
      issued: core.environment.now()
    }).finish();
  }
  /** Signs with the owner's key, which the domain holds, and records. */
  async decide(id, approve, options = {}) {
    const record = await this.decisionRecord(id, approve, options);
    return this.record(id, record, await sign(this.#open().keys.owner, "decision", record));
  }
  /**
   * Records a signed decision; in force when it resolves. The record has to name this domain, this request, its object,
   * its requester and the very bytes that were bound: else `BAD_ARGUMENT`.
   */
  async record(id, record, signature) {
    const core = this.#open();
    if (!await verify(core.keys.owner.publicKey, "decision", record, signature)) {
      throw new SyftError("NOT_AUTHENTICATED", "cannot decide: the decision is not signed by the owner");
    }
    const word = DecisionRecord.decode(record);
    const request = this.get(id);
    const matches = word.domain === toHex(core.keys.domain.publicKey) && word.request === id && word.object === request.object && word.person === request.person && request.prepared !== null && toHex(word.binding) === request.prepared.binding;
    if (!matches) throw new SyftError("BAD_ARGUMENT", "cannot decide: the decision is about something else");
    if (request.decision !== null || request.cancelled) throw new SyftError("EXISTS", "cannot decide: the request is closed");
    const decision = {
      approve: word.approve,
      expires: word.expires === 0 ? null : word.expires,
      uses: word.uses === 0 ? null : word.uses,
      issued: word.issued,
      record: toHex(record),
      signature: toHex(signature)
    };
    const detail = {
      id,
      approve: decision.approve,
      binding: request.prepared?.binding ?? "",
      expires: decision.expires,
      uses: decision.uses
    };
    return this.#update({ ...request, decision }, { kind: "decision", detail });
  }
  /** Takes a pending request back. Throws `NOT_FOUND` or `EXISTS` when it was decided. */
  async cancel(id, person) {
    const request = this.get(id, person);
    if (request.decision !== null) throw new SyftError("EXISTS", "cannot cancel request: it was decided");
    if (!request.cancelled) await this.#update({ ...request, cancelled: true }, { kind: "cancel", detail: { id } });
    return infoOf(this.get(id), this.#open().environment.now());
  }
  /**
   * Takes one use of an approval and gives the released outcome. The use is taken, and the release on the audit, before
   * a byte is handed out. Anything but an approval in force is an error: `DENIED`, `EXPIRED`, `USED_UP`, `CANCELLED`.
   */
  async release(id, person) {
    const core = this.#open();
    const request = this.get(id, person);
    const state = stateOf(request, core.environment.now());
    if (state !== "approved") throw refusal(state);
    const decision = request.decision;
    const prepared = request.prepared;
    const record = fromHex(decision.record);
    if (!await verify(core.keys.owner.publicKey, "decision", record, fromHex(decision.signature))) throw corrupt();
    const released = await this.#outcome(id, prepared);
    const current = this.get(id, person);
    if (stateOf(current, core.environment.now()) !== "approved") throw refusal(stateOf(current, core.environment.now()));
    await this.#update(
      { ...current, usesTaken: current.usesTaken + 1 },
      { kind: "release", detail: { id, person, binding: prepared.binding } }
    );
    return released;
  }
  /** Resolves when a request is decided or cancelled; at once when it is. */
  async decided(id, person, signal) {
    while (stateOf(this.get(id, person), 0) === "pending" && !signal.aborted) {
      await new Promise((resolve2) => {
        const waiting = this.#waiting.get(id) ?? /* @__PURE__ */ new Set();
        this.#waiting.set(id, waiting.add(resolve2));
        signal.addEventListener("abort", () => resolve2(), { once: true });
      });
    }
  }
  async #outcome(id, { salt, binding, failure }) {
    if (failure !== null) {
      if (bindOutcome(fromHex(salt), failure.code) !== binding) throw corrupt();
      return { kind: "failure", code: failure.code };
    }
    const bytes = await this.#open().store.getBlob(blobOf(id));
    if (bytes === void 0 || bindOutcome(fromHex(salt), bytes) !== binding) throw corrupt();
    return { kind: "value", value: fromBytes(bytes) };
  }
  /** What was bound, for the owner to look at. */
  async preview(id) {
    await this.prepare(id);
    return this.#outcome(id, this.get(id).prepared);
  }
  async #update(request, audit) {
    const core = this.#open();
    const before = this.#requests.get(request.id);
    this.#requests.set(request.id, request);
    try {
      await core.store.commit([change(request)], [{ at: core.environment.now(), ...audit }]);
    } catch (error) {
      if (before !== void 0) this.#requests.set(request.id, before);
      throw error;
    }
    for (const resolve2 of this.#waiting.get(request.id) ?? []) resolve2();
    this.#waiting.delete(request.id);
    return request;
  }
  #open() {
    if (this.#core === void 0) throw new SyftError("INTERNAL", "cannot use requests: the domain is not open");
    return this.#core;
  }
};
function change(request) {
  return { kind: "put", table: "requests", key: request.id, value: JSON.stringify(request) };
}
function blobOf(id) {
  return `request-${id.replace(":", "-")}`;
}
function corrupt() {
  return new SyftError("CORRUPT", "cannot release value: what is stored is not what was approved");
}
function refusal(state) {
  switch (state) {
    case "cancelled":
      return new SyftError("CANCELLED", "cannot give value: the request was cancelled");
    case "expired":
      return new SyftError("EXPIRED", "cannot give value: the approval is past its date");
    case "used-up":
      return new SyftError("USED_UP", "cannot give value: every use of the approval was taken");
    default:
      return new SyftError("DENIED", "cannot give value: it was not released");
  }
}

// src/request/review-request.ts
function summarizeRequest(core, request) {
  const { id, reason, created, type, person } = request;
  const name = core.people.list().find((one) => one.id === person)?.name ?? "(removed)";
  return { id, person: { id: person, name }, reason, created, type, state: stateOf(request, core.environment.now()) };
}
async function reviewRequest(core, id) {
  await core.requests.prepare(id);
  const request = core.requests.get(id);
  const { prepared, decision } = request;
  return {
    ...summarizeRequest(core, request),
    elements: prepared?.elements ?? 0,
    bytes: prepared?.bytes ?? 0,
    binding: prepared?.binding ?? "",
    failure: prepared?.failure ?? null,
    provenance: prepared?.provenance ?? null,
    expires: decision?.expires ?? null,
    uses: decision?.uses ?? null,
    usesTaken: request.usesTaken
  };
}

// src/object/stored-object.ts
function unionSources(objects) {
  let union = NO_SOURCES;
  for (const { sources } of objects) {
    if (sources === union || sources.length === 0) continue;
    const missing = sources.filter((source) => !union.includes(source));
    if (missing.length > 0) union = union.length === 0 ? sources : [...union, ...missing];
  }
  return union;
}
var NO_SOURCES = Object.freeze([]);
var ELEMENT_BYTES = 8;
function checkAction(core, context, action) {
  const entry = context.entryOf(action.entry);
  if (action.operands.length > core.limits.arguments) throw new SyftError("LIMIT", "cannot call entry: too many arguments");
  const operands = action.operands.map((bytes) => decodeValue({ head: bytes, parts: [] }, core, core.limits));
  const resolving = resolveInputs(core, context, operands);
  const finish2 = (inputs) => {
    const signature = core.matcher.match(entry, operands);
    const views = viewsOf(core, context, { entry, signature, operands });
    const conclude = (known) => conclusion(core, { entry, signature, views: known, inputs, action });
    return views instanceof Promise ? views.then(conclude) : conclude(views);
  };
  return resolving instanceof Promise ? resolving.then(finish2) : finish2(resolving);
}
function conclusion(core, { entry, signature, views, inputs, action }) {
  const objection = entry.guard?.(views);
  if (objection !== void 0) throw new SyftError("BAD_ARGUMENT", `cannot call ${entry.path}: ${objection}`);
  const cost = entry.cost(views);
  const bytes = checkCost(core, cost);
  return {
    type: signature.returns,
    readable: inputs.every((input) => input.readable),
    sources: inputs.length === 0 ? NO_SOURCES : unionSources(inputs),
    bound: cost.result,
    bytes,
    origin: { kind: "call", entry, operands: action.operands, inputs }
  };
}
function checkCost(core, { result, operations, elementBytes = ELEMENT_BYTES }) {
  const bytes = result.elements * elementBytes;
  if (!(bytes >= 0 && bytes <= core.limits.callBytes)) throw new SyftError("LIMIT", "cannot call entry: callBytes would be exceeded");
  if (!(operations <= core.limits.callOperations)) throw new SyftError("LIMIT", "cannot call entry: callOperations would be exceeded");
  return Math.max(ELEMENT_BYTES, bytes);
}
function resolveInputs(core, context, operands) {
  const inputs = [];
  const waiting = [];
  const take = (pointer, object) => {
    core.resolved.set(pointer, object);
    inputs.push(object);
  };
  for (const operand of operands) {
    visitPointers(operand, (pointer) => {
      const found = context.resolve(pointer);
      if (found instanceof Promise) waiting.push(found.then((object) => take(pointer, object)));
      else take(pointer, found);
    });
  }
  return waiting.length === 0 ? inputs : Promise.all(waiting).then(() => inputs);
}
function viewsOf(core, context, { entry, signature, operands }) {
  const shift = entry.receiver === void 0 ? 0 : 1;
  let waits = false;
  const views = operands.map((operand, index) => {
    const isPublic = index >= shift && paramOf(signature, index - shift)?.public === true;
    if (isPublic && holdsPointer(operand)) {
      waits = true;
      return publicView(core, context, operand);
    }
    return viewOf(core, operand, isPublic);
  });
  return waits ? Promise.all(views) : views;
}
function viewOf(core, operand, isPublic) {
  if (isPointer(operand)) return { bound: boundOf(core, operand), value: void 0, isPublic };
  if (Array.isArray(operand) && holdsPointer(operand)) {
    const items = operand.map((item) => viewOf(core, item, isPublic));
    return { bound: { elements: items.reduce((sum2, { bound: bound2 }) => sum2 + bound2.elements, 0) }, value: void 0, isPublic, items };
  }
  const bound = boundOfValue(operand);
  return Array.isArray(operand) ? { bound, value: operand, isPublic, items: operand.map((item) => viewOf(core, item, isPublic)) } : { bound, value: operand, isPublic };
}
async function publicView(core, context, operand) {
  const value = await replacePointers(operand, (pointer) => context.valueOf(core.resolved.get(pointer)));
  return { bound: boundOfValue(value), value, isPublic: true };
}
async function replacePointers(value, read) {
  if (isPointer(value)) return read(value);
  return Array.isArray(value) ? Promise.all(value.map((item) => replacePointers(item, read))) : value;
}
function boundOf(core, pointer) {
  return core.resolved.get(pointer).bound;
}
function paramOf(signature, index) {
  return signature.params[Math.min(index, signature.params.length - 1)];
}
function holdsPointer(value) {
  let found = false;
  visitPointers(value, () => {
    found = true;
  });
  return found;
}
function refOf(pointer, prefix) {
  const ref = pointer[POINTER];
  return { prefix: ref.prefix ?? prefix, counter: ref.counter };
}
async function loadObject(core, object, prefix) {
  const { origin } = object;
  if (object.prefix !== prefix) {
    const session = await core.sessions.restore(object.prefix);
    if (session === void 0) throw new SyftError("LOST", "cannot load object: its session is gone");
    return session.encode(object);
  }
  if (origin.kind === "column") return core.datasets.encodeColumn(origin);
  if (origin.kind === "upload") {
    const bytes = await core.store.getBlob(origin.blob);
    if (bytes === void 0) throw new SyftError("LOST", "cannot load object: its upload is gone");
    return fromBytes(bytes);
  }
  throw new SyftError("LOST", "cannot load object: nothing says how it was made");
}
function seedOfCall(secret, object) {
  return Uint8Array.from(createHash("sha256").update(secret).update(object).digest());
}
function withSeededRandom(seed, call) {
  const own = Math.random;
  Math.random = createRandom(seed);
  try {
    return call();
  } finally {
    Math.random = own;
  }
}
function createRandom(seed) {
  let [a, b, c, d] = spread(seed);
  const next = () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}
function rotate(word, by) {
  return word << by | word >>> 32 - by;
}
function spread(seed) {
  const words = [2166136261, 2654435769, 2246822507, 3266489909].map((start) => {
    let hash2 = start ^ seed.length;
    for (const byte of seed) hash2 = Math.imul(hash2 ^ byte, 16777619);
    hash2 = Math.imul(hash2 ^ hash2 >>> 16, 2246822507);
    hash2 = Math.imul(hash2 ^ hash2 >>> 13, 3266489909);
    return hash2 ^ hash2 >>> 16;
  });
  if (words.every((word) => word === 0)) words[0] = 1;
  return words;
}

// src/session/object-computer.ts
var ROUNDS = 4;
var ObjectComputer = class {
  #options;
  #held = /* @__PURE__ */ new Set();
  #vm;
  #tail = Promise.resolve();
  constructor(options) {
    this.#options = options;
  }
  /** Computes objects, after all that was asked before. Never rejects: failures are noted on the objects. */
  run(objects) {
    return this.#enqueue(() => this.#compute(objects));
  }
  /** The value of an object, after computing what comes `first`. Rejects with its failure's code. */
  encode(object, { canonical = false, first = [] } = {}) {
    return this.#enqueue(async () => {
      const ahead = await this.#computeAnd(object, first, canonical);
      if (ahead !== void 0) return ahead;
      for (let round = 0; round < ROUNDS; round++) {
        if (!this.#held.has(object.uid)) await this.#compute([object]);
        if (object.failure !== void 0) throw new SyftError(object.failure.code, "cannot give value: its computation failed");
        try {
          return await (await this.#open()).encode(object.uid, { canonical });
        } catch (error) {
          this.#held.delete(object.uid);
          if (!isSyftError(error) || error.code !== "LOST") throw error;
        }
      }
      throw new SyftError("LOST", "cannot give value: it could not be kept long enough to read");
    });
  }
  /** Asks for the value right behind the steps that make it: one trip to the VM instead of two. */
  async #computeAnd(object, objects, canonical) {
    if (objects.length === 0) return void 0;
    let encoding;
    await this.#compute(objects, (vm) => {
      encoding ??= vm.encode(object.uid, { canonical }).catch(() => void 0);
    });
    const encoded = await encoding;
    return object.failure === void 0 && this.#held.has(object.uid) ? encoded : void 0;
  }
  forget(objects) {
    const held = objects.map(({ uid }) => uid).filter((uid) => this.#held.delete(uid));
    if (held.length > 0) void this.#enqueue(async () => (await this.#open()).forget(held));
  }
  /** Gives the VM back, after what is running. Values are computed again when they are needed. */
  release() {
    return this.#enqueue(async () => {
      const vm = this.#vm;
      this.#vm = void 0;
      this.#held.clear();
      await (await vm)?.close();
    });
  }
  #enqueue(task) {
    const result = this.#tail.then(task, task);
    this.#tail = result.catch(() => {
    });
    return result;
  }
  #open() {
    this.#vm ??= this.#options.vms.acquire();
    return this.#vm;
  }
  async #compute(objects, behind) {
    let lost = [];
    for (let round = 0; round < ROUNDS; round++) {
      const plan = this.#plan(objects);
      if (plan.length === 0) return;
      const { steps, planned } = await this.#stepsOf(plan);
      const vm = await this.#open();
      const running = vm.run(steps);
      behind?.(vm);
      const { outcomes, evicted } = await running;
      lost = planned.filter((object, index) => !this.#note(object, outcomes[index]));
      for (const uid of evicted) this.#held.delete(uid);
      if (lost.length === 0) return;
    }
    for (const object of lost) this.#fail(object, "LOST", "the value could not be kept long enough to be used");
  }
  /** Notes how a step ended; false when it has to be planned again. */
  #note(object, outcome) {
    if (outcome.failure === "LOST") return false;
    if (outcome.failure !== void 0) this.#fail(object, outcome.failure, outcome.detail ?? "");
    else this.#held.add(object.uid);
    return true;
  }
  #fail(object, code, detail) {
    if (object.failure !== void 0) return;
    object.failure = { code, detail };
    this.#options.failed(object);
  }
  /** The objects to make for these, inputs first. An object with a failed input fails here, as it did before. */
  #plan(objects) {
    const plan = [];
    const planned = /* @__PURE__ */ new Set();
    const done = (object) => this.#held.has(object.uid) || planned.has(object.uid) || object.failure !== void 0;
    for (const root of objects) {
      const stack = [root];
      for (let top = stack.at(-1); top !== void 0; top = stack.at(-1)) {
        if (done(top)) {
          stack.pop();
          continue;
        }
        const inputs = this.#inputsOf(top);
        const missing = inputs.filter((input) => !done(input));
        if (missing.length > 0) {
          stack.push(...missing);
          continue;
        }
        stack.pop();
        const failed = inputs.find((input) => input.failure !== void 0);
        if (failed?.failure !== void 0) this.#fail(top, failed.failure.code, `an input failed: ${failed.failure.detail}`);
        else {
          planned.add(top.uid);
          plan.push(top);
        }
      }
    }
    return plan;
  }
  #inputsOf(object) {
    return object.origin.kind === "call" && object.prefix === this.#options.prefix ? object.origin.inputs : [];
  }
  async #stepsOf(plan) {
    const steps = [];
    const planned = [];
    for (const object of plan) {
      const { origin, uid, prefix } = object;
      if (origin.kind === "call" && prefix === this.#options.prefix) {
        const { entry, operands } = origin;
        const seed = entry.effects.random ? { seed: seedOfCall(this.#options.secret, uid) } : {};
        steps.push({ kind: "call", object: uid, entry: entry.index, prefix, operands, ...seed });
        planned.push(object);
        continue;
      }
      try {
        steps.push({ kind: "load", object: uid, value: await this.#options.load(object) });
        planned.push(object);
      } catch (error) {
        const code = error instanceof SyftError && object.failure === void 0 ? error.code : "LOST";
        this.#fail(
          object,
          code === "LIBRARY_FAILED" || code === "DEADLINE" || code === "MEMORY" ? code : "LOST",
          "its stored value could not be read"
        );
      }
    }
    return { steps, planned };
  }
};
var COLUMN_TYPE = Object.freeze({ kind: "ref", id: "ast.Column" });
function selectColumns(core, person, { select, restoring }) {
  const { dataset: name, columns, mock } = select;
  const granted = restoring ? void 0 : core.grants.columnsFor(person, name);
  const dataset = core.datasets.get(name);
  if (dataset === void 0 || !restoring && (granted === void 0 || !columns.every((column) => granted.has(column))))
    throw notFound("dataset");
  if (columns.length === 0 || new Set(columns).size !== columns.length) {
    throw new SyftError("BAD_ARGUMENT", "cannot select columns: name one or more, each once");
  }
  const bound = boundOfShape([core.datasets.rowBound(dataset, mock)]);
  core.datasets.assertSelectable(dataset, columns, mock);
  const sources = Object.freeze([core.datasets.sourceOf(name, columns)]);
  return columns.map((_, column) => ({
    type: COLUMN_TYPE,
    readable: mock,
    sources,
    bound,
    bytes: bound.elements * 8,
    origin: { kind: "column", dataset: name, columns, column, mock }
  }));
}

// src/session/session.ts
var Session = class {
  prefix;
  record;
  #core;
  #objects = /* @__PURE__ */ new Map();
  #entries = /* @__PURE__ */ new Map();
  #computer;
  #batch = [];
  #restoring = false;
  #isScheduled = false;
  #bytes = 0;
  events;
  /** The highest id that was used: no id is used twice. */
  counter = 0;
  /** The number of the last frame that was taken. */
  frames = 0;
  /** The last frame that is on disk, and the bytes of those on their way there. */
  durable = 0;
  recording = /* @__PURE__ */ new Map();
  /** Large values on their way in; they outlive a connection. */
  uploads;
  /** Large releases that were begun: taking one up again takes no further use. */
  released = /* @__PURE__ */ new Map();
  /** Ends the connection that serves the session now; `undefined` when none does. */
  disconnect;
  /** The library, or the engine, that has changed since the session's values were made. */
  outdated;
  constructor(core, prefix, record) {
    this.#core = core;
    this.prefix = prefix;
    this.record = record;
    this.#computer = new ObjectComputer({
      vms: core.vms,
      prefix,
      secret: Buffer.from(record.secret, "hex"),
      load: (object) => loadObject(core, object, prefix),
      failed: (object) => this.#failed(object)
    });
  }
  get person() {
    return this.record.person;
  }
  /** Repeats what was taken before a restart: nothing runs, nobody is told, and what was checked then is not checked again. */
  async restore(messages6) {
    this.#restoring = true;
    try {
      for (const message of messages6) await this.take(message);
    } finally {
      this.#restoring = false;
    }
  }
  /** Takes one sequenced message. Throws `PROTOCOL` for any other. */
  take(message) {
    const { action } = message;
    if (action !== null && action !== void 0) return this.#takeAction(action);
    if (message.declare) this.#declare(message.declare);
    else if (message.select) this.#select(message.select);
    else if (message.delete) this.#delete(message.delete);
    else throw new SyftError("PROTOCOL", "cannot take message: it does not belong into a numbered frame");
  }
  /** Starts to compute what was taken, at the end of this turn: a call for one of the values then goes along. */
  runSoon() {
    if (this.#isScheduled || this.#batch.length === 0) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      this.runBatch();
    });
  }
  /** Starts to compute what was taken since the last call. */
  runBatch() {
    const batch = this.#takeBatch();
    if (batch.length > 0) void this.#computer.run(batch);
  }
  #takeBatch() {
    const batch = this.#batch;
    this.#batch = [];
    return batch;
  }
  /** The next id has to be above all before. Throws `PROTOCOL`. What is restored was checked before, and is not in order. */
  claim(counter) {
    if (this.#restoring) {
      this.counter = Math.max(this.counter, counter);
      return;
    }
    if (counter <= this.counter || counter > LAST_COUNTER) throw new SyftError("PROTOCOL", "cannot use id: it is not above those before");
    this.counter = counter;
  }
  /** The entry of a declared number. */
  entryOf(number) {
    const entry = this.#entries.get(number);
    if (entry === void 0) throw new SyftError("PROTOCOL", "cannot call entry: its number was never declared");
    if (entry instanceof SyftError) throw entry;
    return entry;
  }
  resolve(pointer) {
    const ref = refOf(pointer, this.prefix);
    if (ref.prefix === this.prefix) return this.object(ref.counter);
    return this.#core.sessions.find(ref.prefix, this.person).then((session) => {
      if (session === void 0) throw notFound();
      return session.object(ref.counter);
    });
  }
  /** An object that its maker may use now. Throws `NOT_FOUND`, or the fault under which its id was spent. */
  object(counter) {
    const object = this.#objects.get(counter);
    if (object === void 0 || !(this.#restoring || mayUse(this.person, object, this.#core.grants))) throw notFound();
    if (object.origin.kind === "fault")
      throw new SyftError(object.origin.code, "cannot use object: the call that should have made it was refused");
    return object;
  }
  /** Without the check of rights: for the owner's eyes, and for recomputing. */
  peek(counter) {
    return this.#objects.get(counter);
  }
  async valueOf(object) {
    return decodeValue(await this.encode(object), this.#core, this.#core.limits);
  }
  /** The encoded value of an object of this session. A value that was seen before has to be the same again. */
  async encode(object, options = {}) {
    if (object.prefix !== this.prefix) {
      const session = await this.#core.sessions.restore(object.prefix);
      if (session === void 0) throw new SyftError("LOST", "cannot give value: its session is gone");
      return session.encode(object, options);
    }
    if (this.outdated !== void 0 && object.origin.kind === "call") {
      throw new SyftError("LOST", `cannot give value: ${this.outdated} has changed since it was made`);
    }
    const encoded = await this.#computer.encode(object, { ...options, first: this.#takeBatch() });
    checkSeen(object, encoded);
    return encoded;
  }
  /** Keeps an object that did not come from an action. */
  keep(counter, checked) {
    const object = { uid: formatUid(this.prefix, counter), prefix: this.prefix, counter, ...checked };
    this.#objects.set(counter, object);
    this.#bytes += object.bytes;
    return object;
  }
  /** Keeps an upload under the id that it was given, and spends the id. Its holder may read it. */
  keepUpload({ counter, type, bound, bytes, blob }) {
    this.counter = Math.max(this.counter, counter);
    return this.keep(counter, {
      type: parseType(type),
      readable: true,
      sources: NO_SOURCES,
      bound,
      bytes,
      origin: { kind: "upload", blob }
    });
  }
  /** Throws `LIMIT` when a further object of this size is too much. */
  checkRoom(bytes, objects = 1) {
    const { sessionBytes, sessionObjects } = this.#core.limits;
    if (this.#objects.size + objects > sessionObjects) throw new SyftError("LIMIT", "cannot keep object: sessionObjects would be exceeded");
    if (this.#bytes + bytes > sessionBytes) throw new SyftError("LIMIT", "cannot keep object: sessionBytes would be exceeded");
  }
  /** Gives back the memory of values and of unfinished uploads; the objects stay. */
  release() {
    this.uploads = void 0;
    this.released.clear();
    return this.#computer.release();
  }
  #takeAction(action) {
    this.claim(action.id);
    try {
      const checked = checkAction(this.#core, this, action);
      if (checked instanceof Promise) {
        return checked.then((done) => this.#made(action.id, done)).catch((error) => this.#fault([action.id], error));
      }
      this.#made(action.id, checked);
    } catch (error) {
      this.#fault([action.id], error);
    }
  }
  #made(counter, checked) {
    if (!this.#restoring) this.checkRoom(checked.bytes);
    const object = this.keep(counter, checked);
    if (!this.#restoring) this.#batch.push(object);
  }
  #declare({ entry: number, path, signature }) {
    const entry = this.#core.allowlist.lookup(path);
    const known = this.#entries.get(number);
    if (known !== void 0) throw new SyftError("PROTOCOL", "cannot declare entry: its number is taken");
    if (this.#entries.size >= this.#core.limits.declaredEntries)
      throw new SyftError("LIMIT", "cannot declare entry: declaredEntries exceeded");
    if (entry === void 0) {
      this.#entries.set(number, new SyftError("NOT_ALLOWED", "cannot call this path: it is not on the allowlist"));
    } else if (entry.text !== signature) {
      this.#entries.set(number, new SyftError("LIBRARY_MISMATCH", `cannot call ${entry.path}: the domain runs it with another signature`));
    } else this.#entries.set(number, entry);
  }
  #select(select) {
    const counters = select.columns.map((_, index) => select.id + index);
    for (const counter of counters) this.claim(counter);
    try {
      const columns = selectColumns(this.#core, this.person, { select, restoring: this.#restoring });
      if (!this.#restoring)
        this.checkRoom(
          columns.reduce((sum2, { bytes }) => sum2 + bytes, 0),
          columns.length
        );
      columns.forEach((column, index) => {
        this.keep(select.id + index, column);
      });
    } catch (error) {
      this.#fault(counters, error);
    }
  }
  #delete({ objects }) {
    const gone = [];
    for (const bytes of objects) {
      const { prefix, counter } = messages.PointerBody.decode(bytes);
      const object = prefix.length === 0 ? this.#objects.get(counter) : void 0;
      if (object === void 0) continue;
      this.#objects.delete(counter);
      this.#bytes -= object.bytes;
      gone.push(object);
    }
    this.runBatch();
    this.#computer.forget(gone);
  }
  /** Spends ids on a refusal that their owner may know: it follows from the message and from public facts. */
  #fault(counters, error) {
    const known = error instanceof SyftError ? error : new SyftError("INTERNAL", "cannot take action: an internal fault", { cause: error });
    if (known.code === "INTERNAL") this.#core.log("internal fault", { error });
    for (const counter of counters) {
      this.#objects.set(counter, {
        uid: formatUid(this.prefix, counter),
        prefix: this.prefix,
        counter,
        type: { kind: "unknown" },
        readable: true,
        sources: NO_SOURCES,
        bound: { elements: 0 },
        bytes: 0,
        origin: { kind: "fault", code: known.code }
      });
      if (!this.#restoring) this.events?.fault(counter, known);
    }
  }
  /** A failure inside the library goes to the owner; to the caller only where they could read the result. */
  #failed(object) {
    const { code, detail } = object.failure;
    this.#core.log("computation failed", { object: object.uid, code, detail });
    if (object.readable) this.events?.fault(object.counter, new SyftError(code, "cannot compute value: the call failed"));
  }
};
var HASHED_BYTES = 1024 * 1024;
function checkSeen(object, { head, parts }) {
  if (head.byteLength + parts.reduce((sum2, part) => sum2 + part.byteLength, 0) > HASHED_BYTES) return;
  const hash2 = createHash("sha256").update(head);
  for (const part of parts) hash2.update(part);
  const digest = hash2.digest("base64");
  if (object.seen !== void 0 && object.seen !== digest)
    throw new SyftError("LOST", "cannot give value: recomputed, it came out differently");
  object.seen = digest;
}
async function findObject(core, uid, person) {
  const { prefix, counter } = parseUid(uid);
  const session = await core.sessions.find(prefix, person);
  if (session === void 0) throw notFound();
  return { session, object: session.object(counter) };
}

// src/session/scientist-calls.ts
function parseArguments(json) {
  try {
    const value = json.byteLength === 0 ? {} : JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json));
    if (isRecord(value)) return value;
  } catch {
  }
  throw new SyftError("BAD_ARGUMENT", "cannot read call: its arguments are no JSON object");
}
function textOf2(args, name) {
  const value = Object.hasOwn(args, name) ? args[name] : void 0;
  if (typeof value !== "string") throw new SyftError("BAD_ARGUMENT", `cannot read call: ${name} is no text`);
  return value;
}
async function answerScientist(core, session, op, args) {
  const { person } = session;
  switch (op) {
    case "datasets":
      return core.datasets.describeFor(person, core.grants);
    case "describe":
      return describe2((await findObject(core, textOf2(args, "object"), person)).object);
    case "request":
      return ask(core, session, args);
    case "requests":
      return core.requests.listFor(person);
    case "status":
      return infoOf(core.requests.get(textOf2(args, "id"), person), core.environment.now());
    case "cancel":
      return core.requests.cancel(textOf2(args, "id"), person);
    default:
      throw new SyftError("NOT_PERMITTED", "cannot answer call: it is not for your role");
  }
}
async function ask(core, session, args) {
  const id = textOf2(args, "id");
  const reason = textOf2(args, "reason");
  const { prefix, counter } = parseUid(id);
  if (prefix !== session.prefix) throw new SyftError("BAD_ARGUMENT", "cannot request: the id is not of this session");
  if (core.requests.has(id, session.person)) return infoOf(core.requests.get(id, session.person), core.environment.now());
  session.claim(counter);
  if (reason.length === 0 || reason.length > core.limits.reasonLength || !isPlainText(reason)) {
    throw new SyftError("BAD_ARGUMENT", `cannot request: give a reason of 1 to ${core.limits.reasonLength} plain characters`);
  }
  const { object } = await findObject(core, textOf2(args, "object"), session.person);
  session.runBatch();
  return core.requests.ask({ id, object, type: formatType(object.type), reason, person: session.person });
}
function isPlainText(text2) {
  return text2.isWellFormed() && !/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u.test(text2);
}
function describe2(object) {
  const { origin } = object;
  const origins = {
    call: () => origin.kind === "call" ? origin.entry.path : "",
    column: () => origin.kind === "column" ? `${origin.dataset}.${origin.columns[origin.column]}${origin.mock ? " (mock)" : ""}` : "",
    upload: () => "upload",
    fault: () => "refused"
  };
  return { uid: object.uid, type: formatType(object.type), readable: object.readable, origin: origins[origin.kind]() };
}

// src/table/seeded-random.ts
var WARM_UP = 12;
function seededRandom(seed) {
  const spread2 = spreadFrom(hashText(seed));
  const next = sfc32([spread2(), spread2(), spread2(), 1]);
  for (let round = 0; round < WARM_UP; round++) next();
  const unit = () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
  return { unit, whole: (lowest, highest) => lowest + Math.floor(unit() * (highest - lowest + 1)) };
}
function hashText(text2) {
  let hash2 = 2166136261;
  for (const byte of new TextEncoder().encode(text2)) hash2 = Math.imul(hash2 ^ byte, 16777619);
  return hash2;
}
function spreadFrom(start) {
  let state = start;
  return () => {
    state = state + 2654435769 | 0;
    let mixed = Math.imul(state ^ state >>> 16, 2246822507);
    mixed = Math.imul(mixed ^ mixed >>> 13, 3266489909);
    return mixed ^ mixed >>> 16;
  };
}
function sfc32([first, second, third, fourth]) {
  let [a, b, c, counter] = [first, second, third, fourth];
  return () => {
    const sum2 = a + b + counter | 0;
    counter = counter + 1 | 0;
    a = b ^ b >>> 9;
    b = c + (c << 3) | 0;
    c = (c << 21 | c >>> 11) + sum2 | 0;
    return sum2 >>> 0;
  };
}

// src/table/mock-of.ts
var MISSING_SHARE = 0.05;
var UNBOUNDED = { fraction: [0, 1], whole: [0, 100] };
function mockOf(schema, { rows, seed }) {
  if ("rowCount" in schema) throw new SyftError("BAD_ARGUMENT", "cannot make mock: it takes a schema, never a table");
  if (!Number.isSafeInteger(rows) || rows < 0) throw new SyftError("BAD_ARGUMENT", "cannot make mock: rows is a whole number from 0");
  if (!Number.isSafeInteger(seed)) throw new SyftError("BAD_ARGUMENT", "cannot make mock: seed is a whole number");
  const columns = Object.entries(schema.columns).map(([name, column]) => {
    const random = seededRandom(`${seed}/${name}`);
    const value = valueMaker(column, random);
    const builder = new ColumnBuilder(column);
    for (let row = 0; row < rows; row++) builder.push(mayBeMissing(column) && random.unit() < MISSING_SHARE ? void 0 : value());
    return [name, builder.finish()];
  });
  return Object.freeze({ schema, rowCount: rows, columns: new Map(columns) });
}
function valueMaker({ kind, bounds, categories = [] }, random) {
  if (kind === "category") return () => random.whole(0, categories.length - 1);
  if (kind === "boolean") return () => random.whole(0, 1);
  const { whole: whole2 } = COLUMN_KINDS[kind];
  const [lowest, highest] = bounds ?? UNBOUNDED[whole2 ? "whole" : "fraction"];
  if (whole2) return () => random.whole(lowest, highest);
  return () => {
    const share2 = random.unit();
    return Math.min(highest, Math.max(lowest, lowest * (1 - share2) + highest * share2));
  };
}

// src/table/cell-reader.ts
var NOT_A_NUMBER = "not a number";
var TOO_LARGE = "too large for a number";
var UNKNOWN_CATEGORY = "not one of the categories";
var NOT_DECLARED = "missing, and the column declares no missing values";
var DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
var INFINITY = /^([+-]?)inf(?:inity)?$/i;
var BOOLEANS = /* @__PURE__ */ new Map([
  ["true", 1],
  ["1", 1],
  ["false", 0],
  ["0", 0]
]);
function textCellReader(schema) {
  const missing = new Set(schema.missing);
  const read = presentTextReader(schema);
  return (cell) => missing.has(cell) ? void 0 : cell === "" ? "empty" : read(cell);
}
function presentTextReader(schema) {
  if (schema.kind === "category") return categoryReader(schema);
  if (schema.kind === "boolean") return (cell) => BOOLEANS.get(cell.toLowerCase()) ?? "not true or false";
  const check = numberCheck(schema);
  return (cell) => {
    if (DECIMAL.test(cell)) {
      const value = Number(cell);
      return Number.isFinite(value) ? check(value) : TOO_LARGE;
    }
    const infinite = INFINITY.exec(cell);
    return infinite === null ? NOT_A_NUMBER : check(infinite[1] === "-" ? -Infinity : Infinity);
  };
}
function jsonCellReader(schema) {
  const missing = new Set(schema.missing);
  const absent = mayBeMissing(schema) ? void 0 : NOT_DECLARED;
  const read = presentJsonReader(schema);
  return (cell) => cell === null || cell === void 0 ? absent : missing.has(cell) ? void 0 : read(cell);
}
function presentJsonReader(schema) {
  if (schema.kind === "category") {
    const read = categoryReader(schema);
    return (cell) => typeof cell === "string" ? read(cell) : UNKNOWN_CATEGORY;
  }
  if (schema.kind === "boolean") return (cell) => typeof cell === "boolean" ? Number(cell) : "not true or false";
  const check = numberCheck(schema);
  return (cell) => typeof cell !== "number" ? NOT_A_NUMBER : Number.isFinite(cell) ? check(cell) : TOO_LARGE;
}
function elementReader(schema) {
  const absent = mayBeMissing(schema) ? void 0 : NOT_DECLARED;
  const limit = schema.categories?.length ?? 2;
  const check = COLUMN_KINDS[schema.kind].numeric ? numberCheck(schema) : numberCheck({ ...schema, bounds: [0, limit - 1] });
  const gap = schema.kind === "category" ? COLUMN_KINDS.category.absent : Number.NaN;
  return (cell) => Number.isNaN(cell) || cell === gap ? absent : check(cell);
}
function categoryReader({ categories = [] }) {
  const positions = new Map(categories.map((text2, position) => [text2, position]));
  return (cell) => positions.get(cell) ?? UNKNOWN_CATEGORY;
}
function numberCheck({ kind, bounds }) {
  const { whole: whole2, range } = COLUMN_KINDS[kind];
  const round = kind === "float32" ? Math.fround : (value) => value;
  const [lowest, highest] = bounds === void 0 ? [-Infinity, Infinity] : [round(bounds[0]), round(bounds[1])];
  const outside = bounds === void 0 ? "" : `outside [${bounds[0]}, ${bounds[1]}]`;
  return (value) => {
    const rounded = round(value);
    if (Number.isNaN(value)) return NOT_A_NUMBER;
    if (rounded < lowest || rounded > highest) return outside;
    if (whole2 ? value < range[0] || value > range[1] : Number.isFinite(value) && !Number.isFinite(rounded))
      return `outside the range of ${kind}`;
    return whole2 && !Number.isInteger(value) ? "not a whole number" : rounded;
  };
}
var LISTED_PROBLEMS = 20;
var LONGEST_CELL = 40;
var CellProblems = class {
  #lines = [];
  #showCells;
  #total = 0;
  constructor({ showCells = false }) {
    this.#showCells = showCells;
  }
  /** Notes a problem with a whole row. Rows count from 1. */
  row(row, reason) {
    this.#note(() => `row ${row}: ${reason}`);
  }
  /** Notes a problem with one cell. */
  cell(row, column, problem) {
    const shown = () => this.#showCells ? `: ${quoted(problem.cell)}` : "";
    this.#note(() => `row ${row}, column ${JSON.stringify(column)}: ${problem.reason}${shown()}`);
  }
  #note(line) {
    if (this.#total++ < LISTED_PROBLEMS) this.#lines.push(`  ${line()}`);
  }
  /** Throws `BAD_DATA` with the first {@link LISTED_PROBLEMS} problems and the number of all. */
  throwIfAny() {
    if (this.#total === 0) return;
    const more = this.#total > this.#lines.length ? [`  and ${this.#total - this.#lines.length} more`] : [];
    throw new SyftError("BAD_DATA", [`cannot read table: ${this.#total} problem(s)`, ...this.#lines, ...more].join("\n"));
  }
};
function quoted(cell) {
  const text2 = JSON.stringify(typeof cell === "number" ? String(cell) : cell) ?? "nothing";
  return text2.length > LONGEST_CELL ? `${text2.slice(0, LONGEST_CELL)}\u2026` : text2;
}

// src/table/table-builder.ts
var TableBuilder = class {
  #schema;
  #columns;
  #problems;
  #rowCount = 0;
  constructor(schema, reader, options) {
    this.#schema = schema;
    this.#problems = new CellProblems(options);
    this.#columns = Object.entries(schema.columns).map(([name, column]) => ({
      name,
      read: reader(column),
      builder: new ColumnBuilder(column)
    }));
  }
  get rowCount() {
    return this.#rowCount;
  }
  /** Adds a row. `places` says where in `cells` each column of the schema stands. */
  addRow(cells, places) {
    this.#rowCount++;
    for (let index = 0; index < this.#columns.length; index++) {
      const { name, read, builder } = this.#columns[index];
      const cell = cells[places[index]];
      const value = read(cell);
      if (typeof value === "string") this.#problems.cell(this.#rowCount, name, { reason: value, cell });
      else builder.push(value);
    }
  }
  /** Counts a row that cannot be read at all. */
  refuseRow(reason) {
    this.#problems.row(++this.#rowCount, reason);
  }
  /** Throws `BAD_DATA` when any row or cell was refused. */
  finish() {
    this.#problems.throwIfAny();
    const columns = new Map(this.#columns.map(({ name, builder }) => [name, builder.finish()]));
    return Object.freeze({ schema: this.#schema, rowCount: this.#rowCount, columns });
  }
};
function openSource(source) {
  if (typeof source === "string") return createReadStream(source, { highWaterMark: 256 * 1024 });
  if (!(source instanceof URL)) return Readable.from([Buffer.from(source.text)]);
  if (source.protocol !== "file:") throw new SyftError("BAD_ARGUMENT", "cannot read table: only file: URLs are read");
  return openSource(fileURLToPath(source));
}
function sourceError(error) {
  const { code, syscall } = error;
  if (typeof code !== "string" || typeof syscall !== "string") return error;
  return new SyftError("BAD_ARGUMENT", `cannot read table: the file does not open (${code})`, { cause: error });
}

// src/table/read-csv.ts
var ROW_BYTES = 1024 * 1024;
var QUOTE_REASONS = {
  CSV_QUOTE_NOT_CLOSED: "a quote is not closed",
  CSV_INVALID_CLOSING_QUOTE: "a quote closes inside a cell",
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: "a quote closes inside a cell",
  INVALID_OPENING_QUOTE: "a quote opens inside a cell",
  CSV_MAX_RECORD_SIZE: "longer than 1 MiB, or a quote is not closed"
};
async function readCsv(source, schema, options = {}) {
  const { delimiter = "," } = options;
  if (delimiter.length !== 1 || '"\r\n'.includes(delimiter))
    throw new SyftError("BAD_ARGUMENT", "cannot read table: a delimiter is one character");
  const reading = new CsvReading(schema, options);
  const parser = parse({
    bom: true,
    delimiter,
    max_record_size: ROW_BYTES,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    trim: true,
    // Handling records here, and passing none on, spares a stream event for each row.
    on_record: (record) => {
      reading.take(record);
      return null;
    }
  });
  try {
    await pipeline(openSource(source), parser.resume());
  } catch (error) {
    throw reading.explain(error);
  }
  return reading.finish();
}
var CsvReading = class {
  #schema;
  #builder;
  #width = 0;
  #places;
  constructor(schema, options) {
    this.#schema = schema;
    this.#builder = new TableBuilder(schema, textCellReader, options);
  }
  take(record) {
    if (record.length === 1 && record[0] === "" && !this.#emptyLineIsRow()) return;
    if (this.#places === void 0) {
      this.#places = findColumns(record, Object.keys(this.#schema.columns));
      this.#width = record.length;
    } else if (record.length !== this.#width) {
      this.#builder.refuseRow(`${record.length} cell(s) instead of ${this.#width}`);
    } else this.#builder.addRow(record, this.#places);
  }
  /** In a file of one column an empty line is a cell, if that column takes the empty text for a missing value. */
  #emptyLineIsRow() {
    return this.#width === 1 && Object.values(this.#schema.columns).some(({ missing }) => missing.includes(""));
  }
  /** The parser's own messages quote cells, so they are replaced and dropped. */
  explain(error) {
    if (!(error instanceof CsvError)) return sourceError(error);
    const place = this.#places === void 0 ? "header" : `row ${this.#builder.rowCount + 1}`;
    return new SyftError("BAD_DATA", `cannot read table: ${place}: ${QUOTE_REASONS[error.code] ?? "not CSV"}`);
  }
  finish() {
    if (this.#places === void 0) throw new SyftError("BAD_DATA", "cannot read table: there is no header");
    return this.#builder.finish();
  }
};
function findColumns(header, declared) {
  const problems = declared.filter((name) => !header.includes(name)).map((name) => `  column ${JSON.stringify(name)} is not in the header`);
  header.forEach((name, index) => {
    const first = header.indexOf(name);
    if (first !== index) problems.push(`  columns ${first + 1} and ${index + 1} of the file have the same header`);
  });
  if (problems.length > 0) throw new SyftError("BAD_DATA", `cannot read table: ${problems.length} problem(s)
${problems.join("\n")}`);
  return declared.map((name) => header.indexOf(name));
}
async function readJson(source, schema, options = {}) {
  const value = typeof source === "object" && "value" in source ? source.value : await parseSource(source);
  const builder = new TableBuilder(schema, jsonCellReader, options);
  const names = Object.keys(schema.columns);
  if (Array.isArray(value)) addRecords(value, names, builder);
  else addLists(value, names, builder);
  return builder.finish();
}
async function parseSource(source) {
  const content = await text(openSource(source)).catch((error) => Promise.reject(sourceError(error)));
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch {
    throw new SyftError("BAD_DATA", "cannot read table: not JSON");
  }
}
function addRecords(records, names, builder) {
  const places = names.map((_, index) => index);
  for (const record of records) {
    if (!isRecord(record)) builder.refuseRow("not a record");
    else
      builder.addRow(
        names.map((name) => Object.hasOwn(record, name) ? record[name] : void 0),
        places
      );
  }
}
function addLists(value, names, builder) {
  if (!isRecord(value)) throw new SyftError("BAD_DATA", "cannot read table: expected a list of records, or a record of lists");
  const lists = names.map((name) => Object.hasOwn(value, name) ? value[name] : void 0);
  const problems = lists.flatMap((list, index) => Array.isArray(list) ? [] : [`  column ${JSON.stringify(names[index])} is not a list`]);
  const lengths = new Set(lists.map((list) => Array.isArray(list) ? list.length : 0));
  if (problems.length === 0 && lengths.size > 1) problems.push("  the lists differ in length");
  if (problems.length > 0) throw new SyftError("BAD_DATA", `cannot read table: ${problems.length} problem(s)
${problems.join("\n")}`);
  const places = names.map((_, index) => index);
  const [rowCount = 0] = lengths;
  for (let row = 0; row < rowCount; row++)
    builder.addRow(
      lists.map((list) => list[row]),
      places
    );
}

// src/server/add-dataset-file.ts
async function addDatasetFile(core, args) {
  const name = textOf2(args, "name");
  const path = textOf2(args, "path");
  if (!isAbsolute(path)) throw new SyftError("BAD_ARGUMENT", "cannot add dataset: its path is not absolute");
  if (core.datasets.get(name) !== void 0) throw new SyftError("EXISTS", `cannot add dataset: there is one named ${name}`);
  const { mockRows, seed = 1, description = "", showCells } = args;
  const schema = parseTableSchema(args["schema"]);
  const mock = typeof mockRows === "number" ? mockOf(schema, { rows: mockRows, seed: Number(seed) }) : void 0;
  const table = await readerFor(path)(path, schema, { showCells: showCells === true });
  await core.datasets.add(name, table, { description: String(description), ...mock && { mock } });
  return { name, rows: table.rowCount, columns: [...table.columns.keys()], mockRows: mock?.rowCount ?? null };
}
function readerFor(path) {
  switch (extname(path).toLowerCase()) {
    case ".csv":
      return readCsv;
    case ".json":
      return readJson;
    default:
      throw new SyftError("BAD_ARGUMENT", "cannot add dataset: the file\u2019s name ends neither in .csv nor in .json");
  }
}
var SHOWN_ELEMENTS = 1e3;
var SHOWN_TEXT2 = 1e3;
function previewOutcome(released, core) {
  if (released.kind === "failure") return { failure: released.code, shape: null, dtype: null, value: null, truncated: false };
  const value = decodeValue(released.value, core, core.limits);
  const plain = new PlainValue();
  const { shape, dtype } = value ?? {};
  const rendered = plain.of(value);
  return {
    failure: null,
    shape: Array.isArray(shape) ? shape.map(Number) : null,
    dtype: typeof dtype === "string" ? dtype : null,
    value: rendered,
    truncated: plain.truncated
  };
}
var PlainValue = class {
  truncated = false;
  #left = SHOWN_ELEMENTS;
  of(value) {
    switch (typeof value) {
      case "number":
        return Number.isFinite(value) && !Object.is(value, -0) ? value : Object.is(value, -0) ? "-0" : String(value);
      case "bigint":
        return this.#clip(`${value}n`);
      case "string":
        return this.#clip(value);
      case "object":
        return value === null ? null : this.#ofObject(value);
      default:
        return value ?? null;
    }
  }
  #ofObject(value) {
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
    if (value instanceof Map) return this.#list(value, value.size);
    if (value instanceof Set) return this.#list(value, value.size);
    if (Array.isArray(value)) return this.#list(value, value.length);
    if (ArrayBuffer.isView(value)) {
      const elements = value;
      return this.#list(elements, elements.length);
    }
    if ("data" in value && "shape" in value) return this.of(value.data);
    const entries = Object.entries(value);
    return Object.fromEntries(this.#take(entries, entries.length).map(([key, item]) => [this.#clip(key), this.of(item)]));
  }
  #list(items, length) {
    return this.#take(items, length).map((item) => this.of(item));
  }
  #take(items, length) {
    const taken = [];
    for (const item of items) {
      if (taken.length >= this.#left) break;
      taken.push(item);
    }
    this.#left -= taken.length;
    this.truncated ||= taken.length < length;
    return taken;
  }
  #clip(text2) {
    if (text2.length <= SHOWN_TEXT2) return text2;
    this.truncated = true;
    return `${text2.slice(0, SHOWN_TEXT2)}\u2026`;
  }
};

// src/server/owner-calls.ts
var ANSWERS = {
  datasets: (core) => core.datasets.describeAll(),
  "owner.addDataset": (core, { args }) => addDatasetFile(core, args),
  "owner.people": (core) => core.people.list(),
  "owner.invite": (core, { args }) => core.people.invite({ name: textOf2(args, "name"), ...numberOf(args, "until") }, { key: core.keys.domain.publicKey, name: core.name }),
  "owner.removePerson": (core, { args }) => removePerson(core, textOf2(args, "person")),
  "owner.grants": (core) => core.grants.list(),
  "owner.grant": (core, { args }) => grantColumns(core, {
    to: textOf2(args, "to"),
    dataset: textOf2(args, "dataset"),
    ...Array.isArray(args["columns"]) ? { columns: args["columns"].map(String) } : {},
    ...numberOf(args, "until"),
    ...typeof args["purpose"] === "string" ? { purpose: args["purpose"] } : {}
  }),
  "owner.revoke": (core, { args }) => core.grants.revoke(
    typeof args["id"] === "string" ? args["id"] : { person: core.people.find(textOf2(args, "person")).id, dataset: textOf2(args, "dataset") }
  ),
  "owner.requests": (core) => core.requests.list().map((request) => summarizeRequest(core, request)),
  "owner.request": async (core, { args }) => ({
    ...await reviewRequest(core, textOf2(args, "id")),
    object: core.requests.get(textOf2(args, "id")).object
  }),
  "owner.preview": async (core, { args }) => previewOutcome(await core.requests.preview(textOf2(args, "id")), core),
  "owner.decisionRecord": async (core, { args }) => ({
    record: toHex(
      await core.requests.decisionRecord(textOf2(args, "id"), args["approve"] === true, {
        ...numberOf(args, "expires"),
        ...numberOf(args, "uses")
      })
    )
  }),
  "owner.decide": (core, { args, record, signature }) => core.requests.record(textOf2(args, "id"), record, signature),
  "owner.audit": (core, { args }) => core.store.audit(numberOf(args, "after").after ?? 0, Math.min(1e3, numberOf(args, "limit").limit ?? 1e3)),
  "owner.verifyAudit": (core) => core.store.verifyAudit(),
  "owner.allowlist": (core) => core.allowlist.entries.map(({ path, kind, text: text2 }) => ({ path, kind, signatures: text2 }))
};
function answerOwner(core, op, call) {
  const roles = Object.hasOwn(CALL_ROLES, op) ? CALL_ROLES[op] : [];
  const answer = roles.includes("owner") ? ANSWERS[op] : void 0;
  if (answer === void 0) throw new SyftError("NOT_PERMITTED", "cannot answer call: it is not for your role");
  return answer(core, call);
}
function numberOf(args, name) {
  const value = Object.hasOwn(args, name) ? args[name] : void 0;
  if (value === void 0 || value === null) return {};
  if (typeof value !== "number" || !Number.isFinite(value)) throw new SyftError("BAD_ARGUMENT", `cannot read call: ${name} is no number`);
  return { [name]: value };
}
var { ClientHello, DomainHello, ClientProof, Welcome } = messages;
var Handshake = class {
  #core;
  #peer;
  #clientHello;
  #domainHello;
  constructor(core, peer) {
    this.#core = core;
    this.#peer = peer;
  }
  /** Answers the client's hello with the domain's, signed over both. */
  async greet(bytes) {
    const message = decodeStrict(ClientHello, bytes);
    if (message.protocol !== PROTOCOL_VERSION)
      throw new SyftError("PROTOCOL", `cannot greet: this domain speaks version ${PROTOCOL_VERSION}`);
    if (message.nonce.byteLength !== NONCE_BYTES || message.origin.length > 1e3)
      throw new SyftError("PROTOCOL", "cannot greet: malformed hello");
    assertPublicKey(message.clientKey);
    this.#clientHello = { bytes, message };
    const { domain } = this.#core.keys;
    const hello = new DomainHello({
      protocol: PROTOCOL_VERSION,
      domainKey: domain.publicKey,
      nonce: this.#core.environment.randomBytes(NONCE_BYTES)
    });
    hello.signature = await sign(domain, "domain-hello", domainTranscript(bytes, hello));
    this.#domainHello = DomainHello.encode(hello).finish();
    return this.#domainHello;
  }
  /** Checks the client's proof, redeems an invitation, opens or resumes the session. */
  async admit(bytes) {
    if (this.#clientHello === void 0 || this.#domainHello === void 0)
      throw new SyftError("PROTOCOL", "cannot admit: no hello came first");
    const { bytes: helloBytes, message: hello } = this.#clientHello;
    const proof = decodeStrict(ClientProof, bytes);
    const transcript = clientTranscript(helloBytes, this.#domainHello, proof);
    if (!await verify(hello.clientKey, "client-proof", transcript, proof.signature)) throw refused();
    const key = toHex(hello.clientKey);
    if (key === toHex(this.#core.keys.owner.publicKey)) {
      if (!this.#peer.local) throw refused();
      return { role: "owner", personId: "owner", session: void 0, welcome: this.#welcome("owner", "owner", void 0) };
    }
    const person = this.#core.people.byKey(key) ?? (proof.invitation === "" ? void 0 : await this.#core.people.redeem(proof.invitation, proof.secret, hello.clientKey));
    if (person === void 0) throw refused();
    const session = await this.#session(person.id, hello.resume);
    return { role: person.role, personId: person.id, session, welcome: this.#welcome(person.name, person.role, session) };
  }
  async #session(person, resume) {
    const { sessions } = this.#core;
    const resumed = resume.byteLength === 0 ? void 0 : await sessions.find(prefixFromBytes(resume), person);
    return resumed ?? sessions.create(person);
  }
  #welcome(person, role, session) {
    const { tags, libraries, limits } = this.#core;
    const theirs = new Map((this.#clientHello?.message.libraries ?? []).map(({ root, digest }) => [root ?? "", digest ?? ""]));
    return Welcome.encode({
      prefix: session === void 0 ? new Uint8Array(0) : prefixToBytes(session.prefix),
      counter: session?.counter ?? 0,
      accepted: session?.frames ?? 0,
      durable: session?.durable ?? 0,
      tags: tags.libraryTags().map(([name, number]) => ({ name, number })),
      person,
      roles: [role],
      libraries: libraries.map(({ root, version, digest }) => ({
        root,
        version,
        state: theirs.get(root) === void 0 ? "unasked" : theirs.get(root) === digest ? "same" : "different"
      })),
      limits: new TextEncoder().encode(JSON.stringify(limits))
    }).finish();
  }
};
function refused() {
  return new SyftError("NOT_AUTHENTICATED", "cannot admit: the key is unknown or the proof is wrong");
}
var ACK_WAIT = 5;
var Outbox = class {
  #transport;
  #messages = [];
  #ack;
  #scheduled = false;
  #timer;
  constructor(transport) {
    this.#transport = transport;
  }
  send(message) {
    this.#messages.push(message);
    this.#schedule();
  }
  /** Goes along with the next message, or by itself a little later. */
  acknowledge(accepted, durable) {
    this.#ack = { accepted, durable };
    this.#timer ??= setTimeout(() => this.flush(), ACK_WAIT);
  }
  flush() {
    this.#scheduled = false;
    clearTimeout(this.#timer);
    this.#timer = void 0;
    const messages6 = this.#messages;
    if (this.#ack !== void 0) messages6.push({ ack: this.#ack });
    this.#messages = [];
    this.#ack = void 0;
    if (messages6.length > 0) this.#transport.send([encodeDomainFrame({ messages: messages6 })]);
  }
  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      if (this.#scheduled) this.flush();
    });
  }
};
var RateLimit = class {
  #perSecond;
  #burst;
  #tokens;
  #at = performance.now();
  constructor({ messagesPerSecond, messagesBurst }) {
    this.#perSecond = messagesPerSecond;
    this.#burst = messagesBurst;
    this.#tokens = messagesBurst;
  }
  /** Throws `LIMIT` when the bucket is empty. */
  spend(count) {
    const now = performance.now();
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#at) / 1e3 * this.#perSecond) - count;
    this.#at = now;
    if (this.#tokens < 0) throw new SyftError("LIMIT", "cannot take message: messagesPerSecond exceeded");
  }
};
var PREFIX_DIGITS = 16;
function frameKey(prefix, seq) {
  return `${prefix}/${String(seq).padStart(10, "0")}`;
}
function frameOfKey(key) {
  return Number(key.slice(PREFIX_DIGITS + 1));
}
function auditFrames(environment) {
  return (frames) => {
    const sessions = Map.groupBy(frames, ({ key }) => key.slice(0, PREFIX_DIGITS));
    return [...sessions].map(([session, theirs]) => {
      const hash2 = createHash("sha256");
      for (const { bytes } of theirs) hash2.update(bytes);
      const [first, last] = [theirs[0], theirs.at(-1)].map((frame) => frameOfKey(frame.key));
      return { at: environment.now(), kind: "frames", detail: { session, first, last, sha256: hash2.digest("hex") } };
    });
  };
}
var BACKLOG = 4 * 1024 * 1024;
var OutgoingTransfers = class {
  #transport;
  #limits;
  #open = /* @__PURE__ */ new Map();
  #last = 0;
  constructor(transport, limits) {
    this.#transport = transport;
    this.#limits = limits;
  }
  /** Announces a transfer of a value's parts from `offset` on; nothing leaves before credit comes. Throws `LIMIT` or `BAD_ARGUMENT`. */
  begin({ parts }, offset) {
    const sizes = parts.map((part) => part.byteLength);
    const size = transferSize(sizes);
    if (this.#open.size >= this.#limits.transfers) throw new SyftError("LIMIT", "cannot send value: transfers exceeded");
    if (!Number.isSafeInteger(offset) || offset < 0 || offset > size)
      throw new SyftError("BAD_ARGUMENT", "cannot send value: no such offset");
    this.#last += 1;
    if (offset < size) this.#open.set(this.#last, { parts, size, offset, credit: 0 });
    return { transfer: this.#last, sizes };
  }
  /** Takes credit. Credit for a finished transfer is ignored; an absurd amount is `PROTOCOL`. */
  credit(transfer, bytes) {
    const outgoing = this.#open.get(transfer);
    if (!(bytes > 0 && bytes <= Number.MAX_SAFE_INTEGER)) throw new SyftError("PROTOCOL", "cannot take credit: not a number of bytes");
    if (outgoing === void 0) return;
    outgoing.credit = Math.min(outgoing.size, outgoing.credit + bytes);
    this.#pump(transfer, outgoing);
  }
  /** The socket has drained. */
  resume() {
    for (const [transfer, outgoing] of [...this.#open]) this.#pump(transfer, outgoing);
  }
  stop(transfer) {
    this.#open.delete(transfer);
  }
  #pump(transfer, outgoing) {
    while (outgoing.credit > 0 && this.#transport.bufferedBytes < BACKLOG) {
      const data = sliceTransfer(outgoing.parts, outgoing.offset, Math.min(outgoing.credit, this.#limits.chunkBytes));
      this.#transport.send([chunkHeader(transfer, outgoing.offset), data]);
      outgoing.offset += data.byteLength;
      outgoing.credit -= data.byteLength;
      if (outgoing.offset === outgoing.size) {
        this.#open.delete(transfer);
        return;
      }
    }
  }
};

// src/session/task-queue.ts
var TaskQueue = class {
  #waiting = [];
  #onIdle;
  #running = false;
  /** `onIdle` is told whenever nothing is left to do. Tasks handle their own errors. */
  constructor(onIdle = () => {
  }) {
    this.#onIdle = onIdle;
  }
  get length() {
    return this.#waiting.length + (this.#running ? 1 : 0);
  }
  push(task) {
    this.#waiting.push(task);
    if (!this.#running) void this.#run();
  }
  async #run() {
    this.#running = true;
    for (let task = this.#waiting.shift(); task !== void 0; task = this.#waiting.shift()) {
      const pending = task();
      if (pending !== void 0) await pending;
    }
    this.#running = false;
    this.#onIdle();
  }
};
var Uploads = class {
  #core;
  #session;
  #byId = /* @__PURE__ */ new Map();
  #byTransfer = /* @__PURE__ */ new Map();
  #last = 0;
  constructor(core, session) {
    this.#core = core;
    this.#session = session;
  }
  /** Begins an upload or takes it up again. Throws what its sender may learn. */
  begin({ call, id, value, parts }, events) {
    const done = this.#session.peek(id);
    if (done?.origin.kind === "upload") {
      events.finish(call);
      return;
    }
    let incoming = this.#byId.get(id);
    if (incoming === void 0) {
      incoming = this.#create(id, value, parts);
      this.#byId.set(id, incoming);
    } else {
      this.#byTransfer.delete(incoming.transfer);
      if (incoming.buffer.size !== transferSize(parts)) throw new SyftError("PROTOCOL", "cannot take up upload: it is another one");
    }
    incoming.call = call;
    incoming.transfer = ++this.#last;
    incoming.granted = incoming.buffer.received;
    this.#byTransfer.set(incoming.transfer, incoming);
    events.accept(call, incoming.transfer, incoming.buffer.received);
    if (incoming.buffer.done) void this.#finish(incoming, events);
    else this.#grant(incoming, events);
  }
  /** Takes a chunk. Throws `PROTOCOL` for one that nobody asked for. */
  receive({ transfer, offset, data }, events) {
    const incoming = this.#byTransfer.get(transfer);
    if (incoming === void 0 || offset + data.byteLength > incoming.granted) {
      throw new SyftError("PROTOCOL", "cannot take chunk: no credit was given for it");
    }
    incoming.buffer.write(offset, data);
    if (incoming.buffer.done) void this.#finish(incoming, events);
    else this.#grant(incoming, events);
  }
  /** Gives an upload up and its memory back. */
  stop(call) {
    const incoming = [...this.#byId.values()].find((candidate) => candidate.call === call);
    if (incoming !== void 0) this.#forget(incoming);
  }
  #create(id, head, sizes) {
    const { limits } = this.#core;
    if (this.#byId.size >= limits.transfers) throw new SyftError("LIMIT", "cannot take upload: transfers exceeded");
    if (!sizes.every((size2) => Number.isSafeInteger(size2) && size2 >= 0))
      throw new SyftError("PROTOCOL", "cannot take upload: malformed sizes");
    const size = transferSize(sizes);
    if (size > limits.arrayBytes) throw new SyftError("LIMIT", "cannot take upload: arrayBytes exceeded");
    const open5 = [...this.#byId.values()].reduce((sum2, { buffer }) => sum2 + buffer.size, 0);
    this.#session.checkRoom(open5 + size);
    validateHead(head, sizes, this.#core, limits);
    this.#session.claim(id);
    return {
      id,
      head: head.slice(),
      buffer: new TransferBuffer(sizes, (bytes) => new SharedArrayBuffer(bytes)),
      call: 0,
      transfer: 0,
      granted: 0
    };
  }
  #grant(incoming, events) {
    const { transferWindow } = this.#core.limits;
    const due = Math.min(incoming.buffer.size, incoming.buffer.received + transferWindow) - incoming.granted;
    if (due < transferWindow / 2 && incoming.granted < incoming.buffer.size && incoming.granted > incoming.buffer.received) return;
    incoming.granted += due;
    if (due > 0) events.credit(incoming.transfer, due);
  }
  async #finish(incoming, events) {
    this.#forget(incoming);
    try {
      await this.#keep(incoming.id, { head: incoming.head, parts: incoming.buffer.parts() });
      events.finish(incoming.call);
    } catch (error) {
      events.finish(incoming.call, error instanceof SyftError ? error : new SyftError("INTERNAL", "cannot keep upload", { cause: error }));
    }
  }
  /** Stores the value, then its record; only then is there an object. */
  async #keep(counter, encoded) {
    const core = this.#core;
    const value = decodeValue(encoded, core, core.limits);
    const uid = formatUid(this.#session.prefix, counter);
    const blob = `upload-${uid.replace(":", "-")}`;
    const bytes = encoded.parts.reduce((sum2, part) => sum2 + part.byteLength, encoded.head.byteLength);
    const type = formatType(typeOfValue(value, core.registry));
    const stored = { counter, type, bound: boundOfValue(value), bytes, blob };
    await core.store.deleteBlob(blob);
    await core.store.putBlob(blob, [toBytes(encoded)]);
    await core.store.commit(
      [{ kind: "put", table: "objects", key: uid, value: JSON.stringify(stored) }],
      [{ at: core.environment.now(), kind: "upload", detail: { object: uid, bytes } }]
    );
    this.#session.keepUpload(stored);
  }
  #forget(incoming) {
    this.#byId.delete(incoming.id);
    this.#byTransfer.delete(incoming.transfer);
  }
};

// src/session/session-connection.ts
var SEQUENCED = /* @__PURE__ */ new Set(["declare", "action", "select", "delete"]);
var SessionConnection = class {
  #core;
  #session;
  #link;
  #queue;
  #outgoing;
  #calls = /* @__PURE__ */ new Map();
  #transfers = /* @__PURE__ */ new Map();
  #closed = false;
  constructor(core, session, link) {
    this.#core = core;
    this.#session = session;
    this.#link = link;
    this.#queue = new TaskQueue(() => link.transport.resume());
    this.#outgoing = new OutgoingTransfers(link.transport, core.limits);
    session.uploads ??= new Uploads(core, session);
    session.disconnect?.();
    session.disconnect = () => {
      this.close();
      link.transport.close();
    };
    core.sessions.connected(session);
    session.events = { fault: (id, { code, message }) => link.outbox.send({ fault: { id, code, message } }) };
  }
  /** Takes a frame: a numbered one is recorded, acknowledged and then run; the others are answered in their order. */
  takeFrame(frame, bytes) {
    const sequenced = frame.seq > 0;
    if (frame.messages.some((message) => SEQUENCED.has(message.body ?? "") !== sequenced)) {
      throw new SyftError("PROTOCOL", "cannot take frame: its messages do not go with its number");
    }
    if (sequenced) this.#record(frame, bytes);
    else for (const message of frame.messages) this.#takeMessage(message);
    if (this.#queue.length > this.#core.limits.pendingFrames) this.#link.transport.pause();
  }
  takeChunk(chunk) {
    this.#session.uploads?.receive(chunk, this.#uploadEvents());
  }
  drain() {
    this.#outgoing.resume();
  }
  close() {
    if (this.#closed) return;
    this.#closed = true;
    for (const call of this.#calls.values()) call.abort();
    this.#session.runBatch();
    this.#session.disconnect = void 0;
    this.#core.sessions.disconnected(this.#session);
  }
  #record(frame, bytes) {
    const session = this.#session;
    if (frame.seq <= session.frames) {
      void this.#compareAgain(frame.seq, bytes);
      return;
    }
    if (frame.seq !== session.frames + 1) throw new SyftError("PROTOCOL", "cannot take frame: one before it is missing");
    session.frames = frame.seq;
    session.recording.set(frame.seq, bytes);
    this.#core.frames.append({ key: frameKey(session.prefix, frame.seq), bytes }, (error) => {
      session.recording.delete(frame.seq);
      if (error === void 0) {
        session.durable = Math.max(session.durable, frame.seq);
        this.#acknowledge();
      } else this.#abort(error);
    });
    this.#acknowledge();
    this.#queue.push(() => this.#run(frame));
  }
  /** Takes the messages one by one; waits only where one has to. */
  #run(frame) {
    try {
      for (let index = 0; index < frame.messages.length; index++) {
        const pending = this.#session.take(frame.messages[index]);
        if (pending instanceof Promise) return this.#runRest(frame, index + 1, pending);
      }
      this.#session.runSoon();
    } catch (error) {
      this.#abort(error);
    }
  }
  async #runRest(frame, from, pending) {
    try {
      await pending;
      for (const message of frame.messages.slice(from)) await this.#session.take(message);
      this.#session.runSoon();
    } catch (error) {
      this.#abort(error);
    }
  }
  /** A frame that came before is no news when its bytes are the same, and a broken protocol when they are not. */
  async #compareAgain(seq, bytes) {
    const key = frameKey(this.#session.prefix, seq);
    const known = this.#session.recording.get(seq) ?? await this.#core.store.get("frames", key);
    if (known === void 0 || typeof known === "string" || !equalBytes(known, bytes)) {
      this.#abort(new SyftError("PROTOCOL", "cannot take frame: its number stands for other bytes"));
    } else this.#acknowledge();
  }
  #acknowledge() {
    if (!this.#closed) this.#link.outbox.acknowledge(this.#session.frames, this.#session.durable);
  }
  #takeMessage(message) {
    const { get, fetch, call, put: put2, stop, credit } = message;
    if (credit) this.#outgoing.credit(credit.transfer, credit.bytes);
    else if (stop) this.#stop(stop.call);
    else if (get) this.#inOrder(get.call, (signal) => this.#get(get, signal));
    else if (fetch) this.#inOrder(fetch.call, (signal) => this.#fetch(fetch, signal));
    else if (put2) this.#queue.push(() => this.#put(put2));
    else if (call) this.#inOrder(call.call, () => this.#call(call));
  }
  /** Starts a call when all that came before it has been taken; it then goes on beside what follows. */
  #inOrder(call, task) {
    if (this.#calls.size >= this.#core.limits.pendingCalls) throw new SyftError("LIMIT", "cannot take call: pendingCalls exceeded");
    const controller = new AbortController();
    this.#calls.set(call, controller);
    this.#queue.push(() => {
      void task(controller.signal).catch((error) => this.#reply(call, error)).finally(() => this.#calls.delete(call));
    });
  }
  async #get({ call, object: bytes, offset }, signal) {
    const { prefix, counter } = messages.PointerBody.decode(bytes);
    const object = await this.#find(prefix, counter);
    if (!object.readable) throw new SyftError("NOT_READABLE", "cannot give value: ask for its release with request()");
    this.#answer(call, await this.#session.encode(object), { offset, signal });
  }
  async #find(prefix, counter) {
    const own = prefix.byteLength === 0 ? this.#session : await this.#core.sessions.find(prefixFromBytes(prefix), this.#session.person);
    if (own === void 0) throw notFound();
    return own.object(counter);
  }
  async #fetch({ call, request: id, offset }, signal) {
    const { requests } = this.#core;
    const { person, released: open5 } = this.#session;
    requests.get(id, person);
    await requests.decided(id, person, signal);
    if (signal.aborted) return;
    const resumed = offset > 0 ? open5.get(id) : void 0;
    const released = resumed ?? await requests.release(id, person);
    if (released.kind === "failure") throw new SyftError(released.code, "cannot give value: its computation failed");
    if (released.value.parts.length > 0) open5.set(id, released);
    this.#answer(call, released.value, { offset, signal });
  }
  async #call({ call, op, json }) {
    const roles = Object.hasOwn(CALL_ROLES, op) ? CALL_ROLES[op] : [];
    if (!roles.includes("scientist")) throw new SyftError("NOT_PERMITTED", "cannot answer call: it is not for your role");
    const value = await answerScientist(this.#core, this.#session, op, parseArguments(json));
    this.#link.outbox.send({ reply: { call, json: new TextEncoder().encode(JSON.stringify(value)) } });
  }
  #put(put2) {
    try {
      this.#session.uploads?.begin(put2, this.#uploadEvents());
    } catch (error) {
      this.#reply(put2.call, error);
    }
  }
  #uploadEvents() {
    const { outbox } = this.#link;
    return {
      accept: (call, transfer, offset) => outbox.send({ accept: { call, transfer, offset } }),
      credit: (transfer, bytes) => outbox.send({ credit: { transfer, bytes } }),
      finish: (call, error) => error === void 0 ? outbox.send({ reply: { call } }) : this.#reply(call, error)
    };
  }
  #answer(call, value, { offset, signal }) {
    if (signal.aborted || this.#closed) return;
    if (value.parts.length === 0) {
      this.#link.outbox.send({ answer: { call, value: value.head } });
      return;
    }
    const { transfer, sizes } = this.#outgoing.begin(value, offset);
    this.#transfers.set(call, transfer);
    this.#link.outbox.send({ answer: { call, value: value.head, parts: [...sizes], transfer, offset } });
  }
  #stop(call) {
    this.#calls.get(call)?.abort();
    this.#session.uploads?.stop(call);
    const transfer = this.#transfers.get(call);
    if (transfer !== void 0) this.#outgoing.stop(transfer);
    this.#transfers.delete(call);
  }
  #reply(call, error) {
    if (this.#closed) return;
    if (!isSyftError(error)) this.#core.log("internal fault", { error });
    const { code, message } = isSyftError(error) ? error : new SyftError("INTERNAL", "cannot answer: an internal fault");
    this.#link.outbox.send({ reply: { call, code, message } });
  }
  /** Ends the connection with its reason; the session stays. */
  #abort(error) {
    if (this.#closed) return;
    this.#reply(0, error);
    this.#link.outbox.flush();
    this.#link.transport.close();
    this.close();
  }
};

// src/session/connection.ts
var Connection = class {
  #core;
  #transport;
  #events;
  #handshake;
  #outbox;
  #rate;
  #timer;
  #phase = "hello";
  #who;
  #session;
  constructor(core, transport, peer, events) {
    this.#core = core;
    this.#transport = transport;
    this.#events = events;
    this.#handshake = new Handshake(core, peer);
    this.#outbox = new Outbox(transport);
    this.#rate = new RateLimit(core.limits);
    this.#timer = setTimeout(
      () => this.#refuse(new SyftError("TIMEOUT", "cannot admit: the handshake took too long")),
      core.limits.handshakeTimeout
    );
    transport.open({
      message: (bytes) => this.#receive(bytes),
      close: () => this.#closed(),
      drain: () => this.#session?.drain()
    });
  }
  close() {
    this.#transport.close();
  }
  #receive(bytes) {
    switch (this.#phase) {
      case "hello":
        this.#step(bytes, "proof", async () => this.#transport.send([await this.#handshake.greet(bytes)]));
        return;
      case "proof":
        this.#step(bytes, "open", async () => this.#open(await this.#handshake.admit(bytes)));
        return;
      case "open":
        this.#serve(bytes);
        return;
      case "busy":
        this.#refuse(new SyftError("PROTOCOL", "cannot admit: more than was asked for came"));
        return;
    }
  }
  #step(bytes, next, task) {
    this.#phase = "busy";
    if (bytes.byteLength > this.#core.limits.handshakeBytes) {
      this.#refuse(new SyftError("LIMIT", "cannot admit: handshakeBytes exceeded"));
      return;
    }
    task().then(
      () => {
        if (this.#phase === "busy") this.#phase = next;
      },
      (error) => this.#refuse(error)
    );
  }
  #open(who) {
    if (this.#phase === "closed") return;
    clearTimeout(this.#timer);
    this.#who = who;
    this.#phase = "open";
    this.#transport.send([who.welcome]);
    if (who.session !== void 0) {
      this.#session = new SessionConnection(this.#core, who.session, { transport: this.#transport, outbox: this.#outbox });
    }
  }
  #serve(bytes) {
    try {
      if (isChunk(bytes)) {
        if (this.#session === void 0) throw new SyftError("NOT_PERMITTED", "cannot take chunk: it is not for your role");
        this.#session.takeChunk(readChunk(bytes, this.#core.limits));
        return;
      }
      const frame = decodeClientFrame(bytes, this.#core.limits);
      this.#rate.spend(frame.messages.length);
      this.#checkRoles(frame);
      if (this.#session === void 0) this.#serveOwner(frame);
      else this.#session.takeFrame(frame, bytes);
    } catch (error) {
      this.#fail(error);
    }
  }
  #checkRoles({ messages: messages6 }) {
    for (const message of messages6) {
      const name = message.body;
      const roles = name !== void 0 && Object.hasOwn(MESSAGE_ROLES, name) ? MESSAGE_ROLES[name] : [];
      if (!roles.includes(this.#who?.role ?? "")) throw new SyftError("NOT_PERMITTED", "cannot take message: it is not for your role");
    }
  }
  #serveOwner({ messages: messages6 }) {
    for (const { call } of messages6) {
      if (!call) continue;
      const { call: number, op } = call;
      const answer = async () => answerOwner(this.#core, op, { args: parseArguments(call.json), record: call.record, signature: call.signature });
      answer().then(
        (value) => this.#outbox.send({ reply: { call: number, json: new TextEncoder().encode(JSON.stringify(value ?? null)) } }),
        (error) => this.#outbox.send({ reply: { call: number, ...this.#explain(error) } })
      );
    }
  }
  #explain(error) {
    if (isSyftError(error)) return { code: error.code, message: error.message };
    this.#core.log("internal fault", { error });
    return { code: "INTERNAL", message: "cannot answer: an internal fault" };
  }
  #refuse(error) {
    if (this.#phase === "closed") return;
    this.#events.refused();
    this.#fail(error);
  }
  /** Says why and closes. */
  #fail(error) {
    if (this.#phase === "closed") return;
    this.#outbox.send({ reply: { call: 0, ...this.#explain(error) } });
    this.#outbox.flush();
    this.#transport.close();
    this.#closed();
  }
  #closed() {
    if (this.#phase === "closed") return;
    this.#phase = "closed";
    clearTimeout(this.#timer);
    this.#session?.close();
    this.#events.closed();
  }
};

// src/server/connection-desk.ts
var MINUTE = 6e4;
var ConnectionDesk = class {
  #core;
  #open = /* @__PURE__ */ new Set();
  #failures = /* @__PURE__ */ new Map();
  #closed = false;
  constructor(core) {
    this.#core = core;
  }
  /** Takes a transport in, or closes it at once. */
  admit(transport, peer) {
    if (this.#closed || this.#open.size >= this.#core.limits.sessions || this.#hasFailedTooOften(peer)) {
      transport.close();
      return;
    }
    const connection = new Connection(this.#core, transport, peer, {
      refused: () => this.#noteFailure(peer),
      closed: () => this.#open.delete(connection)
    });
    this.#open.add(connection);
  }
  close() {
    this.#closed = true;
    for (const connection of [...this.#open]) connection.close();
  }
  #hasFailedTooOften({ address, local }) {
    const failures = this.#failures.get(address);
    if (local || failures === void 0) return false;
    if (performance.now() - failures.since > MINUTE) {
      this.#failures.delete(address);
      return false;
    }
    return failures.count >= this.#core.limits.failedHandshakesPerMinute;
  }
  #noteFailure({ address }) {
    const failures = this.#failures.get(address) ?? { count: 0, since: performance.now() };
    failures.count += 1;
    this.#failures.set(address, failures);
    if (this.#failures.size > 1e4) this.#failures.delete(this.#failures.keys().next().value);
  }
};
var PREFIX_BYTES = 4;
var GOODBYE = 5e3;
function createLocalTransport(socket, options) {
  return new LocalTransport(socket, options);
}
var LocalTransport = class {
  kind = "local-socket";
  #socket;
  #queue = new MessageQueue();
  #options;
  #prefix = new Uint8Array(PREFIX_BYTES);
  #prefixAt = 0;
  /** The message that is on its way in. */
  #message;
  #messageAt = 0;
  constructor(socket, options) {
    this.#socket = socket;
    this.#options = options;
    socket.on("data", (bytes) => this.#receive(bytes));
    socket.on("close", () => this.#queue.close());
    socket.on("error", () => socket.destroy());
  }
  get bufferedBytes() {
    return this.#socket.writableLength;
  }
  open(events) {
    this.#queue.open(events);
  }
  send(parts) {
    const socket = this.#socket;
    if (!socket.writable) return;
    if (socket.writableLength > this.#options.sendBufferBytes) {
      socket.destroy();
      return;
    }
    const length = new Uint8Array(PREFIX_BYTES);
    new DataView(length.buffer).setUint32(
      0,
      parts.reduce((sum2, part) => sum2 + part.byteLength, 0),
      true
    );
    socket.write(joinParts([length, ...parts]), () => this.#queue.drain());
  }
  pause() {
    this.#queue.pause();
    this.#socket.pause();
  }
  resume() {
    this.#queue.resume();
    this.#socket.resume();
  }
  close() {
    if (this.#socket.destroyed) return;
    this.#socket.end();
    setTimeout(() => this.#socket.destroy(), GOODBYE).unref();
  }
  #receive(bytes) {
    let rest = bytes;
    while (rest.byteLength > 0 && !this.#socket.destroyed)
      rest = this.#message === void 0 ? this.#readPrefix(rest) : this.#readMessage(rest);
  }
  #readPrefix(bytes) {
    const taken = bytes.subarray(0, PREFIX_BYTES - this.#prefixAt);
    this.#prefix.set(taken, this.#prefixAt);
    this.#prefixAt += taken.byteLength;
    if (this.#prefixAt === PREFIX_BYTES) {
      const length = new DataView(this.#prefix.buffer).getUint32(0, true);
      if (length === 0 || length > this.#options.messageBytes) this.#socket.destroy();
      else this.#message = new Uint8Array(length);
      this.#prefixAt = 0;
      this.#messageAt = 0;
    }
    return bytes.subarray(taken.byteLength);
  }
  #readMessage(bytes) {
    const message = this.#message;
    const taken = bytes.subarray(0, message.byteLength - this.#messageAt);
    message.set(taken, this.#messageAt);
    this.#messageAt += taken.byteLength;
    if (this.#messageAt === message.byteLength) {
      this.#message = void 0;
      this.#queue.push(message);
    }
    return bytes.subarray(taken.byteLength);
  }
};

// src/server/local-socket.ts
var LONGEST_PATH = 100;
async function localSocketPath(dataDir) {
  const folder = await realpath(dataDir);
  const name = `syft-${createHash("sha256").update(folder).digest("hex").slice(0, 24)}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  const path = join(folder, "domain.sock");
  return Buffer.byteLength(path) <= LONGEST_PATH ? path : join(tmpdir(), `${name}.sock`);
}
async function listenLocalSocket({ dataDir, limits, admit }) {
  const path = await localSocketPath(dataDir);
  const options = {
    messageBytes: Math.max(limits.frameBytes, limits.chunkBytes + 16),
    sendBufferBytes: limits.sendBufferBytes
  };
  const open5 = /* @__PURE__ */ new Set();
  const server = createServer$2((socket) => {
    open5.add(socket);
    socket.on("close", () => open5.delete(socket));
    admit(createLocalTransport(socket, options));
  });
  await listenOrReplace(server, path);
  if (process.platform !== "win32") await chmod(path, 384);
  return {
    path,
    close: async () => {
      const closed = new Promise((resolve2) => server.close(() => resolve2()));
      for (const socket of open5) socket.destroySoon();
      setTimeout(() => open5.forEach((socket) => socket.destroy()), 1e3).unref();
      await closed;
    }
  };
}
async function listenOrReplace(server, path) {
  try {
    await listen(server, path);
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw cannotListen(error);
    const living = await dial(path);
    living?.destroy();
    if (living !== void 0) throw new SyftError("LOCKED", "cannot listen on local socket: another process answers there");
    await unlink(path).catch(() => {
    });
    await listen(server, path).catch((cause) => Promise.reject(cannotListen(cause)));
  }
}
function listen(server, path) {
  return new Promise((resolve2, reject) => {
    server.once("error", reject);
    server.listen(path, () => {
      server.off("error", reject);
      resolve2();
    });
  });
}
function dial(path) {
  return new Promise((resolve2) => {
    const socket = connect(path);
    const failed = () => resolve2(void 0);
    socket.once("error", failed);
    socket.once("connect", () => {
      socket.off("error", failed);
      resolve2(socket);
    });
  });
}
function cannotListen(cause) {
  return new SyftError("BAD_CONFIG", `cannot listen on local socket: ${cause.code ?? "unknown reason"}`, {
    cause
  });
}
var LOOPBACK = /* @__PURE__ */ new Set(["127.0.0.1", "::1", "localhost"]);
async function listenWebSocket(core, desk, options = {}) {
  const { port = 0, host = "127.0.0.1", tls, trustedProxy = false } = options;
  if (!LOOPBACK.has(host) && tls === void 0 && !trustedProxy) {
    throw new SyftError("BAD_CONFIG", `cannot listen on ${host}: beyond loopback a domain needs TLS, or trustedProxy when a proxy ends it`);
  }
  const timeouts = { headersTimeout: core.limits.handshakeTimeout, requestTimeout: core.limits.handshakeTimeout };
  const refuse = (_request, response) => {
    response.writeHead(426, { "content-type": "text/plain; charset=utf-8", upgrade: "websocket" }).end("This is a Syft domain. Connect with @syft-libs/client.\n");
  };
  const http = tls === void 0 ? createServer(timeouts, refuse) : createServer$1({ ...timeouts, cert: tls.cert, key: tls.key }, refuse);
  const sockets = new WebSocketServer({
    server: http,
    perMessageDeflate: false,
    maxPayload: Math.max(core.limits.frameBytes, core.limits.chunkBytes + 16),
    clientTracking: true,
    verifyClient: ({ origin }) => mayConnect(origin, options, host)
  });
  sockets.on("connection", (socket, request) => {
    desk.admit(new WebSocketTransport(socket, core.limits.sendBufferBytes), { address: addressOf(request, trustedProxy), local: false });
    keepAlive(socket, core.limits.pingInterval);
  });
  await new Promise((resolve2, reject) => {
    http.once(
      "error",
      (cause) => reject(new SyftError("BAD_CONFIG", `cannot listen on ${host}:${port}: ${cause.code ?? "unknown reason"}`, { cause }))
    );
    http.listen(port, host, resolve2);
  });
  const { port: bound } = http.address();
  return {
    port: bound,
    url: `${tls === void 0 ? "ws" : "wss"}://${host.includes(":") ? `[${host}]` : host}:${bound}`,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      await new Promise((resolve2) => {
        http.close(() => resolve2());
        http.closeAllConnections();
      });
    }
  };
}
function mayConnect(origin, { origins = [] }, host) {
  if (origin === void 0 || origins.includes(origin)) return true;
  return LOOPBACK.has(host) && URL.canParse(origin) && LOOPBACK.has(new URL(origin).hostname);
}
function addressOf(request, trustedProxy) {
  const forwarded = trustedProxy ? request.headers["x-forwarded-for"] : void 0;
  const last = (Array.isArray(forwarded) ? forwarded.join(",") : forwarded)?.split(",").at(-1)?.trim();
  return last || (request.socket.remoteAddress ?? "unknown");
}
function keepAlive(socket, interval) {
  let answered = true;
  socket.on("pong", () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) socket.terminate();
    answered = false;
    socket.ping();
  }, interval);
  timer.unref();
  socket.on("close", () => clearInterval(timer));
}
var WebSocketTransport = class {
  kind = "websocket";
  #socket;
  #queue = new MessageQueue();
  #sendBufferBytes;
  constructor(socket, sendBufferBytes) {
    this.#socket = socket;
    this.#sendBufferBytes = sendBufferBytes;
    socket.binaryType = "arraybuffer";
    socket.on("message", (data, isBinary) => {
      if (isBinary) this.#queue.push(new Uint8Array(data));
      else socket.close(1003);
    });
    socket.on("close", () => this.#queue.close());
    socket.on("error", () => socket.terminate());
  }
  get bufferedBytes() {
    return this.#socket.bufferedAmount;
  }
  open(events) {
    this.#queue.open(events);
  }
  /** Parts leave as fragments of one message, so that a large one is never copied together. */
  send(parts) {
    const socket = this.#socket;
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > this.#sendBufferBytes) {
      socket.terminate();
      return;
    }
    parts.forEach((part, index) => {
      const fin = index === parts.length - 1;
      socket.send(part, { fin, binary: true }, fin ? () => this.#queue.drain() : void 0);
    });
  }
  pause() {
    this.#socket.pause();
  }
  resume() {
    this.#socket.resume();
  }
  close() {
    this.#socket.close(1e3);
  }
};
var LONGEST_TIMER = 2 ** 31 - 1;
var SessionDirectory = class {
  #sessions = /* @__PURE__ */ new Map();
  #open = /* @__PURE__ */ new Set();
  #timers = /* @__PURE__ */ new Map();
  #core;
  /** The parts of a domain know each other; this one is told of the whole when it stands. */
  attach(core) {
    this.#core = core;
  }
  /** Opens a session with a new prefix. It becomes durable with its first frame, or when it is asked to. */
  async create(person) {
    const core = this.#required();
    if (this.openOf(person).length >= core.limits.sessionsPerPerson)
      throw new SyftError("LIMIT", "cannot open session: sessionsPerPerson exceeded");
    const prefix = toHex(core.environment.randomBytes(8));
    const record = {
      person,
      secret: toHex(core.environment.randomBytes(32)),
      created: core.environment.now(),
      made: madeWith(core)
    };
    const session = new Session(core, prefix, record);
    this.#sessions.set(prefix, Promise.resolve(session));
    await core.store.commit(
      [{ kind: "put", table: "sessions", key: prefix, value: JSON.stringify(record) }],
      [{ at: record.created, kind: "session", detail: { session: prefix, person } }]
    );
    return session;
  }
  /** A person's session, or `undefined`: unknown and another's alike. */
  async find(prefix, person) {
    const session = await this.restore(prefix);
    return session?.person === person ? session : void 0;
  }
  /** A session by its prefix, whoever's it is; for recomputing and for the owner. */
  restore(prefix) {
    let session = this.#sessions.get(prefix);
    if (session === void 0) {
      session = this.#load(prefix);
      this.#sessions.set(prefix, session);
      void session.then(
        (found) => found ?? this.#sessions.delete(prefix),
        () => this.#sessions.delete(prefix)
      );
    }
    return session;
  }
  /** A person's sessions that a connection serves. */
  openOf(person) {
    return [...this.#open].filter((session) => session.person === person);
  }
  connected(session) {
    this.#open.add(session);
    clearTimeout(this.#timers.get(session));
    this.#timers.delete(session);
  }
  /** Starts to wait for its return: first the VM is given back, later the session leaves memory. */
  disconnected(session) {
    const { vmIdle, sessionIdle } = this.#required().limits;
    this.#open.delete(session);
    const wait = (time, then) => {
      this.#timers.set(session, setTimeout(then, Math.min(time, LONGEST_TIMER)).unref());
    };
    wait(vmIdle, () => {
      void session.release();
      wait(sessionIdle, () => void this.release(session.prefix));
    });
  }
  /** Drops a session's values and objects from memory; what it made durable stays. */
  async release(prefix) {
    const session = await this.#sessions.get(prefix);
    this.#sessions.delete(prefix);
    if (session === void 0) return;
    clearTimeout(this.#timers.get(session));
    this.#timers.delete(session);
    await session.release();
  }
  async close() {
    for (const prefix of [...this.#sessions.keys()]) await this.release(prefix);
  }
  async #load(prefix) {
    const core = this.#required();
    const stored = await core.store.get("sessions", prefix);
    if (stored === void 0) return void 0;
    const record = JSON.parse(stored);
    const session = new Session(core, prefix, record);
    await restoreUploads(core, session);
    for (const [key, bytes] of await core.store.scan("frames", `${prefix}/`)) {
      const { messages: messages6 } = decodeClientFrame(bytes, core.limits);
      await session.restore(messages6);
      session.frames = frameOfKey(key);
      session.durable = session.frames;
    }
    session.counter = Math.max(session.counter, core.requests.lastCounter(prefix));
    const changed = Object.entries(madeWith(core)).find(
      ([root, digest]) => record.made[root] !== void 0 && record.made[root] !== digest
    );
    session.outdated = changed?.[0];
    return session;
  }
  #required() {
    if (this.#core === void 0) throw new SyftError("INTERNAL", "cannot use sessions: the domain is not open");
    return this.#core;
  }
};
function madeWith(core) {
  const libraries = core.libraries.map(({ root, digest }) => [root, digest]);
  return Object.fromEntries([...libraries, ["engine", process.versions.v8]]);
}
async function restoreUploads(core, session) {
  for (const [, value] of await core.store.scan("objects", `${session.prefix}:`)) session.keepUpload(JSON.parse(value));
}

// src/store/commit-buffer.ts
var WAIT = 5;
var MOST_BYTES = 4 * 1024 * 1024;
var CommitBuffer = class {
  #store;
  #audit;
  #frames = [];
  #settled = [];
  #bytes = 0;
  #timer;
  /** `audit` says what the audit records of some frames that are written together. */
  constructor(store, audit) {
    this.#store = store;
    this.#audit = audit;
  }
  /** Takes a frame; tells when it is durable, or why it is not. */
  append(frame, settled) {
    this.#frames.push(frame);
    this.#settled.push(settled);
    this.#bytes += frame.bytes.byteLength;
    if (this.#bytes > MOST_BYTES) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), WAIT);
  }
  /** Hands over what waits. The store keeps the order, so whatever is committed next comes after it. */
  flush() {
    clearTimeout(this.#timer);
    this.#timer = void 0;
    if (this.#frames.length === 0) return;
    const frames = this.#frames;
    const settled = this.#settled;
    this.#frames = [];
    this.#settled = [];
    this.#bytes = 0;
    const changes = frames.map(({ key, bytes }) => ({ kind: "put", table: "frames", key, value: bytes }));
    this.#store.commit(changes, this.#audit(frames)).then(
      () => settled.forEach((tell) => void tell()),
      (error) => settled.forEach((tell) => void tell(error))
    );
  }
  /** The store, in step with the frames: its commits and its reads come after what waits. */
  inStep() {
    const store = this.#store;
    const after = (task) => {
      this.flush();
      return task();
    };
    return {
      get: (table, key) => after(() => store.get(table, key)),
      scan: (table, prefix) => after(() => store.scan(table, prefix)),
      commit: (changes, audit) => after(() => store.commit(changes, audit)),
      putBlob: (name, parts) => store.putBlob(name, parts),
      getBlob: (name) => store.getBlob(name),
      deleteBlob: (name) => store.deleteBlob(name),
      listBlobs: () => store.listBlobs(),
      audit: (from, limit) => after(() => store.audit(from, limit)),
      verifyAudit: () => after(() => store.verifyAudit()),
      close: () => after(() => store.close())
    };
  }
};
var CHAIN_START = { sequence: 0, hash: "0".repeat(64) };
function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(",")}}`;
}
function linkEntry(previous, { at, kind, detail }) {
  const sequence = previous.sequence + 1;
  return { at, kind, detail, sequence, hash: hashEntry(previous, { at, kind, detail, sequence }) };
}
function hashEntry(previous, { at, kind, detail, sequence }) {
  const text2 = previous.hash + canonicalJson({ at, detail, kind, sequence });
  return createHash("sha256").update(text2, "utf8").digest("hex");
}
function verifyChain(entries, { from = CHAIN_START, known } = {}) {
  let point = from;
  for (const entry of entries) {
    const reason = checkLink(point, entry) ?? checkKnown(entry, known);
    if (reason !== void 0) return broken(point.sequence - from.sequence, point, reason);
    point = { sequence: entry.sequence, hash: entry.hash };
  }
  const count = point.sequence - from.sequence;
  if (known !== void 0 && known.sequence > point.sequence) return broken(count, point, "the chain ends before the known entry");
  return { ok: true, entries: count, head: point.hash };
}
function broken(entries, point, reason) {
  return { ok: false, entries, firstBad: point.sequence + 1, reason };
}
function checkLink(previous, entry) {
  if (entry.sequence !== previous.sequence + 1) return "the entry is missing or out of order";
  if (entry.hash !== hashEntry(previous, entry)) return "the entry, its hash or the one before it was altered";
  return void 0;
}
function checkKnown(entry, known) {
  return known?.sequence === entry.sequence && known.hash !== entry.hash ? "the entry is not the known one" : void 0;
}
var BLOB_NAME = /^[a-z0-9][a-z0-9._:-]{0,127}$/;
function isBlobName(name) {
  return typeof name === "string" && BLOB_NAME.test(name);
}
function assertBlobName(name) {
  if (!isBlobName(name)) throw new SyftError("BAD_ARGUMENT", "cannot name blob: only a-z, 0-9 and . _ : - may stand in its name");
}
function assertText(text2, noun) {
  if (typeof text2 === "string" && text2.isWellFormed() && !text2.includes("\0")) return;
  throw new SyftError("BAD_ARGUMENT", `cannot store ${noun}: it is not well-formed text`);
}
function isolateCommit(changes, audit) {
  return { changes: changes.map(isolateChange), audit: audit.map(isolateAudit) };
}
function isolateChange(change2) {
  const { kind, table, key } = change2;
  assertText(key, "record");
  return kind === "put" ? { kind, table, key, value: copyValue(change2.value) } : { kind, table, key };
}
function copyValue(value) {
  if (typeof value !== "string") return new Uint8Array(value);
  assertText(value, "record");
  return value;
}
function isolateAudit({ at, kind, detail }) {
  assertText(kind, "audit entry");
  if (!Number.isFinite(at)) throw unfitDetail();
  const members = Object.entries(detail).map(([name, value]) => {
    assertText(name, "audit entry");
    return [name, isolateDetail(value)];
  });
  return { at, kind, detail: Object.fromEntries(members) };
}
function isolateDetail(value) {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  if (Array.isArray(value)) {
    for (const text2 of value) assertText(text2, "audit entry");
    return [...value];
  }
  if (typeof value !== "string") throw unfitDetail();
  assertText(value, "audit entry");
  return value;
}
function unfitDetail() {
  return new SyftError("BAD_ARGUMENT", "cannot store audit entry: it holds something that JSON cannot");
}

// src/store/memory-store.ts
function createMemoryStore() {
  return new MemoryStore();
}
var MemoryStore = class {
  #tables = /* @__PURE__ */ new Map();
  #blobs = /* @__PURE__ */ new Map();
  #entries = [];
  #closed = false;
  async get(table, key) {
    this.#assertOpen();
    assertText(key, "record");
    const value = this.#tables.get(table)?.get(key);
    return value === void 0 ? void 0 : copy(value);
  }
  async scan(table, prefix = "") {
    this.#assertOpen();
    assertText(prefix, "record");
    const found = [...this.#tables.get(table) ?? []].filter(([key]) => key.startsWith(prefix));
    return found.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))).map(([key, value]) => [key, copy(value)]);
  }
  async commit(changes, audit = []) {
    this.#assertOpen();
    const commit = isolateCommit(changes, audit);
    for (const change2 of commit.changes) {
      const table = this.#tables.get(change2.table) ?? /* @__PURE__ */ new Map();
      this.#tables.set(change2.table, table);
      if (change2.kind === "put") table.set(change2.key, change2.value);
      else table.delete(change2.key);
    }
    for (const input of commit.audit) this.#entries.push(linkEntry(this.#entries.at(-1) ?? CHAIN_START, input));
  }
  async putBlob(name, parts) {
    this.#assertOpen();
    assertBlobName(name);
    if (this.#blobs.has(name)) throw new SyftError("EXISTS", "cannot write blob: its name is taken");
    this.#blobs.set(name, share(parts));
  }
  async getBlob(name) {
    this.#assertOpen();
    assertBlobName(name);
    const blob = this.#blobs.get(name);
    return blob === void 0 ? void 0 : share([blob]);
  }
  async deleteBlob(name) {
    this.#assertOpen();
    assertBlobName(name);
    this.#blobs.delete(name);
  }
  async listBlobs() {
    this.#assertOpen();
    return [...this.#blobs.keys()].sort();
  }
  async audit(after, limit) {
    this.#assertOpen();
    const start = Math.max(0, after);
    return structuredClone(this.#entries.slice(start, start + Math.max(0, limit)));
  }
  async verifyAudit(known) {
    this.#assertOpen();
    return verifyChain(this.#entries, { known });
  }
  async close() {
    this.#closed = true;
  }
  #assertOpen() {
    if (this.#closed) throw new SyftError("CLOSED", "cannot use the store: it is closed");
  }
};
var copy = (value) => typeof value === "string" ? value : new Uint8Array(value);
function share(parts) {
  const bytes = new Uint8Array(new SharedArrayBuffer(parts.reduce((size, part) => size + part.length, 0)));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
var UNFINISHED = ".new-";
var BlobFolder = class _BlobFolder {
  #path;
  #files;
  #names;
  /** The last operation on each name: operations on one name run in their order, on different names at the same time. */
  #turns = /* @__PURE__ */ new Map();
  /** Sweeps what a killed writer left unfinished, and lists the rest. */
  static async open(path, files) {
    const found = await attempt("open the store", () => files.list(path));
    const left = found.filter((file) => file.startsWith(UNFINISHED));
    for (const file of left) await attempt("open the store", () => files.remove(join(path, file)));
    return new _BlobFolder(path, files, found);
  }
  constructor(path, files, found) {
    this.#path = path;
    this.#files = files;
    this.#names = new Set(found.map(nameOf).filter(isBlobName));
  }
  put(name, parts) {
    return this.#inTurn(name, async () => {
      if (this.#names.has(name)) throw new SyftError("EXISTS", "cannot write blob: its name is taken");
      const unfinished = join(this.#path, UNFINISHED + fileOf(name));
      try {
        await attempt("write blob", () => this.#write(unfinished, name, parts));
      } catch (error) {
        await this.#undo([unfinished, join(this.#path, fileOf(name))]);
        throw error;
      }
      this.#names.add(name);
    });
  }
  get(name) {
    return this.#inTurn(name, async () => {
      if (!this.#names.has(name)) return void 0;
      const bytes = await attempt("read blob", () => this.#files.read(join(this.#path, fileOf(name))));
      if (bytes === void 0) throw new SyftError("CORRUPT", "cannot read blob: its file is gone");
      return bytes;
    });
  }
  delete(name) {
    return this.#inTurn(name, async () => {
      if (!this.#names.has(name)) return;
      await attempt("remove blob", async () => {
        await this.#files.remove(join(this.#path, fileOf(name)));
        this.#names.delete(name);
        await this.#files.syncFolder(this.#path);
      });
    });
  }
  list() {
    return [...this.#names].sort();
  }
  /** Waits for all that was handed in. */
  async settle() {
    await Promise.allSettled([...this.#turns.values()]);
  }
  async #write(unfinished, name, parts) {
    const file = await this.#files.open(unfinished);
    try {
      for (const part of parts) await file.write(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await this.#files.rename(unfinished, join(this.#path, fileOf(name)));
    await this.#files.syncFolder(this.#path);
  }
  /** Takes back a blob that could not be made durable; its name is free again. */
  async #undo(paths) {
    for (const path of paths) await this.#files.remove(path).catch(() => void 0);
  }
  async #inTurn(name, run) {
    assertBlobName(name);
    const before = this.#turns.get(name);
    const turn = (before ?? Promise.resolve()).catch(() => void 0).then(run);
    this.#turns.set(name, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(name) === turn) this.#turns.delete(name);
    }
  }
};
var fileOf = (name) => name.replaceAll(":", "+");
var nameOf = (file) => file.replaceAll("+", ":");
async function attempt(doing, run) {
  try {
    return await run();
  } catch (cause) {
    const { code } = cause;
    const reason = code === "ENOSPC" || code === "EDQUOT" ? "the disk is full" : "the file system refused";
    throw new SyftError("INTERNAL", `cannot ${doing}: ${reason}`, { cause });
  }
}
var STEP_BYTES = 1024 * 1024 * 1024;
var diskFiles = {
  async open(path) {
    const file = await open(path, "wx", 384);
    return { write: (bytes) => writeAll(file, bytes), sync: () => file.sync(), close: () => file.close() };
  },
  rename: (from, to) => rename(from, to),
  syncFolder,
  async read(path) {
    const file = await open(path, "r").catch(ignoreMissing);
    if (file === void 0) return void 0;
    try {
      return await readAll(file);
    } finally {
      await file.close();
    }
  },
  remove: (path) => rm(path, { force: true }),
  list: (path) => readdir(path)
};
async function syncFolder(path) {
  if (process.platform === "win32") return;
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
async function createFolder(path) {
  const first = await mkdir(path, { recursive: true, mode: 448 });
  if (first === void 0) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}
async function writeAll(file, bytes) {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at, Math.min(STEP_BYTES, bytes.length - at));
    at += bytesWritten;
  }
}
async function readAll(file) {
  const { size } = await file.stat();
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  for (let at = 0; at < size; ) {
    const { bytesRead } = await file.read(bytes, at, Math.min(STEP_BYTES, size - at), at);
    if (bytesRead === 0) throw new Error("the file is shorter than it says");
    at += bytesRead;
  }
  return bytes;
}
function ignoreMissing(error) {
  if (error.code !== "ENOENT") throw error;
}
var DOING = {
  open: "open the store",
  get: "read the store",
  scan: "read the store",
  commit: "commit to the store",
  audit: "read the audit",
  verify: "verify the audit",
  close: "close the store"
};
var ThreadClient = class _ThreadClient {
  #worker;
  #waiting = /* @__PURE__ */ new Map();
  #outbox = [];
  #lastId = 0;
  #ended = false;
  /** Starts the thread and opens the database. Rejects with `LOCKED`, `CORRUPT`, `BAD_CONFIG` or `INTERNAL`. */
  static async start(options) {
    const client = new _ThreadClient(options);
    await new Promise((resolve2, reject) => client.#waiting.set(0, { doing: DOING.open, resolve: resolve2, reject }));
    client.#worker.unref();
    return client;
  }
  constructor(options) {
    const { url, execArgv } = threadFile();
    this.#worker = new Worker(url, { workerData: options, execArgv, name: "syft-store" });
    this.#worker.on("message", (replies) => this.#settle(replies));
    this.#worker.on("error", (cause) => this.#end(cause));
    this.#worker.on("exit", () => this.#end(void 0));
  }
  /** Rejects with the fault that the thread met, as a `SyftError`. */
  call(name, args) {
    return new Promise((resolve2, reject) => {
      const doing = DOING[name];
      if (this.#ended) return reject(ended(doing, void 0));
      const id = ++this.#lastId;
      if (this.#waiting.size === 0) this.#worker.ref();
      this.#waiting.set(id, { doing, resolve: resolve2, reject });
      this.#outbox.push({ id, name, args });
      if (this.#outbox.length === 1) queueMicrotask(() => this.#flush());
    });
  }
  /** Waits for the calls before it, folds the log, ends the thread. */
  async close() {
    const exited = new Promise((resolve2) => this.#worker.once("exit", resolve2));
    try {
      await this.call("close", {});
    } finally {
      this.#worker.ref();
      await exited;
    }
  }
  #flush() {
    const calls = this.#outbox;
    this.#outbox = [];
    this.#worker.postMessage(calls);
  }
  #settle(replies) {
    for (const { id, result, fault } of replies) {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (fault === void 0) waiting?.resolve(result);
      else waiting?.reject(toError(waiting.doing, fault));
    }
    if (this.#waiting.size === 0) this.#worker.unref();
  }
  #end(cause) {
    this.#ended = true;
    for (const { doing, reject } of this.#waiting.values()) reject(ended(doing, cause));
    this.#waiting.clear();
  }
};
function threadFile() {
  return import.meta.url.endsWith(".ts") ? { url: new URL("./store-thread.ts", import.meta.url), execArgv: ["--conditions=@syft-libs/source"] } : { url: new URL("./store/store-thread.js", import.meta.url), execArgv: [] };
}
function toError(doing, { code, reason, detail }) {
  return new SyftError(code, `cannot ${doing}: ${reason}`, detail === void 0 ? void 0 : { cause: new Error(detail) });
}
function ended(doing, cause) {
  return new SyftError("INTERNAL", `cannot ${doing}: its thread has ended`, { cause });
}

// src/store/open-store.ts
var STRETCH = 4096;
async function openStore(dataDir, { checkpointPages = 1e3, files = diskFiles } = {}) {
  const folder = resolve(dataDir);
  const path = join(folder, "store.db");
  const blobs = join(folder, "blobs");
  await prepareFolder(folder, path, blobs);
  const thread = await ThreadClient.start({ path, checkpointPages });
  try {
    return new FolderStore(thread, await BlobFolder.open(blobs, files));
  } catch (error) {
    await thread.close();
    throw error;
  }
}
async function prepareFolder(folder, path, blobs) {
  try {
    await createFolder(blobs);
    if (await sizeOf(path) === 0) await prepareDatabase(folder, path, blobs);
  } catch (cause) {
    if (cause instanceof SyftError) throw cause;
    throw new SyftError("BAD_CONFIG", "cannot open the store: the folder cannot be used", { cause });
  }
}
async function prepareDatabase(folder, path, blobs) {
  const kept = (await readdir(blobs)).some((file2) => !file2.startsWith("."));
  if (kept || await sizeOf(`${path}-wal`) > 0) {
    throw new SyftError("CORRUPT", "cannot open the store: its database is gone and other files of it are there");
  }
  await chmod(folder, 448);
  const file = await open(path, "wx", 384).catch(ignoreExisting);
  await file?.close();
  await syncFolder(folder);
}
async function sizeOf(path) {
  return stat(path).then(
    ({ size }) => size,
    (error) => {
      if (error.code === "ENOENT") return 0;
      throw error;
    }
  );
}
function ignoreExisting(error) {
  if (error.code !== "EEXIST") throw error;
}
var FolderStore = class {
  #thread;
  #blobs;
  #closing;
  constructor(thread, blobs) {
    this.#thread = thread;
    this.#blobs = blobs;
  }
  async get(table, key) {
    this.#assertOpen();
    assertText(key, "record");
    return this.#thread.call("get", { table, key });
  }
  async scan(table, prefix = "") {
    this.#assertOpen();
    assertText(prefix, "record");
    return this.#thread.call("scan", { table, prefix });
  }
  async commit(changes, audit = []) {
    this.#assertOpen();
    await this.#thread.call("commit", isolateCommit(changes, audit));
  }
  async putBlob(name, parts) {
    this.#assertOpen();
    await this.#blobs.put(name, parts);
  }
  async getBlob(name) {
    this.#assertOpen();
    return this.#blobs.get(name);
  }
  async deleteBlob(name) {
    this.#assertOpen();
    await this.#blobs.delete(name);
  }
  async listBlobs() {
    this.#assertOpen();
    return this.#blobs.list();
  }
  async audit(after, limit) {
    this.#assertOpen();
    return this.#thread.call("audit", { after, limit: Math.max(0, limit) });
  }
  async verifyAudit(known) {
    this.#assertOpen();
    let checked = 0;
    let from = CHAIN_START;
    let verdict = { ok: true, entries: 0, head: CHAIN_START.hash };
    while (from !== void 0) {
      const stretch = await this.#thread.call("verify", {
        from,
        known,
        limit: STRETCH
      });
      verdict = { ...stretch.verdict, entries: checked + stretch.verdict.entries };
      checked = verdict.entries;
      from = stretch.next;
    }
    return verdict;
  }
  close() {
    this.#closing ??= this.#blobs.settle().then(() => this.#thread.close());
    return this.#closing;
  }
  #assertOpen() {
    if (this.#closing !== void 0) throw new SyftError("CLOSED", "cannot use the store: it is closed");
  }
};
function planCall(entry, context) {
  const receivers = entry.receiver === void 0 ? 0 : 1;
  const required = entry.signatures.map(({ params }) => params.filter(({ optional, rest }) => !optional && !rest).length);
  return {
    entry,
    fewest: receivers + Math.min(...required),
    signatures: new Map(entry.signatures.map((signature) => [signature, planSignature(signature, entry.receiver, context)])),
    isStatic: entry.kind === "constant" || entry.kind === "property" && entry.receiver === void 0
  };
}
function planSignature({ params }, receiver, context) {
  const last = params.at(-1);
  const fixed = last?.rest === true ? params.slice(0, -1) : params;
  const types = [
    ...receiver === void 0 ? [] : [{ kind: "ref", id: receiver }],
    ...fixed.map(({ type }) => type)
  ];
  return { lend: types.map((type) => lenderOf(type, context)), rest: last?.rest === true ? lenderOf(itemType(last), context) : void 0 };
}
function itemType({ type }) {
  return type.kind === "list" ? type.of : type;
}
function lenderOf(type, context) {
  switch (type.kind) {
    case "prim":
      return type.name === "Date" ? (value) => context.memory.lend(value) : void 0;
    case "ref":
      return refLender(type.id, context);
    case "list":
      return itemsLender(type.of, context);
    case "tuple": {
      const lenders = type.items.map((item) => lenderOf(item, context));
      return (value) => value.map((item, index) => lendWith(lenders[index], item));
    }
    case "union":
      return unionLender(type.of, context);
    case "record":
    case "dict":
      return fieldsLender(type, context);
    case "map": {
      const [key, item] = [lenderOf(type.key, context), lenderOf(type.of, context)];
      return (value) => new Map(Array.from(value, ([k, v]) => [lendWith(key, k), lendWith(item, v)]));
    }
    case "set": {
      const lend = itemsLender(type.of, context);
      return (value) => new Set(lend(value));
    }
    default:
      return void 0;
  }
}
function refLender(id, { registry, modules, memory }) {
  const codec = registry.byType(id);
  if (codec?.revive === void 0) return id.startsWith("ast.") ? (value) => memory.lend(value) : void 0;
  const revive = codec.revive.bind(codec);
  const library = modules.get(codec.tag.slice(0, codec.tag.indexOf("/")));
  return (value) => codec.detect(value) ? value : revive(memory.lend(value), library);
}
function itemsLender(of, context) {
  const lend = lenderOf(of, context);
  return (value) => lend === void 0 ? Array.from(value) : Array.from(value, lend);
}
function fieldsLender(type, context) {
  const lenders = new Map(type.kind === "record" ? type.fields.map((field) => [field.name, lenderOf(field.type, context)]) : []);
  const others = type.kind === "dict" ? lenderOf(type.of, context) : void 0;
  return (value) => {
    const record = /* @__PURE__ */ Object.create(null);
    for (const [key, item] of Object.entries(value)) {
      record[key] = lendWith(lenders.get(key) ?? others, item);
    }
    return record;
  };
}
function unionLender(of, context) {
  const members = of.map((type) => ({ type, lend: lenderOf(type, context) }));
  if (members.every(({ lend }) => lend === void 0)) return void 0;
  return (value) => {
    return lendWith(members.find(({ type }) => valueFits(value, type, context.checks))?.lend, value);
  };
}
function lendWith(lend, value) {
  return lend === void 0 ? value : lend(value);
}
var FLOATS = {
  float16: { word: Uint16Array, words: 1, infinity: 31744, quiet: 32256 },
  float32: { word: Uint32Array, words: 1, infinity: 2139095040, quiet: 2143289344 },
  float64: { word: Uint32Array, words: 2, infinity: 2146435072, quiet: 2146959360 }
};
function canonicalValue(value) {
  if (typeof value === "number") return Number.isNaN(value) ? Number.NaN : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(canonicalValue);
  if (value instanceof Set) return new Set([...value].map(canonicalValue));
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [canonicalValue(key), canonicalValue(item)]));
  if (value instanceof Date) return new Date(canonicalValue(value.getTime()));
  if (dtypeOfTypedArray(value) !== void 0) return canonicalArray(value);
  if (!isRecord(value)) return value;
  const record = Object.create(Object.getPrototypeOf(value));
  for (const key of Object.keys(value)) {
    Object.defineProperty(record, key, { value: canonicalValue(value[key]), enumerable: true, configurable: true, writable: true });
  }
  return record;
}
function canonicalArray(array) {
  const dtype = dtypeOfTypedArray(array);
  if (dtype !== "float16" && dtype !== "float32" && dtype !== "float64") return array;
  const { word, words, infinity, quiet } = FLOATS[dtype];
  const isNaNPattern = (upper, lower) => {
    const magnitude = upper & (word === Uint16Array ? 32767 : 2147483647);
    return magnitude > infinity || magnitude === infinity && lower !== 0;
  };
  let copy2;
  let bits = new word(array.buffer, array.byteOffset, array.length * words);
  for (let at = words - 1; at < bits.length; at += words) {
    const lower = words === 2 ? bits[at - 1] : 0;
    const upper = bits[at];
    if (!isNaNPattern(upper, lower) || upper === quiet && lower === 0) continue;
    if (copy2 === void 0) {
      const bytes = new Uint8Array(bytesOf(array));
      const Own = typedArrayOf(dtype);
      copy2 = new Own(bytes.buffer);
      bits = new word(bytes.buffer);
    }
    bits[at] = quiet;
    if (words === 2) bits[at - 1] = 0;
  }
  return copy2 ?? array;
}
var VALUE_TAG = 8;
var VALUE_BODY = 18;
var POINTER_PREFIX = 10;
var POINTER_COUNTER = 16;
var HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
function scanPointer(bytes, ownPrefix) {
  if (bytes[0] !== VALUE_TAG || bytes[1] !== CORE_TAGS["ast/Pointer"] || bytes[2] !== VALUE_BODY || bytes[3] !== bytes.length - 4) {
    return void 0;
  }
  let at = 4;
  let prefix = ownPrefix;
  if (bytes[4] === POINTER_PREFIX) {
    if (bytes[5] !== 8 || bytes.length < 16) return void 0;
    prefix = "";
    for (at = 6; at < 14; at++) prefix += HEX[bytes[at]];
  }
  if (bytes[at] !== POINTER_COUNTER) return void 0;
  const counter = scanVarint(bytes, at + 1);
  return counter === 0 ? void 0 : formatUid(prefix, counter);
}
function scanVarint(bytes, start) {
  const last = bytes.length - 1;
  if (last < start || last > start + 4) return 0;
  let value = 0;
  let unit = 1;
  for (let at = start; at <= last; at++, unit *= 128) {
    const byte = bytes[at];
    if (byte > 127 !== at < last) return 0;
    value += (byte & 127) * unit;
  }
  return bytes[last] === 0 || value > 4294967295 ? 0 : value;
}
var scratch = new Float64Array(1);
var scratchBytes = new Uint8Array(scratch.buffer);
function scanNumber(bytes) {
  if (bytes.length !== 12 || bytes[0] !== VALUE_TAG || bytes[1] !== CORE_TAGS["ast/number"] || bytes[2] !== VALUE_BODY || bytes[3] !== 8) {
    return void 0;
  }
  for (let at = 0; at < 8; at++) scratchBytes[at] = bytes[at + 4];
  return scratch[0];
}

// src/vm/operand-reader.ts
var OperandReader = class {
  #serde;
  #limits;
  #resolveUid;
  /** `resolveUid` throws for an object that is not held, or failed; so does {@link read} then. */
  constructor(serde, limits, resolveUid) {
    this.#serde = serde;
    this.#limits = limits;
    this.#resolveUid = resolveUid;
  }
  /** An operand with its pointers replaced. `prefix` is meant by pointers without one. */
  read(bytes, prefix) {
    const uid = scanPointer(bytes, prefix);
    if (uid !== void 0) return this.#resolveUid(uid);
    return scanNumber(bytes) ?? this.#resolve(this.#decode(bytes), prefix);
  }
  /** The objects that an operand names; none for one that cannot be read. */
  pointers(bytes, prefix) {
    const uid = scanPointer(bytes, prefix);
    if (uid !== void 0) return [uid];
    const uids = [];
    try {
      visitPointers(this.#decode(bytes), (pointer) => uids.push(uidOf(pointer, prefix)));
    } catch {
    }
    return uids;
  }
  #decode(bytes) {
    return decodeValue({ head: bytes, parts: [] }, this.#serde, this.#limits);
  }
  #resolve(value, prefix) {
    if (typeof value !== "object" || value === null) return value;
    if (isPointer(value)) return this.#resolveUid(uidOf(value, prefix));
    const resolve2 = (item) => this.#resolve(item, prefix);
    if (Array.isArray(value)) return value.map(resolve2);
    if (value instanceof Set) return new Set([...value].map(resolve2));
    if (value instanceof Map) return new Map([...value].map(([key, item]) => [resolve2(key), resolve2(item)]));
    if (!isRecord(value) || Object.isFrozen(value)) return value;
    const record = /* @__PURE__ */ Object.create(null);
    for (const key of Object.keys(value)) record[key] = resolve2(value[key]);
    return record;
  }
};
function uidOf(pointer, prefix) {
  const ref = pointer[POINTER];
  return formatUid(ref.prefix ?? prefix, ref.counter);
}
function revivingRegistry({ sources, modules }) {
  const codecs = sources.flatMap(({ support }) => support.codecs);
  return new CodecRegistry(codecs.map((codec) => codec.revive === void 0 ? codec : revivingCodec(codec, modules)));
}
function revivingCodec(codec, modules) {
  const library = modules.get(codec.tag.slice(0, codec.tag.indexOf("/")));
  const revive = codec.revive.bind(codec);
  return {
    tag: codec.tag,
    type: codec.type,
    schema: codec.schema,
    detect: (value) => codec.detect(value),
    encode: codec.encode.bind(codec),
    decode: (body, decoder) => revive(codec.decode(body, decoder), library),
    weigh: codec.weigh.bind(codec),
    revive,
    ...codec.isolate === void 0 ? {} : { isolate: codec.isolate.bind(codec) }
  };
}
var DETAIL_LENGTH = 2e3;
var OPERAND_FAILURES = /* @__PURE__ */ new Set([
  "LIBRARY_FAILED",
  "DEADLINE",
  "MEMORY",
  "BAD_ARGUMENT",
  "UNSUPPORTED",
  "LOST"
]);
function operandFailure(error) {
  const failure = isSyftError(error) && OPERAND_FAILURES.has(error.code) ? error.code : "BAD_ARGUMENT";
  return { failure, detail: describeError(error) };
}
var DeadlinePassed = class extends Error {
  name = "DeadlinePassed";
  message = "the call ran past its deadline";
};
function libraryFailure(error) {
  const detail = describeError(error);
  if (error instanceof DeadlinePassed) return { failure: "DEADLINE", detail };
  if (isSyftError(error) && error.code === "UNSUPPORTED") return { failure: "UNSUPPORTED", detail };
  const isMemory = error instanceof RangeError && /allocation failed/i.test(detail);
  return { failure: isMemory ? "MEMORY" : "LIBRARY_FAILED", detail };
}
function describeError(error) {
  try {
    return String(error).slice(0, DETAIL_LENGTH);
  } catch {
    return "the library threw something that has no text";
  }
}

// src/vm/value-heap.ts
var OVERHEAD = 128;
var ValueHeap = class {
  #slots = /* @__PURE__ */ new Map();
  #limit;
  #bytes = 0;
  constructor(limitBytes) {
    this.#limit = limitBytes;
  }
  /** Finds an object and counts that as a use. */
  use(uid) {
    const slot = this.#slots.get(uid);
    if (slot !== void 0) slot.used = true;
    return slot;
  }
  put(uid, { value, weight, failure }) {
    this.delete(uid);
    this.#slots.set(uid, failure === void 0 ? { value, weight, used: false } : { value, weight, failure, used: false });
    this.#bytes += weight + OVERHEAD;
  }
  delete(uid) {
    const slot = this.#slots.get(uid);
    if (slot === void 0) return;
    this.#slots.delete(uid);
    this.#bytes -= slot.weight + OVERHEAD;
  }
  /** True while more is held than may be. */
  get isOverfull() {
    return this.#bytes > this.#limit;
  }
  /** Drops what was not used lately, oldest first, sparing what `isNeeded`, until the rest fits; the dropped uids. */
  evict(isNeeded) {
    const evicted = [];
    for (const [uid, slot] of this.#slots) {
      if (!this.isOverfull) break;
      if (isNeeded(uid)) continue;
      if (slot.used) {
        slot.used = false;
        this.#slots.delete(uid);
        this.#slots.set(uid, slot);
        continue;
      }
      this.delete(uid);
      evicted.push(uid);
    }
    return evicted;
  }
};
var DEPTH = 64;
var KEEP = { freeze: true, leaves: "own" };
var COPY = { freeze: false, leaves: "copy" };
var LEND = { freeze: false, leaves: "share" };
var ValueMemory = class {
  #registry;
  #modules;
  #owned = /* @__PURE__ */ new WeakSet();
  #asked = [];
  #isOwned = (buffer) => {
    if (this.#owned.has(buffer)) return true;
    this.#asked.push(buffer);
    return false;
  };
  constructor(registry, modules) {
    this.#registry = registry;
    this.#modules = modules;
  }
  /**
   * The value as it may be held: compact, in memory of its own, its lists and records new and frozen. Throws
   * `LIBRARY_FAILED` for a value that no codec takes or that nests without end.
   */
  isolate(value) {
    return typeof value === "object" && value !== null ? this.#walk(value, KEEP, DEPTH) : value;
  }
  /** The value with nothing of it shared, free to be changed by a call. */
  copy(value) {
    return this.#walk(value, COPY, DEPTH);
  }
  /** The value with containers and dates of its own around the same arrays: what a call may keep or change does no harm. */
  lend(value) {
    return this.#walk(value, LEND, DEPTH);
  }
  /** Takes a loaded value as it is: its buffers may be shared with others, who never write them either. */
  adopt(value, parts) {
    for (const part of parts) this.#owned.add(part.buffer);
    return parts.length > 0 ? this.#walk(value, { freeze: true, leaves: "share" }, DEPTH) : this.isolate(value);
  }
  /** Bytes that a value keeps in memory, with all that is nested in it. */
  weigh(value) {
    if (typeof value === "number") return 8;
    let weight = this.#registry.find(value)?.weigh(value) ?? 0;
    if (Array.isArray(value) || value instanceof Set) for (const item of value) weight += this.#weighNested(item);
    else if (value instanceof Map) for (const [key, item] of value) weight += this.#weighNested(key) + this.#weighNested(item);
    else if (isRecord(value) && !("dtype" in value)) for (const key of Object.keys(value)) weight += this.#weighNested(value[key]);
    return weight;
  }
  #weighNested(item) {
    return typeof item === "number" || typeof item === "boolean" || item === null || item === void 0 ? 0 : this.weigh(item);
  }
  #walk(value, walk, depth) {
    if (typeof value !== "object" || value === null) return value;
    if (depth === 0) throw new SyftError("LIBRARY_FAILED", "cannot keep value: it nests too deeply, or in itself");
    const codec = this.#registry.find(value);
    switch (codec?.tag) {
      case "ast/List":
        return finish(
          Array.from(value, (item) => this.#walk(item, walk, depth - 1)),
          walk
        );
      case "ast/Set":
        return new Set(Array.from(value, (item) => this.#walk(item, walk, depth - 1)));
      case "ast/Map":
        return new Map(
          Array.from(value, ([key, item]) => [
            this.#walk(key, walk, depth - 1),
            this.#walk(item, walk, depth - 1)
          ])
        );
      case "ast/Record": {
        const record = /* @__PURE__ */ Object.create(null);
        for (const key of Object.keys(value)) record[key] = this.#walk(value[key], walk, depth - 1);
        return finish(record, walk);
      }
      case "ast/Date":
        return new Date(value.getTime());
      case void 0:
      case "ast/Pointer":
        throw new SyftError("LIBRARY_FAILED", "cannot keep value: no codec takes it");
      default:
        return walk.leaves === "share" ? value : this.#leaf(value, codec, walk.leaves);
    }
  }
  #leaf(value, codec, leaves) {
    switch (codec.tag) {
      case "ast/TypedArray":
        return this.#typedArray(value, leaves);
      case "ast/Column": {
        const { data } = value;
        return columnOf(this.#typedArray(data, leaves));
      }
      case "ast/Bytes":
        return this.#typedArray(new Uint8Array(value), leaves).buffer;
      default:
        return codec.isolate === void 0 ? value : this.#live(value, codec, leaves);
    }
  }
  #typedArray(value, leaves) {
    const buffer = value.buffer;
    const whole2 = buffer instanceof ArrayBuffer && buffer.byteLength === value.byteLength && !buffer.resizable;
    const Own = typedArrayOf(dtypeOfTypedArray(value));
    const own = leaves === "copy" || !whole2 || this.#owned.has(buffer) ? new Own(value) : value;
    if (leaves === "own") this.#owned.add(own.buffer);
    return own.constructor === Own ? own : new Own(own.buffer);
  }
  #live(value, codec, leaves) {
    const library = this.#modules.get(codec.tag.slice(0, codec.tag.indexOf("/")));
    const isolate = codec.isolate;
    if (leaves === "copy") return isolate.call(codec, value, () => true, library);
    this.#asked.length = 0;
    const own = isolate.call(codec, value, this.#isOwned, library);
    if (own !== value) {
      this.#asked.length = 0;
      isolate.call(codec, own, this.#isOwned, library);
    }
    for (const buffer of this.#asked) this.#owned.add(buffer);
    this.#asked.length = 0;
    return own;
  }
};
function finish(container, { freeze }) {
  return freeze ? Object.freeze(container) : container;
}

// src/vm/executor.ts
var Executor = class {
  #limits;
  #heap;
  #memory;
  #reader;
  #matcher;
  #plans;
  #resultChecks;
  /** Of live values. */
  #live;
  /** Of plain ones. */
  #plain;
  #onStep;
  #deadline;
  constructor({ libraries, tags, limits, onStep, checksDeadline = false }) {
    const { allowlist, modules } = libraries;
    const registry = revivingRegistry(libraries);
    const numbered = new TagTable(tags);
    this.#limits = limits;
    this.#live = { registry, tags: numbered };
    this.#plain = { registry: libraries.registry, tags: numbered };
    this.#heap = new ValueHeap(limits.vmBytes);
    this.#memory = new ValueMemory(registry, modules);
    this.#reader = new OperandReader(this.#live, limits, (uid) => this.#valueOf(uid));
    const checks = { accepts: (id) => allowlist.accepts(id), detect: (id, value) => detects(registry, id, value) };
    this.#matcher = new CallMatcher({ ...checks, factsOf: noPointers });
    this.#resultChecks = { accepts: () => [], detect: checks.detect };
    this.#plans = allowlist.entries.map((entry) => planCall(entry, { registry, modules, memory: this.#memory, checks }));
    this.#onStep = onStep;
    this.#deadline = checksDeadline ? limits.callDeadline : void 0;
  }
  /** Runs steps in order. Never rejects for what a library does. */
  async run(steps) {
    const outcomes = [];
    const evicted = [];
    let lastUses;
    for (let index = 0; index < steps.length; index++) {
      this.#onStep?.(index);
      const step = steps[index];
      const outcome = step.kind === "load" ? this.#load(step) : this.#call(step);
      outcomes.push(outcome instanceof Promise ? await outcome : outcome);
      if (!this.#heap.isOverfull) continue;
      lastUses ??= this.#lastUses(steps);
      evicted.push(...this.#heap.evict((uid) => uid === step.object || (lastUses?.get(uid) ?? -1) > index));
    }
    return { outcomes, evicted };
  }
  /** A held value, encoded; its parts may be live memory. Throws its failure's code, or `LOST`. */
  encode(object, canonical = false) {
    const encoded = encodeValue(this.#valueOf(object), this.#live);
    return canonical ? encodeValue(canonicalValue(decodeValue(encoded, this.#plain, this.#limits)), this.#plain) : encoded;
  }
  forget(objects) {
    for (const object of objects) this.#heap.delete(object);
  }
  #valueOf(uid) {
    const held = this.#heap.use(uid);
    if (held === void 0) throw new SyftError("LOST", "cannot use object: it is not held");
    if (held.failure !== void 0) throw new SyftError(held.failure, "cannot use object: its own step failed");
    return held.value;
  }
  #load({ object, value }) {
    try {
      return this.#hold(object, this.#memory.adopt(decodeValue(value, this.#live, this.#limits), value.parts));
    } catch (error) {
      return this.#fail(object, operandFailure(error));
    }
  }
  #call(step) {
    let call;
    try {
      call = this.#prepare(step);
    } catch (error) {
      return this.#fail(step.object, operandFailure(error));
    }
    const started = this.#deadline === void 0 ? 0 : performance.now();
    try {
      const { mutates } = call.plan.entry;
      const changes = mutates !== void 0 && mutates < call.operands.length;
      if (changes) call.operands[mutates] = this.#memory.copy(call.operands[mutates]);
      const result = invoke(call);
      if (call.signature.async) return this.#finishLater(call, changes, result);
      return this.#finish(call, changes ? call.operands[mutates] : result, started);
    } catch (error) {
      return this.#fail(step.object, libraryFailure(error));
    }
  }
  #prepare(step) {
    const plan = this.#plans[step.entry];
    if (plan === void 0) throw new SyftError("BAD_ARGUMENT", "cannot run step: there is no such entry");
    const operands = step.operands.map((bytes) => this.#reader.read(bytes, step.prefix));
    while (operands.length > plan.fewest && operands.at(-1) === void 0) operands.pop();
    const signature = this.#matcher.match(plan.entry, operands);
    const lenders = plan.signatures.get(signature);
    if (lenders !== void 0) {
      for (let index = 0; index < operands.length; index++) {
        const lend = index < lenders.lend.length ? lenders.lend[index] : lenders.rest;
        if (lend !== void 0) operands[index] = lend(operands[index]);
      }
    }
    return { step, plan, signature, operands };
  }
  async #finishLater(call, changes, result) {
    try {
      const settled = await (this.#deadline === void 0 ? result : settledWithin(result, this.#deadline));
      return this.#finish(call, changes ? call.operands[call.plan.entry.mutates] : settled, 0);
    } catch (error) {
      return this.#fail(call.step.object, libraryFailure(error));
    }
  }
  #finish({ step, plan, signature }, result, started) {
    if (started > 0 && performance.now() - started > this.#deadline) throw new DeadlinePassed();
    if (!valueFits(result, signature.returns, this.#resultChecks)) {
      if (isPromise(result)) Promise.prototype.then.call(result, void 0, () => void 0);
      throw new SyftError("LIBRARY_FAILED", `cannot keep result: it is no ${formatType(signature.returns)}`);
    }
    return this.#hold(step.object, this.#memory.isolate(plan.isStatic ? this.#memory.copy(result) : result));
  }
  #hold(object, value) {
    const weight = this.#memory.weigh(value);
    this.#heap.put(object, { value, weight });
    return { object, weight };
  }
  #fail(object, { failure, detail }) {
    if (failure !== "LOST") this.#heap.put(object, { value: void 0, weight: 0, failure });
    return { object, weight: 0, failure, detail };
  }
  /** For each object that steps name, the last step that does. */
  #lastUses(steps) {
    const uses = /* @__PURE__ */ new Map();
    steps.forEach((step, index) => {
      if (step.kind === "load") return;
      for (const bytes of step.operands) for (const uid of this.#reader.pointers(bytes, step.prefix)) uses.set(uid, index);
    });
    return uses;
  }
};
function invoke({ step, plan, signature, operands }) {
  const call = plan.entry.call;
  if (!plan.entry.effects.random) return call(operands);
  if (step.seed === void 0 || signature.async) {
    throw new SyftError("UNSUPPORTED", "cannot run random entry: it needs a seed, and to end before it returns");
  }
  return withSeededRandom(step.seed, () => call(operands));
}
async function settledWithin(promise, milliseconds) {
  let timer;
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new DeadlinePassed()), milliseconds);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
function detects(registry, id, value) {
  if (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null && id !== "ast.Record") return false;
  return registry.byType(id)?.detect(value) ?? false;
}
function noPointers() {
  throw new SyftError("INTERNAL", "cannot check value: a pointer was left in it");
}

// src/vm/serial-queue.ts
var SerialQueue = class {
  #tail = Promise.resolve();
  /** Resolves or rejects as the task does. */
  add(task) {
    const result = this.#tail.then(task);
    this.#tail = result.catch(() => void 0);
    return result;
  }
};

// src/vm/in-thread-vm.ts
var InThreadVm = class {
  #executor;
  #queue = new SerialQueue();
  #closed = false;
  constructor(options) {
    this.#executor = new Executor({ ...options, checksDeadline: true });
  }
  run(steps) {
    return this.#queue.add(() => this.#open().run(steps));
  }
  encode(object, { canonical = false } = {}) {
    return this.#queue.add(() => this.#open().encode(object, canonical));
  }
  forget(objects) {
    void this.#queue.add(() => this.#executor.forget(objects));
  }
  close() {
    return this.#queue.add(() => {
      this.#closed = true;
    });
  }
  #open() {
    if (this.#closed) throw new SyftError("CLOSED", "cannot use VM: it is closed");
    return this.#executor;
  }
};
var InThreadVmPool = class {
  #options;
  constructor(options) {
    this.#options = options;
  }
  async acquire() {
    return new InThreadVm(this.#options);
  }
  async close() {
  }
};
async function loadLibraries(supports, denied = []) {
  const sources = await Promise.all(
    supports.map(async (support) => {
      const [manifest, loaded] = await Promise.all([support.manifest(), support.load()]);
      return { support, manifest: parseManifest(manifest), loaded };
    })
  );
  return {
    sources,
    allowlist: buildAllowlist(sources, new Set(denied)),
    registry: new CodecRegistry(supports.flatMap((support) => support.codecs)),
    modules: new Map(sources.flatMap(({ loaded }) => loaded.map(({ root, module }) => [root, module])))
  };
}

// src/vm/watchdog.ts
var MEMORY_INTERVAL = 20;
var MEMORY_LOOKS = 12;
var Watchdog = class {
  #options;
  #timers;
  #step = -1;
  #since = 0;
  #measuring = false;
  #looksOver = 0;
  #stopped = false;
  constructor(options) {
    this.#options = options;
    const interval = Math.max(2, Math.min(100, options.deadline / 8));
    this.#look();
    this.#timers = [setInterval(() => this.#look(), interval), setInterval(() => void this.#measure(), MEMORY_INTERVAL)];
  }
  /** Ends the watch; `onStop` is not called any more. */
  stop() {
    this.#stopped = true;
    for (const timer of this.#timers) clearInterval(timer);
  }
  #look() {
    const step = Atomics.load(this.#options.progress, 0);
    if (step !== this.#step) {
      this.#step = step;
      this.#since = performance.now();
    } else if (performance.now() - this.#since > this.#options.deadline) this.#stop("DEADLINE");
  }
  /** The engine interrupts running code to measure, so that a loop without end is measured too. */
  async #measure() {
    if (this.#measuring) return;
    this.#measuring = true;
    try {
      const { used_heap_size: heap, external_memory: external } = await this.#options.worker.getHeapStatistics();
      const excess = (heap + external) / this.#options.memory;
      this.#looksOver = excess > 1 ? this.#looksOver + 1 : 0;
      if (this.#looksOver >= MEMORY_LOOKS || excess > 2) this.#stop("MEMORY");
    } catch {
    } finally {
      this.#measuring = false;
    }
  }
  #stop(reason) {
    if (this.#stopped) return;
    this.stop();
    this.#options.onStop(reason);
  }
};

// src/vm/worker-thread.ts
var isSource = import.meta.url.endsWith(".ts");
var ENTRY = new URL(isSource ? "./vm-worker.ts" : "./vm/vm-worker.js", import.meta.url);
var EXEC_ARGV = process.execArgv.filter((flag) => flag.startsWith("--conditions="));
var HEAP_HEADROOM_MB = 4096;
var WorkerThread = class _WorkerThread {
  #worker;
  #progress = new Int32Array(new SharedArrayBuffer(4));
  #options;
  #settle;
  #watchdog;
  #ended = false;
  #detail = "";
  constructor({ memory, ...input }) {
    this.#options = { memory, ...input };
    this.#worker = new Worker(ENTRY, {
      workerData: { ...input, progress: this.#progress },
      execArgv: EXEC_ARGV,
      // Libraries see no secrets of the process, and what they print stays here: it may hold private values.
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: Math.ceil(memory / 2 ** 20) + HEAP_HEADROOM_MB }
    });
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    this.#worker.on("message", (reply) => this.#answer(reply));
    this.#worker.on("error", (error) => {
      this.#detail = String(error);
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") this.#end("MEMORY", this.#detail);
    });
    this.#worker.on("exit", (code) => this.#end("LIBRARY_FAILED", this.#detail || `the worker ended itself with code ${code}`));
  }
  /** Starts a worker and waits until its libraries are loaded. Rejects with their failure. */
  static async start(options) {
    const thread = new _WorkerThread(options);
    const answer = await new Promise((resolve2) => {
      thread.#settle = resolve2;
    });
    if (answer.kind === "ready") {
      thread.#worker.unref();
      return thread;
    }
    await thread.close();
    const [code, reason] = answer.kind === "failed" ? [answer.code, answer.message] : ["INTERNAL", "it ended while it loaded"];
    throw new SyftError(code, `cannot start VM: ${reason}`);
  }
  get isAlive() {
    return !this.#ended;
  }
  /** Sends one request and waits for its end, one way or another; never rejects. */
  ask(request, transfer = []) {
    return new Promise((resolve2) => {
      this.#settle = resolve2;
      if (this.#ended) return this.#answer(this.#stopped("LOST", "the worker is gone"));
      this.#worker.postMessage(request, transfer);
      this.#watchdog = new Watchdog({
        worker: this.#worker,
        progress: this.#progress,
        deadline: this.#options.limits.callDeadline,
        memory: this.#options.memory,
        onStop: (reason) => this.#end(reason, reason === "DEADLINE" ? "the call ran past its deadline" : "the call outgrew its memory")
      });
    });
  }
  /** Sends a request that has no answer. */
  tell(request) {
    if (!this.#ended) this.#worker.postMessage(request);
  }
  async close() {
    this.#end("LOST", "the VM was closed");
    await this.#worker.terminate();
  }
  #end(failure, detail) {
    if (this.#ended) return;
    this.#ended = true;
    this.#answer(this.#stopped(failure, detail));
    void this.#worker.terminate();
  }
  #stopped(failure, detail) {
    return { kind: "stopped", failure, detail, step: Atomics.load(this.#progress, 0) - 1 };
  }
  #answer(answer) {
    this.#watchdog?.stop();
    this.#watchdog = void 0;
    const settle = this.#settle;
    this.#settle = void 0;
    settle?.(answer);
  }
};
var LOAD = 4294967295;
function packSteps(steps) {
  const words = [];
  const chunks = [];
  const prefixes = /* @__PURE__ */ new Map();
  const loads = [];
  const prefixAt = (prefix) => {
    const at = prefixes.get(prefix) ?? prefixes.size;
    prefixes.set(prefix, at);
    return at;
  };
  for (const step of steps) {
    const { prefix, counter } = parseUid(step.object);
    words.push(prefixAt(prefix), counter);
    if (step.kind === "load") {
      words.push(LOAD);
      loads.push(exactParts(step.value));
      continue;
    }
    words.push(step.entry, prefixAt(step.prefix), step.seed === void 0 ? 0 : step.seed.length + 1, step.operands.length);
    if (step.seed !== void 0) chunks.push(step.seed);
    for (const operand of step.operands) {
      words.push(operand.length);
      chunks.push(operand);
    }
  }
  return { words: Uint32Array.from(words), bytes: joined(chunks), prefixes: [...prefixes.keys()], loads };
}
function exactParts({ head, parts }) {
  const exact = (bytes) => bytes.buffer instanceof SharedArrayBuffer || bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
  return { head: exact(head), parts: parts.map(exact) };
}
function joined(chunks) {
  const bytes = new Uint8Array(chunks.reduce((sum2, chunk) => sum2 + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

// src/vm/worker-vm.ts
var WorkerVm = class {
  #start;
  #queue = new SerialQueue();
  #thread;
  #held = /* @__PURE__ */ new Set();
  /** Held by a worker that is gone, and not yet reported. */
  #lost = [];
  #closed = false;
  /** `start` gives the next worker when one is gone. */
  constructor(thread, start) {
    this.#thread = thread;
    this.#start = start;
  }
  run(steps) {
    return this.#queue.add(async () => {
      const packed = packSteps(steps);
      const answer = await this.#ask({ kind: "run", steps: packed }, [
        packed.words.buffer,
        packed.bytes.buffer
      ]);
      if (answer.kind === "ran") return this.#completed(answer.result);
      if (answer.kind === "stopped") return this.#interrupted(steps, answer);
      throw new SyftError(
        "INTERNAL",
        `cannot run steps: ${answer.kind === "failed" ? answer.message : "the worker answered something else"}`
      );
    });
  }
  encode(object, { canonical = false } = {}) {
    return this.#queue.add(async () => {
      const answer = await this.#ask({ kind: "encode", object, canonical });
      if (answer.kind === "encoded") return answer.value;
      if (answer.kind === "failed") throw new SyftError(answer.code, answer.message);
      if (answer.kind === "stopped") this.#loseAll();
      throw new SyftError(answer.kind === "stopped" ? answer.failure : "INTERNAL", "cannot encode object: its worker was stopped");
    });
  }
  forget(objects) {
    void this.#queue.add(() => {
      for (const object of objects) this.#held.delete(object);
      this.#thread.tell({ kind: "forget", objects });
    });
  }
  /** Stops at once: what runs ends as `LOST`. */
  async close() {
    this.#closed = true;
    await this.#thread.close();
  }
  async #ask(request, transfer) {
    if (!this.#closed && !this.#thread.isAlive) {
      this.#loseAll();
      this.#thread = await this.#start();
      if (this.#closed) await this.#thread.close();
    }
    if (this.#closed) throw new SyftError("CLOSED", "cannot use VM: it is closed");
    return this.#thread.ask(request, transfer);
  }
  #completed({ outcomes, evicted }) {
    for (const { object, failure } of outcomes) if (failure === void 0) this.#held.add(object);
    for (const object of evicted) this.#held.delete(object);
    return { outcomes, evicted: [...this.#takeLost(), ...evicted] };
  }
  #interrupted(steps, { failure, detail, step }) {
    this.#loseAll();
    const blamed = Math.max(0, step);
    const outcomes = steps.map(
      ({ object }, index) => index === blamed ? { object, weight: 0, failure, detail } : { object, weight: 0, failure: "LOST", detail: "its worker was stopped" }
    );
    return { outcomes, evicted: this.#takeLost() };
  }
  #loseAll() {
    this.#lost = [...this.#lost, ...this.#held];
    this.#held = /* @__PURE__ */ new Set();
  }
  #takeLost() {
    const lost = this.#lost.filter((uid) => !this.#held.has(uid));
    this.#lost = [];
    return lost;
  }
};

// src/vm/worker-vm-pool.ts
var WorkerVmPool = class {
  #options;
  #threads = /* @__PURE__ */ new Set();
  #spare;
  #closed = false;
  constructor({ supports, denied = [], tags, limits, memory = limits.vmBytes + 2 * limits.callBytes }) {
    this.#options = {
      supports: supports.map(({ name, module }) => ({ name, module })),
      denied: [...denied],
      tags: [...tags],
      limits,
      memory
    };
    this.#spare = this.#start();
  }
  /** Rejects when the libraries cannot be loaded in a worker. */
  async acquire() {
    return new WorkerVm(await this.#take(), () => this.#take());
  }
  /** Ends every worker that it gave. */
  async close() {
    this.#closed = true;
    await this.#spare?.catch(() => void 0);
    await Promise.all([...this.#threads].map((thread) => thread.close()));
  }
  async #take() {
    if (this.#closed) throw new SyftError("CLOSED", "cannot start VM: the pool is closed");
    const spare = this.#spare;
    this.#spare = void 0;
    const thread = await spare?.catch(() => void 0);
    const ready = thread?.isAlive === true ? thread : await this.#start();
    if (!this.#closed) this.#spare ??= this.#start();
    return ready;
  }
  #start() {
    const started = WorkerThread.start(this.#options).then((thread) => {
      for (const other of this.#threads) if (!other.isAlive) this.#threads.delete(other);
      this.#threads.add(thread);
      if (this.#closed) void thread.close();
      return thread;
    });
    started.catch(() => void 0);
    return started;
  }
};

// src/domain.ts
var Domain = class _Domain {
  #core;
  #desk;
  #listeners = [];
  #dataDir;
  /** Packages that were left out: new, or not as they were accepted. `syft-domain allowlist accept` takes them in. */
  pending;
  #closed;
  constructor(core, { pending }, dataDir) {
    this.#core = core;
    this.#dataDir = dataDir;
    this.#desk = new ConnectionDesk(core);
    this.pending = pending;
  }
  /**
   * Opens a folder, making keys, store and lock the first time. Throws `LOCKED` while another process has it, `CORRUPT`
   * when what is stored is damaged, `BAD_MANIFEST` when a package does not match its library.
   */
  static async open(options) {
    const { dataDir, environment = SYSTEM_ENVIRONMENT } = options;
    const supports = [js, ...options.libraries.filter(({ name }) => name !== js.name)];
    const keys = dataDir === void 0 ? await createKeys(environment) : await openKeys(dataDir, environment);
    const store = dataDir === void 0 ? createMemoryStore() : await openStore(dataDir);
    try {
      const check = await checkPackages(dataDir, supports);
      const core = await assemble({ ...options, environment, keys, store, check });
      return new _Domain(core, check, dataDir);
    } catch (error) {
      await store.close();
      throw error;
    }
  }
  get name() {
    return this.#core.name;
  }
  /** The domain's public key, hexadecimal: what an invitation pins. */
  get key() {
    return toHex(this.#core.keys.domain.publicKey);
  }
  /** Stores a table under a name. Durable when it resolves. Throws `EXISTS` or `BAD_ARGUMENT`. */
  addDataset(name, table, options) {
    return this.#core.datasets.add(name, table, options);
  }
  datasets() {
    return this.#core.datasets.describeAll();
  }
  /** Adds a person. The invitation is shown this once: hand it over on a channel of your own. */
  invite({
    name,
    until
  }) {
    const end = until === void 0 ? {} : { until: parseTime(until) };
    return this.#core.people.invite({ name, ...end }, { key: this.#core.keys.domain.publicKey, name: this.name });
  }
  people() {
    return this.#core.people.list();
  }
  /** Ends a person's access: key, invitations, grants and open connections. */
  removePerson(idOrName) {
    return removePerson(this.#core, idOrName);
  }
  /** Lets a person use columns of a dataset. Throws `NOT_FOUND` or `BAD_ARGUMENT`. */
  grant(options) {
    return grantColumns(this.#core, options);
  }
  grants() {
    return this.#core.grants.list();
  }
  /** Ends a grant by its id, or all of a person on a dataset; it holds for the next action. */
  revoke(which) {
    if (typeof which === "string") return this.#core.grants.revoke(which);
    const person = this.#core.people.find(typeof which.person === "string" ? which.person : which.person.id).id;
    return this.#core.grants.revoke({ person, dataset: which.dataset });
  }
  /** All requests, oldest first. */
  requests() {
    return this.#core.requests.list().map((request) => summarizeRequest(this.#core, request));
  }
  /** Everything that an owner should know before deciding. Waits until the value was computed and bound. */
  review(id) {
    return reviewRequest(this.#core, id);
  }
  /** Signs the release of exactly the bytes that were bound, to their requester. Throws `EXISTS` when it was decided. */
  async approve(id, { expires, uses } = {}) {
    if (uses !== void 0 && !(Number.isSafeInteger(uses) && uses > 0))
      throw new SyftError("BAD_ARGUMENT", "cannot approve: uses is a positive whole number");
    const options = {
      ...expires === void 0 ? {} : { expires: parseTime(expires) },
      ...uses === void 0 ? {} : { uses }
    };
    await this.#core.requests.decide(id, true, options);
  }
  /** Denies; the requester learns that and nothing more. */
  async deny(id) {
    await this.#core.requests.decide(id, false);
  }
  audit(after = 0, limit = 1e3) {
    return this.#core.store.audit(after, limit);
  }
  verifyAudit() {
    return this.#core.store.verifyAudit();
  }
  /** Serves over WebSocket. Loopback unless told otherwise. */
  async listen(options) {
    this.#assertOpen();
    const listener = await listenWebSocket(this.#core, this.#desk, options);
    this.#listeners.push(listener);
    return listener;
  }
  /**
   * Serves the owner's command line over a socket in the folder, which only the folder's owner may open. Throws
   * `BAD_CONFIG` for a domain without a folder, `LOCKED` when another process answers there.
   */
  async listenLocal() {
    this.#assertOpen();
    if (this.#dataDir === void 0) throw new SyftError("BAD_CONFIG", "cannot listen on local socket: the domain has no folder");
    const admit = (transport) => this.#desk.admit(transport, { address: transport.kind, local: true });
    this.#listeners.push(await listenLocalSocket({ dataDir: this.#dataDir, limits: this.#core.limits, admit }));
  }
  /** Serves one peer over a transport of yours. `local` peers may be the owner; give it to your own process alone. */
  serve(transport, { local = false, address = transport.kind } = {}) {
    this.#assertOpen();
    this.#desk.admit(transport, { address, local });
  }
  /** A transport to this domain, for a client in the same process. */
  connectInProcess() {
    const [ours, theirs] = createInProcessPair();
    this.serve(ours, { local: true });
    return theirs;
  }
  /** Serves a `MessagePort`: another thread, or a page in the same process. */
  servePort(port) {
    this.serve(createMessagePortTransport(port), { local: true });
  }
  /** Stops serving, finishes what is being written, lets go of the folder. */
  close() {
    this.#closed ??= this.#close();
    return this.#closed;
  }
  [Symbol.asyncDispose]() {
    return this.close();
  }
  async #close() {
    this.#desk.close();
    for (const listener of this.#listeners) await listener.close();
    await this.#core.requests.close();
    await this.#core.sessions.close();
    await this.#core.vms.close();
    await this.#core.store.close();
  }
  #assertOpen() {
    if (this.#closed !== void 0) throw new SyftError("CLOSED", "cannot use domain: it is closed");
  }
};
async function assemble(options) {
  const { environment, keys, check, dataDir, vm = "worker" } = options;
  const frames = new CommitBuffer(options.store, auditFrames(environment));
  const store = frames.inStep();
  const limits = resolveLimits(options.limits);
  const libraries = await loadLibraries(check.accepted, check.denied);
  const { allowlist, registry } = libraries;
  const tags = await openTags(store, registry.libraryTags());
  const serde = { registry, tags };
  const resolved = /* @__PURE__ */ new WeakMap();
  const matcher = new CallMatcher({
    accepts: (id) => allowlist.accepts(id),
    detect: (id, value) => registry.byType(id)?.detect(value) === true,
    factsOf: (pointer) => resolved.get(pointer) ?? internal("a pointer was not resolved")
  });
  const sessions = new SessionDirectory();
  const requests = new RequestBook();
  const core = {
    name: options.name ?? dataDir?.split(/[\\/]/).findLast(Boolean) ?? "domain",
    keys,
    limits,
    environment,
    store,
    frames,
    allowlist,
    registry,
    tags,
    resolved,
    matcher,
    sessions,
    requests,
    libraries: check.accepted.flatMap(
      (support) => support.surfaces.map(({ root, version, digest }) => ({ support, root, version, digest }))
    ),
    vms: vm === "worker" ? new WorkerVmPool({ supports: check.accepted, denied: check.denied, tags: tags.libraryTags(), limits }) : new InThreadVmPool({ libraries, tags: tags.libraryTags(), limits }),
    people: await People.open(store, environment),
    grants: await GrantBook.open({ store, environment, owner: keys.owner, domain: toHex(keys.domain.publicKey) }),
    datasets: await DatasetCatalogue.open(store, environment, serde),
    log: options.log ?? (() => {
    })
  };
  sessions.attach(core);
  await requests.open(core);
  await store.commit(
    [],
    [
      {
        at: environment.now(),
        kind: "open",
        detail: { name: core.name, libraries: core.libraries.map(({ root, version }) => `${root}@${version}`) }
      }
    ]
  );
  return core;
}
async function openTags(store, names) {
  const known = await store.scan("tags");
  const tags = new TagTable(known.map(([name, number]) => [name, Number(number)]));
  tags.addAll(names);
  const fresh = tags.libraryTags().filter(([name]) => !known.some(([other]) => other === name));
  if (fresh.length > 0) await store.commit(fresh.map(([key, number]) => ({ kind: "put", table: "tags", key, value: String(number) })));
  return tags;
}
function internal(reason) {
  throw new SyftError("INTERNAL", `cannot go on: ${reason}`);
}

// src/table/column-makers.ts
function makeColumn(kind, options) {
  const missing = options.missing ?? [];
  return { ...options, kind, missing: Array.isArray(missing) ? missing : [missing] };
}
var numberMaker = (kind) => (options = {}) => makeColumn(kind, options);
var float64 = numberMaker("float64");
var float32 = numberMaker("float32");
var int32 = numberMaker("int32");
var int16 = numberMaker("int16");
var int8 = numberMaker("int8");
var uint32 = numberMaker("uint32");
var uint16 = numberMaker("uint16");
var uint8 = numberMaker("uint8");
function boolean(options = {}) {
  return makeColumn("boolean", options);
}
function category(categories, options = {}) {
  return makeColumn("category", { ...options, categories });
}
function tableOf(columns, schema = inferSchema(columns)) {
  const names = Object.keys(schema.columns);
  const arrays = names.map((name) => numbersOf(name, Object.hasOwn(columns, name) ? columns[name] : void 0));
  const [rowCount = 0, ...others] = new Set(arrays.map((array) => array.length));
  if (others.length > 0) throw new SyftError("BAD_ARGUMENT", "cannot make table: the arrays differ in length");
  const builder = new TableBuilder(schema, elementReader, {});
  const places = names.map((_, index) => index);
  for (let row = 0; row < rowCount; row++)
    builder.addRow(
      arrays.map((array) => array[row]),
      places
    );
  return builder.finish();
}
function numbersOf(name, array) {
  const dtype = dtypeOfTypedArray(array);
  if (dtype === void 0 || dtype.startsWith("big")) {
    throw new SyftError("BAD_ARGUMENT", `cannot make table: column ${JSON.stringify(name)} is not a typed array of numbers`);
  }
  return array;
}
function inferSchema(columns) {
  const inferred = Object.entries(columns).map(([name, array]) => [name, inferColumn(name, array)]);
  return defineTable({ subject: "row", columns: Object.fromEntries(inferred) });
}
function inferColumn(name, array) {
  const dtype = dtypeOfTypedArray(array);
  const kind = dtype === "uint8_clamped" ? "uint8" : dtype;
  if (!isColumnKind(kind)) throw new SyftError("BAD_ARGUMENT", `cannot make table: column ${JSON.stringify(name)} has no kind of column`);
  return { kind, missing: kind.startsWith("float") ? ["NaN"] : [] };
}

export { Domain, SYSTEM_ENVIRONMENT, acceptPackages, boolean, category, checkPackages, defineTable, float32, float64, int16, int32, int8, mockOf, parseTableSchema, readCsv, readJson, seedOfCall, tableOf, uint16, uint32, uint8, withSeededRandom };
