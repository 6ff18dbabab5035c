"""Computes hemvist's known answers, sealed bodies and keys, without its code: Python's cryptography, and zstandard."""

import base64
import json
import sys

import zstandard
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def derived(mac: bytes, label: str, length: int) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=None, info=label.encode()).derive(mac)


def pair(number: bytes) -> tuple[str, str, str]:
    order = ec.SECP256R1().group_order
    d = int.from_bytes(number, "big") % (order - 1) + 1
    point = ec.derive_private_key(d, ec.SECP256R1()).public_key().public_numbers()
    x, y = (base64.urlsafe_b64encode(one.to_bytes(32, "big")).rstrip(b"=").decode() for one in (point.x, point.y))
    return d.to_bytes(32, "big").hex(), x, y


def opened(key: bytes, body: bytes, pk: str, version: int) -> str:
    header, nonce, sealed = body[:2], body[2:14], body[14:]
    packed = AESGCM(key).decrypt(nonce, sealed, header + f"{pk}\n{version}".encode())
    return zstandard.ZstdDecompressor().decompressobj().decompress(packed).decode()


def refuses(*arguments) -> bool:
    try:
        opened(*arguments)
    except InvalidTag:
        return True
    return False


known = json.load(open(sys.argv[1]))
for one in known["keys"]:
    key = bytes.fromhex(one["key"])
    assert derived(bytes.fromhex(one["mac"]), one["label"], len(key)) == key, one["label"]
for one in known["pairs"]:
    assert pair(bytes.fromhex(one["bytes"])) == (one["d"], one["x"], one["y"]), one["bytes"]
for one in known["bodies"]:
    key, body, pk, version = bytes.fromhex(one["key"]), base64.b64decode(one["body"]), one["pk"], one["version"]
    assert opened(key, body, pk, version) == one["text"], one["what"]
    flipped = body[:20] + bytes([body[20] ^ 1]) + body[21:]
    assert refuses(key, flipped, pk, version), one["what"]
    assert refuses(key, body, pk + "x", version), one["what"]
    assert refuses(key, body, pk, version + 1), one["what"]
print(f"{len(known['keys'])} keys, {len(known['pairs'])} pairs and {len(known['bodies'])} bodies as known")
