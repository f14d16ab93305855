/** A device that makes and shows passkeys, in a few lines: what no real one would do, it can be told to. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Asked = { challenge: string }
type ToMake = Asked & { rp: { id?: string }; user: { id: string } }
type ToShow = Asked & { rpId?: string }

/** How an answer differs from an honest one. */
type Lie = { origin?: string; challenge?: string; unverified?: true; count?: number; handle?: string; rpId?: string }

/** A passkey as its device holds it. */
export type HeldPasskey = {
	/** What a form's field `credential` holds after the device was asked to make it. */
	made: string
	/** The same, after it was asked to show it. */
	show(asked: ToShow, lie?: Lie): string
}

const origin = 'http://localhost'
const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest()
const text = (data: Buffer | string): string => Buffer.from(data).toString('base64url')

const clientData = (type: string, asked: Asked, lie: Lie): Buffer =>
	Buffer.from(
		JSON.stringify({
			type,
			challenge: lie.challenge ?? asked.challenge,
			origin: lie.origin ?? origin,
			crossOrigin: false,
		}),
	)

/** What the device itself says: for whom, that its holder was there and showed it, and how often that was. */
function authenticatorData(rpId: string, { unverified, count = 0 }: Lie, attested = Buffer.alloc(0)): Buffer {
	const flags = 0x01 | (unverified ? 0 : 0x04) | (attested.length > 0 ? 0x40 : 0)
	const rest = Buffer.alloc(5)
	rest.writeUInt8(flags, 0)
	rest.writeUInt32BE(count, 1)
	return Buffer.concat([sha256(rpId), rest, attested])
}

const bytes = (data: Buffer): Buffer => Buffer.concat([Buffer.from([0x58, data.length]), data])
const word = (name: string): Buffer => Buffer.concat([Buffer.from([0x60 + name.length]), Buffer.from(name)])

/** Makes a passkey as it is asked to; `id` is given only by one who claims another's. */
export function makePasskey(asked: ToMake, lie: Lie = {}, id = randomBytes(32)): HeldPasskey {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
	const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
	// CBOR: a key of two coordinates on P-256, for ES256
	const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21])
	const xy = [bytes(Buffer.from(x, 'base64url')), Buffer.from([0x22]), bytes(Buffer.from(y, 'base64url'))]
	const length = Buffer.alloc(2)
	length.writeUInt16BE(id.length)
	const attested = Buffer.concat([Buffer.alloc(16), length, id, head, ...xy])
	const data = authenticatorData(lie.rpId ?? asked.rp.id ?? '', lie, attested)
	const dataLength = Buffer.from([0x59, data.length >> 8, data.length & 0xff])
	const none = [word('fmt'), word('none'), word('attStmt'), Buffer.from([0xa0]), word('authData'), dataLength, data]
	const attestationObject = text(Buffer.concat([Buffer.from([0xa3]), ...none]))
	const common = { id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} }
	const clientDataJSON = text(clientData('webauthn.create', asked, lie))
	return {
		made: JSON.stringify({ ...common, response: { clientDataJSON, attestationObject, transports: ['internal'] } }),
		show(request, other = {}) {
			const said = clientData('webauthn.get', request, other)
			const shown = authenticatorData(other.rpId ?? request.rpId ?? '', other)
			const signature = sign('sha256', Buffer.concat([shown, sha256(said)]), privateKey)
			const response = {
				...{ clientDataJSON: text(said), authenticatorData: text(shown), signature: text(signature) },
				userHandle: other.handle ?? asked.user.id,
			}
			return JSON.stringify({ ...common, response })
		},
	}
}
