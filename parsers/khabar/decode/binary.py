"""Bytes that are no text, and what they look like."""

from __future__ import annotations

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive (or a Word, OpenDocument or EPUB file, which are zip archives)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\0\0\1\0", "an icon"),
    (b"\x7fELF", "a program (ELF)"),
    (b"\xca\xfe\xba\xbe", "a Java class or a program (Mach-O)"),
    (b"\xcf\xfa\xed\xfe", "a program (Mach-O)"),
    (b"\0asm", "a WebAssembly module"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"OggS\0", "an Ogg recording"),
    (b"ID3\x02", "an MP3 recording"),
    (b"ID3\x03", "an MP3 recording"),
    (b"ID3\x04", "an MP3 recording"),
    (b"fLaC\0", "a FLAC recording"),
    (b"\x1a\x45\xdf\xa3", "a Matroska or WebM video"),
    (b"wOFF\0", "a font"),
    (b"wOF2\0", "a font"),
    (b"OTTO\0", "a font"),
    (b"\0\1\0\0\0", "a font"),
)
"""First bytes of formats (the signatures of file(1)'s database), longest enough that no text begins so."""

_RIFF = {b"WEBP": "a WebP picture", b"WAVE": "a WAVE recording", b"AVI ": "an AVI video"}
_NOT_TEXT = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b") + b"\x7f"
_ENOUGH = 8


def kind(data: bytes) -> str | None:
    """What the first bytes say that this is ("a PDF file"), or None."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if data[:4] == b"RIFF":
        return _RIFF.get(data[8:12])
    if data[4:8] == b"ftyp" and data[:2] == b"\0\0":
        return "an MP4 video (or a HEIC or AVIF picture)"
    if data[:2] == b"MZ" and b"\0\0" in data[:64]:
        return "a program (Windows)"
    if data[257:262] == b"ustar":
        return "a tar archive"
    return None


def by_controls(data: bytes, most: float) -> str | None:
    """ "binary data" where more than the share `most` of the bytes are control characters, None otherwise.

    A handful of them is damage, not another format: "a\\0b" is text. Looks at the beginning and at the end.
    """
    sample = data if len(data) <= 1 << 16 else data[: 1 << 15] + data[-(1 << 15) :]
    controls = len(sample) - len(sample.translate(None, _NOT_TEXT))
    if controls == len(sample) or controls > max(_ENOUGH, most * len(sample)):
        return "binary data"
    return None
