"""The command line: every verb works without a display and without Qt.

Exit codes: 0 done, 1 found problems, 2 wrong use or unreadable input with a sentence on standard error.
"""

from __future__ import annotations

import argparse
import json
import locale
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from mainstreamer import __version__, paths, settings
from mainstreamer.errors import BadArgument, MainstreamerError, MissingFolder
from mainstreamer.language import SHIPPED, Language, language, spoken


def default_language() -> Language:
    """The person's language: as set in the window, else the computer's, else English."""
    code = settings.load(paths.settings_file()).language or (locale.getlocale()[0] or "")[:2].lower()
    return language(code)


def tell(error: MainstreamerError) -> int:
    """Say on standard error what happened, what is safe and what to do; the exit code 2."""
    from mainstreamer.language.sentences import error_sentence

    said = error_sentence(default_language(), error)
    sys.stderr.write(" ".join(part for part in (said.happened, said.safe, said.todo) if part) + "\n")
    return 2


class _Parser(argparse.ArgumentParser):
    """Refuses wrong words with one sentence instead of a page of usage."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {message}. See `{self.prog} --help`.\n")
        raise SystemExit(2)


def _year(text: str) -> int:
    if not (text.isdecimal() and 1900 <= int(text) <= 2200):
        raise argparse.ArgumentTypeError(f"{text!r} is not a year between 1900 and 2200")
    return int(text)


def _month(text: str) -> int:
    if not (text.isdecimal() and 1 <= int(text) <= 12):
        raise argparse.ArgumentTypeError(f"{text!r} is not a month from 1 to 12")
    return int(text)


def parser() -> argparse.ArgumentParser:
    """All verbs with their words."""
    made = _Parser(
        prog="mainstreamer", description="Build migration into development plans. Without a verb, opens the window."
    )
    made.add_argument("--version", action="version", version=f"mainstreamer {__version__}")
    verbs = made.add_subparsers(dest="verb", metavar="VERB", required=True, parser_class=_Parser)

    def verb(name: str, run: Callable[[argparse.Namespace], int], text: str, plan: bool = True, js: bool = True) -> Any:
        added = verbs.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        if plan:
            added.add_argument("plan", type=Path, metavar="PLAN", help="the plan file, *.mplan")
        if js:
            added.add_argument("--json", action="store_true", help="write JSON for other programs")
        return added

    new = verb("new", _new, "Create a plan; never overwrites.", js=False)
    new.add_argument("--country", required=True, metavar="MDA", help="ISO 3166-1 alpha-3 code")
    new.add_argument("--title", default="")
    new.add_argument("--start", type=_year, default=date.today().year + 1, metavar="YEAR")
    new.add_argument("--end", type=_year, default=None, metavar="YEAR")
    new.add_argument("--currency", default="", metavar="MDL", help="ISO 4217 code; without it, the country's")
    new.add_argument(
        "--fiscal-start", type=_month, default=None, metavar="MONTH", help="month that opens the fiscal year"
    )
    new.add_argument("--language", default="en", metavar="LANG", help="language of the plan as a document")
    sample = verb("sample", _sample, "Write the sample plan: fictional and complete.", js=False)
    sample.add_argument("--country", default="XXX", metavar="XXX")
    sample.add_argument("--language", default="", metavar="LANG", help=f"one of {', '.join(SHIPPED)}")
    verb("info", _info, "Title, counts, progress, money, version vector.")
    verb("check", _check, "Integrity of the file, then readiness findings; exit 1 when something blocks.")
    export = verb("export", _export, "Write the plan into an Excel workbook.", js=False)
    export.add_argument("out", type=Path, metavar="OUT.xlsx")
    export.add_argument("--replace", action="store_true", help="replace OUT.xlsx if it is there")
    export.add_argument("--language", default="", metavar="LANG", help="one language, or two: en,ru")
    export.add_argument("--preset", default="full", metavar="NAME", help="full, print, public, or one that you saved")
    narrower = {"metavar": "NAME", "help": "only actions that this institution leads, by name or acronym"}
    export.add_argument("--lead", action="append", default=[], **narrower)
    export.add_argument("--step", action="append", default=[], metavar="N", help="only actions of this step")
    export.add_argument(
        "--year", action="append", default=[], type=_year, metavar="Y", help="only actions that run in this fiscal year"
    )
    export.add_argument("--status", action="append", default=[], metavar="CODE", help="only actions of this status")
    taken = verb("import", _import, "Import an exported workbook that was edited; all or nothing.")
    taken.add_argument("workbook", type=Path, metavar="IN.xlsx")
    taken.add_argument("--dry-run", action="store_true", help="only say what would change")
    taken.add_argument("--conflicts", choices=("plan", "workbook"), default="", help="decide every conflict alike")
    taken.add_argument(
        "--empty-compulsory", action="store_true", help="also empty compulsory fields that are empty in the workbook"
    )
    taken.add_argument("--remove-missing", action="store_true", help="remove the records whose rows are gone")
    verb("history", _history, "Changesets, newest first.")
    verb("indicators", _indicators, "Every indicator with value, unit, variant and source.")
    checklist = verb("checklist", _checklist, "The shipped checklist; packs of it for a spreadsheet.", plan=False)
    checklist.add_argument("--language", default="", metavar="LANG")
    ways = checklist.add_mutually_exclusive_group()
    ways.add_argument("--pack", type=Path, metavar="OUT.xlsx", help="write the checklist as a pack")
    ways.add_argument("--load", type=Path, nargs=2, metavar=("PLAN", "IN.xlsx"), help="load a pack into a plan")
    checklist.add_argument("--replace", action="store_true", help="with --pack: replace OUT.xlsx if it is there")
    checklist.add_argument("--plan", type=Path, metavar="PLAN", help="with --pack: the checklist as this plan has it")
    checklist.add_argument("--dry-run", action="store_true", help="with --load: only say what would change")
    return made


def run(words: Sequence[str]) -> int:
    """Carry out a verb; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A console of another code page must not end the program over a letter it cannot show.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        chosen = parser().parse_args(list(words))
        code: int = chosen.run(chosen)
        sys.stdout.flush()
        return code
    except MainstreamerError as error:
        return tell(error)
    except BrokenPipeError:
        # Whoever read our output stopped; that is their right.
        sys.stderr.close()
        return 0
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 2


def _line(text: str = "") -> None:
    sys.stdout.write(text + "\n")


def _dump(data: object) -> None:
    _line(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def _speech(chosen: argparse.Namespace) -> Language:
    code = getattr(chosen, "language", "")
    if code and code not in SHIPPED:
        raise BadArgument(name="--language", value=code, expected=", ".join(SHIPPED))
    return language(code) if code else default_language()


def _new(chosen: argparse.Namespace) -> int:
    from mainstreamer.domain.choices import CHOICES
    from mainstreamer.knowledge import countries
    from mainstreamer.storage.document import Document

    country = chosen.country.upper()
    facts = countries().get(country)
    if facts is None:
        raise BadArgument(name="--country", value=chosen.country, expected="MDA, BGD, JAM, MLI ...")
    end = chosen.start + 4 if chosen.end is None else chosen.end
    if end < chosen.start:
        raise BadArgument(name="--end", value=end, expected=f">= {chosen.start}")
    if chosen.language not in CHOICES["language"]:
        raise BadArgument(name="--language", value=chosen.language, expected=", ".join(CHOICES["language"]))
    currency = (chosen.currency or str(facts["currency"])).upper()
    speech = language(chosen.language)
    if speech.find("currency", currency) is None and language("en").find("currency", currency) is None:
        raise BadArgument(name="--currency", value=chosen.currency, expected=str(facts["currency"]))
    title = chosen.title or speech.t(
        "Migration in the development plan of {country}", country=speech.choice("country", country)
    )
    frame = {
        "title": title,
        "country": country,
        "start_year": chosen.start,
        "end_year": end,
        "currency": currency,
        "fiscal_start": chosen.fiscal_start or int(facts["fiscal_start"]),
        "language": chosen.language,
    }
    Document.create(chosen.plan, frame).close()
    _line(str(chosen.plan))
    return 0


def _sample(chosen: argparse.Namespace) -> int:
    from mainstreamer.operations.sampling import create_sample

    if not chosen.plan.parent.is_dir():
        raise MissingFolder(folder=str(chosen.plan.parent))
    create_sample(chosen.plan, _speech(chosen).code, chosen.country.upper()).close()
    _line(str(chosen.plan))
    return 0


def _info(chosen: argparse.Namespace) -> int:
    from mainstreamer.operations.reporting import info

    found = info(chosen.plan)
    if chosen.json:
        _dump(found)
        return 0
    speech = default_language()
    money = found["money"]
    _line(f"{found['title']} ({speech.choice('country', found['country'])})")
    for kind, count in found["counts"].items():
        _line(f"  {speech.kind(kind, 'many')}: {count}")
    for step, state in found["progress"].items():
        score = "" if state["score"] is None else f", {state['score']}"
        _line(f"  {speech.choice('step', step)}: {state['answered']}/{state['of']}{score}")
    for name in ("cost", "secured_state", "secured_external", "gap"):
        _line(f"  {speech.word('workbook', 'cover', name)}: {money[name]} {money['currency']}")
    return 0


def _check(chosen: argparse.Namespace) -> int:
    from mainstreamer.operations.reporting import check

    found, blocks = check(chosen.plan, default_language(), date.today())
    if chosen.json:
        _dump(found)
    else:
        speech = default_language()
        _line(f"{found['integrity']}")
        for finding in found["findings"]:
            _line(f"{speech.choice('severity', finding['severity'])}: {finding['message']}")
    return 1 if blocks else 0


def _export(chosen: argparse.Namespace) -> int:
    from mainstreamer.exchange.workbook_out import export_workbook
    from mainstreamer.knowledge import plan_checklist
    from mainstreamer.operations.preset_words import languages_of, narrowed, preset_of
    from mainstreamer.storage.document import Document

    spec = preset_of(chosen.preset, settings.load(paths.settings_file()).presets)
    speech = spoken(languages_of(chosen.language) or spec.languages or (default_language().code,))
    with Document.open_for_reading(chosen.plan) as document:
        spec = narrowed(spec, document.plan, chosen.lead, chosen.step, chosen.year, chosen.status)
        report = export_workbook(
            document.plan,
            plan_checklist(document.plan, speech.code),
            speech,
            chosen.out,
            replace=chosen.replace,
            preset=spec,
            today=date.today(),
            vector=document.know(),
        )
    _line(str(report.path))
    for cut in report.findings:
        sys.stderr.write(f"{cut.sheet}!{cut.cell}: {cut.length} > 32767\n")
    return 0


def _import(chosen: argparse.Namespace) -> int:
    from mainstreamer.exchange.workbook_in import read_returned
    from mainstreamer.knowledge import plan_checklist
    from mainstreamer.operations.taking import compare, decide, remembered
    from mainstreamer.operations.taking_cautions import with_cautions
    from mainstreamer.operations.taking_report import choices_for, lines, taking_data
    from mainstreamer.storage.document import Document
    from mainstreamer.storage.snapshot import opened_to_look

    speech, is_copy = default_language(), False
    with ExitStack() as stack:
        if chosen.dry_run:
            document, is_copy = stack.enter_context(opened_to_look(chosen.plan))
        else:
            document = stack.enter_context(Document.open(chosen.plan, backup_folder=paths.backup_folder()))
        plan, history = document.plan, document.history()
        returned = read_returned(chosen.workbook, plan.uid, remembered(plan.uid, history), plan, date.today())
        found = compare(plan, history, returned)
        found = with_cautions(plan, found, plan_checklist(plan, speech.code), date.today())
        choices = choices_for(found, chosen.conflicts, chosen.remove_missing, chosen.empty_compulsory)
        intake = decide(plan, found, choices)
        if not chosen.dry_run:
            document.take_in(intake)
    taken = not chosen.dry_run and not found.refused
    if chosen.json:
        _dump(taking_data(found, choices, plan, speech, taken) | {"open_elsewhere": is_copy})
    else:
        if is_copy:
            _line(speech.t("The plan is open in a window. It was only read, as it is saved at this moment."))
        for line in lines(found, choices, intake, plan, speech, taken):
            _line(line)
    return 1 if found.refused or intake.open else 0


def _history(chosen: argparse.Namespace) -> int:
    from mainstreamer.operations.reporting import history

    found = history(chosen.plan)
    if chosen.json:
        _dump(found)
        return 0
    speech = default_language()
    for entry in found:
        who = ", ".join(part for part in (entry["person"], entry["institution"]) if part)
        verb = speech.word("verb", entry["verb"])
        _line(f"{entry['at']}  {verb}  ({len(entry['puts'])})  {who}".rstrip())
    return 0


def _indicators(chosen: argparse.Namespace) -> int:
    from mainstreamer.operations.reporting import indicator_lines, indicators

    if chosen.json:
        _dump(indicators(chosen.plan, default_language()))
        return 0
    for line in indicator_lines(chosen.plan, default_language()):
        _line(line)
    return 0


def _checklist(chosen: argparse.Namespace) -> int:
    if chosen.plan is not None and chosen.pack is None:
        raise BadArgument(name="--plan", value=chosen.plan, expected="checklist --pack OUT.xlsx --plan PLAN")
    if chosen.replace and chosen.pack is None:
        raise BadArgument(name="--replace", value="--replace", expected="checklist --pack OUT.xlsx --replace")
    if chosen.dry_run and chosen.load is None:
        raise BadArgument(name="--dry-run", value="--dry-run", expected="checklist --load PLAN IN.xlsx --dry-run")
    if chosen.pack is not None:
        return _write_pack(chosen)
    if chosen.load is not None:
        return _load_pack(chosen)
    from mainstreamer.operations.reporting import checklist_data

    found = checklist_data(_speech(chosen).code)
    if chosen.json:
        _dump(found)
        return 0
    for item in found["items"]:
        _line(f"{item['code']}{' *' if item['essential'] else ''}  {item['question']}")
    return 0


def _write_pack(chosen: argparse.Namespace) -> int:
    from mainstreamer.exchange.pack_out import write_pack
    from mainstreamer.storage.document import Document

    speech = _speech(chosen)
    if chosen.plan is None:
        path, items = write_pack(chosen.pack, None, speech, date.today(), replace=chosen.replace)
    else:
        with Document.open_for_reading(chosen.plan) as document:
            path, items = write_pack(chosen.pack, document.plan, speech, date.today(), replace=chosen.replace)
    if chosen.json:
        _dump({"path": str(path), "items": items})
    else:
        _line(str(path))
    return 0


def _load_pack(chosen: argparse.Namespace) -> int:
    from mainstreamer.errors import PackRefused
    from mainstreamer.exchange.pack_in import codes_for, read_pack
    from mainstreamer.operations.pack_report import fault_lines, language_line, lines, pack_data, summary
    from mainstreamer.operations.packs import compare
    from mainstreamer.storage.document import Document

    speech = _speech(chosen)
    target, source = chosen.load
    opened = (
        Document.open_for_reading(target)
        if chosen.dry_run
        else Document.open(target, backup_folder=paths.backup_folder())
    )
    with opened as document:
        try:
            found = compare(document.plan, read_pack(source, codes_for(document.plan)))
        except PackRefused as refused:
            if chosen.json:
                _dump(pack_data(None, refused.faults, speech, False))
            else:
                for line in fault_lines(refused.faults, speech):
                    _line(line)
            return 1
        if not chosen.dry_run:
            document.put("load_pack", found.puts)
    if chosen.json:
        _dump(pack_data(found, (), speech, not chosen.dry_run))
        return 0
    for sentence in summary(found, speech):
        _line(sentence)
    for state in found.languages:
        _line(language_line(state, speech))
    for one in lines(found, speech):
        about = " ".join(part for part in (one.item, one.part) if part)
        _line(f"  {one.word}: {about}: {one.before or '–'} → {one.after or '–'}")
    return 0
