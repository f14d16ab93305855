import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emailAddress, letterAddress, mobileNumber } from './contacts.ts'

test('a mobile number is taken in the forms in which people write it', () => {
	const written = [
		'07700 900123',
		'07700900123',
		'+44 7700 900123',
		'+44 (0)7700 900 123',
		'0044 7700 900123',
		'447700900123',
		'7700 900123',
		'(07700) 900-123',
	]
	for (const one of written) assert.equal(mobileNumber(one), '+447700900123', one)
	assert.equal(mobileNumber('+353 85 012 3456'), '+353850123456')
	assert.equal(mobileNumber('00 48 512 345 678'), '+48512345678')
})

test('what cannot be a mobile number is not one', () => {
	for (const one of [
		'',
		'0',
		'01632 960123',
		'020 7946 0123',
		'+44 1632 960123',
		'0770 090012',
		'07700 9001234',
		'none',
		'07700 90O123',
		'+0 12345678',
	]) {
		assert.equal(mobileNumber(one), undefined, one)
	}
})

test('an e-mail address is kept as it is, but for the case of its second half', () => {
	assert.equal(emailAddress(' Ann.Kerr+here@Post.Example '), 'Ann.Kerr+here@post.example')
	assert.equal(emailAddress('ann@büro.example'), 'ann@büro.example')
	for (const one of [
		'ann',
		'ann@',
		'@post.example',
		'ann@post',
		'ann kerr@post.example',
		'a@b@post.example',
		'ann@post..example',
		'ann@-.example',
		'a\nb@post.example',
		'Ann <ann@post.example>',
	]) {
		assert.equal(emailAddress(one), undefined, one)
	}
})

test('an address for letters has three to seven lines and ends with a postcode', () => {
	assert.equal(
		letterAddress('Ann Kerr\n\n  3  Quay Street \nRivermouth\nrm1 1aa\n'),
		'Ann Kerr\n3 Quay Street\nRivermouth\nRM1 1AA',
	)
	assert.equal(letterAddress('A\nB\nEC1A1BB'), 'A\nB\nEC1A 1BB')
	for (const one of ['', 'Ann\nRM1 1AA', 'Ann\n3 Quay Street\nRivermouth', 'a\nb\nc\nd\ne\nf\ng\nRM1 1AA']) {
		assert.equal(letterAddress(one), undefined, one)
	}
})
