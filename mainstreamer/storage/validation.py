"""Whether values may be put into a plan, and as what they are kept."""

from __future__ import annotations

from collections.abc import Iterable

from mainstreamer.domain.attachments import AttachedFile
from mainstreamer.domain.history import Cell
from mainstreamer.domain.kinds import EXISTS, KINDS
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.errors import InvalidValue
from mainstreamer.storage.blobs import Blobs


def cleaned(puts: Iterable[Put]) -> list[Put]:
    """The last put of each field as it will be kept. Raises InvalidValue."""
    last: dict[Cell, Put] = {}
    for put in puts:
        kind = KINDS[put.kind]
        if put.field == EXISTS:
            clean = put
        else:
            type_ = kind.fields[put.field].type
            clean = put._replace(value=type_.clean(put.value))
            problem = type_.check(clean.value)
            if problem:
                raise InvalidValue(kind=put.kind, field=put.field, reason=problem, value=put.value)
        last[Cell(put.kind, put.uid, put.field)] = clean
    return list(last.values())


def differing(puts: Iterable[Put], plan: Plan, files: Blobs) -> list[Put]:
    """Puts that change something. The content of a file that one refers to must be known. Raises InvalidValue."""
    found = [put for put in puts if put.value != plan.value(put.kind, put.uid, put.field)]
    for put in found:
        if isinstance(put.value, AttachedFile) and not files.is_known(put.value.sha256):
            raise InvalidValue(kind=put.kind, field=put.field, reason="file_content_missing", value=put.value)
    return found
