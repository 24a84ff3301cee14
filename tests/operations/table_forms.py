"""Tables as ministries keep them: the columns of action plans in use, with content of our own, and lists with odd headings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[Any]]


def write(path: Path, rows: Rows, title: str = "Sheet", merged: Sequence[str] = ()) -> Path:
    """A workbook with one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path


def romanian_plan(path: Path) -> Path:
    """Form A: chapters across the row, objectives and numbers merged over their actions, columns numbered, a sum."""
    rows = [
        ["PLANUL DE ACȚIUNI privind migrația și dezvoltarea"],
        ["pentru anii 2027–2031"],
        [],
        ["Nr. d/o", "Obiective", "Acțiuni", "Autorități responsabile", "Termen de realizare",
         "Acoperirea financiară (surse bugetare și surse externe de finanțare)", "Indicatori de progres"],
        [1, 2, 3, 4, 5, 6, 7],
        ["Capitolul I. Cadrul instituțional"],
        ["1.", "Consolidarea coordonării", "1) Crearea grupului de lucru",
         "Ministerul Afacerilor Externe, Ministerul Finanțelor", "Trimestrul IV 2027",
         "În limitele alocațiilor bugetare", "Grup creat; Număr de ședințe"],
        [None, None, "2) Instruirea funcționarilor", "Ministerul Muncii și Protecției Sociale", "2027-2028",
         "Asistență externă, 500 mii lei", "Număr de persoane instruite"],
        ["2.", "Date mai bune", "1) Publicarea profilului migrațional", "Biroul Național de Statistică", "permanent",
         "250,5 mii lei", "Profil publicat"],
        ["Total", None, None, None, None, "750,5"],
    ]  # fmt: skip
    return write(path, rows, "Plan", ["A1:G1", "A2:G2", "A6:G6", "A7:A8", "B7:B8"])


def bangla_plan(path: Path) -> Path:
    """Form B: the actions of each year in a column of their own."""
    rows = [
        ["7th FYP goal/target/strategy (page ref)", "Actions taken 2025-26", "Proposed action", None, None, "Responsibility"],
        [None, None, "2026-27", "2027-28", "2028-29", "Leading Ministry", "Associate Ministry/Division"],
        ["Skills (p. 56)", "Two centres opened", "Open five centres", "Open five more", None,
         "Ministry of Expatriates", "BMET, ILO"],
        ["Data (p. 60)", None, None, None, "Repeat the survey", "Bureau of Statistics"],
    ]  # fmt: skip
    return write(path, rows, "Plan", ["C1:E1", "F1:G1", "A1:A2", "B1:B2"])


def french_plan(path: Path) -> Path:
    """Form C: three rows of headings, quarters ticked, amounts in millions."""
    heads = ["Axe stratégique", "Objectif spécifique", "Action", "Résultats attendus",
             "IOV (indicateurs objectivement vérifiables)", "Sources de vérification", "Responsable", "Partenaires",
             "Chronogramme", *[None] * 7, "Coût (millions FCFA)",
             "Source de financement (Etat/PTF/à rechercher)"]  # fmt: skip
    rows = [
        ["MATRICE DU PLAN D'ACTION"],
        [],
        heads,
        [*[None] * 8, "2027", None, None, None, "2028"],
        [*[None] * 8, "T1", "T2", "T3", "T4", "T1", "T2", "T3", "T4"],
        ["Gouvernance", "Renforcer la coordination", "Créer le comité", "Comité opérationnel", "Décret signé",
         "Journal officiel", "Ministère des Affaires étrangères", "OIM, PNUD",
         None, "x", "x", None, None, None, None, None, 12.5, "Etat"],
        [None, None, "Former les points focaux", "40 agents formés", "Nombre d'agents formés", "Listes de présence",
         "Ministère du Travail", "OIM", None, None, None, "x", "x", "x", None, None, "8,25", "à rechercher"],
    ]  # fmt: skip
    areas = [f"{column}3:{column}5" for column in "ABCDEFGHQR"]
    return write(path, rows, "Matrice", ["I3:P3", "I4:L4", "M4:P4", "A6:A7", "B6:B7", *areas])


def english_matrix(path: Path) -> Path:
    """Form D: outcome and strategy once for several actions, indicators with baseline and target."""
    rows = [
        ["Outcome/Goal", "Strategy", "Action", "Lead (responsible) agency", "Partners", "Timeframe", "Budget/Funding source",
         "Output/Performance indicator", "Baseline", "Target", "Status"],
        ["Safe labour migration", "Better services", "Open a migrant resource centre", "Ministry of Labour",
         "Ministry of Finance, IOM", "Q1 2027 – Q4 2028", 120000, "Number of people served", 0, "2,000 (2028)", "In progress"],
        [None, None, "Review bilateral agreements", "Ministry of Foreign Affairs", None, "2027", "Within approved budget",
         "Agreements reviewed", "3 (2025)", "all of them", None],
    ]  # fmt: skip
    return write(path, rows, "Implementation matrix")


def russian_plan(path: Path) -> Path:
    """A Russian plan of measures: sections across the row, terms in words."""
    rows = [
        ["План мероприятий", None, None, None, None],
        [
            "№ п/п",
            "Наименование мероприятия",
            "Ответственный исполнитель",
            "Срок исполнения",
            "Источник финансирования",
        ],
        ["Раздел 1. Учёт населения"],
        [
            "1",
            "Провести опрос вернувшихся",
            "Министерство труда и социальной защиты, НБС",
            "до 31.12.2027",
            "В пределах бюджета",
        ],
        ["2", "Обновить регистр", "Министерство юстиции", "ежегодно", "Доноры"],
        ["Раздел 2. Занятость"],
        ["3", "Открыть центр", "Минстерство юстиции", "II–III кв. 2028 г.", None],
    ]
    return write(path, rows, "План", ["A1:E1", "A3:E3", "A6:E6"])


def associations(path: Path) -> Path:
    """A list of associations with odd headings."""
    rows = [
        ["Lista asociațiilor diasporei"],
        [],
        ["Nr.", "Denumirea asociației", "Țara, orașul", "Președinte", "Tel./e-mail", "Site web", "Anul fondării"],
        [1, "Asociația „Dacia”", "Italia, Roma", "—", "+39 06 000", "www.dacia.example", 2009],
        [2, "Asociatia Dacia", "Italia", None, None, None, 2011],
        [3, "Moldova Community", "UK, London", "chair", "info@mc.example", None, "n/a"],
    ]
    return write(path, rows, "Asociații", ["A1:G1"])


def agreements(path: Path) -> Path:
    """A register of agreements with days in several forms."""
    rows = [
        ["Реестр двусторонних соглашений"],
        ["№ п/п", "Наименование соглашения", "Страна", "Дата подписания", "Дата вступления в силу", "Срок действия",
         "Ответственный орган", "Статус", "Краткое содержание"],
        [1, "Соглашение о социальном обеспечении", "Италия", date(2021, 6, 18), "01.12.2022", "бессрочно", "Министерство труда",
         "действует", "Пенсии"],
        [2, "Соглашение о социальном обеспечении", "Германия, Польша", "12 января 2017 г.", "1/3/2019", "31.12.2030",
         "Министерство труда", "в силе", None],
        [3, "Меморандум о взаимопонимании", "Франция", "2014", None, None, "МИД", "подписан", None],
    ]  # fmt: skip
    return write(path, rows, "Реестр")


def census(path: Path) -> Path:
    """A table of people by age in thousands."""
    rows: list[list[Any]] = [
        ["Populația pe grupe de vârstă și sexe, mii persoane"],
        ["Grupa de vârstă", "Ambele sexe", "Femei", "Bărbați"],
    ]
    rows += [[f"{age}-{age + 4}", 50.5, 20.5, 30] for age in range(0, 85, 5)]
    rows += [["85+", 3.5, 2, 1.5], ["Total", 862, 350.5, 511.5]]
    return write(path, rows, "Populația")
