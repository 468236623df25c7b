// Generated from schema.proto by `pnpm codegen`. Do not edit.
/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

const $root = $protobuf.roots["syft_ast"] || ($protobuf.roots["syft_ast"] = {});

export const Value = $root.Value = (() => {

    const Value = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Value.prototype.tag = 0;
    Value.prototype.body = $util.newBuffer([]);

    Value.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.tag != null && $Object.hasOwnProperty.call(message, "tag") && message.tag !== 0)
            writer.uint32(8).uint32(message.tag);
        if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
            writer.uint32(18).bytes(message.body);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Value.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Value();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.tag = value;
                    else
                        delete message.tag;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.body = value;
                    else
                        delete message.body;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Value;
})();

export const ArrayBody = $root.ArrayBody = (() => {

    const ArrayBody = function (properties) {
        this.shape = [];
        this.elements = [];
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    ArrayBody.prototype.dtype = 0;
    ArrayBody.prototype.shape = $util.emptyArray;
    ArrayBody.prototype.data = $util.newBuffer([]);
    ArrayBody.prototype.part = 0;
    ArrayBody.prototype.elements = $util.emptyArray;

    ArrayBody.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.dtype != null && $Object.hasOwnProperty.call(message, "dtype") && message.dtype !== 0)
            writer.uint32(8).uint32(message.dtype);
        if (message.shape != null && message.shape.length)
            writer.uint32(18).uint32s(message.shape);
        if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
            writer.uint32(26).bytes(message.data);
        if (message.part != null && $Object.hasOwnProperty.call(message, "part") && message.part !== 0)
            writer.uint32(32).uint32(message.part);
        if (message.elements != null && message.elements.length)
            for (let i = 0; i < message.elements.length; ++i)
                writer.uint32(42).bytes(message.elements[i]);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    ArrayBody.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.ArrayBody();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.dtype = value;
                    else
                        delete message.dtype;
                    continue;
                }
            case 2: {
                    if (wireType === 2) {
                        if (!(message.shape && message.shape.length))
                            message.shape = [];
                        reader.uint32s(message.shape);
                        continue;
                    }
                    if (wireType !== 0)
                        break;
                    if (!(message.shape && message.shape.length))
                        message.shape = [];
                    message.shape.push(reader.uint32());
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.data = value;
                    else
                        delete message.data;
                    continue;
                }
            case 4: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.part = value;
                    else
                        delete message.part;
                    continue;
                }
            case 5: {
                    if (wireType !== 2)
                        break;
                    if (!(message.elements && message.elements.length))
                        message.elements = [];
                    message.elements.push(reader.bytes());
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return ArrayBody;
})();

export const ListBody = $root.ListBody = (() => {

    const ListBody = function (properties) {
        this.items = [];
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    ListBody.prototype.items = $util.emptyArray;

    ListBody.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.items != null && message.items.length)
            for (let i = 0; i < message.items.length; ++i)
                writer.uint32(10).bytes(message.items[i]);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    ListBody.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.ListBody();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 2)
                        break;
                    if (!(message.items && message.items.length))
                        message.items = [];
                    message.items.push(reader.bytes());
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return ListBody;
})();

export const RecordBody = $root.RecordBody = (() => {

    const RecordBody = function (properties) {
        this.keys = [];
        this.values = [];
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    RecordBody.prototype.keys = $util.emptyArray;
    RecordBody.prototype.values = $util.emptyArray;

    RecordBody.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.keys != null && message.keys.length)
            for (let i = 0; i < message.keys.length; ++i)
                writer.uint32(10).string(message.keys[i]);
        if (message.values != null && message.values.length)
            for (let i = 0; i < message.values.length; ++i)
                writer.uint32(18).bytes(message.values[i]);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    RecordBody.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.RecordBody();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 2)
                        break;
                    if (!(message.keys && message.keys.length))
                        message.keys = [];
                    message.keys.push(reader.stringVerify());
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if (!(message.values && message.values.length))
                        message.values = [];
                    message.values.push(reader.bytes());
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return RecordBody;
})();

export const PointerBody = $root.PointerBody = (() => {

    const PointerBody = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    PointerBody.prototype.prefix = $util.newBuffer([]);
    PointerBody.prototype.counter = 0;

    PointerBody.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix") && message.prefix.length)
            writer.uint32(10).bytes(message.prefix);
        if (message.counter != null && $Object.hasOwnProperty.call(message, "counter") && message.counter !== 0)
            writer.uint32(16).uint32(message.counter);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    PointerBody.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.PointerBody();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.prefix = value;
                    else
                        delete message.prefix;
                    continue;
                }
            case 2: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.counter = value;
                    else
                        delete message.counter;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return PointerBody;
})();

export const Library = $root.Library = (() => {

    const Library = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Library.prototype.root = "";
    Library.prototype["package"] = "";
    Library.prototype.digest = "";

    Library.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.root != null && $Object.hasOwnProperty.call(message, "root") && message.root !== "")
            writer.uint32(10).string(message.root);
        if (message["package"] != null && $Object.hasOwnProperty.call(message, "package") && message["package"] !== "")
            writer.uint32(18).string(message["package"]);
        if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest !== "")
            writer.uint32(26).string(message.digest);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Library.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Library();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.root = value;
                    else
                        delete message.root;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message["package"] = value;
                    else
                        delete message["package"];
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.digest = value;
                    else
                        delete message.digest;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Library;
})();

export const ClientHello = $root.ClientHello = (() => {

    const ClientHello = function (properties) {
        this.libraries = [];
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    ClientHello.prototype.protocol = 0;
    ClientHello.prototype.clientKey = $util.newBuffer([]);
    ClientHello.prototype.nonce = $util.newBuffer([]);
    ClientHello.prototype.origin = "";
    ClientHello.prototype.resume = $util.newBuffer([]);
    ClientHello.prototype.libraries = $util.emptyArray;

    ClientHello.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== 0)
            writer.uint32(8).uint32(message.protocol);
        if (message.clientKey != null && $Object.hasOwnProperty.call(message, "clientKey") && message.clientKey.length)
            writer.uint32(18).bytes(message.clientKey);
        if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
            writer.uint32(26).bytes(message.nonce);
        if (message.origin != null && $Object.hasOwnProperty.call(message, "origin") && message.origin !== "")
            writer.uint32(34).string(message.origin);
        if (message.resume != null && $Object.hasOwnProperty.call(message, "resume") && message.resume.length)
            writer.uint32(42).bytes(message.resume);
        if (message.libraries != null && message.libraries.length)
            for (let i = 0; i < message.libraries.length; ++i)
                $root.Library.encode(message.libraries[i], writer.uint32(50).fork(), _depth + 1).ldelim();
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    ClientHello.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.ClientHello();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.protocol = value;
                    else
                        delete message.protocol;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.clientKey = value;
                    else
                        delete message.clientKey;
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.nonce = value;
                    else
                        delete message.nonce;
                    continue;
                }
            case 4: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.origin = value;
                    else
                        delete message.origin;
                    continue;
                }
            case 5: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.resume = value;
                    else
                        delete message.resume;
                    continue;
                }
            case 6: {
                    if (wireType !== 2)
                        break;
                    if (!(message.libraries && message.libraries.length))
                        message.libraries = [];
                    message.libraries.push($root.Library.decode(reader, reader.size(), $undefined, _depth + 1));
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return ClientHello;
})();

export const DomainHello = $root.DomainHello = (() => {

    const DomainHello = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    DomainHello.prototype.protocol = 0;
    DomainHello.prototype.domainKey = $util.newBuffer([]);
    DomainHello.prototype.nonce = $util.newBuffer([]);
    DomainHello.prototype.signature = $util.newBuffer([]);

    DomainHello.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== 0)
            writer.uint32(8).uint32(message.protocol);
        if (message.domainKey != null && $Object.hasOwnProperty.call(message, "domainKey") && message.domainKey.length)
            writer.uint32(18).bytes(message.domainKey);
        if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
            writer.uint32(26).bytes(message.nonce);
        if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
            writer.uint32(34).bytes(message.signature);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    DomainHello.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.DomainHello();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.protocol = value;
                    else
                        delete message.protocol;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.domainKey = value;
                    else
                        delete message.domainKey;
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.nonce = value;
                    else
                        delete message.nonce;
                    continue;
                }
            case 4: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.signature = value;
                    else
                        delete message.signature;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return DomainHello;
})();

export const ClientProof = $root.ClientProof = (() => {

    const ClientProof = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    ClientProof.prototype.signature = $util.newBuffer([]);
    ClientProof.prototype.invitation = "";
    ClientProof.prototype.secret = $util.newBuffer([]);

    ClientProof.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
            writer.uint32(10).bytes(message.signature);
        if (message.invitation != null && $Object.hasOwnProperty.call(message, "invitation") && message.invitation !== "")
            writer.uint32(18).string(message.invitation);
        if (message.secret != null && $Object.hasOwnProperty.call(message, "secret") && message.secret.length)
            writer.uint32(26).bytes(message.secret);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    ClientProof.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.ClientProof();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.signature = value;
                    else
                        delete message.signature;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.invitation = value;
                    else
                        delete message.invitation;
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.secret = value;
                    else
                        delete message.secret;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return ClientProof;
})();

export const Tag = $root.Tag = (() => {

    const Tag = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Tag.prototype.number = 0;
    Tag.prototype.name = "";

    Tag.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.number != null && $Object.hasOwnProperty.call(message, "number") && message.number !== 0)
            writer.uint32(8).uint32(message.number);
        if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
            writer.uint32(18).string(message.name);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Tag.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Tag();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.number = value;
                    else
                        delete message.number;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.name = value;
                    else
                        delete message.name;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Tag;
})();

export const LibraryState = $root.LibraryState = (() => {

    const LibraryState = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    LibraryState.prototype.root = "";
    LibraryState.prototype.state = "";
    LibraryState.prototype.version = "";

    LibraryState.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.root != null && $Object.hasOwnProperty.call(message, "root") && message.root !== "")
            writer.uint32(10).string(message.root);
        if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
            writer.uint32(18).string(message.state);
        if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
            writer.uint32(26).string(message.version);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    LibraryState.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.LibraryState();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.root = value;
                    else
                        delete message.root;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.state = value;
                    else
                        delete message.state;
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.version = value;
                    else
                        delete message.version;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return LibraryState;
})();

export const Welcome = $root.Welcome = (() => {

    const Welcome = function (properties) {
        this.tags = [];
        this.roles = [];
        this.libraries = [];
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Welcome.prototype.prefix = $util.newBuffer([]);
    Welcome.prototype.counter = 0;
    Welcome.prototype.accepted = 0;
    Welcome.prototype.durable = 0;
    Welcome.prototype.tags = $util.emptyArray;
    Welcome.prototype.person = "";
    Welcome.prototype.roles = $util.emptyArray;
    Welcome.prototype.libraries = $util.emptyArray;
    Welcome.prototype.limits = $util.newBuffer([]);

    Welcome.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix") && message.prefix.length)
            writer.uint32(10).bytes(message.prefix);
        if (message.counter != null && $Object.hasOwnProperty.call(message, "counter") && message.counter !== 0)
            writer.uint32(16).uint32(message.counter);
        if (message.accepted != null && $Object.hasOwnProperty.call(message, "accepted") && message.accepted !== 0)
            writer.uint32(24).uint32(message.accepted);
        if (message.durable != null && $Object.hasOwnProperty.call(message, "durable") && message.durable !== 0)
            writer.uint32(32).uint32(message.durable);
        if (message.tags != null && message.tags.length)
            for (let i = 0; i < message.tags.length; ++i)
                $root.Tag.encode(message.tags[i], writer.uint32(42).fork(), _depth + 1).ldelim();
        if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
            writer.uint32(50).string(message.person);
        if (message.roles != null && message.roles.length)
            for (let i = 0; i < message.roles.length; ++i)
                writer.uint32(58).string(message.roles[i]);
        if (message.libraries != null && message.libraries.length)
            for (let i = 0; i < message.libraries.length; ++i)
                $root.LibraryState.encode(message.libraries[i], writer.uint32(66).fork(), _depth + 1).ldelim();
        if (message.limits != null && $Object.hasOwnProperty.call(message, "limits") && message.limits.length)
            writer.uint32(74).bytes(message.limits);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Welcome.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Welcome();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.prefix = value;
                    else
                        delete message.prefix;
                    continue;
                }
            case 2: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.counter = value;
                    else
                        delete message.counter;
                    continue;
                }
            case 3: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.accepted = value;
                    else
                        delete message.accepted;
                    continue;
                }
            case 4: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.durable = value;
                    else
                        delete message.durable;
                    continue;
                }
            case 5: {
                    if (wireType !== 2)
                        break;
                    if (!(message.tags && message.tags.length))
                        message.tags = [];
                    message.tags.push($root.Tag.decode(reader, reader.size(), $undefined, _depth + 1));
                    continue;
                }
            case 6: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.person = value;
                    else
                        delete message.person;
                    continue;
                }
            case 7: {
                    if (wireType !== 2)
                        break;
                    if (!(message.roles && message.roles.length))
                        message.roles = [];
                    message.roles.push(reader.stringVerify());
                    continue;
                }
            case 8: {
                    if (wireType !== 2)
                        break;
                    if (!(message.libraries && message.libraries.length))
                        message.libraries = [];
                    message.libraries.push($root.LibraryState.decode(reader, reader.size(), $undefined, _depth + 1));
                    continue;
                }
            case 9: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.limits = value;
                    else
                        delete message.limits;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Welcome;
})();

export const Declare = $root.Declare = (() => {

    const Declare = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Declare.prototype.entry = 0;
    Declare.prototype.path = "";
    Declare.prototype.signature = "";

    Declare.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.entry != null && $Object.hasOwnProperty.call(message, "entry") && message.entry !== 0)
            writer.uint32(8).uint32(message.entry);
        if (message.path != null && $Object.hasOwnProperty.call(message, "path") && message.path !== "")
            writer.uint32(18).string(message.path);
        if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature !== "")
            writer.uint32(26).string(message.signature);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Declare.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Declare();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.entry = value;
                    else
                        delete message.entry;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.path = value;
                    else
                        delete message.path;
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.signature = value;
                    else
                        delete message.signature;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Declare;
})();

export const Action = $root.Action = (() => {

    const Action = function (properties) {
        this.operands = [];
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Action.prototype.id = 0;
    Action.prototype.entry = 0;
    Action.prototype.operands = $util.emptyArray;

    Action.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
            writer.uint32(8).uint32(message.id);
        if (message.entry != null && $Object.hasOwnProperty.call(message, "entry") && message.entry !== 0)
            writer.uint32(16).uint32(message.entry);
        if (message.operands != null && message.operands.length)
            for (let i = 0; i < message.operands.length; ++i)
                writer.uint32(26).bytes(message.operands[i]);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Action.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Action();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.id = value;
                    else
                        delete message.id;
                    continue;
                }
            case 2: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.entry = value;
                    else
                        delete message.entry;
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    if (!(message.operands && message.operands.length))
                        message.operands = [];
                    message.operands.push(reader.bytes());
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Action;
})();

export const Select = $root.Select = (() => {

    const Select = function (properties) {
        this.columns = [];
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Select.prototype.id = 0;
    Select.prototype.dataset = "";
    Select.prototype.columns = $util.emptyArray;
    Select.prototype.mock = false;

    Select.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
            writer.uint32(8).uint32(message.id);
        if (message.dataset != null && $Object.hasOwnProperty.call(message, "dataset") && message.dataset !== "")
            writer.uint32(18).string(message.dataset);
        if (message.columns != null && message.columns.length)
            for (let i = 0; i < message.columns.length; ++i)
                writer.uint32(26).string(message.columns[i]);
        if (message.mock != null && $Object.hasOwnProperty.call(message, "mock") && message.mock !== false)
            writer.uint32(32).bool(message.mock);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Select.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Select();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.id = value;
                    else
                        delete message.id;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.dataset = value;
                    else
                        delete message.dataset;
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    if (!(message.columns && message.columns.length))
                        message.columns = [];
                    message.columns.push(reader.stringVerify());
                    continue;
                }
            case 4: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.bool())
                        message.mock = value;
                    else
                        delete message.mock;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Select;
})();

export const Delete = $root.Delete = (() => {

    const Delete = function (properties) {
        this.objects = [];
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Delete.prototype.objects = $util.emptyArray;

    Delete.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.objects != null && message.objects.length)
            for (let i = 0; i < message.objects.length; ++i)
                writer.uint32(10).bytes(message.objects[i]);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Delete.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Delete();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 2)
                        break;
                    if (!(message.objects && message.objects.length))
                        message.objects = [];
                    message.objects.push(reader.bytes());
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Delete;
})();

export const Get = $root.Get = (() => {

    const Get = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Get.prototype.call = 0;
    Get.prototype.object = $util.newBuffer([]);
    Get.prototype.offset = 0;

    Get.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.call != null && $Object.hasOwnProperty.call(message, "call") && message.call !== 0)
            writer.uint32(8).uint32(message.call);
        if (message.object != null && $Object.hasOwnProperty.call(message, "object") && message.object.length)
            writer.uint32(18).bytes(message.object);
        if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && !$Object.is(message.offset, 0))
            writer.uint32(25).double(message.offset);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Get.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Get();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.call = value;
                    else
                        delete message.call;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.object = value;
                    else
                        delete message.object;
                    continue;
                }
            case 3: {
                    if (wireType !== 1)
                        break;
                    if (!$Object.is(value = reader.double(), 0))
                        message.offset = value;
                    else
                        delete message.offset;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Get;
})();

export const Put = $root.Put = (() => {

    const Put = function (properties) {
        this.parts = [];
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Put.prototype.call = 0;
    Put.prototype.id = 0;
    Put.prototype.value = $util.newBuffer([]);
    Put.prototype.parts = $util.emptyArray;

    Put.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.call != null && $Object.hasOwnProperty.call(message, "call") && message.call !== 0)
            writer.uint32(8).uint32(message.call);
        if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
            writer.uint32(16).uint32(message.id);
        if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
            writer.uint32(26).bytes(message.value);
        if (message.parts != null && message.parts.length)
            writer.uint32(34).doubles(message.parts);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Put.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Put();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.call = value;
                    else
                        delete message.call;
                    continue;
                }
            case 2: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.id = value;
                    else
                        delete message.id;
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.value = value;
                    else
                        delete message.value;
                    continue;
                }
            case 4: {
                    if (wireType === 2) {
                        if (!(message.parts && message.parts.length))
                            message.parts = [];
                        reader.doubles(message.parts);
                        continue;
                    }
                    if (wireType !== 1)
                        break;
                    if (!(message.parts && message.parts.length))
                        message.parts = [];
                    message.parts.push(reader.double());
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Put;
})();

export const Fetch = $root.Fetch = (() => {

    const Fetch = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Fetch.prototype.call = 0;
    Fetch.prototype.request = "";
    Fetch.prototype.offset = 0;

    Fetch.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.call != null && $Object.hasOwnProperty.call(message, "call") && message.call !== 0)
            writer.uint32(8).uint32(message.call);
        if (message.request != null && $Object.hasOwnProperty.call(message, "request") && message.request !== "")
            writer.uint32(18).string(message.request);
        if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && !$Object.is(message.offset, 0))
            writer.uint32(25).double(message.offset);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Fetch.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Fetch();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.call = value;
                    else
                        delete message.call;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.request = value;
                    else
                        delete message.request;
                    continue;
                }
            case 3: {
                    if (wireType !== 1)
                        break;
                    if (!$Object.is(value = reader.double(), 0))
                        message.offset = value;
                    else
                        delete message.offset;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Fetch;
})();

export const Call = $root.Call = (() => {

    const Call = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Call.prototype.call = 0;
    Call.prototype.op = "";
    Call.prototype.json = $util.newBuffer([]);
    Call.prototype.record = $util.newBuffer([]);
    Call.prototype.signature = $util.newBuffer([]);

    Call.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.call != null && $Object.hasOwnProperty.call(message, "call") && message.call !== 0)
            writer.uint32(8).uint32(message.call);
        if (message.op != null && $Object.hasOwnProperty.call(message, "op") && message.op !== "")
            writer.uint32(18).string(message.op);
        if (message.json != null && $Object.hasOwnProperty.call(message, "json") && message.json.length)
            writer.uint32(26).bytes(message.json);
        if (message.record != null && $Object.hasOwnProperty.call(message, "record") && message.record.length)
            writer.uint32(34).bytes(message.record);
        if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
            writer.uint32(42).bytes(message.signature);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Call.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Call();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.call = value;
                    else
                        delete message.call;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.op = value;
                    else
                        delete message.op;
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.json = value;
                    else
                        delete message.json;
                    continue;
                }
            case 4: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.record = value;
                    else
                        delete message.record;
                    continue;
                }
            case 5: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.signature = value;
                    else
                        delete message.signature;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Call;
})();

export const Stop = $root.Stop = (() => {

    const Stop = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Stop.prototype.call = 0;

    Stop.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.call != null && $Object.hasOwnProperty.call(message, "call") && message.call !== 0)
            writer.uint32(8).uint32(message.call);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Stop.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Stop();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.call = value;
                    else
                        delete message.call;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Stop;
})();

export const Credit = $root.Credit = (() => {

    const Credit = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Credit.prototype.transfer = 0;
    Credit.prototype.bytes = 0;

    Credit.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.transfer != null && $Object.hasOwnProperty.call(message, "transfer") && message.transfer !== 0)
            writer.uint32(8).uint32(message.transfer);
        if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && !$Object.is(message.bytes, 0))
            writer.uint32(17).double(message.bytes);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Credit.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Credit();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.transfer = value;
                    else
                        delete message.transfer;
                    continue;
                }
            case 2: {
                    if (wireType !== 1)
                        break;
                    if (!$Object.is(value = reader.double(), 0))
                        message.bytes = value;
                    else
                        delete message.bytes;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Credit;
})();

export const ClientMessage = $root.ClientMessage = (() => {

    const ClientMessage = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    ClientMessage.prototype.declare = null;
    ClientMessage.prototype.action = null;
    ClientMessage.prototype.select = null;
    ClientMessage.prototype["delete"] = null;
    ClientMessage.prototype.get = null;
    ClientMessage.prototype.put = null;
    ClientMessage.prototype.fetch = null;
    ClientMessage.prototype.call = null;
    ClientMessage.prototype.stop = null;
    ClientMessage.prototype.credit = null;

    let $oneOfFields;

    $Object.defineProperty(ClientMessage.prototype, "body", {
        get: $util.oneOfGetter($oneOfFields = ["declare", "action", "select", "delete", "get", "put", "fetch", "call", "stop", "credit"]),
        set: $util.oneOfSetter($oneOfFields)
    });

    ClientMessage.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.declare != null && $Object.hasOwnProperty.call(message, "declare"))
            $root.Declare.encode(message.declare, writer.uint32(10).fork(), _depth + 1).ldelim();
        if (message.action != null && $Object.hasOwnProperty.call(message, "action"))
            $root.Action.encode(message.action, writer.uint32(18).fork(), _depth + 1).ldelim();
        if (message.select != null && $Object.hasOwnProperty.call(message, "select"))
            $root.Select.encode(message.select, writer.uint32(26).fork(), _depth + 1).ldelim();
        if (message["delete"] != null && $Object.hasOwnProperty.call(message, "delete"))
            $root.Delete.encode(message["delete"], writer.uint32(34).fork(), _depth + 1).ldelim();
        if (message.get != null && $Object.hasOwnProperty.call(message, "get"))
            $root.Get.encode(message.get, writer.uint32(42).fork(), _depth + 1).ldelim();
        if (message.put != null && $Object.hasOwnProperty.call(message, "put"))
            $root.Put.encode(message.put, writer.uint32(50).fork(), _depth + 1).ldelim();
        if (message.fetch != null && $Object.hasOwnProperty.call(message, "fetch"))
            $root.Fetch.encode(message.fetch, writer.uint32(58).fork(), _depth + 1).ldelim();
        if (message.call != null && $Object.hasOwnProperty.call(message, "call"))
            $root.Call.encode(message.call, writer.uint32(66).fork(), _depth + 1).ldelim();
        if (message.stop != null && $Object.hasOwnProperty.call(message, "stop"))
            $root.Stop.encode(message.stop, writer.uint32(74).fork(), _depth + 1).ldelim();
        if (message.credit != null && $Object.hasOwnProperty.call(message, "credit"))
            $root.Credit.encode(message.credit, writer.uint32(82).fork(), _depth + 1).ldelim();
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    ClientMessage.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.ClientMessage();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 2)
                        break;
                    message.declare = $root.Declare.decode(reader, reader.size(), $undefined, _depth + 1, message.declare);
                    message.body = "declare";
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    message.action = $root.Action.decode(reader, reader.size(), $undefined, _depth + 1, message.action);
                    message.body = "action";
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    message.select = $root.Select.decode(reader, reader.size(), $undefined, _depth + 1, message.select);
                    message.body = "select";
                    continue;
                }
            case 4: {
                    if (wireType !== 2)
                        break;
                    message["delete"] = $root.Delete.decode(reader, reader.size(), $undefined, _depth + 1, message["delete"]);
                    message.body = "delete";
                    continue;
                }
            case 5: {
                    if (wireType !== 2)
                        break;
                    message.get = $root.Get.decode(reader, reader.size(), $undefined, _depth + 1, message.get);
                    message.body = "get";
                    continue;
                }
            case 6: {
                    if (wireType !== 2)
                        break;
                    message.put = $root.Put.decode(reader, reader.size(), $undefined, _depth + 1, message.put);
                    message.body = "put";
                    continue;
                }
            case 7: {
                    if (wireType !== 2)
                        break;
                    message.fetch = $root.Fetch.decode(reader, reader.size(), $undefined, _depth + 1, message.fetch);
                    message.body = "fetch";
                    continue;
                }
            case 8: {
                    if (wireType !== 2)
                        break;
                    message.call = $root.Call.decode(reader, reader.size(), $undefined, _depth + 1, message.call);
                    message.body = "call";
                    continue;
                }
            case 9: {
                    if (wireType !== 2)
                        break;
                    message.stop = $root.Stop.decode(reader, reader.size(), $undefined, _depth + 1, message.stop);
                    message.body = "stop";
                    continue;
                }
            case 10: {
                    if (wireType !== 2)
                        break;
                    message.credit = $root.Credit.decode(reader, reader.size(), $undefined, _depth + 1, message.credit);
                    message.body = "credit";
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return ClientMessage;
})();

export const ClientFrame = $root.ClientFrame = (() => {

    const ClientFrame = function (properties) {
        this.messages = [];
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    ClientFrame.prototype.seq = 0;
    ClientFrame.prototype.messages = $util.emptyArray;

    ClientFrame.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && message.seq !== 0)
            writer.uint32(8).uint32(message.seq);
        if (message.messages != null && message.messages.length)
            for (let i = 0; i < message.messages.length; ++i)
                $root.ClientMessage.encode(message.messages[i], writer.uint32(18).fork(), _depth + 1).ldelim();
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    ClientFrame.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.ClientFrame();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.seq = value;
                    else
                        delete message.seq;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if (!(message.messages && message.messages.length))
                        message.messages = [];
                    message.messages.push($root.ClientMessage.decode(reader, reader.size(), $undefined, _depth + 1));
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return ClientFrame;
})();

export const Ack = $root.Ack = (() => {

    const Ack = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Ack.prototype.accepted = 0;
    Ack.prototype.durable = 0;

    Ack.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.accepted != null && $Object.hasOwnProperty.call(message, "accepted") && message.accepted !== 0)
            writer.uint32(8).uint32(message.accepted);
        if (message.durable != null && $Object.hasOwnProperty.call(message, "durable") && message.durable !== 0)
            writer.uint32(16).uint32(message.durable);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Ack.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Ack();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.accepted = value;
                    else
                        delete message.accepted;
                    continue;
                }
            case 2: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.durable = value;
                    else
                        delete message.durable;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Ack;
})();

export const Fault = $root.Fault = (() => {

    const Fault = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Fault.prototype.id = 0;
    Fault.prototype.code = "";
    Fault.prototype.message = "";

    Fault.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
            writer.uint32(8).uint32(message.id);
        if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
            writer.uint32(18).string(message.code);
        if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
            writer.uint32(26).string(message.message);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Fault.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Fault();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.id = value;
                    else
                        delete message.id;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.code = value;
                    else
                        delete message.code;
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.message = value;
                    else
                        delete message.message;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Fault;
})();

export const Reply = $root.Reply = (() => {

    const Reply = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Reply.prototype.call = 0;
    Reply.prototype.code = "";
    Reply.prototype.message = "";
    Reply.prototype.json = $util.newBuffer([]);

    Reply.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.call != null && $Object.hasOwnProperty.call(message, "call") && message.call !== 0)
            writer.uint32(8).uint32(message.call);
        if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
            writer.uint32(18).string(message.code);
        if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
            writer.uint32(26).string(message.message);
        if (message.json != null && $Object.hasOwnProperty.call(message, "json") && message.json.length)
            writer.uint32(34).bytes(message.json);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Reply.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Reply();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.call = value;
                    else
                        delete message.call;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.code = value;
                    else
                        delete message.code;
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.message = value;
                    else
                        delete message.message;
                    continue;
                }
            case 4: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.json = value;
                    else
                        delete message.json;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Reply;
})();

export const Answer = $root.Answer = (() => {

    const Answer = function (properties) {
        this.parts = [];
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Answer.prototype.call = 0;
    Answer.prototype.value = $util.newBuffer([]);
    Answer.prototype.parts = $util.emptyArray;
    Answer.prototype.transfer = 0;
    Answer.prototype.offset = 0;

    Answer.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.call != null && $Object.hasOwnProperty.call(message, "call") && message.call !== 0)
            writer.uint32(8).uint32(message.call);
        if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
            writer.uint32(18).bytes(message.value);
        if (message.parts != null && message.parts.length)
            writer.uint32(26).doubles(message.parts);
        if (message.transfer != null && $Object.hasOwnProperty.call(message, "transfer") && message.transfer !== 0)
            writer.uint32(32).uint32(message.transfer);
        if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && !$Object.is(message.offset, 0))
            writer.uint32(41).double(message.offset);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Answer.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Answer();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.call = value;
                    else
                        delete message.call;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.value = value;
                    else
                        delete message.value;
                    continue;
                }
            case 3: {
                    if (wireType === 2) {
                        if (!(message.parts && message.parts.length))
                            message.parts = [];
                        reader.doubles(message.parts);
                        continue;
                    }
                    if (wireType !== 1)
                        break;
                    if (!(message.parts && message.parts.length))
                        message.parts = [];
                    message.parts.push(reader.double());
                    continue;
                }
            case 4: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.transfer = value;
                    else
                        delete message.transfer;
                    continue;
                }
            case 5: {
                    if (wireType !== 1)
                        break;
                    if (!$Object.is(value = reader.double(), 0))
                        message.offset = value;
                    else
                        delete message.offset;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Answer;
})();

export const Accept = $root.Accept = (() => {

    const Accept = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Accept.prototype.call = 0;
    Accept.prototype.transfer = 0;
    Accept.prototype.offset = 0;

    Accept.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.call != null && $Object.hasOwnProperty.call(message, "call") && message.call !== 0)
            writer.uint32(8).uint32(message.call);
        if (message.transfer != null && $Object.hasOwnProperty.call(message, "transfer") && message.transfer !== 0)
            writer.uint32(16).uint32(message.transfer);
        if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && !$Object.is(message.offset, 0))
            writer.uint32(25).double(message.offset);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Accept.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Accept();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.call = value;
                    else
                        delete message.call;
                    continue;
                }
            case 2: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.transfer = value;
                    else
                        delete message.transfer;
                    continue;
                }
            case 3: {
                    if (wireType !== 1)
                        break;
                    if (!$Object.is(value = reader.double(), 0))
                        message.offset = value;
                    else
                        delete message.offset;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Accept;
})();

export const Notice = $root.Notice = (() => {

    const Notice = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    Notice.prototype.topic = "";
    Notice.prototype.id = "";

    Notice.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.topic != null && $Object.hasOwnProperty.call(message, "topic") && message.topic !== "")
            writer.uint32(10).string(message.topic);
        if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
            writer.uint32(18).string(message.id);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    Notice.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.Notice();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.topic = value;
                    else
                        delete message.topic;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.id = value;
                    else
                        delete message.id;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return Notice;
})();

export const DomainMessage = $root.DomainMessage = (() => {

    const DomainMessage = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    DomainMessage.prototype.ack = null;
    DomainMessage.prototype.fault = null;
    DomainMessage.prototype.reply = null;
    DomainMessage.prototype.answer = null;
    DomainMessage.prototype.accept = null;
    DomainMessage.prototype.credit = null;
    DomainMessage.prototype.notice = null;

    let $oneOfFields;

    $Object.defineProperty(DomainMessage.prototype, "body", {
        get: $util.oneOfGetter($oneOfFields = ["ack", "fault", "reply", "answer", "accept", "credit", "notice"]),
        set: $util.oneOfSetter($oneOfFields)
    });

    DomainMessage.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.ack != null && $Object.hasOwnProperty.call(message, "ack"))
            $root.Ack.encode(message.ack, writer.uint32(10).fork(), _depth + 1).ldelim();
        if (message.fault != null && $Object.hasOwnProperty.call(message, "fault"))
            $root.Fault.encode(message.fault, writer.uint32(18).fork(), _depth + 1).ldelim();
        if (message.reply != null && $Object.hasOwnProperty.call(message, "reply"))
            $root.Reply.encode(message.reply, writer.uint32(26).fork(), _depth + 1).ldelim();
        if (message.answer != null && $Object.hasOwnProperty.call(message, "answer"))
            $root.Answer.encode(message.answer, writer.uint32(34).fork(), _depth + 1).ldelim();
        if (message.accept != null && $Object.hasOwnProperty.call(message, "accept"))
            $root.Accept.encode(message.accept, writer.uint32(42).fork(), _depth + 1).ldelim();
        if (message.credit != null && $Object.hasOwnProperty.call(message, "credit"))
            $root.Credit.encode(message.credit, writer.uint32(50).fork(), _depth + 1).ldelim();
        if (message.notice != null && $Object.hasOwnProperty.call(message, "notice"))
            $root.Notice.encode(message.notice, writer.uint32(58).fork(), _depth + 1).ldelim();
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    DomainMessage.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.DomainMessage();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 2)
                        break;
                    message.ack = $root.Ack.decode(reader, reader.size(), $undefined, _depth + 1, message.ack);
                    message.body = "ack";
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    message.fault = $root.Fault.decode(reader, reader.size(), $undefined, _depth + 1, message.fault);
                    message.body = "fault";
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    message.reply = $root.Reply.decode(reader, reader.size(), $undefined, _depth + 1, message.reply);
                    message.body = "reply";
                    continue;
                }
            case 4: {
                    if (wireType !== 2)
                        break;
                    message.answer = $root.Answer.decode(reader, reader.size(), $undefined, _depth + 1, message.answer);
                    message.body = "answer";
                    continue;
                }
            case 5: {
                    if (wireType !== 2)
                        break;
                    message.accept = $root.Accept.decode(reader, reader.size(), $undefined, _depth + 1, message.accept);
                    message.body = "accept";
                    continue;
                }
            case 6: {
                    if (wireType !== 2)
                        break;
                    message.credit = $root.Credit.decode(reader, reader.size(), $undefined, _depth + 1, message.credit);
                    message.body = "credit";
                    continue;
                }
            case 7: {
                    if (wireType !== 2)
                        break;
                    message.notice = $root.Notice.decode(reader, reader.size(), $undefined, _depth + 1, message.notice);
                    message.body = "notice";
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return DomainMessage;
})();

export const DomainFrame = $root.DomainFrame = (() => {

    const DomainFrame = function (properties) {
        this.messages = [];
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    DomainFrame.prototype.messages = $util.emptyArray;

    DomainFrame.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.messages != null && message.messages.length)
            for (let i = 0; i < message.messages.length; ++i)
                $root.DomainMessage.encode(message.messages[i], writer.uint32(10).fork(), _depth + 1).ldelim();
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    DomainFrame.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.DomainFrame();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 2)
                        break;
                    if (!(message.messages && message.messages.length))
                        message.messages = [];
                    message.messages.push($root.DomainMessage.decode(reader, reader.size(), $undefined, _depth + 1));
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return DomainFrame;
})();

export const GrantRecord = $root.GrantRecord = (() => {

    const GrantRecord = function (properties) {
        this.columns = [];
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    GrantRecord.prototype.domain = "";
    GrantRecord.prototype.id = "";
    GrantRecord.prototype.person = "";
    GrantRecord.prototype.dataset = "";
    GrantRecord.prototype.columns = $util.emptyArray;
    GrantRecord.prototype.until = 0;
    GrantRecord.prototype.purpose = "";
    GrantRecord.prototype.issued = 0;

    GrantRecord.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.domain != null && $Object.hasOwnProperty.call(message, "domain") && message.domain !== "")
            writer.uint32(10).string(message.domain);
        if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
            writer.uint32(18).string(message.id);
        if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
            writer.uint32(26).string(message.person);
        if (message.dataset != null && $Object.hasOwnProperty.call(message, "dataset") && message.dataset !== "")
            writer.uint32(34).string(message.dataset);
        if (message.columns != null && message.columns.length)
            for (let i = 0; i < message.columns.length; ++i)
                writer.uint32(42).string(message.columns[i]);
        if (message.until != null && $Object.hasOwnProperty.call(message, "until") && !$Object.is(message.until, 0))
            writer.uint32(49).double(message.until);
        if (message.purpose != null && $Object.hasOwnProperty.call(message, "purpose") && message.purpose !== "")
            writer.uint32(58).string(message.purpose);
        if (message.issued != null && $Object.hasOwnProperty.call(message, "issued") && !$Object.is(message.issued, 0))
            writer.uint32(65).double(message.issued);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    GrantRecord.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.GrantRecord();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.domain = value;
                    else
                        delete message.domain;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.id = value;
                    else
                        delete message.id;
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.person = value;
                    else
                        delete message.person;
                    continue;
                }
            case 4: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.dataset = value;
                    else
                        delete message.dataset;
                    continue;
                }
            case 5: {
                    if (wireType !== 2)
                        break;
                    if (!(message.columns && message.columns.length))
                        message.columns = [];
                    message.columns.push(reader.stringVerify());
                    continue;
                }
            case 6: {
                    if (wireType !== 1)
                        break;
                    if (!$Object.is(value = reader.double(), 0))
                        message.until = value;
                    else
                        delete message.until;
                    continue;
                }
            case 7: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.purpose = value;
                    else
                        delete message.purpose;
                    continue;
                }
            case 8: {
                    if (wireType !== 1)
                        break;
                    if (!$Object.is(value = reader.double(), 0))
                        message.issued = value;
                    else
                        delete message.issued;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return GrantRecord;
})();

export const DecisionRecord = $root.DecisionRecord = (() => {

    const DecisionRecord = function (properties) {
        if (properties)
            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                    this[keys[i]] = properties[keys[i]];
    };

    DecisionRecord.prototype.domain = "";
    DecisionRecord.prototype.request = "";
    DecisionRecord.prototype.object = "";
    DecisionRecord.prototype.binding = $util.newBuffer([]);
    DecisionRecord.prototype.person = "";
    DecisionRecord.prototype.approve = false;
    DecisionRecord.prototype.expires = 0;
    DecisionRecord.prototype.uses = 0;
    DecisionRecord.prototype.issued = 0;

    DecisionRecord.encode = function (message, writer, _depth) {
        if (!writer)
            writer = $Writer.create();
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $util.recursionLimit)
            throw $Error("max depth exceeded");
        if (message.domain != null && $Object.hasOwnProperty.call(message, "domain") && message.domain !== "")
            writer.uint32(10).string(message.domain);
        if (message.request != null && $Object.hasOwnProperty.call(message, "request") && message.request !== "")
            writer.uint32(18).string(message.request);
        if (message.object != null && $Object.hasOwnProperty.call(message, "object") && message.object !== "")
            writer.uint32(26).string(message.object);
        if (message.binding != null && $Object.hasOwnProperty.call(message, "binding") && message.binding.length)
            writer.uint32(34).bytes(message.binding);
        if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
            writer.uint32(42).string(message.person);
        if (message.approve != null && $Object.hasOwnProperty.call(message, "approve") && message.approve !== false)
            writer.uint32(48).bool(message.approve);
        if (message.expires != null && $Object.hasOwnProperty.call(message, "expires") && !$Object.is(message.expires, 0))
            writer.uint32(57).double(message.expires);
        if (message.uses != null && $Object.hasOwnProperty.call(message, "uses") && message.uses !== 0)
            writer.uint32(64).uint32(message.uses);
        if (message.issued != null && $Object.hasOwnProperty.call(message, "issued") && !$Object.is(message.issued, 0))
            writer.uint32(73).double(message.issued);
        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
            for (let i = 0; i < message.$unknowns.length; ++i)
                writer.raw(message.$unknowns[i]);
        return writer;
    };

    DecisionRecord.decode = function (reader, length, _end, _depth, _target) {
        if (!(reader instanceof $Reader))
            reader = $Reader.create(reader);
        if (_depth === $undefined)
            _depth = 0;
        if (_depth > $Reader.recursionLimit)
            throw $Error("max depth exceeded");
        let end, message, value;
        if (length === $undefined)
            end = reader.len;
        else {
            end = reader.pos + length;
            if (end > reader.len)
                throw $RangeError("index out of range");
            length = reader.len;
            reader.len = end;
        }
        message = _target || new $root.DecisionRecord();
        while (reader.pos < end) {
            let start = reader.pos;
            let tag = reader.tag();
            if (tag === _end) {
                _end = $undefined;
                break;
            }
            let wireType = tag & 7;
            switch (tag >>>= 3) {
            case 1: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.domain = value;
                    else
                        delete message.domain;
                    continue;
                }
            case 2: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.request = value;
                    else
                        delete message.request;
                    continue;
                }
            case 3: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.object = value;
                    else
                        delete message.object;
                    continue;
                }
            case 4: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.bytes()).length)
                        message.binding = value;
                    else
                        delete message.binding;
                    continue;
                }
            case 5: {
                    if (wireType !== 2)
                        break;
                    if ((value = reader.stringVerify()).length)
                        message.person = value;
                    else
                        delete message.person;
                    continue;
                }
            case 6: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.bool())
                        message.approve = value;
                    else
                        delete message.approve;
                    continue;
                }
            case 7: {
                    if (wireType !== 1)
                        break;
                    if (!$Object.is(value = reader.double(), 0))
                        message.expires = value;
                    else
                        delete message.expires;
                    continue;
                }
            case 8: {
                    if (wireType !== 0)
                        break;
                    if (value = reader.uint32())
                        message.uses = value;
                    else
                        delete message.uses;
                    continue;
                }
            case 9: {
                    if (wireType !== 1)
                        break;
                    if (!$Object.is(value = reader.double(), 0))
                        message.issued = value;
                    else
                        delete message.issued;
                    continue;
                }
            }
            reader.skipType(wireType, _depth, tag);
            if (!reader.discardUnknown) {
                $util.makeProp(message, "$unknowns", false);
                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
            }
        }
        if (length !== $undefined) {
            if (reader.pos !== end)
                throw $RangeError("index out of range");
            reader.len = length;
        }
        if (_end !== $undefined)
            throw $Error("missing end group");
        return message;
    };

    return DecisionRecord;
})();

export {
  $root as default
};
