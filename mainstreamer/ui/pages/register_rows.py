"""The rows of a register: model, order and choice of rows, table. What table, form and pictures have in common."""

from __future__ import annotations

from dataclasses import dataclass

from mainstreamer.ui.models.register_model import RegisterModel
from mainstreamer.ui.models.register_proxy import RegisterProxy
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.register_table import RegisterTable


@dataclass(frozen=True)
class RegisterRows:
    """The one selection lives in `table`; the records shown, in the order shown, are `proxy.records()`."""

    kind: str
    model: RegisterModel
    proxy: RegisterProxy
    table: RegisterTable

    @classmethod
    def of(cls, session: Session, kind: str) -> RegisterRows:
        model = RegisterModel(session, kind)
        proxy = RegisterProxy(model)
        table = RegisterTable(session, model, proxy)
        # They end with the table, after it: a model that goes first would make the table tell of another selection.
        for part in (model, proxy):
            part.setParent(table)
        return cls(kind, model, proxy, table)
