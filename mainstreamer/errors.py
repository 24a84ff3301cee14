"""Everything that can go wrong and that a person can do something about.

Each error is a type with a stable code and named details. The sentence a person reads is made at the edge
(`mainstreamer.language`) from the code `error.<code>` and these details; nothing here is text for people.
A bug is not an error of this kind: it stays an ordinary Python exception.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar


class MainstreamerError(Exception):
    """Base of all foreseen faults.

    `details` fills the placeholders of the sentence: paths, numbers, names.
    """

    code: ClassVar[str] = "unknown"

    def __init__(self, **details: object) -> None:
        super().__init__(self.code, details)
        self.details: dict[str, object] = details

    def __str__(self) -> str:
        inside = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.code}({inside})"


class InvalidValue(MainstreamerError):
    """A value was refused at the door; nothing was changed. Details: kind, field, reason, value."""

    code = "invalid_value"

    @property
    def reason(self) -> str:
        """Code of what is wrong with the value, such as `number_negative`."""
        return str(self.details.get("reason", ""))


class MissingFile(MainstreamerError):
    """The plan file is not there. Details: path."""

    code = "missing_file"


class MissingFolder(MainstreamerError):
    """The folder to write into does not exist. Details: folder."""

    code = "missing_folder"


class NotAPlan(MainstreamerError):
    """The file is something else. Details: path."""

    code = "not_a_plan"


class DamagedPlan(MainstreamerError):
    """The file is a plan whose bytes are damaged. Details: path."""

    code = "damaged_plan"


class NewerPlan(MainstreamerError):
    """A newer Mainstreamer wrote the file. Details: path, found, known."""

    code = "newer_plan"


class PlanInUse(MainstreamerError):
    """Another window or program holds the file. Details: path."""

    code = "plan_in_use"


class PlanReadOnly(MainstreamerError):
    """The file or its folder cannot be written. Details: path."""

    code = "plan_read_only"


class PlanExists(MainstreamerError):
    """A new plan would overwrite a file. Details: path."""

    code = "plan_exists"


class TargetExists(MainstreamerError):
    """A workbook would overwrite a file, and nobody said that it may. Details: path."""

    code = "target_exists"


class DiskFull(MainstreamerError):
    """There is no room to write. Details: path."""

    code = "disk_full"


class WriteFailed(MainstreamerError):
    """The system refused to write for another reason. Details: path, cause."""

    code = "write_failed"


class FileMissing(MainstreamerError):
    """The content of a file kept in the plan is not there. `path` is that of the plan, `name` that of the file.

    Details: path, name."""

    code = "file_missing"


class FileDamaged(MainstreamerError):
    """The content of a file kept in the plan is not what was put. `path` is that of the plan, `name` that of the
    file.

    Details: path, name."""

    code = "file_damaged"


class TargetBusy(MainstreamerError):
    """The workbook to be replaced is open elsewhere or read-only. Details: path."""

    code = "target_busy"


class ExportNotVerified(MainstreamerError):
    """The workbook read back differs from what was to be written. Details: path, sheet, cell."""

    code = "export_not_verified"


class UnreadableWorkbook(MainstreamerError):
    """The file cannot be read as a workbook at all; `problem` is the code of why. Details: path, problem."""

    code = "unreadable_workbook"


class NotAPack(MainstreamerError):
    """The file cannot be read as a checklist pack at all; `problem` is the code of why. Details: path, problem."""

    code = "not_a_pack"


class PackRefused(MainstreamerError):
    """A checklist pack has cells that cannot be taken; `faults` names each. Details: path, count."""

    code = "pack_refused"

    def __init__(self, faults: Sequence[object] = (), **details: object) -> None:
        super().__init__(count=len(faults), **details)
        self.faults = tuple(faults)


class NotAnExport(MainstreamerError):
    """The workbook did not come from an export of this program. Details: path."""

    code = "not_an_export"


class DamagedExport(MainstreamerError):
    """The hidden sheet by which an exported workbook is known cannot be read. Details: path."""

    code = "damaged_export"


class OtherPlan(MainstreamerError):
    """The workbook was exported from another plan. Details: path."""

    code = "other_plan"


class OlderWorkbook(MainstreamerError):
    """The workbook was exported by an earlier program, in a form that is not taken back. Details: path, found, known."""

    code = "older_workbook"


class NewerWorkbook(MainstreamerError):
    """The workbook was exported by a newer program. Details: path, found, known."""

    code = "newer_workbook"


class WorkbookAhead(MainstreamerError):
    """The workbook was exported from a copy of the plan that knows changes which this copy does not. Details: path."""

    code = "workbook_ahead"


class BadChecklist(MainstreamerError):
    """The shipped checklist contradicts itself. Details: problem, where."""

    code = "bad_checklist"


class BadArgument(MainstreamerError):
    """A word of the command line cannot be used. Details: name, value, expected."""

    code = "bad_argument"


class NoDisplay(MainstreamerError):
    """There is no screen to open a window on."""

    code = "no_display"


class Cancelled(MainstreamerError):
    """A person cancelled long work; nothing was changed."""

    code = "cancelled"
