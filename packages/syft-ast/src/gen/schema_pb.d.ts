// Generated from schema.proto by `pnpm codegen`. Do not edit.
import * as $protobuf from "protobufjs/minimal.js";

/**
 * Properties of a Value.
 * @deprecated Use Value.$Properties instead.
 */
export interface IValue extends Value.$Properties {
}

/** Represents a Value. */
export class Value {

    /**
     * Constructs a new Value.
     * @param [properties] Properties to set
     */
    constructor(properties?: Value.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Value tag. */
    tag: number;

    /** Value body. */
    body: Uint8Array;

    /**
     * Encodes the specified Value message. Does not implicitly {@link Value.verify|verify} messages.
     * @param message Value message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Value.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Value message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Value & Value.$Shape} Value
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Value & Value.$Shape;
}

export namespace Value {

    /** Properties of a Value. */
    interface $Properties {

        /** Value tag */
        tag?: (number|null);

        /** Value body */
        body?: (Uint8Array|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Value. */
    type $Shape = Value.$Properties;
}

/**
 * Properties of an ArrayBody.
 * @deprecated Use ArrayBody.$Properties instead.
 */
export interface IArrayBody extends ArrayBody.$Properties {
}

/** Represents an ArrayBody. */
export class ArrayBody {

    /**
     * Constructs a new ArrayBody.
     * @param [properties] Properties to set
     */
    constructor(properties?: ArrayBody.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** ArrayBody dtype. */
    dtype: number;

    /** ArrayBody shape. */
    shape: number[];

    /** ArrayBody data. */
    data: Uint8Array;

    /** ArrayBody part. */
    part: number;

    /** ArrayBody elements. */
    elements: Uint8Array[];

    /**
     * Encodes the specified ArrayBody message. Does not implicitly {@link ArrayBody.verify|verify} messages.
     * @param message ArrayBody message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: ArrayBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes an ArrayBody message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {ArrayBody & ArrayBody.$Shape} ArrayBody
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ArrayBody & ArrayBody.$Shape;
}

export namespace ArrayBody {

    /** Properties of an ArrayBody. */
    interface $Properties {

        /** ArrayBody dtype */
        dtype?: (number|null);

        /** ArrayBody shape */
        shape?: (number[]|null);

        /** ArrayBody data */
        data?: (Uint8Array|null);

        /** ArrayBody part */
        part?: (number|null);

        /** ArrayBody elements */
        elements?: (Uint8Array[]|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of an ArrayBody. */
    type $Shape = ArrayBody.$Properties;
}

/**
 * Properties of a ListBody.
 * @deprecated Use ListBody.$Properties instead.
 */
export interface IListBody extends ListBody.$Properties {
}

/** Represents a ListBody. */
export class ListBody {

    /**
     * Constructs a new ListBody.
     * @param [properties] Properties to set
     */
    constructor(properties?: ListBody.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** ListBody items. */
    items: Uint8Array[];

    /**
     * Encodes the specified ListBody message. Does not implicitly {@link ListBody.verify|verify} messages.
     * @param message ListBody message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: ListBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a ListBody message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {ListBody & ListBody.$Shape} ListBody
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ListBody & ListBody.$Shape;
}

export namespace ListBody {

    /** Properties of a ListBody. */
    interface $Properties {

        /** ListBody items */
        items?: (Uint8Array[]|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a ListBody. */
    type $Shape = ListBody.$Properties;
}

/**
 * Properties of a RecordBody.
 * @deprecated Use RecordBody.$Properties instead.
 */
export interface IRecordBody extends RecordBody.$Properties {
}

/** Represents a RecordBody. */
export class RecordBody {

    /**
     * Constructs a new RecordBody.
     * @param [properties] Properties to set
     */
    constructor(properties?: RecordBody.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** RecordBody keys. */
    keys: string[];

    /** RecordBody values. */
    values: Uint8Array[];

    /**
     * Encodes the specified RecordBody message. Does not implicitly {@link RecordBody.verify|verify} messages.
     * @param message RecordBody message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: RecordBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a RecordBody message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {RecordBody & RecordBody.$Shape} RecordBody
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): RecordBody & RecordBody.$Shape;
}

export namespace RecordBody {

    /** Properties of a RecordBody. */
    interface $Properties {

        /** RecordBody keys */
        keys?: (string[]|null);

        /** RecordBody values */
        values?: (Uint8Array[]|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a RecordBody. */
    type $Shape = RecordBody.$Properties;
}

/**
 * Properties of a PointerBody.
 * @deprecated Use PointerBody.$Properties instead.
 */
export interface IPointerBody extends PointerBody.$Properties {
}

/** Represents a PointerBody. */
export class PointerBody {

    /**
     * Constructs a new PointerBody.
     * @param [properties] Properties to set
     */
    constructor(properties?: PointerBody.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** PointerBody prefix. */
    prefix: Uint8Array;

    /** PointerBody counter. */
    counter: number;

    /**
     * Encodes the specified PointerBody message. Does not implicitly {@link PointerBody.verify|verify} messages.
     * @param message PointerBody message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: PointerBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a PointerBody message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {PointerBody & PointerBody.$Shape} PointerBody
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): PointerBody & PointerBody.$Shape;
}

export namespace PointerBody {

    /** Properties of a PointerBody. */
    interface $Properties {

        /** PointerBody prefix */
        prefix?: (Uint8Array|null);

        /** PointerBody counter */
        counter?: (number|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a PointerBody. */
    type $Shape = PointerBody.$Properties;
}

/**
 * Properties of a Library.
 * @deprecated Use Library.$Properties instead.
 */
export interface ILibrary extends Library.$Properties {
}

/** Represents a Library. */
export class Library {

    /**
     * Constructs a new Library.
     * @param [properties] Properties to set
     */
    constructor(properties?: Library.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Library root. */
    root: string;

    /** Library package. */
    package: string;

    /** Library digest. */
    digest: string;

    /**
     * Encodes the specified Library message. Does not implicitly {@link Library.verify|verify} messages.
     * @param message Library message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Library.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Library message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Library & Library.$Shape} Library
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Library & Library.$Shape;
}

export namespace Library {

    /** Properties of a Library. */
    interface $Properties {

        /** Library root */
        root?: (string|null);

        /** Library package */
        "package"?: (string|null);

        /** Library digest */
        digest?: (string|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Library. */
    type $Shape = Library.$Properties;
}

/**
 * Properties of a ClientHello.
 * @deprecated Use ClientHello.$Properties instead.
 */
export interface IClientHello extends ClientHello.$Properties {
}

/** Represents a ClientHello. */
export class ClientHello {

    /**
     * Constructs a new ClientHello.
     * @param [properties] Properties to set
     */
    constructor(properties?: ClientHello.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** ClientHello protocol. */
    protocol: number;

    /** ClientHello clientKey. */
    clientKey: Uint8Array;

    /** ClientHello nonce. */
    nonce: Uint8Array;

    /** ClientHello origin. */
    origin: string;

    /** ClientHello resume. */
    resume: Uint8Array;

    /** ClientHello libraries. */
    libraries: Library.$Properties[];

    /**
     * Encodes the specified ClientHello message. Does not implicitly {@link ClientHello.verify|verify} messages.
     * @param message ClientHello message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: ClientHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a ClientHello message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {ClientHello & ClientHello.$Shape} ClientHello
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ClientHello & ClientHello.$Shape;
}

export namespace ClientHello {

    /** Properties of a ClientHello. */
    interface $Properties {

        /** ClientHello protocol */
        protocol?: (number|null);

        /** ClientHello clientKey */
        clientKey?: (Uint8Array|null);

        /** ClientHello nonce */
        nonce?: (Uint8Array|null);

        /** ClientHello origin */
        origin?: (string|null);

        /** ClientHello resume */
        resume?: (Uint8Array|null);

        /** ClientHello libraries */
        libraries?: (Library.$Properties[]|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a ClientHello. */
    type $Shape = ClientHello.$Properties;
}

/**
 * Properties of a DomainHello.
 * @deprecated Use DomainHello.$Properties instead.
 */
export interface IDomainHello extends DomainHello.$Properties {
}

/** Represents a DomainHello. */
export class DomainHello {

    /**
     * Constructs a new DomainHello.
     * @param [properties] Properties to set
     */
    constructor(properties?: DomainHello.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** DomainHello protocol. */
    protocol: number;

    /** DomainHello domainKey. */
    domainKey: Uint8Array;

    /** DomainHello nonce. */
    nonce: Uint8Array;

    /** DomainHello signature. */
    signature: Uint8Array;

    /**
     * Encodes the specified DomainHello message. Does not implicitly {@link DomainHello.verify|verify} messages.
     * @param message DomainHello message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: DomainHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a DomainHello message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {DomainHello & DomainHello.$Shape} DomainHello
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): DomainHello & DomainHello.$Shape;
}

export namespace DomainHello {

    /** Properties of a DomainHello. */
    interface $Properties {

        /** DomainHello protocol */
        protocol?: (number|null);

        /** DomainHello domainKey */
        domainKey?: (Uint8Array|null);

        /** DomainHello nonce */
        nonce?: (Uint8Array|null);

        /** DomainHello signature */
        signature?: (Uint8Array|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a DomainHello. */
    type $Shape = DomainHello.$Properties;
}

/**
 * Properties of a ClientProof.
 * @deprecated Use ClientProof.$Properties instead.
 */
export interface IClientProof extends ClientProof.$Properties {
}

/** Represents a ClientProof. */
export class ClientProof {

    /**
     * Constructs a new ClientProof.
     * @param [properties] Properties to set
     */
    constructor(properties?: ClientProof.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** ClientProof signature. */
    signature: Uint8Array;

    /** ClientProof invitation. */
    invitation: string;

    /** ClientProof secret. */
    secret: Uint8Array;

    /**
     * Encodes the specified ClientProof message. Does not implicitly {@link ClientProof.verify|verify} messages.
     * @param message ClientProof message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: ClientProof.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a ClientProof message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {ClientProof & ClientProof.$Shape} ClientProof
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ClientProof & ClientProof.$Shape;
}

export namespace ClientProof {

    /** Properties of a ClientProof. */
    interface $Properties {

        /** ClientProof signature */
        signature?: (Uint8Array|null);

        /** ClientProof invitation */
        invitation?: (string|null);

        /** ClientProof secret */
        secret?: (Uint8Array|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a ClientProof. */
    type $Shape = ClientProof.$Properties;
}

/**
 * Properties of a Tag.
 * @deprecated Use Tag.$Properties instead.
 */
export interface ITag extends Tag.$Properties {
}

/** Represents a Tag. */
export class Tag {

    /**
     * Constructs a new Tag.
     * @param [properties] Properties to set
     */
    constructor(properties?: Tag.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Tag number. */
    number: number;

    /** Tag name. */
    name: string;

    /**
     * Encodes the specified Tag message. Does not implicitly {@link Tag.verify|verify} messages.
     * @param message Tag message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Tag.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Tag message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Tag & Tag.$Shape} Tag
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Tag & Tag.$Shape;
}

export namespace Tag {

    /** Properties of a Tag. */
    interface $Properties {

        /** Tag number */
        number?: (number|null);

        /** Tag name */
        name?: (string|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Tag. */
    type $Shape = Tag.$Properties;
}

/**
 * Properties of a LibraryState.
 * @deprecated Use LibraryState.$Properties instead.
 */
export interface ILibraryState extends LibraryState.$Properties {
}

/** Represents a LibraryState. */
export class LibraryState {

    /**
     * Constructs a new LibraryState.
     * @param [properties] Properties to set
     */
    constructor(properties?: LibraryState.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** LibraryState root. */
    root: string;

    /** LibraryState state. */
    state: string;

    /** LibraryState version. */
    version: string;

    /**
     * Encodes the specified LibraryState message. Does not implicitly {@link LibraryState.verify|verify} messages.
     * @param message LibraryState message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: LibraryState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a LibraryState message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {LibraryState & LibraryState.$Shape} LibraryState
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): LibraryState & LibraryState.$Shape;
}

export namespace LibraryState {

    /** Properties of a LibraryState. */
    interface $Properties {

        /** LibraryState root */
        root?: (string|null);

        /** LibraryState state */
        state?: (string|null);

        /** LibraryState version */
        version?: (string|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a LibraryState. */
    type $Shape = LibraryState.$Properties;
}

/**
 * Properties of a Welcome.
 * @deprecated Use Welcome.$Properties instead.
 */
export interface IWelcome extends Welcome.$Properties {
}

/** Represents a Welcome. */
export class Welcome {

    /**
     * Constructs a new Welcome.
     * @param [properties] Properties to set
     */
    constructor(properties?: Welcome.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Welcome prefix. */
    prefix: Uint8Array;

    /** Welcome counter. */
    counter: number;

    /** Welcome accepted. */
    accepted: number;

    /** Welcome durable. */
    durable: number;

    /** Welcome tags. */
    tags: Tag.$Properties[];

    /** Welcome person. */
    person: string;

    /** Welcome roles. */
    roles: string[];

    /** Welcome libraries. */
    libraries: LibraryState.$Properties[];

    /** Welcome limits. */
    limits: Uint8Array;

    /**
     * Encodes the specified Welcome message. Does not implicitly {@link Welcome.verify|verify} messages.
     * @param message Welcome message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Welcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Welcome message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Welcome & Welcome.$Shape} Welcome
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Welcome & Welcome.$Shape;
}

export namespace Welcome {

    /** Properties of a Welcome. */
    interface $Properties {

        /** Welcome prefix */
        prefix?: (Uint8Array|null);

        /** Welcome counter */
        counter?: (number|null);

        /** Welcome accepted */
        accepted?: (number|null);

        /** Welcome durable */
        durable?: (number|null);

        /** Welcome tags */
        tags?: (Tag.$Properties[]|null);

        /** Welcome person */
        person?: (string|null);

        /** Welcome roles */
        roles?: (string[]|null);

        /** Welcome libraries */
        libraries?: (LibraryState.$Properties[]|null);

        /** Welcome limits */
        limits?: (Uint8Array|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Welcome. */
    type $Shape = Welcome.$Properties;
}

/**
 * Properties of a Declare.
 * @deprecated Use Declare.$Properties instead.
 */
export interface IDeclare extends Declare.$Properties {
}

/** Represents a Declare. */
export class Declare {

    /**
     * Constructs a new Declare.
     * @param [properties] Properties to set
     */
    constructor(properties?: Declare.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Declare entry. */
    entry: number;

    /** Declare path. */
    path: string;

    /** Declare signature. */
    signature: string;

    /**
     * Encodes the specified Declare message. Does not implicitly {@link Declare.verify|verify} messages.
     * @param message Declare message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Declare.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Declare message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Declare & Declare.$Shape} Declare
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Declare & Declare.$Shape;
}

export namespace Declare {

    /** Properties of a Declare. */
    interface $Properties {

        /** Declare entry */
        entry?: (number|null);

        /** Declare path */
        path?: (string|null);

        /** Declare signature */
        signature?: (string|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Declare. */
    type $Shape = Declare.$Properties;
}

/**
 * Properties of an Action.
 * @deprecated Use Action.$Properties instead.
 */
export interface IAction extends Action.$Properties {
}

/** Represents an Action. */
export class Action {

    /**
     * Constructs a new Action.
     * @param [properties] Properties to set
     */
    constructor(properties?: Action.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Action id. */
    id: number;

    /** Action entry. */
    entry: number;

    /** Action operands. */
    operands: Uint8Array[];

    /**
     * Encodes the specified Action message. Does not implicitly {@link Action.verify|verify} messages.
     * @param message Action message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Action.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes an Action message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Action & Action.$Shape} Action
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Action & Action.$Shape;
}

export namespace Action {

    /** Properties of an Action. */
    interface $Properties {

        /** Action id */
        id?: (number|null);

        /** Action entry */
        entry?: (number|null);

        /** Action operands */
        operands?: (Uint8Array[]|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of an Action. */
    type $Shape = Action.$Properties;
}

/**
 * Properties of a Select.
 * @deprecated Use Select.$Properties instead.
 */
export interface ISelect extends Select.$Properties {
}

/** Represents a Select. */
export class Select {

    /**
     * Constructs a new Select.
     * @param [properties] Properties to set
     */
    constructor(properties?: Select.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Select id. */
    id: number;

    /** Select dataset. */
    dataset: string;

    /** Select columns. */
    columns: string[];

    /** Select mock. */
    mock: boolean;

    /**
     * Encodes the specified Select message. Does not implicitly {@link Select.verify|verify} messages.
     * @param message Select message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Select.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Select message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Select & Select.$Shape} Select
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Select & Select.$Shape;
}

export namespace Select {

    /** Properties of a Select. */
    interface $Properties {

        /** Select id */
        id?: (number|null);

        /** Select dataset */
        dataset?: (string|null);

        /** Select columns */
        columns?: (string[]|null);

        /** Select mock */
        mock?: (boolean|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Select. */
    type $Shape = Select.$Properties;
}

/**
 * Properties of a Delete.
 * @deprecated Use Delete.$Properties instead.
 */
export interface IDelete extends Delete.$Properties {
}

/** Represents a Delete. */
export class Delete {

    /**
     * Constructs a new Delete.
     * @param [properties] Properties to set
     */
    constructor(properties?: Delete.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Delete objects. */
    objects: Uint8Array[];

    /**
     * Encodes the specified Delete message. Does not implicitly {@link Delete.verify|verify} messages.
     * @param message Delete message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Delete.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Delete message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Delete & Delete.$Shape} Delete
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Delete & Delete.$Shape;
}

export namespace Delete {

    /** Properties of a Delete. */
    interface $Properties {

        /** Delete objects */
        objects?: (Uint8Array[]|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Delete. */
    type $Shape = Delete.$Properties;
}

/**
 * Properties of a Get.
 * @deprecated Use Get.$Properties instead.
 */
export interface IGet extends Get.$Properties {
}

/** Represents a Get. */
export class Get {

    /**
     * Constructs a new Get.
     * @param [properties] Properties to set
     */
    constructor(properties?: Get.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Get call. */
    call: number;

    /** Get object. */
    object: Uint8Array;

    /** Get offset. */
    offset: number;

    /**
     * Encodes the specified Get message. Does not implicitly {@link Get.verify|verify} messages.
     * @param message Get message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Get.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Get message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Get & Get.$Shape} Get
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Get & Get.$Shape;
}

export namespace Get {

    /** Properties of a Get. */
    interface $Properties {

        /** Get call */
        call?: (number|null);

        /** Get object */
        object?: (Uint8Array|null);

        /** Get offset */
        offset?: (number|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Get. */
    type $Shape = Get.$Properties;
}

/**
 * Properties of a Put.
 * @deprecated Use Put.$Properties instead.
 */
export interface IPut extends Put.$Properties {
}

/** Represents a Put. */
export class Put {

    /**
     * Constructs a new Put.
     * @param [properties] Properties to set
     */
    constructor(properties?: Put.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Put call. */
    call: number;

    /** Put id. */
    id: number;

    /** Put value. */
    value: Uint8Array;

    /** Put parts. */
    parts: number[];

    /**
     * Encodes the specified Put message. Does not implicitly {@link Put.verify|verify} messages.
     * @param message Put message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Put.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Put message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Put & Put.$Shape} Put
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Put & Put.$Shape;
}

export namespace Put {

    /** Properties of a Put. */
    interface $Properties {

        /** Put call */
        call?: (number|null);

        /** Put id */
        id?: (number|null);

        /** Put value */
        value?: (Uint8Array|null);

        /** Put parts */
        parts?: (number[]|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Put. */
    type $Shape = Put.$Properties;
}

/**
 * Properties of a Fetch.
 * @deprecated Use Fetch.$Properties instead.
 */
export interface IFetch extends Fetch.$Properties {
}

/** Represents a Fetch. */
export class Fetch {

    /**
     * Constructs a new Fetch.
     * @param [properties] Properties to set
     */
    constructor(properties?: Fetch.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Fetch call. */
    call: number;

    /** Fetch request. */
    request: string;

    /** Fetch offset. */
    offset: number;

    /**
     * Encodes the specified Fetch message. Does not implicitly {@link Fetch.verify|verify} messages.
     * @param message Fetch message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Fetch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Fetch message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Fetch & Fetch.$Shape} Fetch
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Fetch & Fetch.$Shape;
}

export namespace Fetch {

    /** Properties of a Fetch. */
    interface $Properties {

        /** Fetch call */
        call?: (number|null);

        /** Fetch request */
        request?: (string|null);

        /** Fetch offset */
        offset?: (number|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Fetch. */
    type $Shape = Fetch.$Properties;
}

/**
 * Properties of a Call.
 * @deprecated Use Call.$Properties instead.
 */
export interface ICall extends Call.$Properties {
}

/** Represents a Call. */
export class Call {

    /**
     * Constructs a new Call.
     * @param [properties] Properties to set
     */
    constructor(properties?: Call.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Call call. */
    call: number;

    /** Call op. */
    op: string;

    /** Call json. */
    json: Uint8Array;

    /** Call record. */
    record: Uint8Array;

    /** Call signature. */
    signature: Uint8Array;

    /**
     * Encodes the specified Call message. Does not implicitly {@link Call.verify|verify} messages.
     * @param message Call message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Call.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Call message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Call & Call.$Shape} Call
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Call & Call.$Shape;
}

export namespace Call {

    /** Properties of a Call. */
    interface $Properties {

        /** Call call */
        call?: (number|null);

        /** Call op */
        op?: (string|null);

        /** Call json */
        json?: (Uint8Array|null);

        /** Call record */
        record?: (Uint8Array|null);

        /** Call signature */
        signature?: (Uint8Array|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Call. */
    type $Shape = Call.$Properties;
}

/**
 * Properties of a Stop.
 * @deprecated Use Stop.$Properties instead.
 */
export interface IStop extends Stop.$Properties {
}

/** Represents a Stop. */
export class Stop {

    /**
     * Constructs a new Stop.
     * @param [properties] Properties to set
     */
    constructor(properties?: Stop.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Stop call. */
    call: number;

    /**
     * Encodes the specified Stop message. Does not implicitly {@link Stop.verify|verify} messages.
     * @param message Stop message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Stop.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Stop message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Stop & Stop.$Shape} Stop
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Stop & Stop.$Shape;
}

export namespace Stop {

    /** Properties of a Stop. */
    interface $Properties {

        /** Stop call */
        call?: (number|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Stop. */
    type $Shape = Stop.$Properties;
}

/**
 * Properties of a Credit.
 * @deprecated Use Credit.$Properties instead.
 */
export interface ICredit extends Credit.$Properties {
}

/** Represents a Credit. */
export class Credit {

    /**
     * Constructs a new Credit.
     * @param [properties] Properties to set
     */
    constructor(properties?: Credit.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Credit transfer. */
    transfer: number;

    /** Credit bytes. */
    bytes: number;

    /**
     * Encodes the specified Credit message. Does not implicitly {@link Credit.verify|verify} messages.
     * @param message Credit message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Credit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Credit message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Credit & Credit.$Shape} Credit
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Credit & Credit.$Shape;
}

export namespace Credit {

    /** Properties of a Credit. */
    interface $Properties {

        /** Credit transfer */
        transfer?: (number|null);

        /** Credit bytes */
        bytes?: (number|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Credit. */
    type $Shape = Credit.$Properties;
}

/**
 * Properties of a ClientMessage.
 * @deprecated Use ClientMessage.$Properties instead.
 */
export interface IClientMessage extends ClientMessage.$Properties {
}

/** Represents a ClientMessage. */
export class ClientMessage {

    /**
     * Constructs a new ClientMessage.
     * @param [properties] Properties to set
     */
    constructor(properties?: ClientMessage.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** ClientMessage declare. */
    declare?: (Declare.$Properties|null);

    /** ClientMessage action. */
    action?: (Action.$Properties|null);

    /** ClientMessage select. */
    select?: (Select.$Properties|null);

    /** ClientMessage delete. */
    delete?: (Delete.$Properties|null);

    /** ClientMessage get. */
    get?: (Get.$Properties|null);

    /** ClientMessage put. */
    put?: (Put.$Properties|null);

    /** ClientMessage fetch. */
    fetch?: (Fetch.$Properties|null);

    /** ClientMessage call. */
    call?: (Call.$Properties|null);

    /** ClientMessage stop. */
    stop?: (Stop.$Properties|null);

    /** ClientMessage credit. */
    credit?: (Credit.$Properties|null);

    /** ClientMessage body. */
    body?: ("declare"|"action"|"select"|"delete"|"get"|"put"|"fetch"|"call"|"stop"|"credit");

    /**
     * Encodes the specified ClientMessage message. Does not implicitly {@link ClientMessage.verify|verify} messages.
     * @param message ClientMessage message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: ClientMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a ClientMessage message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {ClientMessage & ClientMessage.$Shape} ClientMessage
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ClientMessage & ClientMessage.$Shape;
}

export namespace ClientMessage {

    /** Properties of a ClientMessage. */
    interface $Properties {

        /** ClientMessage declare */
        declare?: (Declare.$Properties|null);

        /** ClientMessage action */
        action?: (Action.$Properties|null);

        /** ClientMessage select */
        select?: (Select.$Properties|null);

        /** ClientMessage delete */
        "delete"?: (Delete.$Properties|null);

        /** ClientMessage get */
        get?: (Get.$Properties|null);

        /** ClientMessage put */
        put?: (Put.$Properties|null);

        /** ClientMessage fetch */
        fetch?: (Fetch.$Properties|null);

        /** ClientMessage call */
        call?: (Call.$Properties|null);

        /** ClientMessage stop */
        stop?: (Stop.$Properties|null);

        /** ClientMessage credit */
        credit?: (Credit.$Properties|null);

        /** ClientMessage body */
        body?: ("declare"|"action"|"select"|"delete"|"get"|"put"|"fetch"|"call"|"stop"|"credit");

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Narrowed shape of a ClientMessage. */
    type $Shape = {
      declare?: Declare.$Shape|null;
      action?: Action.$Shape|null;
      select?: Select.$Shape|null;
      "delete"?: Delete.$Shape|null;
      get?: Get.$Shape|null;
      put?: Put.$Shape|null;
      fetch?: Fetch.$Shape|null;
      call?: Call.$Shape|null;
      stop?: Stop.$Shape|null;
      credit?: Credit.$Shape|null;
      $unknowns?: Uint8Array[];
    } & (
      ({ body?: undefined; declare?: null; action?: null; select?: null; "delete"?: null; get?: null; put?: null; fetch?: null; call?: null; stop?: null; credit?: null }|{ body?: "declare"; declare: Declare.$Shape; action?: null; select?: null; "delete"?: null; get?: null; put?: null; fetch?: null; call?: null; stop?: null; credit?: null }|{ body?: "action"; declare?: null; action: Action.$Shape; select?: null; "delete"?: null; get?: null; put?: null; fetch?: null; call?: null; stop?: null; credit?: null }|{ body?: "select"; declare?: null; action?: null; select: Select.$Shape; "delete"?: null; get?: null; put?: null; fetch?: null; call?: null; stop?: null; credit?: null }|{ body?: "delete"; declare?: null; action?: null; select?: null; "delete": Delete.$Shape; get?: null; put?: null; fetch?: null; call?: null; stop?: null; credit?: null }|{ body?: "get"; declare?: null; action?: null; select?: null; "delete"?: null; get: Get.$Shape; put?: null; fetch?: null; call?: null; stop?: null; credit?: null }|{ body?: "put"; declare?: null; action?: null; select?: null; "delete"?: null; get?: null; put: Put.$Shape; fetch?: null; call?: null; stop?: null; credit?: null }|{ body?: "fetch"; declare?: null; action?: null; select?: null; "delete"?: null; get?: null; put?: null; fetch: Fetch.$Shape; call?: null; stop?: null; credit?: null }|{ body?: "call"; declare?: null; action?: null; select?: null; "delete"?: null; get?: null; put?: null; fetch?: null; call: Call.$Shape; stop?: null; credit?: null }|{ body?: "stop"; declare?: null; action?: null; select?: null; "delete"?: null; get?: null; put?: null; fetch?: null; call?: null; stop: Stop.$Shape; credit?: null }|{ body?: "credit"; declare?: null; action?: null; select?: null; "delete"?: null; get?: null; put?: null; fetch?: null; call?: null; stop?: null; credit: Credit.$Shape })
    );
}

/**
 * Properties of a ClientFrame.
 * @deprecated Use ClientFrame.$Properties instead.
 */
export interface IClientFrame extends ClientFrame.$Properties {
}

/** Represents a ClientFrame. */
export class ClientFrame {

    /**
     * Constructs a new ClientFrame.
     * @param [properties] Properties to set
     */
    constructor(properties?: ClientFrame.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** ClientFrame seq. */
    seq: number;

    /** ClientFrame messages. */
    messages: ClientMessage.$Properties[];

    /**
     * Encodes the specified ClientFrame message. Does not implicitly {@link ClientFrame.verify|verify} messages.
     * @param message ClientFrame message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: ClientFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a ClientFrame message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {ClientFrame & ClientFrame.$Shape} ClientFrame
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ClientFrame & ClientFrame.$Shape;
}

export namespace ClientFrame {

    /** Properties of a ClientFrame. */
    interface $Properties {

        /** ClientFrame seq */
        seq?: (number|null);

        /** ClientFrame messages */
        messages?: (ClientMessage.$Properties[]|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a ClientFrame. */
    type $Shape = {
      seq?: number|null;
      messages?: ClientMessage.$Shape[]|null;
      $unknowns?: Uint8Array[];
    };
}

/**
 * Properties of an Ack.
 * @deprecated Use Ack.$Properties instead.
 */
export interface IAck extends Ack.$Properties {
}

/** Represents an Ack. */
export class Ack {

    /**
     * Constructs a new Ack.
     * @param [properties] Properties to set
     */
    constructor(properties?: Ack.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Ack accepted. */
    accepted: number;

    /** Ack durable. */
    durable: number;

    /**
     * Encodes the specified Ack message. Does not implicitly {@link Ack.verify|verify} messages.
     * @param message Ack message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Ack.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes an Ack message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Ack & Ack.$Shape} Ack
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Ack & Ack.$Shape;
}

export namespace Ack {

    /** Properties of an Ack. */
    interface $Properties {

        /** Ack accepted */
        accepted?: (number|null);

        /** Ack durable */
        durable?: (number|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of an Ack. */
    type $Shape = Ack.$Properties;
}

/**
 * Properties of a Fault.
 * @deprecated Use Fault.$Properties instead.
 */
export interface IFault extends Fault.$Properties {
}

/** Represents a Fault. */
export class Fault {

    /**
     * Constructs a new Fault.
     * @param [properties] Properties to set
     */
    constructor(properties?: Fault.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Fault id. */
    id: number;

    /** Fault code. */
    code: string;

    /** Fault message. */
    message: string;

    /**
     * Encodes the specified Fault message. Does not implicitly {@link Fault.verify|verify} messages.
     * @param message Fault message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Fault.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Fault message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Fault & Fault.$Shape} Fault
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Fault & Fault.$Shape;
}

export namespace Fault {

    /** Properties of a Fault. */
    interface $Properties {

        /** Fault id */
        id?: (number|null);

        /** Fault code */
        code?: (string|null);

        /** Fault message */
        message?: (string|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Fault. */
    type $Shape = Fault.$Properties;
}

/**
 * Properties of a Reply.
 * @deprecated Use Reply.$Properties instead.
 */
export interface IReply extends Reply.$Properties {
}

/** Represents a Reply. */
export class Reply {

    /**
     * Constructs a new Reply.
     * @param [properties] Properties to set
     */
    constructor(properties?: Reply.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Reply call. */
    call: number;

    /** Reply code. */
    code: string;

    /** Reply message. */
    message: string;

    /** Reply json. */
    json: Uint8Array;

    /**
     * Encodes the specified Reply message. Does not implicitly {@link Reply.verify|verify} messages.
     * @param message Reply message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Reply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Reply message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Reply & Reply.$Shape} Reply
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Reply & Reply.$Shape;
}

export namespace Reply {

    /** Properties of a Reply. */
    interface $Properties {

        /** Reply call */
        call?: (number|null);

        /** Reply code */
        code?: (string|null);

        /** Reply message */
        message?: (string|null);

        /** Reply json */
        json?: (Uint8Array|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Reply. */
    type $Shape = Reply.$Properties;
}

/**
 * Properties of an Answer.
 * @deprecated Use Answer.$Properties instead.
 */
export interface IAnswer extends Answer.$Properties {
}

/** Represents an Answer. */
export class Answer {

    /**
     * Constructs a new Answer.
     * @param [properties] Properties to set
     */
    constructor(properties?: Answer.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Answer call. */
    call: number;

    /** Answer value. */
    value: Uint8Array;

    /** Answer parts. */
    parts: number[];

    /** Answer transfer. */
    transfer: number;

    /** Answer offset. */
    offset: number;

    /**
     * Encodes the specified Answer message. Does not implicitly {@link Answer.verify|verify} messages.
     * @param message Answer message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Answer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes an Answer message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Answer & Answer.$Shape} Answer
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Answer & Answer.$Shape;
}

export namespace Answer {

    /** Properties of an Answer. */
    interface $Properties {

        /** Answer call */
        call?: (number|null);

        /** Answer value */
        value?: (Uint8Array|null);

        /** Answer parts */
        parts?: (number[]|null);

        /** Answer transfer */
        transfer?: (number|null);

        /** Answer offset */
        offset?: (number|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of an Answer. */
    type $Shape = Answer.$Properties;
}

/**
 * Properties of an Accept.
 * @deprecated Use Accept.$Properties instead.
 */
export interface IAccept extends Accept.$Properties {
}

/** Represents an Accept. */
export class Accept {

    /**
     * Constructs a new Accept.
     * @param [properties] Properties to set
     */
    constructor(properties?: Accept.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Accept call. */
    call: number;

    /** Accept transfer. */
    transfer: number;

    /** Accept offset. */
    offset: number;

    /**
     * Encodes the specified Accept message. Does not implicitly {@link Accept.verify|verify} messages.
     * @param message Accept message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Accept.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes an Accept message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Accept & Accept.$Shape} Accept
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Accept & Accept.$Shape;
}

export namespace Accept {

    /** Properties of an Accept. */
    interface $Properties {

        /** Accept call */
        call?: (number|null);

        /** Accept transfer */
        transfer?: (number|null);

        /** Accept offset */
        offset?: (number|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of an Accept. */
    type $Shape = Accept.$Properties;
}

/**
 * Properties of a Notice.
 * @deprecated Use Notice.$Properties instead.
 */
export interface INotice extends Notice.$Properties {
}

/** Represents a Notice. */
export class Notice {

    /**
     * Constructs a new Notice.
     * @param [properties] Properties to set
     */
    constructor(properties?: Notice.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** Notice topic. */
    topic: string;

    /** Notice id. */
    id: string;

    /**
     * Encodes the specified Notice message. Does not implicitly {@link Notice.verify|verify} messages.
     * @param message Notice message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: Notice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a Notice message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {Notice & Notice.$Shape} Notice
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): Notice & Notice.$Shape;
}

export namespace Notice {

    /** Properties of a Notice. */
    interface $Properties {

        /** Notice topic */
        topic?: (string|null);

        /** Notice id */
        id?: (string|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a Notice. */
    type $Shape = Notice.$Properties;
}

/**
 * Properties of a DomainMessage.
 * @deprecated Use DomainMessage.$Properties instead.
 */
export interface IDomainMessage extends DomainMessage.$Properties {
}

/** Represents a DomainMessage. */
export class DomainMessage {

    /**
     * Constructs a new DomainMessage.
     * @param [properties] Properties to set
     */
    constructor(properties?: DomainMessage.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** DomainMessage ack. */
    ack?: (Ack.$Properties|null);

    /** DomainMessage fault. */
    fault?: (Fault.$Properties|null);

    /** DomainMessage reply. */
    reply?: (Reply.$Properties|null);

    /** DomainMessage answer. */
    answer?: (Answer.$Properties|null);

    /** DomainMessage accept. */
    accept?: (Accept.$Properties|null);

    /** DomainMessage credit. */
    credit?: (Credit.$Properties|null);

    /** DomainMessage notice. */
    notice?: (Notice.$Properties|null);

    /** DomainMessage body. */
    body?: ("ack"|"fault"|"reply"|"answer"|"accept"|"credit"|"notice");

    /**
     * Encodes the specified DomainMessage message. Does not implicitly {@link DomainMessage.verify|verify} messages.
     * @param message DomainMessage message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: DomainMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a DomainMessage message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {DomainMessage & DomainMessage.$Shape} DomainMessage
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): DomainMessage & DomainMessage.$Shape;
}

export namespace DomainMessage {

    /** Properties of a DomainMessage. */
    interface $Properties {

        /** DomainMessage ack */
        ack?: (Ack.$Properties|null);

        /** DomainMessage fault */
        fault?: (Fault.$Properties|null);

        /** DomainMessage reply */
        reply?: (Reply.$Properties|null);

        /** DomainMessage answer */
        answer?: (Answer.$Properties|null);

        /** DomainMessage accept */
        accept?: (Accept.$Properties|null);

        /** DomainMessage credit */
        credit?: (Credit.$Properties|null);

        /** DomainMessage notice */
        notice?: (Notice.$Properties|null);

        /** DomainMessage body */
        body?: ("ack"|"fault"|"reply"|"answer"|"accept"|"credit"|"notice");

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Narrowed shape of a DomainMessage. */
    type $Shape = {
      ack?: Ack.$Shape|null;
      fault?: Fault.$Shape|null;
      reply?: Reply.$Shape|null;
      answer?: Answer.$Shape|null;
      accept?: Accept.$Shape|null;
      credit?: Credit.$Shape|null;
      notice?: Notice.$Shape|null;
      $unknowns?: Uint8Array[];
    } & (
      ({ body?: undefined; ack?: null; fault?: null; reply?: null; answer?: null; accept?: null; credit?: null; notice?: null }|{ body?: "ack"; ack: Ack.$Shape; fault?: null; reply?: null; answer?: null; accept?: null; credit?: null; notice?: null }|{ body?: "fault"; ack?: null; fault: Fault.$Shape; reply?: null; answer?: null; accept?: null; credit?: null; notice?: null }|{ body?: "reply"; ack?: null; fault?: null; reply: Reply.$Shape; answer?: null; accept?: null; credit?: null; notice?: null }|{ body?: "answer"; ack?: null; fault?: null; reply?: null; answer: Answer.$Shape; accept?: null; credit?: null; notice?: null }|{ body?: "accept"; ack?: null; fault?: null; reply?: null; answer?: null; accept: Accept.$Shape; credit?: null; notice?: null }|{ body?: "credit"; ack?: null; fault?: null; reply?: null; answer?: null; accept?: null; credit: Credit.$Shape; notice?: null }|{ body?: "notice"; ack?: null; fault?: null; reply?: null; answer?: null; accept?: null; credit?: null; notice: Notice.$Shape })
    );
}

/**
 * Properties of a DomainFrame.
 * @deprecated Use DomainFrame.$Properties instead.
 */
export interface IDomainFrame extends DomainFrame.$Properties {
}

/** Represents a DomainFrame. */
export class DomainFrame {

    /**
     * Constructs a new DomainFrame.
     * @param [properties] Properties to set
     */
    constructor(properties?: DomainFrame.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** DomainFrame messages. */
    messages: DomainMessage.$Properties[];

    /**
     * Encodes the specified DomainFrame message. Does not implicitly {@link DomainFrame.verify|verify} messages.
     * @param message DomainFrame message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: DomainFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a DomainFrame message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {DomainFrame & DomainFrame.$Shape} DomainFrame
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): DomainFrame & DomainFrame.$Shape;
}

export namespace DomainFrame {

    /** Properties of a DomainFrame. */
    interface $Properties {

        /** DomainFrame messages */
        messages?: (DomainMessage.$Properties[]|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a DomainFrame. */
    type $Shape = {
      messages?: DomainMessage.$Shape[]|null;
      $unknowns?: Uint8Array[];
    };
}

/**
 * Properties of a GrantRecord.
 * @deprecated Use GrantRecord.$Properties instead.
 */
export interface IGrantRecord extends GrantRecord.$Properties {
}

/** Represents a GrantRecord. */
export class GrantRecord {

    /**
     * Constructs a new GrantRecord.
     * @param [properties] Properties to set
     */
    constructor(properties?: GrantRecord.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** GrantRecord domain. */
    domain: string;

    /** GrantRecord id. */
    id: string;

    /** GrantRecord person. */
    person: string;

    /** GrantRecord dataset. */
    dataset: string;

    /** GrantRecord columns. */
    columns: string[];

    /** GrantRecord until. */
    until: number;

    /** GrantRecord purpose. */
    purpose: string;

    /** GrantRecord issued. */
    issued: number;

    /**
     * Encodes the specified GrantRecord message. Does not implicitly {@link GrantRecord.verify|verify} messages.
     * @param message GrantRecord message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: GrantRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a GrantRecord message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {GrantRecord & GrantRecord.$Shape} GrantRecord
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): GrantRecord & GrantRecord.$Shape;
}

export namespace GrantRecord {

    /** Properties of a GrantRecord. */
    interface $Properties {

        /** GrantRecord domain */
        domain?: (string|null);

        /** GrantRecord id */
        id?: (string|null);

        /** GrantRecord person */
        person?: (string|null);

        /** GrantRecord dataset */
        dataset?: (string|null);

        /** GrantRecord columns */
        columns?: (string[]|null);

        /** GrantRecord until */
        until?: (number|null);

        /** GrantRecord purpose */
        purpose?: (string|null);

        /** GrantRecord issued */
        issued?: (number|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a GrantRecord. */
    type $Shape = GrantRecord.$Properties;
}

/**
 * Properties of a DecisionRecord.
 * @deprecated Use DecisionRecord.$Properties instead.
 */
export interface IDecisionRecord extends DecisionRecord.$Properties {
}

/** Represents a DecisionRecord. */
export class DecisionRecord {

    /**
     * Constructs a new DecisionRecord.
     * @param [properties] Properties to set
     */
    constructor(properties?: DecisionRecord.$Properties);

    /** Unknown fields preserved while decoding when enabled */
    $unknowns?: Uint8Array[];

    /** DecisionRecord domain. */
    domain: string;

    /** DecisionRecord request. */
    request: string;

    /** DecisionRecord object. */
    object: string;

    /** DecisionRecord binding. */
    binding: Uint8Array;

    /** DecisionRecord person. */
    person: string;

    /** DecisionRecord approve. */
    approve: boolean;

    /** DecisionRecord expires. */
    expires: number;

    /** DecisionRecord uses. */
    uses: number;

    /** DecisionRecord issued. */
    issued: number;

    /**
     * Encodes the specified DecisionRecord message. Does not implicitly {@link DecisionRecord.verify|verify} messages.
     * @param message DecisionRecord message or plain object to encode
     * @param [writer] Writer to encode to
     * @returns Writer
     */
    static encode(message: DecisionRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

    /**
     * Decodes a DecisionRecord message from the specified reader or buffer.
     * @param reader Reader or buffer to decode from
     * @param [length] Message length if known beforehand
     * @returns {DecisionRecord & DecisionRecord.$Shape} DecisionRecord
     * @throws {Error} If the payload is not a reader or valid buffer
     * @throws {$protobuf.util.ProtocolError} If required fields are missing
     */
    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): DecisionRecord & DecisionRecord.$Shape;
}

export namespace DecisionRecord {

    /** Properties of a DecisionRecord. */
    interface $Properties {

        /** DecisionRecord domain */
        domain?: (string|null);

        /** DecisionRecord request */
        request?: (string|null);

        /** DecisionRecord object */
        object?: (string|null);

        /** DecisionRecord binding */
        binding?: (Uint8Array|null);

        /** DecisionRecord person */
        person?: (string|null);

        /** DecisionRecord approve */
        approve?: (boolean|null);

        /** DecisionRecord expires */
        expires?: (number|null);

        /** DecisionRecord uses */
        uses?: (number|null);

        /** DecisionRecord issued */
        issued?: (number|null);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];
    }

    /** Shape of a DecisionRecord. */
    type $Shape = DecisionRecord.$Properties;
}
