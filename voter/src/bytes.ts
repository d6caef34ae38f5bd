/** Bytes that no other thread can change under one's hands, as WebCrypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes as base64url without padding. */
export function base64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += String.fromCharCode(byte);
  }
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of a text in base64url; throws if it is none. */
export function bytesOf(base64url: string): Bytes {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
