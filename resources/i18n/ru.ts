<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Mainstreamer</name>
    <message>
        <source>&amp;Add anyway</source>
        <translation>&amp;Все равно добавить</translation>
    </message>
    <message>
        <source>&amp;Each row is</source>
        <translation>&amp;Каждая строка – это</translation>
    </message>
    <message>
        <source>&amp;Keep as in the plan</source>
        <translation>&amp;Оставить как в плане</translation>
    </message>
    <message>
        <source>&amp;Leave blank</source>
        <translation>&amp;Оставить пустым</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Заменить</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Пропустить</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Взять из таблицы</translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>(no heading)</source>
        <translation>(без заголовка)</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(без имени)</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(без названия)</translation>
    </message>
    <message>
        <source>(removed)</source>
        <translation>(удалено)</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>(без названия)</translation>
    </message>
    <message>
        <source>(without a title)</source>
        <translation>(без названия)</translation>
    </message>
    <message>
        <source>+ add evidence</source>
        <translation>+ добавить подтверждение</translation>
    </message>
    <message>
        <source>+ add files …</source>
        <translation>+ добавить файлы …</translation>
    </message>
    <message>
        <source>0–14, children</source>
        <translation>0–14, дети</translation>
    </message>
    <message>
        <source>15–24, youth</source>
        <translation>15–24, молодежь</translation>
    </message>
    <message>
        <source>2010: the method of the handbook</source>
        <translation>2010: метод пособия</translation>
    </message>
    <message>
        <source>2013: its other recommendations</source>
        <translation>2013: другие рекомендации документа</translation>
    </message>
    <message>
        <source>2013: recommendation 2 of the paper</source>
        <translation>2013: рекомендация № 2 документа</translation>
    </message>
    <message>
        <source>65 and over</source>
        <translation>65 и старше</translation>
    </message>
    <message>
        <source>65 and over, {share}: experience and care given. A plan offers health care, pensions, help.</source>
        <translation>65 и старше, {share}: опыт и забота о близких. План может предложить медицину, пенсии, помощь.</translation>
    </message>
    <message>
        <source>A backup of the plan is made first, and all is checked.</source>
        <translation>Сначала делается резервная копия плана, и все проверяется.</translation>
    </message>
    <message>
        <source>A copy was saved: {path}</source>
        <translation>Копия сохранена: {path}</translation>
    </message>
    <message>
        <source>A dot beside a step: essential items are open</source>
        <translation>Точка у шага: есть основные пункты без ответа</translation>
    </message>
    <message>
        <source>A lead institution of this preset is not in this plan, and is left out of the filter.</source>
        <translation>Ведущего ведомства из этого шаблона в этом плане нет, и в отборе оно не учитывается.</translation>
    </message>
    <message>
        <source>A pack is a workbook with all items and suggested actions of this plan in every language. Reword, translate and add items in a spreadsheet, then load the pack into this plan or another one.</source>
        <translation>Пакет – это книга Excel со всеми пунктами и предлагаемыми мероприятиями этого плана на всех языках. Меняйте формулировки, переводите и добавляйте пункты в электронной таблице, а затем загрузите пакет в этот или другой план.</translation>
    </message>
    <message>
        <source>A plan of a fictional country, filled in and partly unfinished, to look around and try things out.</source>
        <translation>План вымышленной страны, заполненный и местами незавершенный: посмотреть и попробовать.</translation>
    </message>
    <message>
        <source>A quarter or year that is ticked</source>
        <translation>Квартал или год с отметкой</translation>
    </message>
    <message>
        <source>A question of your own (Ctrl+N)</source>
        <translation>Собственный вопрос (Ctrl+N)</translation>
    </message>
    <message>
        <source>A record has one file. Drop several files onto the table, and each becomes evidence of its own.</source>
        <translation>У записи один файл. Перетащите несколько файлов на таблицу, и каждый станет отдельным подтверждением.</translation>
    </message>
    <message>
        <source>A record of this name is there already: {name}</source>
        <translation>Запись с таким названием уже есть: {name}</translation>
    </message>
    <message>
        <source>A row of this name is there already.</source>
        <translation>Строка с таким названием уже есть.</translation>
    </message>
    <message>
        <source>A table that was not made with this program</source>
        <translation>Таблица, созданная в другой программе</translation>
    </message>
    <message>
        <source>A view keeps columns, widths, order and filters on this computer. Deleting it changes no row.</source>
        <translation>Вид хранит столбцы, их ширину, порядок и отборы на этом компьютере. Его удаление не меняет ни одной строки.</translation>
    </message>
    <message>
        <source>A workbook with this name is there already, changed on {day} at {time}. It stays; the new one is written beside it as “{name}”.</source>
        <translation>Книга с таким именем уже есть, она изменена {day} в {time}. Она останется; новая будет записана рядом как «{name}».</translation>
    </message>
    <message>
        <source>A working tool for building migration into national, regional and local development plans: a checklist, registers, indicators and an action plan in Excel. It works without the internet and sends nothing anywhere.</source>
        <translation>Рабочий инструмент для включения миграции в национальные, региональные и местные планы развития: контрольный перечень, реестры, показатели и план действий в Excel. Работает без интернета и никуда ничего не отправляет.</translation>
    </message>
    <message>
        <source>About Mainstreamer</source>
        <translation>О программе Mainstreamer</translation>
    </message>
    <message>
        <source>About the indicator</source>
        <translation>О показателе</translation>
    </message>
    <message>
        <source>Action plan</source>
        <translation>План действий</translation>
    </message>
    <message>
        <source>Actions by status</source>
        <translation>Мероприятия по статусу</translation>
    </message>
    <message>
        <source>Actions ready for adoption</source>
        <translation>Мероприятия без замечаний</translation>
    </message>
    <message>
        <source>Adapt item</source>
        <translation>Изменить пункт</translation>
    </message>
    <message>
        <source>Adapt this checklist</source>
        <translation>Изменить этот перечень</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Добавить язык</translation>
    </message>
    <message>
        <source>Add a language …</source>
        <translation>Добавить язык …</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Добавить строку</translation>
    </message>
    <message>
        <source>Add a table</source>
        <translation>Добавить таблицу</translation>
    </message>
    <message>
        <source>Add an own item</source>
        <translation>Добавить собственный пункт</translation>
    </message>
    <message>
        <source>Add another …</source>
        <translation>Добавить еще …</translation>
    </message>
    <message>
        <source>Add as &amp;new</source>
        <translation>Добавить как &amp;новое</translation>
    </message>
    <message>
        <source>Add copies of the rows selected.</source>
        <translation>Добавить копии выбранных строк.</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Добавить файлы</translation>
    </message>
    <message>
        <source>Add files …</source>
        <translation>Добавить файлы …</translation>
    </message>
    <message>
        <source>Add it as &amp;another population table all the same</source>
        <translation>Все равно добавить как &amp;еще одну таблицу населения</translation>
    </message>
    <message>
        <source>Add the table</source>
        <translation>Добавить таблицу</translation>
    </message>
    <message>
        <source>Add to plan</source>
        <translation>Внести в план</translation>
    </message>
    <message>
        <source>Add treaties from the list</source>
        <translation>Добавить договоры из перечня</translation>
    </message>
    <message numerus="yes">
        <source>Add {n} new institutions</source>
        <translation>
            <numerusform>Добавить {n} новое учреждение</numerusform>
            <numerusform>Добавить {n} новых учреждения</numerusform>
            <numerusform>Добавить {n} новых учреждений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} new objectives</source>
        <translation>
            <numerusform>Добавить {n} новую цель</numerusform>
            <numerusform>Добавить {n} новые цели</numerusform>
            <numerusform>Добавить {n} новых целей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} records</source>
        <translation>
            <numerusform>Добавить {n} запись</numerusform>
            <numerusform>Добавить {n} записи</numerusform>
            <numerusform>Добавить {n} записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Add, reword, reorder or leave out items in this plan</source>
        <translation>Добавить, переформулировать, переставить или исключить пункты в этом плане</translation>
    </message>
    <message>
        <source>Added up</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Added: {records}</source>
        <translation>Добавлено: {records}</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Станет</translation>
    </message>
    <message>
        <source>After: {source}</source>
        <translation>Источник: {source}</translation>
    </message>
    <message>
        <source>Age not stated</source>
        <translation>Не указан</translation>
    </message>
    <message>
        <source>Age structure of the population</source>
        <translation>Возрастная структура населения</translation>
    </message>
    <message>
        <source>Ages</source>
        <translation>Возраст</translation>
    </message>
    <message>
        <source>Ages of life</source>
        <translation>Возрастная структура</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>All ({count})</source>
        <translation>Все ({count})</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Все изменения</translation>
    </message>
    <message>
        <source>All conflicts as in the plan</source>
        <translation>Все расхождения – как в плане</translation>
    </message>
    <message>
        <source>All conflicts as in the workbook</source>
        <translation>Все расхождения – как в книге Excel</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Все поля</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>All institutions</source>
        <translation>Все учреждения</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Все виды записей</translation>
    </message>
    <message>
        <source>All of these rows hold “{value}” now.</source>
        <translation>Сейчас во всех этих строках стоит «{value}».</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Все сохранено</translation>
    </message>
    <message>
        <source>All saved {time}</source>
        <translation>Сохранено в {time}</translation>
    </message>
    <message>
        <source>All sectors</source>
        <translation>Все отрасли</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>Все шаги</translation>
    </message>
    <message>
        <source>All terms</source>
        <translation>Все термины</translation>
    </message>
    <message>
        <source>All terms of the glossary</source>
        <translation>Все термины словаря</translation>
    </message>
    <message>
        <source>All texts of the item as shipped, in every language</source>
        <translation>Все тексты пункта как в исходном перечне, на всех языках</translation>
    </message>
    <message>
        <source>All texts of {code} are the originals again.</source>
        <translation>Все тексты пункта {code} снова исходные.</translation>
    </message>
    <message numerus="yes">
        <source>All {n} actions.</source>
        <translation>
            <numerusform>Все {n} мероприятие.</numerusform>
            <numerusform>Все {n} мероприятия.</numerusform>
            <numerusform>Все {n} мероприятий.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {n} figures:</source>
        <translation>
            <numerusform>Все числа ({n}):</numerusform>
            <numerusform>Все числа ({n}):</numerusform>
            <numerusform>Все числа ({n}):</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {n} rows:</source>
        <translation>
            <numerusform>Все строки ({n}):</numerusform>
            <numerusform>Все строки ({n}):</numerusform>
            <numerusform>Все строки ({n}):</numerusform>
        </translation>
    </message>
    <message>
        <source>Allowed: {words}.</source>
        <translation>Допустимо: {words}.</translation>
    </message>
    <message numerus="yes">
        <source>Allowed: {words}; and {n} more.</source>
        <translation>
            <numerusform>Допустимо: {words}; и еще {n}.</numerusform>
            <numerusform>Допустимо: {words}; и еще {n}.</numerusform>
            <numerusform>Допустимо: {words}; и еще {n}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Already in the plan</source>
        <translation>Уже в плане</translation>
    </message>
    <message>
        <source>Also removed: {what}.</source>
        <translation>Вместе с записью пропадут: {what}.</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move an item, Enter leads to its texts.</source>
        <translation>Alt+Вверх и Alt+Вниз переставляют пункт, Enter ведет к его текстам.</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Желтый</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Суммы</translation>
    </message>
    <message>
        <source>An action plan, a list of associations, a register of agreements, a census table: an Excel workbook (.xlsx) or a table as text (.csv). Choose it, or drop it here. Nothing is added before you have looked through it.</source>
        <translation>План мероприятий, список объединений, реестр соглашений, таблица переписи: книга Excel (.xlsx) или таблица в виде текста (.csv). Выберите файл или перетащите его сюда. Ничего не добавится, пока вы не проверите результат.</translation>
    </message>
    <message>
        <source>An indicator of your own</source>
        <translation>Собственный показатель</translation>
    </message>
    <message>
        <source>An item stays in its step. It was not moved.</source>
        <translation>Пункт остается в своем шаге. Он не перемещен.</translation>
    </message>
    <message>
        <source>An item that names no phase concerns all phases.</source>
        <translation>Пункт, в котором этап не указан, касается всех этапов.</translation>
    </message>
    <message>
        <source>An item that names no role concerns every country.</source>
        <translation>Пункт, в котором роль не указана, касается любой страны.</translation>
    </message>
    <message>
        <source>An own item that begins with these texts</source>
        <translation>Собственный пункт, который начинается с этих текстов</translation>
    </message>
    <message>
        <source>Another table as a line</source>
        <translation>Другая таблица в виде линии</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Answer the first items</source>
        <translation>Ответьте на первые пункты</translation>
    </message>
    <message>
        <source>Answers always stay with their items, also with those left out.</source>
        <translation>Ответы всегда остаются при своих пунктах, в том числе исключенных.</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Любой день</translation>
    </message>
    <message>
        <source>As in the plan: {roles}</source>
        <translation>Как в плане: {roles}</translation>
    </message>
    <message>
        <source>As on this computer</source>
        <translation>Как на этом компьютере</translation>
    </message>
    <message>
        <source>As shipped again</source>
        <translation>Снова исходный текст</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>Вернуть исходный текст</translation>
    </message>
    <message>
        <source>Back to the term before</source>
        <translation>К предыдущему термину</translation>
    </message>
    <message>
        <source>Back to the usual columns</source>
        <translation>Вернуть обычные столбцы</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Вернуться назад</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>Before this there was no such record. To take it away, delete it in its register.</source>
        <translation>До этого такой записи не было. Чтобы убрать ее, удалите ее в реестре.</translation>
    </message>
    <message>
        <source>Begin with step 1</source>
        <translation>Начать с шага 1</translation>
    </message>
    <message>
        <source>Being counted …</source>
        <translation>Подсчитывается …</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Пусто</translation>
    </message>
    <message>
        <source>Blank cells take the value above</source>
        <translation>Пустые ячейки повторяют значение сверху</translation>
    </message>
    <message>
        <source>Both values stay in the history.</source>
        <translation>Оба значения остаются в истории.</translation>
    </message>
    <message>
        <source>Build migration into a development plan, step by step: from the first question to an action plan in Excel.</source>
        <translation>Шаг за шагом включите миграцию в план развития: от первого вопроса до плана действий в Excel.</translation>
    </message>
    <message>
        <source>By item</source>
        <translation>По пунктам</translation>
    </message>
    <message>
        <source>By partner</source>
        <translation>По партнерам</translation>
    </message>
    <message>
        <source>Calendar: {field}</source>
        <translation>Календарь: {field}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Cancelled. No file was changed.</source>
        <translation>Отменено. Ни один файл не изменен.</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Ячейка</translation>
    </message>
    <message>
        <source>Cells that cannot be read</source>
        <translation>Ячейки, которые нельзя прочитать</translation>
    </message>
    <message>
        <source>Chair and secretariat</source>
        <translation>Председатель и секретариат</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменение</translation>
    </message>
    <message>
        <source>Change any text. The original stays beside it, and answers stay with the item.</source>
        <translation>Измените любой текст. Исходный остается рядом, а ответы – при пункте.</translation>
    </message>
    <message numerus="yes">
        <source>Change {n} figures</source>
        <translation>
            <numerusform>Изменить {n} число</numerusform>
            <numerusform>Изменить {n} числа</numerusform>
            <numerusform>Изменить {n} чисел</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change {n} records</source>
        <translation>
            <numerusform>Изменить {n} запись</numerusform>
            <numerusform>Изменить {n} записи</numerusform>
            <numerusform>Изменить {n} записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Изменить …</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Changed in the plan after the export.</source>
        <translation>Изменено в плане после выгрузки.</translation>
    </message>
    <message>
        <source>Changed in the plan and in the workbook</source>
        <translation>Изменено и в плане, и в книге Excel</translation>
    </message>
    <message>
        <source>Changed to</source>
        <translation>Стало</translation>
    </message>
    <message>
        <source>Changed, and not saved as a preset.</source>
        <translation>Изменено и не сохранено как шаблон.</translation>
    </message>
    <message>
        <source>Changes of the workbook</source>
        <translation>Изменения в книге Excel</translation>
    </message>
    <message>
        <source>Changes, newest first</source>
        <translation>Изменения, сначала новые</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Диаграмма</translation>
    </message>
    <message>
        <source>Chart of bodies</source>
        <translation>Схема органов</translation>
    </message>
    <message>
        <source>Chart of coordination bodies</source>
        <translation>Схема координационных органов</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Контрольный перечень</translation>
    </message>
    <message>
        <source>Checks of the table</source>
        <translation>Проверка таблицы</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Выбрать</translation>
    </message>
    <message>
        <source>Choose a change.</source>
        <translation>Выберите изменение.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Выбор файла</translation>
    </message>
    <message>
        <source>Choose a file ending in .mplan, or drop it onto this window.</source>
        <translation>Выберите файл с расширением .mplan или перетащите его в это окно.</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Выбрать файл …</translation>
    </message>
    <message>
        <source>Choose a file, drop one here, or paste one (Ctrl+V).</source>
        <translation>Выберите файл, перетащите его сюда или вставьте (Ctrl+V).</translation>
    </message>
    <message>
        <source>Choose a finding to read it whole. Enter or a double click leads to its field.</source>
        <translation>Выберите замечание, чтобы прочитать его целиком. Enter или двойной щелчок ведет к нужному полю.</translation>
    </message>
    <message>
        <source>Choose a point to read its value.</source>
        <translation>Выберите точку, чтобы прочесть ее значение.</translation>
    </message>
    <message>
        <source>Choose a row to see all of its fields.</source>
        <translation>Выберите строку, чтобы увидеть все ее поля.</translation>
    </message>
    <message>
        <source>Choose an Excel workbook (.xlsx) or a table as text (.csv).</source>
        <translation>Выберите книгу Excel (.xlsx) или таблицу в виде текста (.csv).</translation>
    </message>
    <message>
        <source>Choose an age group to read its numbers.</source>
        <translation>Выберите возрастную группу, чтобы прочесть ее числа.</translation>
    </message>
    <message>
        <source>Choose an item to reword it, to move it or to leave it out.</source>
        <translation>Выберите пункт, чтобы переформулировать, переставить или исключить его.</translation>
    </message>
    <message>
        <source>Choose another file …</source>
        <translation>Выбрать другой файл …</translation>
    </message>
    <message>
        <source>Choose another folder or file name</source>
        <translation>Выбрать другую папку или другое имя файла</translation>
    </message>
    <message>
        <source>Choose another workbook …</source>
        <translation>Выбрать другую книгу Excel …</translation>
    </message>
    <message>
        <source>Choose files, drop them here, or paste them (Ctrl+V).</source>
        <translation>Выберите файлы, перетащите их сюда или вставьте (Ctrl+V).</translation>
    </message>
    <message>
        <source>Choose files, drop them onto this card, or paste them (Ctrl+V).</source>
        <translation>Выберите файлы, перетащите их на эту карточку или вставьте (Ctrl+V).</translation>
    </message>
    <message>
        <source>Choose from a calendar</source>
        <translation>Выбрать в календаре</translation>
    </message>
    <message>
        <source>Choose from the list</source>
        <translation>Выбрать из списка</translation>
    </message>
    <message>
        <source>Choose from the quarters of the plan</source>
        <translation>Выбрать из кварталов плана</translation>
    </message>
    <message>
        <source>Choose the mark before or after</source>
        <translation>Выбрать предыдущую или следующую отметку</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Выбрать …</translation>
    </message>
    <message>
        <source>Claimed: answered Yes, with no evidence entered</source>
        <translation>Без подтверждения: ответ «Да», но подтверждение не внесено</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Снять все</translation>
    </message>
    <message>
        <source>Clear the figures chosen</source>
        <translation>Очистить выбранные числа</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Сбросить отбор</translation>
    </message>
    <message>
        <source>Click a circle, or press 1 not signed, 2 signed, 3 ratified, 0 blank. Enter begins or opens a record. Look each status up; none is filled in for you.</source>
        <translation>Щелкните кружок или нажмите 1 – не подписан, 2 – подписан, 3 – ратифицирован, 0 – пусто. Enter – начать или открыть запись. Статус уточните у депозитария.</translation>
    </message>
    <message>
        <source>Click the row with the headings, or move to it and press Enter. Rows above it are left out.</source>
        <translation>Щелкните строку с заголовками или перейдите к ней и нажмите Enter. Строки над ней не загружаются.</translation>
    </message>
    <message>
        <source>Click: sort. Shift+click: sort by this column as well.</source>
        <translation>Щелчок – сортировать. Shift и щелчок – сортировать еще и по этому столбцу.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close the plan</source>
        <translation>Закрыть план</translation>
    </message>
    <message>
        <source>Close the term</source>
        <translation>Закрыть термин</translation>
    </message>
    <message>
        <source>Close without importing</source>
        <translation>Закрыть без импорта</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Code lists</source>
        <translation>Справочники кодов</translation>
    </message>
    <message>
        <source>Code lists …</source>
        <translation>Справочники кодов …</translation>
    </message>
    <message>
        <source>Codes and names</source>
        <translation>Коды и названия</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Column to set</source>
        <translation>Какой столбец задать</translation>
    </message>
    <message>
        <source>Column {letter}, “{heading}”, goes into</source>
        <translation>Столбец {letter} («{heading}») попадет в поле</translation>
    </message>
    <message>
        <source>Column {number}: {numbers} …</source>
        <translation>Столбец {number}: {numbers} …</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Columns of the action plan</source>
        <translation>Столбцы плана действий</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Столбцы таблицы</translation>
    </message>
    <message>
        <source>Columns without a tick that sums or lights need are there, but hidden.</source>
        <translation>Неотмеченные столбцы, которые нужны для сумм и светофора, есть в файле, но скрыты.</translation>
    </message>
    <message>
        <source>Columns …</source>
        <translation>Столбцы …</translation>
    </message>
    <message>
        <source>Columns, order, filters, and named views</source>
        <translation>Столбцы, порядок, отборы и сохраненные виды</translation>
    </message>
    <message>
        <source>Columns, widths, order and filters are kept on this computer, not in the plan.</source>
        <translation>Столбцы, их ширина, порядок и отборы хранятся на этом компьютере, не в плане.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Comparability</source>
        <translation>Сопоставимость</translation>
    </message>
    <message>
        <source>Compare with (dashed)</source>
        <translation>Сравнить с (пунктир)</translation>
    </message>
    <message>
        <source>Compare with (line)</source>
        <translation>Сравнить с (линия)</translation>
    </message>
    <message>
        <source>Compulsory: readiness asks for it.</source>
        <translation>Обязательное поле: без него план не готов.</translation>
    </message>
    <message>
        <source>Compulsory: the plan cannot be made without it.</source>
        <translation>Обязательно: без этого план не создать.</translation>
    </message>
    <message>
        <source>Computed from your tables and registers, or observed and entered. The program adds no figures of its own.</source>
        <translation>Рассчитано по вашим таблицам и реестрам либо внесено по наблюдениям. Своих цифр программа не добавляет.</translation>
    </message>
    <message>
        <source>Conflict: as in the plan, as in the workbook, leave open</source>
        <translation>Расхождение: как в плане, как в книге Excel, решить позже</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Содержит</translation>
    </message>
    <message>
        <source>Content, and what is expected</source>
        <translation>Содержимое и что ожидается</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Conventions of the ILO are ratified without being signed.</source>
        <translation>Конвенции МОТ ратифицируются без подписания.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Copy as own item</source>
        <translation>Скопировать как свой</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Скопировать строки</translation>
    </message>
    <message>
        <source>Copy rows for Excel</source>
        <translation>Копировать строки для Excel</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Скопировать сведения</translation>
    </message>
    <message>
        <source>Copy the figures</source>
        <translation>Копировать числа</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Скопировать список</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Скопировать отчет</translation>
    </message>
    <message>
        <source>Copy the rows selected with their headings, for Excel.</source>
        <translation>Скопировать выбранные строки с заголовками для Excel.</translation>
    </message>
    <message>
        <source>Copy the table in the spreadsheet with its ages and headings, and paste it at the left.</source>
        <translation>Скопируйте таблицу из электронной таблицы вместе с возрастами и заголовками и вставьте ее слева.</translation>
    </message>
    <message>
        <source>Copy what is shown as text, to paste into a mail or a worksheet</source>
        <translation>Скопировать показанное как текст, чтобы вставить в письмо или таблицу</translation>
    </message>
    <message>
        <source>Corridors and agreements by partner</source>
        <translation>Коридоры и соглашения по партнерам</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>Cost less what the state budget and partners have secured. A surplus fills no gap of another action.</source>
        <translation>Стоимость за вычетом того, что обеспечено из бюджета и партнерами. Излишек одного мероприятия не покрывает дефицит другого.</translation>
    </message>
    <message>
        <source>Cost: {amount}</source>
        <translation>Стоимость: {amount}</translation>
    </message>
    <message>
        <source>Counting the rows …</source>
        <translation>Строки подсчитываются …</translation>
    </message>
    <message>
        <source>Country role</source>
        <translation>Роль страны</translation>
    </message>
    <message>
        <source>Create the plan</source>
        <translation>Создать план</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Темные</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Dates, quarters and sums are read as people write them: “Q4 2027”, “until 31.12.2027”, “1.5 million”. Several ministries may stand in one cell. You see how each cell is read.</source>
        <translation>Даты, кварталы и суммы читаются так, как их пишут: «IV квартал 2027», «до 31.12.2027», «1,5 млн». В одной ячейке может быть несколько ведомств. Видно, как прочитана каждая ячейка.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Decide for all</source>
        <translation>Решить для всех</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Delete the preset</source>
        <translation>Удалить шаблон</translation>
    </message>
    <message>
        <source>Delete the rows chosen</source>
        <translation>Удалить выбранные строки</translation>
    </message>
    <message>
        <source>Delete the rows selected</source>
        <translation>Удалить выбранные строки</translation>
    </message>
    <message>
        <source>Delete the rows selected. Undo brings them back.</source>
        <translation>Удалить выбранные строки. Отмена вернет их.</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>Знаменатель</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>Details: {details}</source>
        <translation>Сведения: {details}</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Направление</translation>
    </message>
    <message>
        <source>Disaggregation</source>
        <translation>Разбивка</translation>
    </message>
    <message>
        <source>Do not take this column</source>
        <translation>Не загружать этот столбец</translation>
    </message>
    <message>
        <source>Document, decision, table or minutes</source>
        <translation>Документ, решение, таблица или протокол</translation>
    </message>
    <message>
        <source>Don't show notes</source>
        <translation>Больше не показывать</translation>
    </message>
    <message>
        <source>Done again: {verb}.</source>
        <translation>Снова сделано: {verb}.</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Drag a bar to move it, or one of its ends. Keys: Ctrl+←→ moves, Ctrl+Shift+←→ the end, Shift+←→ the start.</source>
        <translation>Тяните полосу или ее край. Клавиши: Ctrl+←→ сдвигает, Ctrl+Shift+←→ меняет конец, Shift+←→ начало.</translation>
    </message>
    <message>
        <source>Drag a name to another cell, or press Ctrl with an arrow key. Ctrl+Backspace takes it off the map.</source>
        <translation>Перетащите название в другую клетку или нажмите Ctrl со стрелкой. Ctrl+Backspace убирает его с карты.</translation>
    </message>
    <message>
        <source>Drawing …</source>
        <translation>Рисуется …</translation>
    </message>
    <message>
        <source>Drop files here: each becomes evidence of its own.</source>
        <translation>Отпустите файлы здесь: каждый станет отдельным подтверждением.</translation>
    </message>
    <message>
        <source>Drop one file here to make it the file of “{name}”.</source>
        <translation>Отпустите файл здесь, и он станет файлом записи «{name}».</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Duplicate the rows chosen</source>
        <translation>Дублировать выбранные строки</translation>
    </message>
    <message>
        <source>Duplicate, fill down, copy, paste</source>
        <translation>Дублировать, заполнить вниз, скопировать, вставить</translation>
    </message>
    <message>
        <source>Each action needs one lead institution, quarters, a cost and an indicator. The totals add up what the filters let through.</source>
        <translation>Каждому мероприятию нужны одно ведущее ведомство, кварталы, стоимость и показатель. В итоги входит то, что оставил отбор.</translation>
    </message>
    <message>
        <source>Each answer No or Partly offers actions that close the gap. This is how the action plan grows.</source>
        <translation>К ответам «Нет» и «Частично» программа предлагает мероприятия, которые устраняют пробел. Так складывается план действий.</translation>
    </message>
    <message>
        <source>Each item of the checklist goes back to recommendation 2 of the paper that IOM wrote for the High-level Dialogue of 2013. What was agreed later stands apart from it.</source>
        <translation>Пункты перечня основаны на рекомендации № 2 документа МОМ, подготовленного к Диалогу на высоком уровне 2013 года. Принятое позже стоит отдельно.</translation>
    </message>
    <message>
        <source>Each item says what No, Partly and Yes mean; after No and Partly it offers actions.</source>
        <translation>У каждого пункта сказано, что значат «Нет», «Частично» и «Да»; при ответе ниже «Да» он предлагает мероприятия.</translation>
    </message>
    <message>
        <source>Each row is</source>
        <translation>Каждая строка – это</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Изменить ячейку</translation>
    </message>
    <message>
        <source>Ends next: {day}</source>
        <translation>Ближайший срок: {day}</translation>
    </message>
    <message>
        <source>Ends next: {name}, {day}.</source>
        <translation>Раньше всех истекает: {name}, {day}.</translation>
    </message>
    <message>
        <source>Enter a population table and observations in step 5, or actions in the action plan.</source>
        <translation>Введите таблицу населения и наблюдения в шаге 5 или мероприятия в плане действий.</translation>
    </message>
    <message>
        <source>Enter a year and a value, and the line appears here.</source>
        <translation>Укажите год и значение, и линия появится здесь.</translation>
    </message>
    <message>
        <source>Enter institutions</source>
        <translation>Внести учреждения</translation>
    </message>
    <message>
        <source>Enter opens the plan that is marked.</source>
        <translation>Enter открывает выделенный план.</translation>
    </message>
    <message>
        <source>Enter or a click leads to the row.</source>
        <translation>Клавиша Enter или щелчок ведет к строке.</translation>
    </message>
    <message>
        <source>Enter or a double click opens a body or a seat; a right click also leads to the institution.</source>
        <translation>Enter или двойной щелчок открывает орган или участника; правая кнопка мыши ведет и к учреждению.</translation>
    </message>
    <message>
        <source>Enter the agreements of this country, and it shows here which corridors they cover.</source>
        <translation>Внесите соглашения страны, и здесь будет видно, какие коридоры ими охвачены.</translation>
    </message>
    <message>
        <source>Enter the corridors of this country, and it shows here where people move without an agreement.</source>
        <translation>Внесите коридоры страны, и здесь будет видно, где люди перемещаются без соглашения.</translation>
    </message>
    <message>
        <source>Enter the dates</source>
        <translation>Ввести даты</translation>
    </message>
    <message>
        <source>Enter when the current plan ends and when the budget circular comes. Deadlines are counted from these.</source>
        <translation>Укажите, когда заканчивается действующий план и когда выходит бюджетный циркуляр. От них отсчитываются сроки.</translation>
    </message>
    <message>
        <source>Enter when the plan is due</source>
        <translation>Укажите сроки плана</translation>
    </message>
    <message>
        <source>Enter who takes part</source>
        <translation>Внесите участников</translation>
    </message>
    <message>
        <source>Enter your name and institution …</source>
        <translation>Указать имя и ведомство …</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Esc back to where you were</source>
        <translation>Esc – назад, где вы были</translation>
    </message>
    <message>
        <source>Esc closes the term</source>
        <translation>Esc закрывает термин</translation>
    </message>
    <message>
        <source>Essential</source>
        <translation>Основные</translation>
    </message>
    <message>
        <source>Essential items answered</source>
        <translation>Ответы на основные пункты</translation>
    </message>
    <message>
        <source>Essential items only</source>
        <translation>Только основные пункты</translation>
    </message>
    <message>
        <source>Every change is kept: who made it, when, what was there before. Nothing is ever lost from here.</source>
        <translation>Хранится каждое изменение: кто его внес, когда и что было раньше. Отсюда ничего не пропадает.</translation>
    </message>
    <message>
        <source>Every corridor has an agreement in force.</source>
        <translation>По каждому коридору действует соглашение.</translation>
    </message>
    <message>
        <source>Every figure of this table is in the plan already, in “{title}”.</source>
        <translation>Все числа этой таблицы уже есть в плане – в таблице «{title}».</translation>
    </message>
    <message>
        <source>Every institution and objective named in the table is in the plan.</source>
        <translation>Все учреждения и цели, названные в таблице, есть в плане.</translation>
    </message>
    <message>
        <source>Every row is in the plan already. Under “Names” you decide what becomes of each.</source>
        <translation>Все строки уже есть в плане. На шаге «Названия» можно решить, что делать с каждой.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Все люди</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Everything here can also be done with the mouse. This sheet opens with ? wherever no text is typed.</source>
        <translation>Все это можно сделать и мышью. Список клавиш открывается клавишей «?» везде, где не вводится текст.</translation>
    </message>
    <message>
        <source>Everything here can be changed later. The plan is one file, saved from the first moment.</source>
        <translation>Все это можно изменить позже. План – один файл, он сохраняется с первой минуты.</translation>
    </message>
    <message>
        <source>Everything that stands in it is in the plan as well.</source>
        <translation>Все, что в ней есть, есть и в плане.</translation>
    </message>
    <message>
        <source>Everything up to the last “saved” is in the file. You can go on; look first whether your last entry is there.</source>
        <translation>Все до последней отметки «сохранено» находится в файле. Можно продолжать; сначала проверьте, на месте ли ваша последняя запись.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Подтверждения</translation>
    </message>
    <message>
        <source>Evidence by item</source>
        <translation>Подтверждения по пунктам</translation>
    </message>
    <message>
        <source>Evidence that counts</source>
        <translation>Что считается подтверждением</translation>
    </message>
    <message>
        <source>Evidence: {name}</source>
        <translation>Подтверждение: {name}</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Книга Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Выгрузить</translation>
    </message>
    <message>
        <source>Export the plan to Excel and let colleagues write into the workbook. When it comes back, drop it onto this window, or choose “Import a workbook …” in the menu.</source>
        <translation>Выгрузите план в Excel и дайте коллегам внести свое в книгу. Когда она вернется, перетащите ее в это окно или выберите в меню «Импорт из Excel …».</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>Выгрузить в Excel</translation>
    </message>
    <message>
        <source>Export to Excel …</source>
        <translation>Выгрузить в Excel …</translation>
    </message>
    <message>
        <source>Falling: Z to A, largest first</source>
        <translation>По убыванию: от Я до А, сначала большие</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Field after or before</source>
        <translation>Следующее или предыдущее поле</translation>
    </message>
    <message>
        <source>Fields filled in</source>
        <translation>Заполненные поля</translation>
    </message>
    <message>
        <source>Figures that differ</source>
        <translation>Числа, которые различаются</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>File and sheet</source>
        <translation>Файл и лист</translation>
    </message>
    <message>
        <source>File or link</source>
        <translation>Файл или ссылка</translation>
    </message>
    <message>
        <source>Fill &amp;blanks</source>
        <translation>&amp;Дополнить</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Заполнить вниз</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Отбор</translation>
    </message>
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation>Отбор (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter by code or name</source>
        <translation>Отбор по коду или названию</translation>
    </message>
    <message>
        <source>Filter by code, name, year, place or source</source>
        <translation>Отбор по коду, названию, году, месту или источнику</translation>
    </message>
    <message>
        <source>Filter by this column</source>
        <translation>Фильтр по этому столбцу</translation>
    </message>
    <message>
        <source>Filter by: {field}</source>
        <translation>Отбор по полю: {field}</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Отобрать строки</translation>
    </message>
    <message>
        <source>Filter …</source>
        <translation>Отбор …</translation>
    </message>
    <message>
        <source>Filter: {field} …</source>
        <translation>Отбор: {field} …</translation>
    </message>
    <message>
        <source>Finance, labour, health and rights are always there. Answers stay when a sector is switched off, and come back with it.</source>
        <translation>Финансы, труд, здоровье и права есть всегда. Если отрасль выключить, ответы сохраняются и возвращаются вместе с ней.</translation>
    </message>
    <message>
        <source>Find a term</source>
        <translation>Найти термин</translation>
    </message>
    <message>
        <source>Find an item by its words</source>
        <translation>Найти пункт по словам</translation>
    </message>
    <message>
        <source>Find in findings</source>
        <translation>Найти здесь</translation>
    </message>
    <message>
        <source>Find in the texts</source>
        <translation>Найти в текстах</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Замечание</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>Fiscal year {year}: {first} – {last}</source>
        <translation>Финансовый год {year}: {first} – {last}</translation>
    </message>
    <message>
        <source>Fiscal years in which the action runs.</source>
        <translation>Финансовые годы, в которые выполняется мероприятие.</translation>
    </message>
    <message>
        <source>Fiscal years into which money of the action falls, spread evenly over its quarters.</source>
        <translation>Финансовые годы, на которые приходятся деньги мероприятия, распределенные поровну по его кварталам.</translation>
    </message>
    <message>
        <source>For a country, a province or a city. You give the country, the years and the currency; a title and a place for the file are proposed.</source>
        <translation>Для страны, провинции или города. Укажите страну, годы и валюту; название и место файла программа предложит.</translation>
    </message>
    <message>
        <source>For example: no such agreements in this country</source>
        <translation>Например: в стране нет таких соглашений</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>К сведению</translation>
    </message>
    <message>
        <source>For printing: summary, action plan, budget, signatures</source>
        <translation>Для печати: сводка, план действий, бюджет, подписи</translation>
    </message>
    <message>
        <source>For tables with headings of their own: you say what each column goes into.</source>
        <translation>Для таблиц с собственными заголовками: вы указываете, в какое поле попадет каждый столбец.</translation>
    </message>
    <message>
        <source>For the public: without persons, contacts and notes</source>
        <translation>Для публикации: без имен, контактов и заметок</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Формы</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Вперед</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Периодичность</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>From a field back to its item</source>
        <translation>Из поля назад к пункту</translation>
    </message>
    <message>
        <source>From a field back to the list</source>
        <translation>Из поля назад к списку</translation>
    </message>
    <message>
        <source>From a field back to the table</source>
        <translation>Из поля назад к таблице</translation>
    </message>
    <message>
        <source>From when until when (quarters, years)</source>
        <translation>Период: начало и конец (кварталы, годы)</translation>
    </message>
    <message>
        <source>GCM {number}</source>
        <translation>ГДМ {number}</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Дефицит</translation>
    </message>
    <message>
        <source>Gap: not known without a cost estimate</source>
        <translation>Дефицит: неизвестен без оценки стоимости</translation>
    </message>
    <message>
        <source>Gap: {amount}</source>
        <translation>Дефицит: {amount}</translation>
    </message>
    <message>
        <source>Gap: {sum} = {gap}</source>
        <translation>Дефицит: {sum} = {gap}</translation>
    </message>
    <message>
        <source>Give the whole way to the file, folder included.</source>
        <translation>Укажите полный путь к файлу вместе с папкой.</translation>
    </message>
    <message>
        <source>Global Compact objectives {codes}</source>
        <translation>цели Глобального договора {codes}</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Словарь терминов</translation>
    </message>
    <message>
        <source>Go on with the first</source>
        <translation>Продолжить с первой</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>Go to item {item}: {question}</source>
        <translation>Перейти к пункту {item}: {question}</translation>
    </message>
    <message>
        <source>Go to step {number}</source>
        <translation>Перейти к шагу {number}</translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>Перейти к полю</translation>
    </message>
    <message>
        <source>Go to the first change</source>
        <translation>К первому изменению</translation>
    </message>
    <message>
        <source>Go to the item in its step</source>
        <translation>Перейти к пункту в его шаге</translation>
    </message>
    <message>
        <source>Go to the record</source>
        <translation>Перейти к записи</translation>
    </message>
    <message>
        <source>Go to the record named in the cell</source>
        <translation>Перейти к записи, названной в ячейке</translation>
    </message>
    <message>
        <source>Go to the record of this name</source>
        <translation>К записи с таким названием</translation>
    </message>
    <message>
        <source>Go to the texts of the item</source>
        <translation>Перейти к текстам пункта</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>В какое поле</translation>
    </message>
    <message>
        <source>Goes into: {register}</source>
        <translation>Куда: {register}</translation>
    </message>
    <message>
        <source>Good direction</source>
        <translation>Желательно</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Зеленый</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Серый</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Группировка</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Пояснения</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>Headings are recognised in English, French, Romanian and Russian; you can change what each column goes into.</source>
        <translation>Заголовки распознаются на английском, французском, румынском и русском языках; поле для каждого столбца можно изменить.</translation>
    </message>
    <message>
        <source>Headings begin in &amp;row</source>
        <translation>Заголовки начинаются в &amp;строке</translation>
    </message>
    <message>
        <source>Headings begin in row</source>
        <translation>Заголовки начинаются в строке</translation>
    </message>
    <message>
        <source>Here is what is still missing before the plan can be adopted. Choose a line to read it; Enter or a double click leads to its field.</source>
        <translation>Здесь перечислено, чего еще не хватает, чтобы план можно было принять. Выберите строку, чтобы прочитать ее; Enter или двойной щелчок ведет к полю.</translation>
    </message>
    <message>
        <source>Hide the form</source>
        <translation>Скрыть форму</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>Скрыть этот столбец</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Контрастные</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>History of the record you are in</source>
        <translation>История записи, в которой вы находитесь</translation>
    </message>
    <message>
        <source>History of the record …</source>
        <translation>История записи …</translation>
    </message>
    <message>
        <source>History …</source>
        <translation>История …</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>Импорт таблицы</translation>
    </message>
    <message>
        <source>Import a table from a file instead …</source>
        <translation>Импортировать таблицу из файла …</translation>
    </message>
    <message>
        <source>Import a table …</source>
        <translation>Импорт таблицы …</translation>
    </message>
    <message>
        <source>Import a workbook</source>
        <translation>Импорт из Excel</translation>
    </message>
    <message>
        <source>Import a workbook …</source>
        <translation>Импорт из Excel …</translation>
    </message>
    <message>
        <source>Import another table</source>
        <translation>Импортировать другую таблицу</translation>
    </message>
    <message>
        <source>Import as a plain table</source>
        <translation>Импортировать как простую таблицу</translation>
    </message>
    <message>
        <source>Import from an Excel or CSV file …</source>
        <translation>Импортировать из файла Excel или CSV …</translation>
    </message>
    <message>
        <source>Import nothing, and go back to where you were.</source>
        <translation>Ничего не импортировать и вернуться туда, где вы были.</translation>
    </message>
    <message numerus="yes">
        <source>Import {n} changes</source>
        <translation>
            <numerusform>Импортировать {n} изменение</numerusform>
            <numerusform>Импортировать {n} изменения</numerusform>
            <numerusform>Импортировать {n} изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import {n} conflicts</source>
        <translation>
            <numerusform>Импортировать {n} расхождение</numerusform>
            <numerusform>Импортировать {n} расхождения</numerusform>
            <numerusform>Импортировать {n} расхождений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Importing {n} changes …</source>
        <translation>
            <numerusform>Импортируется {n} изменение …</numerusform>
            <numerusform>Импортируются {n} изменения …</numerusform>
            <numerusform>Импортируются {n} изменений …</numerusform>
        </translation>
    </message>
    <message>
        <source>In force until {day}</source>
        <translation>Действует до {day}</translation>
    </message>
    <message>
        <source>In other languages</source>
        <translation>На других языках</translation>
    </message>
    <message>
        <source>In rows</source>
        <translation>В строках</translation>
    </message>
    <message>
        <source>In the plan</source>
        <translation>В плане</translation>
    </message>
    <message>
        <source>In the plan and in the workbook</source>
        <translation>В плане и в книге Excel</translation>
    </message>
    <message>
        <source>In the plan: {code}</source>
        <translation>В плане: {code}</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>В таблице</translation>
    </message>
    <message>
        <source>In the workbook</source>
        <translation>В книге Excel</translation>
    </message>
    <message>
        <source>In this plan</source>
        <translation>В этом плане</translation>
    </message>
    <message>
        <source>In {language}</source>
        <translation>Язык: {language}</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Показатель</translation>
    </message>
    <message>
        <source>Indicator: what it measures</source>
        <translation>Показатель: что измеряется</translation>
    </message>
    <message>
        <source>Indicator: {field}</source>
        <translation>Показатель: {field}</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Показатели</translation>
    </message>
    <message>
        <source>Indicators of this table</source>
        <translation>Показатели этой таблицы</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Учреждение</translation>
    </message>
    <message>
        <source>Is read as</source>
        <translation>Как прочитано</translation>
    </message>
    <message>
        <source>Is there already</source>
        <translation>Уже есть</translation>
    </message>
    <message numerus="yes">
        <source>It happened {n} times.</source>
        <translation>
            <numerusform>Это произошло {n} раз.</numerusform>
            <numerusform>Это произошло {n} раза.</numerusform>
            <numerusform>Это произошло {n} раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has no answer yet.</source>
        <translation>Ответа на него пока нет.</translation>
    </message>
    <message>
        <source>It is not known which column is women and which is men. Choose above; nothing is guessed.</source>
        <translation>Неизвестно, в каком столбце женщины, а в каком мужчины. Укажите это выше.</translation>
    </message>
    <message>
        <source>It stays in the plan, and so does its answer.</source>
        <translation>Остается в плане вместе с ответом.</translation>
    </message>
    <message>
        <source>It stays in the plan.</source>
        <translation>Остается в плане.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Пункт</translation>
    </message>
    <message>
        <source>Item before or after</source>
        <translation>Предыдущий или следующий пункт</translation>
    </message>
    <message>
        <source>Item {code} is left out of this plan.</source>
        <translation>Пункт {code} в этот план не включен.</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Пункты</translation>
    </message>
    <message>
        <source>Items and their evidence</source>
        <translation>Пункты и их подтверждения</translation>
    </message>
    <message>
        <source>Items of the checklist</source>
        <translation>Пункты контрольного перечня</translation>
    </message>
    <message>
        <source>Items of the checklist that use it</source>
        <translation>Где встречается в перечне</translation>
    </message>
    <message>
        <source>Items that this plan added</source>
        <translation>Пункты, добавленные в этом плане</translation>
    </message>
    <message>
        <source>Its answer ({answer}) is kept and counts again when the item is taken back.</source>
        <translation>Ответ на него ({answer}) сохранен и снова будет учтен, если пункт вернуть.</translation>
    </message>
    <message>
        <source>Its numbers, title and source are those of “Columns”.</source>
        <translation>Числа, название и источник – с шага «Столбцы».</translation>
    </message>
    <message>
        <source>Keep it in the usual folder</source>
        <translation>Хранить в обычной папке</translation>
    </message>
    <message>
        <source>Keep this text</source>
        <translation>Оставить этот текст</translation>
    </message>
    <message>
        <source>Kept in “{field}”, behind its heading</source>
        <translation>В поле «{field}», вместе с заголовком</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>Вид записи</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>Язык текстов</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Язык программы</translation>
    </message>
    <message>
        <source>Large view for the room</source>
        <translation>Крупный вид для зала</translation>
    </message>
    <message>
        <source>Last age group</source>
        <translation>Последняя возрастная группа</translation>
    </message>
    <message>
        <source>Late or due next</source>
        <translation>Просроченное и ближайшее</translation>
    </message>
    <message>
        <source>Law aligned</source>
        <translation>Учтен в законе</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Ведомство</translation>
    </message>
    <message>
        <source>Lead: {lead}</source>
        <translation>Ведущее ведомство: {lead}</translation>
    </message>
    <message>
        <source>Leave all conflicts open</source>
        <translation>Оставить все расхождения открытыми</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>Решить позже</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Исключить</translation>
    </message>
    <message>
        <source>Leave the large view</source>
        <translation>Выйти из крупного вида</translation>
    </message>
    <message numerus="yes">
        <source>Leave {n} cells blank and keep their text in “{field}”</source>
        <translation>
            <numerusform>Оставить {n} ячейку пустой, а ее текст сохранить в поле «{field}»</numerusform>
            <numerusform>Оставить {n} ячейки пустыми, а их текст сохранить в поле «{field}»</numerusform>
            <numerusform>Оставить {n} ячеек пустыми, а их текст сохранить в поле «{field}»</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Исключенные</translation>
    </message>
    <message>
        <source>Left out: the item is not asked and does not count. {kept}</source>
        <translation>Исключен: вопрос не задается и не учитывается. {kept}</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Line before or after</source>
        <translation>Предыдущая или следующая строка</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Связи</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>List the ministries and agencies. Leads and partners are chosen from this list later.</source>
        <translation>Перечислите министерства и ведомства. Из этого списка потом выбирают ведущих и партнеров.</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Load a checklist pack</source>
        <translation>Загрузка пакета перечня</translation>
    </message>
    <message>
        <source>Load a checklist pack …</source>
        <translation>Загрузить пакет перечня …</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Look at the sample plan</source>
        <translation>Открыть пример плана</translation>
    </message>
    <message>
        <source>Look for it …</source>
        <translation>Найти его …</translation>
    </message>
    <message>
        <source>Looking at the plan …</source>
        <translation>План проверяется …</translation>
    </message>
    <message>
        <source>Looking through the history …</source>
        <translation>История просматривается …</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Использованные компоненты</translation>
    </message>
    <message>
        <source>Mainstreamer made a mistake</source>
        <translation>В Mainstreamer произошла ошибка</translation>
    </message>
    <message>
        <source>Mainstreamer plans (*.mplan)</source>
        <translation>Планы Mainstreamer (*.mplan)</translation>
    </message>
    <message numerus="yes">
        <source>Make blank in {n} rows</source>
        <translation>
            <numerusform>Очистить в {n} строке</numerusform>
            <numerusform>Очистить в {n} строках</numerusform>
            <numerusform>Очистить в {n} строках</numerusform>
        </translation>
    </message>
    <message>
        <source>Management of migration policy</source>
        <translation>Управление миграционной политикой</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Map and ranking</source>
        <translation>Карта и очередность</translation>
    </message>
    <message>
        <source>Map of influence and interest</source>
        <translation>Карта влияния и интереса</translation>
    </message>
    <message>
        <source>Map of severity and feasibility</source>
        <translation>Карта остроты и осуществимости</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Замечание</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Meaning of the term</source>
        <translation>Значение термина</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Члены</translation>
    </message>
    <message>
        <source>Men</source>
        <translation>Мужчины</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Migration Governance Indicators</source>
        <translation>Показатели управления миграцией</translation>
    </message>
    <message>
        <source>Migration in the development plan of {country}</source>
        <translation>Миграция в плане развития: {country}</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Mine: say first which institution is yours</source>
        <translation>Мои: укажите учреждение</translation>
    </message>
    <message>
        <source>Money by source and year</source>
        <translation>Деньги по источникам</translation>
    </message>
    <message>
        <source>Money in</source>
        <translation>Деньги по годам</translation>
    </message>
    <message>
        <source>Money needed</source>
        <translation>Нужные средства</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Предыдущий месяц</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Еще</translation>
    </message>
    <message>
        <source>More in this cell</source>
        <translation>Еще в этой клетке</translation>
    </message>
    <message>
        <source>Move an item within its step</source>
        <translation>Переставить пункт внутри шага</translation>
    </message>
    <message>
        <source>Move the column one place down (Alt+↓)</source>
        <translation>Переместить столбец на место ниже (Alt+↓)</translation>
    </message>
    <message>
        <source>Move the column one place up (Alt+↑)</source>
        <translation>Переместить столбец на место выше (Alt+↑)</translation>
    </message>
    <message>
        <source>Move the mark on a map up or down</source>
        <translation>Передвинуть отметку на карте вверх или вниз</translation>
    </message>
    <message>
        <source>Move the mark, where it can be moved</source>
        <translation>Передвинуть отметку, где это возможно</translation>
    </message>
    <message>
        <source>Must be settled</source>
        <translation>Нужно устранить</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Name and institution stand in the history of a plan beside your changes. Both may be blank.</source>
        <translation>Имя и ведомство указываются в истории плана рядом с вашими изменениями. Оба поля можно не заполнять.</translation>
    </message>
    <message>
        <source>Name in the plan</source>
        <translation>Название в плане</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Название шаблона</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Название вида</translation>
    </message>
    <message>
        <source>Named in: {what}.</source>
        <translation>Где упоминается: {what}.</translation>
    </message>
    <message>
        <source>Named in: {what}. They would name nobody there.</source>
        <translation>Где упоминается: {what}. Там не останется никого.</translation>
    </message>
    <message>
        <source>Named views</source>
        <translation>Сохраненные виды</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Названия</translation>
    </message>
    <message>
        <source>Names that are not in the plan</source>
        <translation>Названия, которых нет в плане</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новое</translation>
    </message>
    <message>
        <source>New action</source>
        <translation>Новое мероприятие</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Новый пункт</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Новый план</translation>
    </message>
    <message>
        <source>New plan …</source>
        <translation>Новый план …</translation>
    </message>
    <message>
        <source>New row</source>
        <translation>Новая строка</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Новое значение</translation>
    </message>
    <message>
        <source>New value: {field}</source>
        <translation>Новое значение: {field}</translation>
    </message>
    <message>
        <source>New, same name</source>
        <translation>Новая, то же название</translation>
    </message>
    <message>
        <source>Newest changes</source>
        <translation>Последние изменения</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Next deadline</source>
        <translation>Ближайший срок</translation>
    </message>
    <message>
        <source>Next figure below</source>
        <translation>Следующее число ниже</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Следующий месяц</translation>
    </message>
    <message>
        <source>Next open item</source>
        <translation>Следующий открытый пункт</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Следующая часть окна</translation>
    </message>
    <message>
        <source>Next step ›</source>
        <translation>Следующий шаг ›</translation>
    </message>
    <message numerus="yes">
        <source>Next: {n} essential items left in step {step}</source>
        <translation>
            <numerusform>Далее: {n} основной пункт в шаге {step}</numerusform>
            <numerusform>Далее: {n} основных пункта в шаге {step}</numerusform>
            <numerusform>Далее: {n} основных пунктов в шаге {step}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next: {n} things to settle before adoption</source>
        <translation>
            <numerusform>Далее: до утверждения устранить {n} замечание</numerusform>
            <numerusform>Далее: до утверждения устранить {n} замечания</numerusform>
            <numerusform>Далее: до утверждения устранить {n} замечаний</numerusform>
        </translation>
    </message>
    <message>
        <source>No action is suggested for this item.</source>
        <translation>Для этого пункта мероприятия не предложены.</translation>
    </message>
    <message>
        <source>No action passes the filters.</source>
        <translation>Ни одно мероприятие не проходит через фильтры.</translation>
    </message>
    <message>
        <source>No action yet. Answers No and Partly offer some.</source>
        <translation>Мероприятий пока нет. Их предлагают ответы ниже «Да».</translation>
    </message>
    <message>
        <source>No agreement</source>
        <translation>Соглашений нет</translation>
    </message>
    <message>
        <source>No agreement in force</source>
        <translation>Нет соглашений в силе</translation>
    </message>
    <message>
        <source>No body is named</source>
        <translation>Орган не указан</translation>
    </message>
    <message>
        <source>No column goes into “{field}”, by which these records are known.</source>
        <translation>Не выбран столбец для поля «{field}», по которому различают эти записи.</translation>
    </message>
    <message>
        <source>No dates yet.</source>
        <translation>Сроков пока нет.</translation>
    </message>
    <message>
        <source>No dates yet. Drag here to set them.</source>
        <translation>Сроков пока нет. Протяните здесь, чтобы задать.</translation>
    </message>
    <message>
        <source>No figures yet.</source>
        <translation>Чисел пока нет.</translation>
    </message>
    <message>
        <source>No institution passes the filters.</source>
        <translation>Ни одно учреждение не проходит через фильтры.</translation>
    </message>
    <message>
        <source>No issue passes the filters.</source>
        <translation>Ни одна проблема не проходит через фильтры.</translation>
    </message>
    <message>
        <source>No item here waits for an answer any more. Ctrl+Enter leads through all of them.</source>
        <translation>Все пункты здесь уже с ответом. Ctrl+Enter ведет по ним по порядку.</translation>
    </message>
    <message>
        <source>No item is like that.</source>
        <translation>Таких пунктов нет.</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>Членов пока нет</translation>
    </message>
    <message>
        <source>No money to show: no action has a cost yet.</source>
        <translation>Средств пока нет: ни у одного мероприятия нет стоимости.</translation>
    </message>
    <message>
        <source>No observation passes the filters.</source>
        <translation>Ни одно наблюдение не проходит через фильтры.</translation>
    </message>
    <message>
        <source>No plan was opened on this computer yet. Make one, or look at the sample plan; it will be listed here.</source>
        <translation>На этом компьютере еще не открывали ни одного плана. Создайте план или откройте пример плана: он появится здесь.</translation>
    </message>
    <message>
        <source>No question yet</source>
        <translation>Вопроса пока нет</translation>
    </message>
    <message>
        <source>No room here for: {columns}. The table and the form show it.</source>
        <translation>Здесь не поместилось: {columns}. Это есть в таблице и в форме.</translation>
    </message>
    <message>
        <source>No row has such a value.</source>
        <translation>Такого значения нет ни в одной строке.</translation>
    </message>
    <message>
        <source>No row of the table is in the plan already.</source>
        <translation>Ни одной строки таблицы в плане еще нет.</translation>
    </message>
    <message>
        <source>No second language</source>
        <translation>Без второго языка</translation>
    </message>
    <message>
        <source>No status</source>
        <translation>Без статуса</translation>
    </message>
    <message>
        <source>No term has these words. Terms are also found by words of their meaning.</source>
        <translation>Терминов с такими словами нет. Термины находятся и по словам их значения.</translation>
    </message>
    <message>
        <source>No workbook is being looked through</source>
        <translation>Сейчас книга Excel не просматривается</translation>
    </message>
    <message>
        <source>No, Partly, Yes, Not applicable</source>
        <translation>«Нет», «Частично», «Да», «Неприменимо»</translation>
    </message>
    <message>
        <source>Nobody is named</source>
        <translation>Никто не указан</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Без ответа</translation>
    </message>
    <message>
        <source>Not assessed</source>
        <translation>Не оценено</translation>
    </message>
    <message>
        <source>Not assessed: {n}</source>
        <translation>Не оценено: {n}</translation>
    </message>
    <message>
        <source>Not blank</source>
        <translation>Не пусто</translation>
    </message>
    <message>
        <source>Not computable: {reason}</source>
        <translation>Не вычисляется: {reason}</translation>
    </message>
    <message>
        <source>Not drawn, because their unit differs: {names}.</source>
        <translation>Не показаны, другая единица измерения: {names}.</translation>
    </message>
    <message>
        <source>Not in the pack</source>
        <translation>Нет в пакете</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Не готово</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Не подписан</translation>
    </message>
    <message>
        <source>Not sorted</source>
        <translation>Без сортировки</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Не импортировано</translation>
    </message>
    <message>
        <source>Not taken from the workbook</source>
        <translation>Не импортируется из книги Excel</translation>
    </message>
    <message>
        <source>Not translated yet</source>
        <translation>Еще не переведено</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Замечание</translation>
    </message>
    <message>
        <source>Nothing blocks adoption.</source>
        <translation>Утверждению ничто не мешает.</translation>
    </message>
    <message>
        <source>Nothing blocks adoption. See what would make the plan better.</source>
        <translation>Утверждению ничто не мешает. Посмотрите, что улучшило бы план.</translation>
    </message>
    <message>
        <source>Nothing can be added while cells cannot be read, unless they may stay blank.</source>
        <translation>Пока есть непрочитанные ячейки, добавить записи нельзя. Исправьте их или разрешите оставить пустыми.</translation>
    </message>
    <message>
        <source>Nothing can be imported as long as a cell cannot be read. Correct these cells in the workbook, save it and read the file again; or send the list to whoever edited it.</source>
        <translation>Пока хотя бы одну ячейку нельзя прочитать, импортировать ничего нельзя. Исправьте эти ячейки в книге Excel, сохраните ее и прочитайте файл заново или отправьте список тому, кто ее правил.</translation>
    </message>
    <message>
        <source>Nothing can be imported until these cells are corrected.</source>
        <translation>Пока эти ячейки не исправлены, импортировать ничего нельзя.</translation>
    </message>
    <message>
        <source>Nothing differs: the rows hold these values already.</source>
        <translation>Ничего не изменится: в строках уже стоят эти значения.</translation>
    </message>
    <message>
        <source>Nothing has exactly these words. Shown is what differs from them by one letter.</source>
        <translation>Точно таких слов нигде нет. Показано то, что отличается от них одной буквой.</translation>
    </message>
    <message>
        <source>Nothing in the history is like this. Clear the filters to see everything.</source>
        <translation>В истории такого нет. Сбросьте отбор, чтобы увидеть все.</translation>
    </message>
    <message>
        <source>Nothing is answered or planned yet. Three things to begin with:</source>
        <translation>Ответов и мероприятий пока нет. С чего начать:</translation>
    </message>
    <message>
        <source>Nothing is found for “{text}”.</source>
        <translation>По запросу «{text}» ничего не найдено.</translation>
    </message>
    <message>
        <source>Nothing is in the plan yet.</source>
        <translation>В плане пока ничего не изменено.</translation>
    </message>
    <message>
        <source>Nothing is late, and no date is entered.</source>
        <translation>Ничего не просрочено, и ни одной даты не внесено.</translation>
    </message>
    <message>
        <source>Nothing is loaded yet.</source>
        <translation>Пока ничего не загружено.</translation>
    </message>
    <message>
        <source>Nothing is missing. The plan can be put forward for adoption.</source>
        <translation>Все на месте. План можно вносить на утверждение.</translation>
    </message>
    <message>
        <source>Nothing is on the map yet: drag a name from the tray to its cell, or choose it and press Ctrl+→.</source>
        <translation>На карте пока ничего нет: перетащите название из лотка в его клетку или выберите его и нажмите Ctrl+→.</translation>
    </message>
    <message>
        <source>Nothing is pasted yet. Look through the changes; one undo takes all of them back.</source>
        <translation>Пока ничего не вставлено. Просмотрите изменения; одна отмена вернет все как было.</translation>
    </message>
    <message>
        <source>Nothing left</source>
        <translation>Ничего не осталось</translation>
    </message>
    <message>
        <source>Nothing of the action blocks adoption. Readiness says what does.</source>
        <translation>Ничто в мероприятии не мешает утверждению. Что мешает, сказано на странице «Готовность».</translation>
    </message>
    <message>
        <source>Nothing of this item was ever changed: it is as shipped.</source>
        <translation>В этом пункте ничего не менялось: он исходный.</translation>
    </message>
    <message>
        <source>Nothing of this kind is left.</source>
        <translation>Таких замечаний не осталось.</translation>
    </message>
    <message>
        <source>Nothing passes the filters.</source>
        <translation>Ничто не проходит через фильтры.</translation>
    </message>
    <message>
        <source>Nothing to add</source>
        <translation>Добавлять нечего</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Повторять нечего</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Отменять нечего</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Изменений пока нет.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ничего не изменено.</translation>
    </message>
    <message>
        <source>Nothing was imported. Correct these cells in the workbook and import it again.</source>
        <translation>Ничего не импортировано. Исправьте эти ячейки в книге Excel и импортируйте ее еще раз.</translation>
    </message>
    <message>
        <source>Nothing was loaded. Correct these cells in your spreadsheet, save it, and choose the file again.</source>
        <translation>Ничего не загружено. Исправьте эти ячейки в электронной таблице, сохраните ее и выберите файл снова.</translation>
    </message>
    <message>
        <source>Nothing was pasted. Correct these cells in your spreadsheet and copy the rows again.</source>
        <translation>Ничего не вставлено. Исправьте эти ячейки в таблице и скопируйте строки снова.</translation>
    </message>
    <message>
        <source>Nothing was pasted: “{text}” in row {row}, column {column} of the copied cells is not a number.</source>
        <translation>Ничего не вставлено: «{text}» в строке {row}, столбце {column} скопированных ячеек – не число.</translation>
    </message>
    <message>
        <source>Nothing will be added</source>
        <translation>Ничего не будет добавлено</translation>
    </message>
    <message>
        <source>Nothing will be added.</source>
        <translation>Ничего не будет добавлено.</translation>
    </message>
    <message>
        <source>Nothing will be added: what the plan has in “{title}” stays as it is.</source>
        <translation>Ничего не будет добавлено: в плане останутся числа таблицы «{title}».</translation>
    </message>
    <message>
        <source>Number or reference</source>
        <translation>Номер или реквизиты</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Числа</translation>
    </message>
    <message>
        <source>Numbers of people by age and sex</source>
        <translation>Численность по возрасту и полу</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>Числитель</translation>
    </message>
    <message>
        <source>Observers</source>
        <translation>Наблюдатели</translation>
    </message>
    <message>
        <source>Of this in {years}: {parts}</source>
        <translation>Из этого на {years}: {parts}</translation>
    </message>
    <message>
        <source>One place down within the step (Alt+Down)</source>
        <translation>На одно место ниже внутри шага (Alt+Вниз)</translation>
    </message>
    <message>
        <source>One place up within the step (Alt+Up)</source>
        <translation>На одно место выше внутри шага (Alt+Вверх)</translation>
    </message>
    <message>
        <source>One population table will be added.</source>
        <translation>Будет добавлена одна таблица населения.</translation>
    </message>
    <message>
        <source>One undo takes all of it back.</source>
        <translation>Все это можно отменить одним действием.</translation>
    </message>
    <message>
        <source>One undo takes the whole import back.</source>
        <translation>Весь импорт можно отменить одним действием.</translation>
    </message>
    <message>
        <source>Only not ready</source>
        <translation>Только неготовые</translation>
    </message>
    <message>
        <source>Only these actions</source>
        <translation>Только эти мероприятия</translation>
    </message>
    <message>
        <source>Only this record goes.</source>
        <translation>Удаляется только эта запись.</translation>
    </message>
    <message>
        <source>Only what is blank in the plan is filled.</source>
        <translation>Заполнятся только пустые поля записи в плане.</translation>
    </message>
    <message>
        <source>Only with a value</source>
        <translation>Только со значением</translation>
    </message>
    <message>
        <source>Only {shown} of {all} actions: a part of the plan. Cover and sheets say so.</source>
        <translation>Только часть плана: мероприятий {shown} из {all}. Это указано на титульном и других листах.</translation>
    </message>
    <message>
        <source>Only: {what}</source>
        <translation>Только: {what}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Открыть план</translation>
    </message>
    <message>
        <source>Open a plan …</source>
        <translation>Открыть план …</translation>
    </message>
    <message>
        <source>Open in the evidence register</source>
        <translation>Открыть в реестре подтверждений</translation>
    </message>
    <message>
        <source>Open or close the item</source>
        <translation>Открыть или закрыть пункт</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Открыть файл</translation>
    </message>
    <message>
        <source>Open the file of the evidence</source>
        <translation>Открыть файл подтверждения</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Open the folder: {name}</source>
        <translation>Открыть папку: {name}</translation>
    </message>
    <message>
        <source>Open the line and choose one of its values.</source>
        <translation>Раскройте строку и выберите одно из значений.</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>Открыть ссылку</translation>
    </message>
    <message>
        <source>Open the linked file</source>
        <translation>Открыть файл по ссылке</translation>
    </message>
    <message>
        <source>Open the record of the mark</source>
        <translation>Открыть запись этой отметки</translation>
    </message>
    <message>
        <source>Open the status table of treaties</source>
        <translation>Открыть таблицу статусов договоров</translation>
    </message>
    <message>
        <source>Open the web page</source>
        <translation>Открыть страницу в сети</translation>
    </message>
    <message>
        <source>Open the workbook</source>
        <translation>Открыть книгу Excel</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Открыть «{name}»</translation>
    </message>
    <message>
        <source>Open, copy or replace the file of the row (Ctrl+Enter opens it)</source>
        <translation>Открыть, скопировать или заменить файл строки (Ctrl+Enter открывает его)</translation>
    </message>
    <message>
        <source>Open: {name}</source>
        <translation>Открыть: {name}</translation>
    </message>
    <message>
        <source>Optional sectors of this plan</source>
        <translation>Дополнительные отрасли этого плана</translation>
    </message>
    <message>
        <source>Order and leaving out</source>
        <translation>Порядок и исключение</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Исходный текст</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>Исходные</translation>
    </message>
    <message>
        <source>Other items that bear on this point</source>
        <translation>Другие пункты, связанные с этой рекомендацией</translation>
    </message>
    <message>
        <source>Other records</source>
        <translation>Другие записи</translation>
    </message>
    <message>
        <source>Other terms of this item</source>
        <translation>Другие термины этого пункта</translation>
    </message>
    <message>
        <source>Our checklist</source>
        <translation>Наш перечень</translation>
    </message>
    <message>
        <source>Outside the plan</source>
        <translation>Вне срока плана</translation>
    </message>
    <message>
        <source>Over the years</source>
        <translation>По годам</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Собственные</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Page or article</source>
        <translation>Страница или статья</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Часть</translation>
    </message>
    <message>
        <source>Partner not named</source>
        <translation>Партнер не указан</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>Paste a population table</source>
        <translation>Вставка таблицы населения</translation>
    </message>
    <message>
        <source>Paste a table from a spreadsheet</source>
        <translation>Вставить таблицу из Excel</translation>
    </message>
    <message>
        <source>Paste a table …</source>
        <translation>Вставить таблицу …</translation>
    </message>
    <message>
        <source>Paste figures</source>
        <translation>Вставить числа</translation>
    </message>
    <message>
        <source>Paste here (Ctrl+V)</source>
        <translation>Вставьте сюда (Ctrl+V)</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>Вставить строки</translation>
    </message>
    <message>
        <source>Paste rows copied in Excel, with or without their headings. You see first what will change.</source>
        <translation>Вставить строки, скопированные в Excel, с заголовками или без них. Сначала видно, что изменится.</translation>
    </message>
    <message>
        <source>Paste rows from Excel</source>
        <translation>Вставить строки из Excel</translation>
    </message>
    <message>
        <source>Paste the table as the statistics office sent it. Doubtful figures are listed below it, and indicators stand beside it.</source>
        <translation>Вставьте таблицу в том виде, в каком ее прислала статистическая служба. Сомнительные числа перечислены под ней, показатели стоят рядом.</translation>
    </message>
    <message>
        <source>Pasted &amp;text</source>
        <translation>Вставленный &amp;текст</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Вставленный текст</translation>
    </message>
    <message>
        <source>Pasted value, and what is expected</source>
        <translation>Вставленное значение и что ожидается</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Per 100 people of 15–64: {children} children, {older} of 65 and over, {both} in all.</source>
        <translation>На 100 человек 15–64 лет: детей {children}, людей 65 лет и старше {older}, всего {both}.</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>Проценты</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Этап миграции</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Диаграммы</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Планы</translation>
    </message>
    <message>
        <source>Plans (*.mplan)</source>
        <translation>Планы (*.mplan)</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>Проверьте</translation>
    </message>
    <message>
        <source>Population by age and sex</source>
        <translation>Население по возрасту и полу</translation>
    </message>
    <message>
        <source>Population figures</source>
        <translation>Таблица населения</translation>
    </message>
    <message>
        <source>Population pyramid</source>
        <translation>Половозрастная пирамида</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Preferences …</source>
        <translation>Настройки …</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Press 1–4 to answer, Ctrl+Enter for the next open item</source>
        <translation>Клавиши 1–4 – ответ, Ctrl+Enter – следующий пункт без ответа</translation>
    </message>
    <message>
        <source>Press to go there. Readiness lists all findings on this record.</source>
        <translation>Нажмите, чтобы перейти туда. Все замечания по записи – на странице «Готовность».</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Предыдущая часть окна</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Put back: {value}</source>
        <translation>Вернуть: {value}</translation>
    </message>
    <message>
        <source>Put the topmost value of the current column into all rows selected; with one row, the value above it.</source>
        <translation>Поставить верхнее значение текущего столбца во все выбранные строки; при одной строке – значение над ней.</translation>
    </message>
    <message>
        <source>Quarters of the plan: {field}</source>
        <translation>Кварталы плана: {field}</translation>
    </message>
    <message>
        <source>Questions in: {language}</source>
        <translation>Язык вопросов: {language}</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Очередность</translation>
    </message>
    <message>
        <source>Ranking of sector issues</source>
        <translation>Очередность отраслевых проблем</translation>
    </message>
    <message>
        <source>Ratified on</source>
        <translation>Ратифицирован</translation>
    </message>
    <message>
        <source>Ratified: {n} of {of}</source>
        <translation>Ратифицировано: {n} из {of}</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>Прочитать заново</translation>
    </message>
    <message>
        <source>Read the other</source>
        <translation>Прочитать другую</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Готовность</translation>
    </message>
    <message>
        <source>Reading was cancelled</source>
        <translation>Чтение отменено</translation>
    </message>
    <message>
        <source>Reading “{name}” puts it aside, with what you ticked and decided. Nothing of it is in the plan; the file stays where it is.</source>
        <translation>Если прочитать «{name}», она будет отложена вместе с вашими отметками и решениями. В плане из нее ничего нет; файл остается на месте.</translation>
    </message>
    <message>
        <source>Reading “{name}” …</source>
        <translation>Чтение файла «{name}» …</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Все готово.</translation>
    </message>
    <message>
        <source>Recent plans</source>
        <translation>Недавние планы</translation>
    </message>
    <message numerus="yes">
        <source>Recommendation 2, points {points}</source>
        <translation>
            <numerusform>Рекомендация 2, пункт {points}</numerusform>
            <numerusform>Рекомендация 2, пункты {points}</numerusform>
            <numerusform>Рекомендация 2, пункты {points}</numerusform>
        </translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Records as they would be</source>
        <translation>Записи, которые получатся</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Красный</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Redo: {verb} (Ctrl+Y)</source>
        <translation>Повторить: {verb} (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Не принято</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Реестры</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Убрать из списка</translation>
    </message>
    <message>
        <source>Remove indicator: {name}</source>
        <translation>Убрать показатель: {name}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Rename or delete views …</source>
        <translation>Переименовать или удалить виды …</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>Переименовать шаблон</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Переименовать вид</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>Переименовать …</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Заменить ее</translation>
    </message>
    <message>
        <source>Replace the file …</source>
        <translation>Заменить файл …</translation>
    </message>
    <message>
        <source>Replace …</source>
        <translation>Заменить …</translation>
    </message>
    <message>
        <source>Report due</source>
        <translation>Срок доклада</translation>
    </message>
    <message>
        <source>Report of the mistake</source>
        <translation>Отчет об ошибке</translation>
    </message>
    <message>
        <source>Reporting line not known</source>
        <translation>Подотчетность неизвестна</translation>
    </message>
    <message>
        <source>Reports to: {name}</source>
        <translation>Подотчетность: {name}</translation>
    </message>
    <message>
        <source>Reservation</source>
        <translation>Оговорка</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Result: {output} · {quarters} · lead: {lead}</source>
        <translation>Результат: {output} · {quarters} · ведущее ведомство: {lead}</translation>
    </message>
    <message>
        <source>Review was due {day}</source>
        <translation>Пересмотр просрочен: {day}</translation>
    </message>
    <message>
        <source>Reword, move or leave out</source>
        <translation>Переформулировать, переставить или исключить</translation>
    </message>
    <message>
        <source>Reworded</source>
        <translation>Измененные</translation>
    </message>
    <message>
        <source>Rising: A to Z, smallest first</source>
        <translation>По возрастанию: от А до Я, сначала малые</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Row that is there already: skip, fill blanks, replace, add</source>
        <translation>Строка, которая уже есть: пропустить, дополнить, заменить, добавить</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Rows of the sheet</source>
        <translation>Строки листа</translation>
    </message>
    <message>
        <source>Rows that are not in the workbook any more: remove these records?</source>
        <translation>Строки, которых в книге Excel больше нет: удалить эти записи?</translation>
    </message>
    <message>
        <source>Rows that are there already</source>
        <translation>Строки, которые уже есть</translation>
    </message>
    <message>
        <source>SDG targets {codes}</source>
        <translation>задачи ЦУР {codes}</translation>
    </message>
    <message>
        <source>SDG {target}</source>
        <translation>ЦУР {target}</translation>
    </message>
    <message>
        <source>Same for all: {text}</source>
        <translation>Для всех: {text}</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>То же название</translation>
    </message>
    <message>
        <source>Sample plan</source>
        <translation>Учебный план</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Сохранить копию</translation>
    </message>
    <message>
        <source>Save a copy of the file …</source>
        <translation>Сохранить копию файла …</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>Сохранить копию …</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Сохранить как шаблон</translation>
    </message>
    <message>
        <source>Save as preset …</source>
        <translation>Сохранить как шаблон …</translation>
    </message>
    <message>
        <source>Save the checklist as a pack</source>
        <translation>Сохранение перечня как пакета</translation>
    </message>
    <message>
        <source>Save the checklist as a pack …</source>
        <translation>Сохранить перечень как пакет …</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Сохранить этот вид</translation>
    </message>
    <message>
        <source>Save this view as …</source>
        <translation>Сохранить этот вид как …</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search and go</source>
        <translation>Поиск и переход</translation>
    </message>
    <message>
        <source>Search and go …</source>
        <translation>Поиск и переход …</translation>
    </message>
    <message>
        <source>Search items, actions, institutions</source>
        <translation>Поиск пунктов, мероприятий, учреждений</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Результаты поиска</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>Искать в списке</translation>
    </message>
    <message>
        <source>Second language</source>
        <translation>Второй язык</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Отрасль</translation>
    </message>
    <message>
        <source>Sectors</source>
        <translation>Отрасли</translation>
    </message>
    <message>
        <source>Select several rows to fill down; there is no row above this one.</source>
        <translation>Выберите несколько строк, чтобы заполнить вниз; над этой строкой строки нет.</translation>
    </message>
    <message numerus="yes">
        <source>Set in {n} rows</source>
        <translation>
            <numerusform>Задать в {n} строке</numerusform>
            <numerusform>Задать в {n} строках</numerusform>
            <numerusform>Задать в {n} строках</numerusform>
        </translation>
    </message>
    <message>
        <source>Several lines on</source>
        <translation>На несколько строк</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Важность</translation>
    </message>
    <message>
        <source>Severity × feasibility; of equal scores the graver issue comes first.</source>
        <translation>Острота × осуществимость; при равных баллах первой идет более острая проблема.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Листы</translation>
    </message>
    <message>
        <source>Sheets, columns, a second language, and which actions</source>
        <translation>Листы, столбцы, второй язык и отбор мероприятий</translation>
    </message>
    <message>
        <source>Sheets, columns, languages and filter are kept on this computer, not in the plan.</source>
        <translation>Листы, столбцы, языки и отбор хранятся на этом компьютере, а не в плане.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Show a note on a page that is seen for the first time</source>
        <translation>Показывать подсказку на странице, открытой впервые</translation>
    </message>
    <message>
        <source>Show all items</source>
        <translation>Показать все пункты</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Показать все строки</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>Show only evidence that no item rests on</source>
        <translation>Показать только подтверждения, на которых не основан ни один пункт</translation>
    </message>
    <message>
        <source>Show only rows where this is blank</source>
        <translation>Показать только строки, где здесь пусто</translation>
    </message>
    <message>
        <source>Show only rows where this is not blank</source>
        <translation>Показать только строки, где здесь не пусто</translation>
    </message>
    <message>
        <source>Show only rows with: {value}</source>
        <translation>Показать только строки со значением: {value}</translation>
    </message>
    <message>
        <source>Show or hide the form</source>
        <translation>Показать или скрыть форму</translation>
    </message>
    <message>
        <source>Show the answers and what each rests on</source>
        <translation>Показать ответы и то, на чем основан каждый</translation>
    </message>
    <message numerus="yes">
        <source>Show the {n} open items that have no responsible institution</source>
        <translation>
            <numerusform>Показать {n} открытый пункт без ответственного ведомства</numerusform>
            <numerusform>Показать {n} открытых пункта без ответственного ведомства</numerusform>
            <numerusform>Показать {n} открытых пунктов без ответственного ведомства</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Show these columns</source>
        <translation>Показать эти столбцы</translation>
    </message>
    <message numerus="yes">
        <source>Show {n} more</source>
        <translation>
            <numerusform>Показать еще {n}</numerusform>
            <numerusform>Показать еще {n}</numerusform>
            <numerusform>Показать еще {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Подписан</translation>
    </message>
    <message>
        <source>Signs of the timeline</source>
        <translation>Обозначения на графике</translation>
    </message>
    <message>
        <source>Size of migration</source>
        <translation>Масштабы миграции</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Сортировать</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Сортировать по</translation>
    </message>
    <message>
        <source>Sort by this column as well</source>
        <translation>Сортировать еще и по этому столбцу</translation>
    </message>
    <message>
        <source>Sort falling</source>
        <translation>Сортировать по убыванию</translation>
    </message>
    <message>
        <source>Sort rising</source>
        <translation>Сортировать по возрастанию</translation>
    </message>
    <message>
        <source>Sort rows</source>
        <translation>Сортировка строк</translation>
    </message>
    <message>
        <source>Sort …</source>
        <translation>Сортировка …</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Sources named by the items</source>
        <translation>Источники, названные в пунктах</translation>
    </message>
    <message>
        <source>Status not known</source>
        <translation>Статус неизвестен</translation>
    </message>
    <message>
        <source>Status table</source>
        <translation>Таблица статусов</translation>
    </message>
    <message>
        <source>Status table of treaties</source>
        <translation>Таблица статусов договоров</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Step of the new item</source>
        <translation>Шаг нового пункта</translation>
    </message>
    <message>
        <source>Step {number}: {text}</source>
        <translation>Шаг {number}: {text}</translation>
    </message>
    <message>
        <source>Steps 1 to 10</source>
        <translation>Шаги с 1 по 10</translation>
    </message>
    <message>
        <source>Steps and pages</source>
        <translation>Шаги и страницы</translation>
    </message>
    <message>
        <source>Steps of the checklist whose items the action serves.</source>
        <translation>Шаги контрольного перечня, пунктам которых служит мероприятие.</translation>
    </message>
    <message>
        <source>Still missing: {fields}.</source>
        <translation>Не хватает: {fields}.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Suggested actions</source>
        <translation>Предлагаемые мероприятия</translation>
    </message>
    <message>
        <source>Suggestion {number}, as shipped</source>
        <translation>Предложение {number}, исходное</translation>
    </message>
    <message>
        <source>Suggestion {number}, own</source>
        <translation>Предложение {number}, собственное</translation>
    </message>
    <message>
        <source>Surplus: {amount}</source>
        <translation>Излишек: {amount}</translation>
    </message>
    <message>
        <source>Surplus: {sum} = {gap}</source>
        <translation>Излишек: {sum} = {gap}</translation>
    </message>
    <message>
        <source>T&amp;he same as</source>
        <translation>То &amp;же, что</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Table to import</source>
        <translation>Импорт таблицы</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.tsv *.txt)</source>
        <translation>Таблицы (*.xlsx *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Take all filters off</source>
        <translation>Снять все фильтры</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Take back what was typed</source>
        <translation>Отменить введенное</translation>
    </message>
    <message>
        <source>Take nothing of this workbook. The file stays where it is.</source>
        <translation>Ничего не импортировать из этой книги Excel. Файл остается на месте.</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Take off this item</source>
        <translation>Отвязать от этого пункта</translation>
    </message>
    <message>
        <source>Take off: {filter}</source>
        <translation>Снять: {filter}</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Take the file off</source>
        <translation>Убрать файл</translation>
    </message>
    <message>
        <source>Take the mark off the map</source>
        <translation>Убрать отметку с карты</translation>
    </message>
    <message>
        <source>Take the suggestion away</source>
        <translation>Убрать предложение</translation>
    </message>
    <message>
        <source>Take this filter off</source>
        <translation>Снять этот отбор</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>Убрано</translation>
    </message>
    <message>
        <source>Taking “{name}” into the plan …</source>
        <translation>Файл «{name}» принимается в план …</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Термин</translation>
    </message>
    <message>
        <source>Term ended {day}</source>
        <translation>Срок истек {day}</translation>
    </message>
    <message>
        <source>Term: {term}</source>
        <translation>Термин: {term}</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Термины</translation>
    </message>
    <message>
        <source>Terms of this item</source>
        <translation>Термины этого пункта</translation>
    </message>
    <message>
        <source>The age groups are others, so all figures are taken over or none.</source>
        <translation>Возрастные группы другие, поэтому из таблицы можно взять только все числа сразу.</translation>
    </message>
    <message>
        <source>The axis begins at {value}.</source>
        <translation>Ось начинается с {value}.</translation>
    </message>
    <message>
        <source>The checklist as shipped. Nothing has been adapted yet.</source>
        <translation>Исходный контрольный перечень. Пока ничего не изменено.</translation>
    </message>
    <message>
        <source>The checklist follows the second of six recommendations in the position paper that the International Organization for Migration prepared for the United Nations High-level Dialogue on International Migration and Development in 2013. Mainstreamer is not a product of that organisation.</source>
        <translation>Контрольный перечень следует второй из шести рекомендаций позиционного документа, который Международная организация по миграции подготовила к Диалогу на высоком уровне Организации Объединенных Наций по вопросу о международной миграции и развитии, состоявшемуся в 2013 году. Mainstreamer не является продуктом этой организации.</translation>
    </message>
    <message>
        <source>The computer cannot use this file name or folder.</source>
        <translation>Компьютер не может использовать это имя файла или эту папку.</translation>
    </message>
    <message>
        <source>The copied cells reach beyond the table; what did not fit was left out.</source>
        <translation>Скопированные ячейки выходят за пределы таблицы; то, что не поместилось, пропущено.</translation>
    </message>
    <message>
        <source>The document, what it says, and what is missing</source>
        <translation>Документ, что в нем сказано и чего не хватает</translation>
    </message>
    <message>
        <source>The export was cancelled. No file was changed.</source>
        <translation>Выгрузка отменена. Ни один файл не изменен.</translation>
    </message>
    <message>
        <source>The field holds “{value}” now.</source>
        <translation>Сейчас в поле стоит «{value}».</translation>
    </message>
    <message>
        <source>The field is blank in all of these rows.</source>
        <translation>Во всех этих строках поле пусто.</translation>
    </message>
    <message>
        <source>The file itself stays where it is.</source>
        <translation>Сам файл остается на месте.</translation>
    </message>
    <message>
        <source>The file name must end in .mplan.</source>
        <translation>Имя файла должно оканчиваться на .mplan.</translation>
    </message>
    <message>
        <source>The file of the row</source>
        <translation>Файл строки</translation>
    </message>
    <message numerus="yes">
        <source>The filter holds back all {n} items.</source>
        <translation>
            <numerusform>Фильтр скрывает {n} пункт.</numerusform>
            <numerusform>Фильтр скрывает все {n} пункта.</numerusform>
            <numerusform>Фильтр скрывает все {n} пунктов.</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter was taken off, so that item {code} can be seen.</source>
        <translation>Фильтр снят, чтобы был виден пункт {code}.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>Папки {folder} не существует.</translation>
    </message>
    <message>
        <source>The folder {folder} will be made.</source>
        <translation>Папка {folder} будет создана.</translation>
    </message>
    <message>
        <source>The history of the plan keeps this beside each change. You may leave both blank.</source>
        <translation>История плана хранит имя и ведомство рядом с каждым изменением. Оба поля можно не заполнять.</translation>
    </message>
    <message>
        <source>The history shows no name. The menu, Preferences, changes that at any time.</source>
        <translation>В истории не будет имени. Это можно изменить в любое время: меню, «Настройки».</translation>
    </message>
    <message>
        <source>The item is asked again, with the answer it had</source>
        <translation>Вопрос снова задается, с прежним ответом</translation>
    </message>
    <message>
        <source>The item is asked no longer; its answer is kept</source>
        <translation>Вопрос больше не задается; ответ на него сохраняется</translation>
    </message>
    <message>
        <source>The language in which you read the checklist. The window keeps its own.</source>
        <translation>Язык, на котором вы читаете контрольный перечень. У окна остается свой.</translation>
    </message>
    <message>
        <source>The largest partner comes first. Enter or a double click opens a corridor or an agreement.</source>
        <translation>Крупнейший партнер стоит первым. Enter или двойной щелчок открывает коридор или соглашение.</translation>
    </message>
    <message>
        <source>The last year lies before the first year.</source>
        <translation>Последний год раньше первого.</translation>
    </message>
    <message>
        <source>The line chosen, in full</source>
        <translation>Выбранная строка целиком</translation>
    </message>
    <message>
        <source>The line is drawn for age groups that both tables have.</source>
        <translation>Линия проведена для возрастных групп, которые есть в обеих таблицах.</translation>
    </message>
    <message>
        <source>The linked file is not there: {path}. Look whether it was moved or its drive is connected.</source>
        <translation>Файла по ссылке нет на месте: {path}. Проверьте, не перемещен ли он и подключен ли его диск.</translation>
    </message>
    <message>
        <source>The name that the history keeps with each change</source>
        <translation>Имя, которое история хранит с каждым изменением</translation>
    </message>
    <message>
        <source>The numbers that are in the table now will be replaced. Undo brings them back.</source>
        <translation>Числа, которые сейчас есть в таблице, будут заменены. Отмена вернет их.</translation>
    </message>
    <message>
        <source>The original:</source>
        <translation>Исходный текст:</translation>
    </message>
    <message>
        <source>The own item goes; its answer is kept and counts no longer</source>
        <translation>Собственный пункт удаляется; ответ на него сохраняется, но не учитывается</translation>
    </message>
    <message>
        <source>The pack changes nothing in this plan.</source>
        <translation>Пакет ничего не меняет в этом плане.</translation>
    </message>
    <message>
        <source>The pack is loaded</source>
        <translation>Пакет загружен</translation>
    </message>
    <message>
        <source>The pack is of edition {pack}; the checklist at hand is edition {here}.</source>
        <translation>Пакет относится к редакции {pack}; имеющийся перечень – к редакции {here}.</translation>
    </message>
    <message>
        <source>The period is longer than {years} years; check both years.</source>
        <translation>Период длиннее {years} лет; проверьте оба года.</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>The plan gave the item another place in its step.</source>
        <translation>План отвел этому пункту другое место в шаге.</translation>
    </message>
    <message>
        <source>The plan has a table of this year and area. Under “Names” you decide what is taken over or added.</source>
        <translation>В плане уже есть таблица за этот год по этой территории. На шаге «Названия» можно выбрать, что взять из таблицы или добавить.</translation>
    </message>
    <message>
        <source>The plan has no first and last year yet</source>
        <translation>У плана пока нет первого и последнего года</translation>
    </message>
    <message>
        <source>The plan has no population table of this year and area.</source>
        <translation>В плане нет таблицы населения за этот год по этой территории.</translation>
    </message>
    <message>
        <source>The plan has these values already, or had them since the export. Nothing is done with them.</source>
        <translation>В плане эти значения уже есть или были после выгрузки. С ними ничего не делается.</translation>
    </message>
    <message>
        <source>The plan has “{title}” of the same year and area, from another source: {source}. {figures}.</source>
        <translation>В плане есть таблица «{title}» за тот же год по той же территории, но из другого источника: {source}. {figures}.</translation>
    </message>
    <message>
        <source>The plan has “{title}” of the same year, area and source. {figures}.</source>
        <translation>В плане есть таблица «{title}» за тот же год, по той же территории и из того же источника. {figures}.</translation>
    </message>
    <message>
        <source>The plan is as it was before.</source>
        <translation>План снова в прежнем состоянии.</translation>
    </message>
    <message>
        <source>The plan is open in a window. It was only read, as it is saved at this moment.</source>
        <translation>План открыт в окне. Он был только прочитан в том виде, в каком сохранен сейчас.</translation>
    </message>
    <message>
        <source>The plan is still being read. Items and records follow in a moment.</source>
        <translation>План еще читается. Пункты и записи появятся через мгновение.</translation>
    </message>
    <message>
        <source>The population table was added.</source>
        <translation>Таблица населения добавлена.</translation>
    </message>
    <message>
        <source>The preset of that name will be replaced.</source>
        <translation>Шаблон с этим названием будет заменен.</translation>
    </message>
    <message>
        <source>The pyramid appears here as soon as there are numbers.</source>
        <translation>Пирамида появится здесь, как только будут числа.</translation>
    </message>
    <message>
        <source>The record in the plan stays as it is.</source>
        <translation>Запись в плане останется без изменений.</translation>
    </message>
    <message>
        <source>The record was removed. Put the record itself back first.</source>
        <translation>Запись удалена. Сначала верните саму запись.</translation>
    </message>
    <message>
        <source>The report names files on this computer and may hold a word of the plan: read it before you send it.</source>
        <translation>В отчете названы файлы этого компьютера и могут быть слова из плана: прочитайте его, прежде чем отправлять.</translation>
    </message>
    <message>
        <source>The row becomes another record.</source>
        <translation>Строка станет еще одной записью.</translation>
    </message>
    <message>
        <source>The rows hold different values now.</source>
        <translation>Сейчас в строках стоят разные значения.</translation>
    </message>
    <message>
        <source>The rows hold this value already.</source>
        <translation>В строках уже стоит это значение.</translation>
    </message>
    <message>
        <source>The same as</source>
        <translation>То же, что</translation>
    </message>
    <message>
        <source>The sheet has more columns than are read.</source>
        <translation>На листе слишком много столбцов, прочитаны не все.</translation>
    </message>
    <message>
        <source>The sheet is larger than what is read: the first {rows} rows.</source>
        <translation>Лист слишком велик, прочитаны только первые строки: {rows}.</translation>
    </message>
    <message>
        <source>The suggestion is gone. Actions made from it stay in the plan.</source>
        <translation>Предложение убрано. Созданные из него мероприятия остаются в плане.</translation>
    </message>
    <message>
        <source>The table is not understood yet</source>
        <translation>Таблица пока не распознана</translation>
    </message>
    <message>
        <source>The table is not understood yet: “Columns” says what is missing.</source>
        <translation>Таблица пока не распознана: на шаге «Столбцы» указано, чего не хватает.</translation>
    </message>
    <message>
        <source>The table itself was not changed.</source>
        <translation>Исходная таблица не изменилась.</translation>
    </message>
    <message>
        <source>The text has no translation yet.</source>
        <translation>У текста пока нет перевода.</translation>
    </message>
    <message numerus="yes">
        <source>The text of {n} cells goes into “{field}”, each behind its heading.</source>
        <translation>
            <numerusform>Текст {n} ячейки попадет в поле «{field}» вместе с заголовком.</numerusform>
            <numerusform>Текст {n} ячеек попадет в поле «{field}», каждый со своим заголовком.</numerusform>
            <numerusform>Текст {n} ячеек попадет в поле «{field}», каждый со своим заголовком.</numerusform>
        </translation>
    </message>
    <message>
        <source>The total as the source states it; leave it blank when there is none.</source>
        <translation>Всего по источнику; если в источнике этого нет, оставьте пустым.</translation>
    </message>
    <message>
        <source>The two tables have no age group in common.</source>
        <translation>У двух таблиц нет общих возрастных групп.</translation>
    </message>
    <message>
        <source>The usual ones ({count})</source>
        <translation>Обычные ({count})</translation>
    </message>
    <message>
        <source>The values are being worked out …</source>
        <translation>Значения вычисляются …</translation>
    </message>
    <message>
        <source>The view of that name will be replaced.</source>
        <translation>Вид с таким названием будет заменен.</translation>
    </message>
    <message>
        <source>The whole plan</source>
        <translation>Весь план</translation>
    </message>
    <message>
        <source>The workbook brings nothing new</source>
        <translation>В книге Excel нет ничего нового</translation>
    </message>
    <message>
        <source>The workbook brings nothing new.</source>
        <translation>В книге Excel нет ничего нового.</translation>
    </message>
    <message>
        <source>The workbook brings nothing that the plan does not have.</source>
        <translation>В книге Excel нет ничего, чего нет в плане.</translation>
    </message>
    <message>
        <source>The workbook that is there, changed on {day} at {time}, will be replaced.</source>
        <translation>Имеющаяся книга, измененная {day} в {time}, будет заменена.</translation>
    </message>
    <message>
        <source>There are more; look for words to see fewer lines.</source>
        <translation>Есть и другие; задайте слова, чтобы строк стало меньше.</translation>
    </message>
    <message>
        <source>There is a preset of that name already.</source>
        <translation>Шаблон с таким названием уже есть.</translation>
    </message>
    <message>
        <source>There is a view of that name already.</source>
        <translation>Вид с таким названием уже есть.</translation>
    </message>
    <message>
        <source>There is already a file of this name; choose another name.</source>
        <translation>Файл с таким именем уже есть; выберите другое имя.</translation>
    </message>
    <message>
        <source>There is no country of this name in the list.</source>
        <translation>Страны с таким названием нет в списке.</translation>
    </message>
    <message>
        <source>There is no currency of this name in the list.</source>
        <translation>Валюты с таким названием нет в списке.</translation>
    </message>
    <message>
        <source>There is no language of that name. Choose one from the list, or type a code of two or three letters.</source>
        <translation>Языка с таким названием нет. Выберите его из списка или введите код из двух или трех букв.</translation>
    </message>
    <message>
        <source>There is no row to import below the headings. Choose the row of headings under “Headings”.</source>
        <translation>Под заголовками нет строк с данными. Выберите строку заголовков на шаге «Заголовки».</translation>
    </message>
    <message>
        <source>There is no value with a year yet.</source>
        <translation>Значений с годом пока нет.</translation>
    </message>
    <message>
        <source>There is nothing to paste: copy rows in Excel first.</source>
        <translation>Вставлять нечего: сначала скопируйте строки в Excel.</translation>
    </message>
    <message>
        <source>These fields were changed in the plan after the workbook was exported, and in the workbook as well. Choose the value that holds, or leave the conflict open: both values are in the history then.</source>
        <translation>Эти поля изменены в плане после выгрузки в Excel, и в книге Excel тоже. Выберите верное значение или оставьте расхождение открытым: тогда оба значения останутся в истории.</translation>
    </message>
    <message>
        <source>These records were exported, and their rows are not in the workbook any more. Tick only those that are to be removed from the plan; undo brings them back.</source>
        <translation>Эти записи были выгружены, а их строк в книге Excel больше нет. Отметьте только те, которые нужно удалить из плана; отмена их вернет.</translation>
    </message>
    <message>
        <source>They appear here as soon as there are numbers.</source>
        <translation>Они появятся здесь, как только будут числа.</translation>
    </message>
    <message>
        <source>They apply to you on this computer and take effect at once.</source>
        <translation>Они действуют для вас на этом компьютере и применяются сразу.</translation>
    </message>
    <message>
        <source>This column is worked out and cannot be filled.</source>
        <translation>Этот столбец вычисляется, заполнить его нельзя.</translation>
    </message>
    <message>
        <source>This computer has no program that opens “{name}”. Save a copy and open it elsewhere.</source>
        <translation>На этом компьютере нет программы, которая открывает «{name}». Сохраните копию и откройте ее в другом месте.</translation>
    </message>
    <message>
        <source>This folder will be made when it is first needed.</source>
        <translation>Эта папка будет создана, когда понадобится.</translation>
    </message>
    <message>
        <source>This is not taken into the plan. Everything else can be imported all the same.</source>
        <translation>Это в план не импортируется. Все остальное все равно можно импортировать.</translation>
    </message>
    <message>
        <source>This item does not concern us.</source>
        <translation>Этот пункт нас не касается.</translation>
    </message>
    <message>
        <source>This item is shown in {language}: it has no translation yet.</source>
        <translation>Перевода этого пункта пока нет. Язык, на котором он показан: {language}.</translation>
    </message>
    <message>
        <source>This own item was written in this language. Choose another one to translate it.</source>
        <translation>Этот собственный пункт написан на этом языке. Чтобы перевести его, выберите другой.</translation>
    </message>
    <message>
        <source>This own item was written in {language}; here it is translated.</source>
        <translation>Язык, на котором написан этот собственный пункт: {language}. Здесь его переводят.</translation>
    </message>
    <message>
        <source>This page then shows how far the plan has come, what it costs and what is due next.</source>
        <translation>Потом эта страница покажет, как далеко продвинулся план, сколько он стоит и какие сроки ближайшие.</translation>
    </message>
    <message>
        <source>This plan added the item for itself.</source>
        <translation>Этот пункт добавлен в самом плане.</translation>
    </message>
    <message>
        <source>This plan can only be looked at.</source>
        <translation>Этот план открыт только для просмотра.</translation>
    </message>
    <message>
        <source>This plan does not use the sector “{sector}”. Switch it on under Sectors to see its items.</source>
        <translation>Отрасли «{sector}» в этом плане нет. Включите ее кнопкой «Отрасли», чтобы увидеть ее пункты.</translation>
    </message>
    <message>
        <source>This step has no items to show.</source>
        <translation>В этом шаге нет пунктов для показа.</translation>
    </message>
    <message>
        <source>This workbook was exported from Mainstreamer. “Import a workbook” compares it with the plan cell by cell and keeps what others changed meanwhile.</source>
        <translation>Эта книга Excel выгружена из Mainstreamer. Команда «Импорт из Excel» сравнит ее с планом по ячейкам и сохранит то, что за это время изменили другие.</translation>
    </message>
    <message>
        <source>Tick a line, or all of a heading</source>
        <translation>Отметить строку или все под заголовком</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Отметить все</translation>
    </message>
    <message>
        <source>Tick all of a record</source>
        <translation>Отметить все в записи</translation>
    </message>
    <message>
        <source>Tick all of this record</source>
        <translation>Отметить все в этой записи</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Снять все отметки</translation>
    </message>
    <message>
        <source>Tick nothing</source>
        <translation>Снять все отметки</translation>
    </message>
    <message>
        <source>Tick nothing of this record</source>
        <translation>Снять отметки в этой записи</translation>
    </message>
    <message>
        <source>Tick the columns to show. Drag them, or use the arrows, to change their order.</source>
        <translation>Отметьте столбцы, которые нужно показать. Порядок меняется перетаскиванием или стрелками.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>График</translation>
    </message>
    <message>
        <source>Timeline of actions</source>
        <translation>График мероприятий</translation>
    </message>
    <message>
        <source>Timeline: move the end</source>
        <translation>График: сдвинуть конец</translation>
    </message>
    <message>
        <source>Timeline: move the start</source>
        <translation>График: сдвинуть начало</translation>
    </message>
    <message>
        <source>Title of the evidence</source>
        <translation>Название подтверждения</translation>
    </message>
    <message>
        <source>Titles above and between the rows, merged cells, sums and column numbers are recognised and not imported as records.</source>
        <translation>Заголовки над строками и между ними, объединенные ячейки, итоги и номера столбцов распознаются и не становятся записями.</translation>
    </message>
    <message>
        <source>Titles between the rows</source>
        <translation>Заголовки между строками</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <source>To be added: {records}</source>
        <translation>Будет добавлено: {records}</translation>
    </message>
    <message>
        <source>To be corrected: {sentence}</source>
        <translation>Нужно исправить: {sentence}</translation>
    </message>
    <message>
        <source>To bring it back, use “Load a checklist pack” in the menu.</source>
        <translation>Чтобы загрузить его обратно, выберите в меню «Загрузить пакет перечня».</translation>
    </message>
    <message>
        <source>To close the gap</source>
        <translation>Как устранить пробел</translation>
    </message>
    <message>
        <source>To the action plan ›</source>
        <translation>К плану действий ›</translation>
    </message>
    <message>
        <source>To the answer</source>
        <translation>К ответу</translation>
    </message>
    <message>
        <source>To the guidance, and back</source>
        <translation>К пояснениям и обратно</translation>
    </message>
    <message>
        <source>To the next step</source>
        <translation>К следующему шагу</translation>
    </message>
    <message>
        <source>To the previous step</source>
        <translation>К предыдущему шагу</translation>
    </message>
    <message>
        <source>Today: agreed after the paper</source>
        <translation>Сегодня: принято после документа</translation>
    </message>
    <message>
        <source>Total, stated</source>
        <translation>Итог источника</translation>
    </message>
    <message>
        <source>Traffic light</source>
        <translation>Светофор</translation>
    </message>
    <message>
        <source>Translate the texts here. What is left blank is shown in English.</source>
        <translation>Здесь переводят тексты. Незаполненное показывается на английском языке.</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>Переведено</translation>
    </message>
    <message>
        <source>Treaty: neither, signed, ratified, blank</source>
        <translation>Договор: не подписан, подписан, ратифицирован, пусто</translation>
    </message>
    <message>
        <source>Type a part of the name</source>
        <translation>Введите часть названия</translation>
    </message>
    <message>
        <source>Type a part of the name or the code</source>
        <translation>Введите часть названия или код</translation>
    </message>
    <message>
        <source>Type into the table, or paste rows copied in Excel. The form shows all fields of the row chosen, beside the table and beside a picture of it.</source>
        <translation>Вводите данные прямо в таблицу или вставляйте строки, скопированные в Excel. В форме видны все поля выбранной строки – и рядом с таблицей, и рядом с ее схемой.</translation>
    </message>
    <message>
        <source>Type its name or its code, such as ro. What is not translated yet is shown in English.</source>
        <translation>Введите название или код, например ro. То, что еще не переведено, показывается на английском языке.</translation>
    </message>
    <message>
        <source>Type the numbers, or paste them with Ctrl+V. Enter moves down.</source>
        <translation>Введите числа или вставьте их (Ctrl+V). Клавиша Enter переводит вниз.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Понятно</translation>
    </message>
    <message numerus="yes">
        <source>Understood: {n} age groups</source>
        <translation>
            <numerusform>Распознана {n} возрастная группа</numerusform>
            <numerusform>Распознаны {n} возрастные группы</numerusform>
            <numerusform>Распознано {n} возрастных групп</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Undo takes it back again.</source>
        <translation>Отмена вернет все как было.</translation>
    </message>
    <message>
        <source>Undo: {verb} (Ctrl+Z)</source>
        <translation>Отменить: {verb} (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undone: {verb}.</source>
        <translation>Отменено: {verb}.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Until the text is reworded here as well, people read the one reworded in the other language.</source>
        <translation>Пока текст не изменен и здесь, показывается измененный текст на другом языке.</translation>
    </message>
    <message>
        <source>Until when (a date, a quarter, a year, “permanent”)</source>
        <translation>До какого срока (дата, квартал, год, «постоянно»)</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Обычные столбцы</translation>
    </message>
    <message>
        <source>Usual here: {currency}; fiscal year from {month}. Please check both with the budget law.</source>
        <translation>Здесь обычно: {currency}; первый месяц финансового года – {month}. Сверьте то и другое с законом о бюджете.</translation>
    </message>
    <message>
        <source>Usual source</source>
        <translation>Обычный источник</translation>
    </message>
    <message>
        <source>Usually published</source>
        <translation>Обычно доступен</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Value when exported</source>
        <translation>Значение при выгрузке</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>Version {version} · licence {licence}</source>
        <translation>Версия {version} · лицензия {licence}</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Warning: {what}</source>
        <translation>Предупреждение: {what}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Что будет сделано</translation>
    </message>
    <message>
        <source>What blocks adoption</source>
        <translation>Что мешает утверждению</translation>
    </message>
    <message numerus="yes">
        <source>What differed was replaced in {n} records</source>
        <translation>
            <numerusform>В {n} записи данные заменены</numerusform>
            <numerusform>В {n} записях данные заменены</numerusform>
            <numerusform>В {n} записях данные заменены</numerusform>
        </translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Чем отличается</translation>
    </message>
    <message numerus="yes">
        <source>What differs is replaced in {n} records</source>
        <translation>
            <numerusform>В {n} записи данные заменятся</numerusform>
            <numerusform>В {n} записях данные заменятся</numerusform>
            <numerusform>В {n} записях данные заменятся</numerusform>
        </translation>
    </message>
    <message>
        <source>What differs takes the place of what is in the plan, and blanks are filled.</source>
        <translation>Различающиеся данные заменят то, что есть в плане, а пустые поля заполнятся.</translation>
    </message>
    <message>
        <source>What goes with it</source>
        <translation>Что удаляется вместе с ней</translation>
    </message>
    <message>
        <source>What is added</source>
        <translation>Что добавится</translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation>Что нужно</translation>
    </message>
    <message>
        <source>What is in the plan already, and what cannot be read, is shown before anything is added. A column without a field of its own is kept in a note, behind its heading.</source>
        <translation>До добавления видно, что уже есть в плане, а что прочитать не удалось. Столбец, для которого нет поля, сохраняется в примечании вместе с заголовком.</translation>
    </message>
    <message>
        <source>What is left for your institution, step by step</source>
        <translation>Что осталось вашему учреждению, по шагам</translation>
    </message>
    <message>
        <source>What is missing is said below.</source>
        <translation>Чего не хватает, сказано ниже.</translation>
    </message>
    <message>
        <source>What is ticked is taken into the plan. Space ticks a line or takes its tick away; with Shift, all lines of its record.</source>
        <translation>Отмеченное импортируется в план. Пробел ставит или снимает отметку строки, вместе с Shift – всех строк ее записи.</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Тип строки</translation>
    </message>
    <message>
        <source>What it seems to hold</source>
        <translation>Предполагаемое содержание</translation>
    </message>
    <message>
        <source>What removing it does</source>
        <translation>Что даст удаление</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Содержимое</translation>
    </message>
    <message>
        <source>What the checklist comes from</source>
        <translation>На чем основан контрольный перечень</translation>
    </message>
    <message>
        <source>What the plan covers, its calendar, and who answers for it. The cover of the workbook is made from this.</source>
        <translation>Что охватывает план, его календарь и кто за него отвечает. Из этого составляется титульный лист книги Excel.</translation>
    </message>
    <message>
        <source>What the workbook holds</source>
        <translation>Что войдет в файл</translation>
    </message>
    <message>
        <source>What this step is for</source>
        <translation>Для чего этот шаг</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что сделать</translation>
    </message>
    <message>
        <source>What usually goes wrong</source>
        <translation>Что обычно мешает</translation>
    </message>
    <message>
        <source>What we found</source>
        <translation>Что мы выяснили</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Where the money comes from, or the cost</source>
        <translation>Источник финансирования или стоимость</translation>
    </message>
    <message>
        <source>Where this comes from</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>Where to begin</source>
        <translation>С чего начать</translation>
    </message>
    <message>
        <source>Where to keep the plan</source>
        <translation>Где хранить план</translation>
    </message>
    <message>
        <source>Where we stand</source>
        <translation>Где мы сейчас</translation>
    </message>
    <message>
        <source>Where you were</source>
        <translation>Где вы были</translation>
    </message>
    <message>
        <source>Where your files are</source>
        <translation>Где находятся ваши файлы</translation>
    </message>
    <message>
        <source>Which column is which?</source>
        <translation>Где какой столбец?</translation>
    </message>
    <message>
        <source>Which optional sectors this plan uses</source>
        <translation>Какие дополнительные отрасли есть в этом плане</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Who and where</source>
        <translation>Кто и где</translation>
    </message>
    <message>
        <source>Who changed what in this answer, and when (F8)</source>
        <translation>Кто, что и когда изменил в этом ответе (F8)</translation>
    </message>
    <message>
        <source>Who changed what in this item, and when (F8)</source>
        <translation>Кто, что и когда изменил в этом пункте (F8)</translation>
    </message>
    <message>
        <source>Who changed what in this record, and when (F8)</source>
        <translation>Кто, что и когда изменил в этой записи (F8)</translation>
    </message>
    <message>
        <source>Who is responsible is said in the answer to each item.</source>
        <translation>Кто отвечает за пункт, указано в ответе на него.</translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation>Кто работает?</translation>
    </message>
    <message>
        <source>Who is working? …</source>
        <translation>Кто работает? …</translation>
    </message>
    <message>
        <source>Who usually knows</source>
        <translation>Кто обычно знает</translation>
    </message>
    <message>
        <source>Why an item matters, and what counts as evidence</source>
        <translation>Почему пункт важен и что считается подтверждением</translation>
    </message>
    <message>
        <source>Why it does not apply</source>
        <translation>Почему неприменимо</translation>
    </message>
    <message>
        <source>Why it is left out</source>
        <translation>Почему исключен</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Почему это важно</translation>
    </message>
    <message>
        <source>With no tick, all actions are shown.</source>
        <translation>Без отметок показываются все мероприятия.</translation>
    </message>
    <message>
        <source>With no tick, the workbook has the usual ones.</source>
        <translation>Без отметок в файле будут обычные листы.</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Женщины</translation>
    </message>
    <message>
        <source>Women + men</source>
        <translation>Женщины + мужчины</translation>
    </message>
    <message>
        <source>Women and men together</source>
        <translation>Женщины и мужчины вместе</translation>
    </message>
    <message>
        <source>Worded anew</source>
        <translation>Новая формулировка</translation>
    </message>
    <message>
        <source>Words in the history</source>
        <translation>Искать в истории</translation>
    </message>
    <message>
        <source>Would improve</source>
        <translation>Улучшит план</translation>
    </message>
    <message>
        <source>Write a year between {first} and {last}.</source>
        <translation>Укажите год от {first} до {last}.</translation>
    </message>
    <message>
        <source>Write the plan into an Excel workbook (Ctrl+E)</source>
        <translation>Записать план в книгу Excel (Ctrl+E)</translation>
    </message>
    <message>
        <source>Write this text in the language chosen above</source>
        <translation>Напишите этот текст на выбранном выше языке</translation>
    </message>
    <message>
        <source>Written and checked: “{name}” in the folder {folder}</source>
        <translation>Записано и проверено: «{name}» в папке {folder}</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Years shown</source>
        <translation>Показанные годы</translation>
    </message>
    <message>
        <source>Yes, claimed</source>
        <translation>Да, без подтверждения</translation>
    </message>
    <message>
        <source>You can look for items of the checklist, actions, institutions and all other records, for pages and commands: by any of their words, by code or by acronym, in any script.</source>
        <translation>Искать можно пункты контрольного перечня, мероприятия, учреждения и все другие записи, страницы и команды: по любым словам, коду или сокращению, кириллицей или латиницей.</translation>
    </message>
    <message>
        <source>Your institution</source>
        <translation>Ваше ведомство</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>Your name is not recorded with your changes.</source>
        <translation>Ваше имя не указывается при изменениях.</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Ваш текст</translation>
    </message>
    <message>
        <source>Youth, {share}: skills and energy. A plan offers training, first jobs, safe ways to move.</source>
        <translation>Молодежь, {share}: знания и силы. План может предложить обучение, первую работу, безопасную мобильность.</translation>
    </message>
    <message>
        <source>a guess: look at it</source>
        <translation>предположение, проверьте</translation>
    </message>
    <message>
        <source>above</source>
        <translation>над таблицей</translation>
    </message>
    <message>
        <source>added</source>
        <translation>добавится</translation>
    </message>
    <message>
        <source>added ({type})</source>
        <translation>добавится ({type})</translation>
    </message>
    <message>
        <source>against the plan of {moment}</source>
        <translation>сравнено с планом от {moment}</translation>
    </message>
    <message>
        <source>all answered and shown</source>
        <translation>ответы даны и подтверждены</translation>
    </message>
    <message>
        <source>all filters are shown</source>
        <translation>показаны все фильтры</translation>
    </message>
    <message>
        <source>all of it found</source>
        <translation>обеспечено полностью</translation>
    </message>
    <message>
        <source>also kept in “{field}”</source>
        <translation>и в поле «{field}»</translation>
    </message>
    <message>
        <source>amounts as they stand</source>
        <translation>суммы как в таблице</translation>
    </message>
    <message>
        <source>and have so many rows:</source>
        <translation>и занимают строк:</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation>
            <numerusform>и еще {n}</numerusform>
            <numerusform>и еще {n}</numerusform>
            <numerusform>и еще {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>answered</source>
        <translation>есть ответ</translation>
    </message>
    <message>
        <source>any</source>
        <translation>все</translation>
    </message>
    <message>
        <source>at the export {base}, in the plan {now}, in the workbook {new}</source>
        <translation>при выгрузке {base}, в плане {now}, в книге Excel {new}</translation>
    </message>
    <message>
        <source>baseline {value}</source>
        <translation>исходное {value}</translation>
    </message>
    <message>
        <source>before the plan ({year})</source>
        <translation>раньше начала плана ({year})</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>заблокировано</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>не удалось прочитать</translation>
    </message>
    <message>
        <source>changed {date}</source>
        <translation>изменен {date}</translation>
    </message>
    <message>
        <source>checklist</source>
        <translation>перечень</translation>
    </message>
    <message>
        <source>checklist pack translate reword own items workbook</source>
        <translation>пакет контрольный перечень перевести формулировки свои пункты книга</translation>
    </message>
    <message>
        <source>checklist pack translation import own items workbook</source>
        <translation>пакет контрольный перечень перевод импорт свои пункты книга</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>без подтверждения</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>свернуто</translation>
    </message>
    <message>
        <source>column numbers</source>
        <translation>номера столбцов</translation>
    </message>
    <message>
        <source>comes in with the new table</source>
        <translation>добавится с новой таблицей</translation>
    </message>
    <message>
        <source>conflict: it was {base}; the plan says {now}, the workbook says {new}</source>
        <translation>расхождение: было {base}; в плане {now}, в книге Excel {new}</translation>
    </message>
    <message>
        <source>contains “{text}”</source>
        <translation>содержит «{text}»</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>копия</translation>
    </message>
    <message>
        <source>cost {amount}</source>
        <translation>стоимость {amount}</translation>
    </message>
    <message>
        <source>day</source>
        <translation>день</translation>
    </message>
    <message>
        <source>decided for the plan</source>
        <translation>решено: как в плане</translation>
    </message>
    <message>
        <source>decided for the workbook</source>
        <translation>решено: как в книге Excel</translation>
    </message>
    <message>
        <source>down: less is better</source>
        <translation>снижение: чем меньше, тем лучше</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>завершение</translation>
    </message>
    <message>
        <source>ends before it starts</source>
        <translation>конец раньше начала</translation>
    </message>
    <message>
        <source>essential</source>
        <translation>основной</translation>
    </message>
    <message>
        <source>essential items open</source>
        <translation>основные без ответа</translation>
    </message>
    <message>
        <source>export save workbook spreadsheet print</source>
        <translation>экспорт сохранить книга таблица печать</translation>
    </message>
    <message>
        <source>fills blanks</source>
        <translation>дополнит запись</translation>
    </message>
    <message>
        <source>first {rows}</source>
        <translation>первые {rows}</translation>
    </message>
    <message>
        <source>for example {value}</source>
        <translation>например, {value}</translation>
    </message>
    <message>
        <source>from {bound}</source>
        <translation>от {bound}</translation>
    </message>
    <message>
        <source>from {quarter}</source>
        <translation>с {quarter}</translation>
    </message>
    <message>
        <source>from {quarter}, no end yet</source>
        <translation>с {quarter}, конца пока нет</translation>
    </message>
    <message>
        <source>fully funded</source>
        <translation>обеспечено полностью</translation>
    </message>
    <message>
        <source>gap {amount}</source>
        <translation>дефицит {amount}</translation>
    </message>
    <message>
        <source>gap {amount}, {share} %</source>
        <translation>дефицит {amount}, {share} %</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>продолжение</translation>
    </message>
    <message>
        <source>handbook of 2010</source>
        <translation>пособие 2010 года</translation>
    </message>
    <message>
        <source>headings</source>
        <translation>заголовки</translation>
    </message>
    <message>
        <source>headings again</source>
        <translation>заголовки снова</translation>
    </message>
    <message>
        <source>https://… or the path of a file</source>
        <translation>https://… или путь к файлу</translation>
    </message>
    <message>
        <source>import upload edited workbook spreadsheet come back colleagues</source>
        <translation>импорт загрузить правленая книга таблица вернулась коллеги excel</translation>
    </message>
    <message>
        <source>in billions</source>
        <translation>в миллиардах</translation>
    </message>
    <message>
        <source>in millions</source>
        <translation>в миллионах</translation>
    </message>
    <message>
        <source>in the plan</source>
        <translation>есть в плане</translation>
    </message>
    <message>
        <source>in thousands</source>
        <translation>в тысячах</translation>
    </message>
    <message>
        <source>is taken over</source>
        <translation>возьмется из таблицы</translation>
    </message>
    <message>
        <source>issues only</source>
        <translation>только проблемы</translation>
    </message>
    <message>
        <source>kept in “{field}”</source>
        <translation>в поле «{field}»</translation>
    </message>
    <message>
        <source>keyboard keys help</source>
        <translation>клавиатура клавиши справка помощь</translation>
    </message>
    <message>
        <source>late</source>
        <translation>просрочено</translation>
    </message>
    <message numerus="yes">
        <source>late end: over {n} quarters</source>
        <translation>
            <numerusform>опоздание конца: более {n} кв.</numerusform>
            <numerusform>опоздание конца: более {n} кв.</numerusform>
            <numerusform>опоздание конца: более {n} кв.</numerusform>
        </translation>
    </message>
    <message>
        <source>late end: under 1 quarter</source>
        <translation>опоздание конца: менее 1 кв.</translation>
    </message>
    <message numerus="yes">
        <source>late start: over {n} quarters</source>
        <translation>
            <numerusform>опоздание начала: более {n} кв.</numerusform>
            <numerusform>опоздание начала: более {n} кв.</numerusform>
            <numerusform>опоздание начала: более {n} кв.</numerusform>
        </translation>
    </message>
    <message>
        <source>late start: under 1 quarter</source>
        <translation>опоздание начала: менее 1 кв.</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>пропустить</translation>
    </message>
    <message>
        <source>leave them out</source>
        <translation>пропустить</translation>
    </message>
    <message>
        <source>left blank, kept in “{field}”</source>
        <translation>пусто; текст – в поле «{field}»</translation>
    </message>
    <message>
        <source>left open</source>
        <translation>оставлено нерешенным</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>исключен</translation>
    </message>
    <message>
        <source>made</source>
        <translation>запись создана</translation>
    </message>
    <message>
        <source>meets: {rhythm}</source>
        <translation>заседания: {rhythm}</translation>
    </message>
    <message>
        <source>month</source>
        <translation>месяц</translation>
    </message>
    <message>
        <source>more is secured than it costs</source>
        <translation>обеспечено больше стоимости</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>переставлен</translation>
    </message>
    <message>
        <source>neither; it describes the situation</source>
        <translation>не оценивается: описывает положение</translation>
    </message>
    <message>
        <source>new record: {kind}, {name}</source>
        <translation>новая запись: {kind}, {name}</translation>
    </message>
    <message>
        <source>no action yet</source>
        <translation>мероприятий пока нет</translation>
    </message>
    <message>
        <source>no currency of its own</source>
        <translation>собственной валюты нет</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>без даты</translation>
    </message>
    <message>
        <source>no date ahead; enter one</source>
        <translation>Дат впереди нет, внесите их.</translation>
    </message>
    <message>
        <source>no dates</source>
        <translation>без дат</translation>
    </message>
    <message>
        <source>no explanation yet</source>
        <translation>пояснения пока нет</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>никто не указан</translation>
    </message>
    <message>
        <source>nobody named: {count}</source>
        <translation>без ответственного: {count}</translation>
    </message>
    <message>
        <source>none in use</source>
        <translation>нет в плане</translation>
    </message>
    <message>
        <source>none named</source>
        <translation>не указан</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>not assessed</source>
        <translation>не оценено</translation>
    </message>
    <message>
        <source>not blank</source>
        <translation>не пусто</translation>
    </message>
    <message>
        <source>not computable</source>
        <translation>не вычисляется</translation>
    </message>
    <message>
        <source>not computable: {reason}</source>
        <translation>не вычисляется: {reason}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найден</translation>
    </message>
    <message>
        <source>not found yet</source>
        <translation>дефицит</translation>
    </message>
    <message>
        <source>not found yet {amount}</source>
        <translation>дефицит {amount}</translation>
    </message>
    <message>
        <source>not in the plan</source>
        <translation>нет в плане</translation>
    </message>
    <message>
        <source>not in {currency}: stays text</source>
        <translation>не в {currency}: как текст</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>not looked up</source>
        <translation>не проверен</translation>
    </message>
    <message>
        <source>not looked up: {n}</source>
        <translation>не проверено: {n}</translation>
    </message>
    <message>
        <source>not ranked</source>
        <translation>вне очереди</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>not signed: {n}</source>
        <translation>не подписано: {n}</translation>
    </message>
    <message>
        <source>not translated yet</source>
        <translation>еще не переведено</translation>
    </message>
    <message>
        <source>not written down</source>
        <translation>не записано</translation>
    </message>
    <message>
        <source>not yet funded</source>
        <translation>пока не обеспечено</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>nothing filtered</source>
        <translation>фильтров нет</translation>
    </message>
    <message>
        <source>nothing holds them back</source>
        <translation>ничто их не задерживает</translation>
    </message>
    <message>
        <source>number: rank</source>
        <translation>число: место в очередности</translation>
    </message>
    <message>
        <source>number: score out of 10; bold: all answered</source>
        <translation>число: балл из 10; жирное: все ответы есть</translation>
    </message>
    <message>
        <source>objective of the rows below</source>
        <translation>цель для строк под ними</translation>
    </message>
    <message>
        <source>open</source>
        <translation>развернуто</translation>
    </message>
    <message>
        <source>original</source>
        <translation>исходный</translation>
    </message>
    <message>
        <source>outside the plan</source>
        <translation>вне срока</translation>
    </message>
    <message numerus="yes">
        <source>over {n} quarters late</source>
        <translation>
            <numerusform>просрочка более {n} кв.</numerusform>
            <numerusform>просрочка более {n} кв.</numerusform>
            <numerusform>просрочка более {n} кв.</numerusform>
        </translation>
    </message>
    <message>
        <source>overdue since {day}</source>
        <translation>просрочен с {day}</translation>
    </message>
    <message>
        <source>own</source>
        <translation>собственный</translation>
    </message>
    <message>
        <source>paper of 2013</source>
        <translation>документ 2013 года</translation>
    </message>
    <message>
        <source>partners</source>
        <translation>партнеры</translation>
    </message>
    <message>
        <source>partners {amount}</source>
        <translation>партнеры {amount}</translation>
    </message>
    <message>
        <source>press to see all filters</source>
        <translation>нажмите, чтобы увидеть все фильтры</translation>
    </message>
    <message>
        <source>projector presentation full screen bigger</source>
        <translation>проектор презентация полный экран крупно</translation>
    </message>
    <message>
        <source>rank {rank}</source>
        <translation>место {rank}</translation>
    </message>
    <message>
        <source>rank {rank}, score {score}</source>
        <translation>место {rank}, баллов {score}</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>запись удалена</translation>
    </message>
    <message>
        <source>removed: {name}</source>
        <translation>удалено: {name}</translation>
    </message>
    <message>
        <source>replaces</source>
        <translation>заменит данные</translation>
    </message>
    <message>
        <source>report due</source>
        <translation>доклад</translation>
    </message>
    <message>
        <source>review was due</source>
        <translation>срок пересмотра истек</translation>
    </message>
    <message>
        <source>reworded</source>
        <translation>изменен</translation>
    </message>
    <message>
        <source>reworded in another language: {language}</source>
        <translation>переформулирован на другом языке: {language}</translation>
    </message>
    <message>
        <source>row {row} of the table</source>
        <translation>строка {row} таблицы</translation>
    </message>
    <message>
        <source>save as backup duplicate</source>
        <translation>сохранить как резервная дубликат</translation>
    </message>
    <message>
        <source>saved last: {whose}</source>
        <translation>сохранено: {whose}</translation>
    </message>
    <message>
        <source>score {score} of 10</source>
        <translation>балл {score} из 10</translation>
    </message>
    <message>
        <source>sector not in use</source>
        <translation>отрасль не используется</translation>
    </message>
    <message>
        <source>sector not used</source>
        <translation>отрасли нет в плане</translation>
    </message>
    <message>
        <source>settings options language colours theme dark text size font</source>
        <translation>параметры язык цвета тема темная размер текста шрифт</translation>
    </message>
    <message>
        <source>should have ended</source>
        <translation>должно было завершиться</translation>
    </message>
    <message>
        <source>shown by evidence</source>
        <translation>подтверждено</translation>
    </message>
    <message>
        <source>shown in {language}</source>
        <translation>язык: {language}</translation>
    </message>
    <message>
        <source>signed: {n}</source>
        <translation>подписано: {n}</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>с {date}</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>будет пропущена</translation>
    </message>
    <message>
        <source>start page exit</source>
        <translation>начальная страница выход</translation>
    </message>
    <message>
        <source>state</source>
        <translation>государство</translation>
    </message>
    <message>
        <source>state {amount}</source>
        <translation>государство {amount}</translation>
    </message>
    <message>
        <source>stays as in the plan</source>
        <translation>останется как в плане</translation>
    </message>
    <message>
        <source>step {number}</source>
        <translation>шаг {number}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>шаг {step}</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>итог</translation>
    </message>
    <message>
        <source>surplus</source>
        <translation>излишек</translation>
    </message>
    <message>
        <source>surplus of {amount} elsewhere not counted</source>
        <translation>излишек {amount} у других мероприятий не учтен</translation>
    </message>
    <message>
        <source>surplus of {amount} not counted</source>
        <translation>излишек {amount} не учтен</translation>
    </message>
    <message>
        <source>surplus {amount}</source>
        <translation>излишек {amount}</translation>
    </message>
    <message>
        <source>target {value}</source>
        <translation>цель {value}</translation>
    </message>
    <message>
        <source>terms definitions meaning words help</source>
        <translation>термины определения значение слова справка глоссарий</translation>
    </message>
    <message>
        <source>the plan's value stays</source>
        <translation>остается значение плана</translation>
    </message>
    <message>
        <source>the rest is shown in: {languages}</source>
        <translation>остальное показывается на других языках: {languages}</translation>
    </message>
    <message>
        <source>the row is gone, the record is kept: {name}</source>
        <translation>строки нет, запись сохранена: {name}</translation>
    </message>
    <message>
        <source>the same as “{name}”</source>
        <translation>то же, что «{name}»</translation>
    </message>
    <message>
        <source>the workbook's value is taken</source>
        <translation>берется значение из книги Excel</translation>
    </message>
    <message>
        <source>then by</source>
        <translation>затем по</translation>
    </message>
    <message>
        <source>title</source>
        <translation>заголовок</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>towards 1</source>
        <translation>приближение к 1</translation>
    </message>
    <message>
        <source>under 1 quarter late</source>
        <translation>просрочка менее 1 кв.</translation>
    </message>
    <message>
        <source>until {quarter}</source>
        <translation>до {quarter}</translation>
    </message>
    <message>
        <source>until {quarter}, no start yet</source>
        <translation>до {quarter}, начала пока нет</translation>
    </message>
    <message>
        <source>up to {bound}</source>
        <translation>до {bound}</translation>
    </message>
    <message>
        <source>up: more is better</source>
        <translation>рост: чем больше, тем лучше</translation>
    </message>
    <message>
        <source>user name person institution sign</source>
        <translation>пользователь имя человек учреждение подпись</translation>
    </message>
    <message>
        <source>version licence help folders log</source>
        <translation>версия лицензия справка помощь папки журнал</translation>
    </message>
    <message>
        <source>vocabulary classification SDG targets treaties countries currencies edition source</source>
        <translation>словарь классификатор задачи ЦУР договоры страны валюты редакция источник</translation>
    </message>
    <message>
        <source>when exported</source>
        <translation>при выгрузке</translation>
    </message>
    <message>
        <source>without a unit</source>
        <translation>без единицы</translation>
    </message>
    <message>
        <source>year</source>
        <translation>год</translation>
    </message>
    <message>
        <source>{age} and over</source>
        <translation>{age} лет и старше</translation>
    </message>
    <message>
        <source>{amount} secured beyond costs not counted</source>
        <translation>обеспеченные сверх стоимости {amount} не учтены</translation>
    </message>
    <message>
        <source>{amount} secured without a cost not counted</source>
        <translation>обеспеченные {amount} без оценки стоимости не учтены</translation>
    </message>
    <message>
        <source>{answered} of {of}</source>
        <translation>{answered} из {of}</translation>
    </message>
    <message>
        <source>{answered} of {of} answered</source>
        <translation>ответов: {answered} из {of}</translation>
    </message>
    <message>
        <source>{answered} of {of} essential answered</source>
        <translation>ответов на основные: {answered} из {of}</translation>
    </message>
    <message>
        <source>{change} (not taken)</source>
        <translation>{change} (не принимается)</translation>
    </message>
    <message>
        <source>{code} is asked again, with the answer it had.</source>
        <translation>Пункт {code} снова задается, с прежним ответом.</translation>
    </message>
    <message>
        <source>{code} is left out. Its answer is kept. Say why, for those who read the plan.</source>
        <translation>Пункт {code} исключен. Ответ на него сохранен. Укажите причину для тех, кто читает план.</translation>
    </message>
    <message>
        <source>{code} was deleted. An answer to it is kept in the plan and counts no longer.</source>
        <translation>Пункт {code} удален. Ответ на него остается в плане, но не учитывается.</translation>
    </message>
    <message>
        <source>{code} · step {number}, {title}</source>
        <translation>{code} · шаг {number}, {title}</translation>
    </message>
    <message>
        <source>{code}: {group}</source>
        <translation>{code}: {group}</translation>
    </message>
    <message>
        <source>{column}: {amount}</source>
        <translation>{column}: {amount}</translation>
    </message>
    <message>
        <source>{count} men</source>
        <translation>мужчин: {count}</translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation>{count} из {all}</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>людей: {count}</translation>
    </message>
    <message>
        <source>{count} women</source>
        <translation>женщин: {count}</translation>
    </message>
    <message numerus="yes">
        <source>{field}: set in {n} rows.</source>
        <translation>
            <numerusform>{field}: задано в {n} строке.</numerusform>
            <numerusform>{field}: задано в {n} строках.</numerusform>
            <numerusform>{field}: задано в {n} строках.</numerusform>
        </translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}: {old} → {new}</translation>
    </message>
    <message>
        <source>{folder} (not there yet)</source>
        <translation>{folder} (пока не создана)</translation>
    </message>
    <message>
        <source>{indicator} over the years</source>
        <translation>{indicator} по годам</translation>
    </message>
    <message numerus="yes">
        <source>{institution}: {answered} of {n} items answered</source>
        <translation>
            <numerusform>{institution}: ответы на {answered} из {n} пункта</numerusform>
            <numerusform>{institution}: ответы на {answered} из {n} пунктов</numerusform>
            <numerusform>{institution}: ответы на {answered} из {n} пунктов</numerusform>
        </translation>
    </message>
    <message>
        <source>{kind} “{name}”</source>
        <translation>{kind} «{name}»</translation>
    </message>
    <message>
        <source>{kind}, {step}</source>
        <translation>{kind}, {step}</translation>
    </message>
    <message>
        <source>{language} ({percent} %)</source>
        <translation>{language} ({percent} %)</translation>
    </message>
    <message>
        <source>{language}: {percent} % of the texts</source>
        <translation>{language}: {percent} % текстов</translation>
    </message>
    <message>
        <source>{late} late, {due} ahead</source>
        <translation>просрочено {late}, впереди {due}</translation>
    </message>
    <message>
        <source>{lines}; scroll down for more</source>
        <translation>{lines}; прокрутите вниз, чтобы увидеть больше</translation>
    </message>
    <message>
        <source>{made} is a copy of {code}. Change it as you need.</source>
        <translation>{made} – копия пункта {code}. Измените ее, как вам нужно.</translation>
    </message>
    <message>
        <source>{name} (removed)</source>
        <translation>{name} (удалено)</translation>
    </message>
    <message>
        <source>{name} has no agreement in force.</source>
        <translation>Нет действующего соглашения: {name}.</translation>
    </message>
    <message>
        <source>{name}: take off</source>
        <translation>{name}: убрать</translation>
    </message>
    <message>
        <source>{name}: {share}</source>
        <translation>{name}: {share}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message numerus="yes">
        <source>{n} &amp;titles between the rows:</source>
        <translation>
            <numerusform>{n} &amp;заголовок между строками:</numerusform>
            <numerusform>{n} &amp;заголовка между строками:</numerusform>
            <numerusform>{n} &amp;заголовков между строками:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} Yes answers without evidence</source>
        <translation>
            <numerusform>{n} ответ «Да» без подтверждения</numerusform>
            <numerusform>{n} ответа «Да» без подтверждения</numerusform>
            <numerusform>{n} ответов «Да» без подтверждения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actions</source>
        <translation>
            <numerusform>{n} мероприятие</numerusform>
            <numerusform>{n} мероприятия</numerusform>
            <numerusform>{n} мероприятий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} agreements</source>
        <translation>
            <numerusform>{n} соглашение</numerusform>
            <numerusform>{n} соглашения</numerusform>
            <numerusform>{n} соглашений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} already in the plan</source>
        <translation>
            <numerusform>{n} уже в плане</numerusform>
            <numerusform>{n} уже в плане</numerusform>
            <numerusform>{n} уже в плане</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} amounts are not in {currency}, the currency of the plan. They are not converted; their text goes into “{field}”.</source>
        <translation>
            <numerusform>{n} сумма указана не в валюте плана ({currency}). Она не пересчитывается, ее текст попадет в поле «{field}».</numerusform>
            <numerusform>{n} суммы указаны не в валюте плана ({currency}). Они не пересчитываются, их текст попадет в поле «{field}».</numerusform>
            <numerusform>{n} сумм указано не в валюте плана ({currency}). Они не пересчитываются, их текст попадет в поле «{field}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} answers stay with their items.</source>
        <translation>
            <numerusform>{n} ответ остается при своем пункте.</numerusform>
            <numerusform>{n} ответа остаются при своих пунктах.</numerusform>
            <numerusform>{n} ответов остаются при своих пунктах.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} before the plan begins</source>
        <translation>
            <numerusform>{n} раньше начала плана</numerusform>
            <numerusform>{n} раньше начала плана</numerusform>
            <numerusform>{n} раньше начала плана</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} blank fields could be filled</source>
        <translation>
            <numerusform>можно заполнить {n} пустое поле</numerusform>
            <numerusform>можно заполнить {n} пустых поля</numerusform>
            <numerusform>можно заполнить {n} пустых полей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} bodies</source>
        <translation>
            <numerusform>{n} орган</numerusform>
            <numerusform>{n} органа</numerusform>
            <numerusform>{n} органов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes</source>
        <translation>
            <numerusform>{n} байт</numerusform>
            <numerusform>{n} байта</numerusform>
            <numerusform>{n} байт</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cancelled not counted</source>
        <translation>
            <numerusform>{n} отмененное не учтено</numerusform>
            <numerusform>{n} отмененных не учтено</numerusform>
            <numerusform>{n} отмененных не учтено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cancelled, not counted</source>
        <translation>
            <numerusform>{n} отменено, не учтено</numerusform>
            <numerusform>{n} отменены, не учтены</numerusform>
            <numerusform>{n} отменено, не учтено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cannot be read</source>
        <translation>
            <numerusform>{n} нельзя прочитать</numerusform>
            <numerusform>{n} нельзя прочитать</numerusform>
            <numerusform>{n} нельзя прочитать</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells cannot be read</source>
        <translation>
            <numerusform>{n} ячейка не прочитана</numerusform>
            <numerusform>{n} ячейки не прочитаны</numerusform>
            <numerusform>{n} ячеек не прочитано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells cannot be read. Correct them in the table, change what their columns go into, or leave them blank.</source>
        <translation>
            <numerusform>{n} ячейку не удалось прочитать. Исправьте ее в таблице, выберите для столбца другое поле или оставьте ячейку пустой.</numerusform>
            <numerusform>{n} ячейки не удалось прочитать. Исправьте их в таблице, выберите для столбцов другие поля или оставьте ячейки пустыми.</numerusform>
            <numerusform>{n} ячеек не удалось прочитать. Исправьте их в таблице, выберите для столбцов другие поля или оставьте ячейки пустыми.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells cannot be taken</source>
        <translation>
            <numerusform>{n} ячейку нельзя импортировать</numerusform>
            <numerusform>{n} ячейки нельзя импортировать</numerusform>
            <numerusform>{n} ячеек нельзя импортировать</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells name a time before the plan, which begins in {year}.</source>
        <translation>
            <numerusform>В {n} ячейке указан срок раньше начала плана ({year} г.).</numerusform>
            <numerusform>В {n} ячейках указан срок раньше начала плана ({year} г.).</numerusform>
            <numerusform>В {n} ячейках указан срок раньше начала плана ({year} г.).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changed cells</source>
        <translation>
            <numerusform>{n} измененная ячейка</numerusform>
            <numerusform>{n} измененные ячейки</numerusform>
            <numerusform>{n} измененных ячеек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes</source>
        <translation>
            <numerusform>{n} изменение</numerusform>
            <numerusform>{n} изменения</numerusform>
            <numerusform>{n} изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes of “{file}” are in the plan now.</source>
        <translation>
            <numerusform>{n} изменение из «{file}» теперь в плане.</numerusform>
            <numerusform>{n} изменения из «{file}» теперь в плане.</numerusform>
            <numerusform>{n} изменений из «{file}» теперь в плане.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes were imported.</source>
        <translation>
            <numerusform>Импортировано {n} изменение.</numerusform>
            <numerusform>Импортировано {n} изменения.</numerusform>
            <numerusform>Импортировано {n} изменений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes would be imported.</source>
        <translation>
            <numerusform>Было бы импортировано {n} изменение.</numerusform>
            <numerusform>Было бы импортировано {n} изменения.</numerusform>
            <numerusform>Было бы импортировано {n} изменений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} chosen</source>
        <translation>
            <numerusform>выбрано: {n}</numerusform>
            <numerusform>выбрано: {n}</numerusform>
            <numerusform>выбрано: {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} claimed</source>
        <translation>
            <numerusform>без подтверждения: {n}</numerusform>
            <numerusform>без подтверждения: {n}</numerusform>
            <numerusform>без подтверждения: {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} codes</source>
        <translation>
            <numerusform>{n} код</numerusform>
            <numerusform>{n} кода</numerusform>
            <numerusform>{n} кодов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} columns known</source>
        <translation>
            <numerusform>распознан {n} столбец</numerusform>
            <numerusform>распознаны {n} столбца</numerusform>
            <numerusform>распознано {n} столбцов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} compulsory entries blank</source>
        <translation>
            <numerusform>обязательных не заполнено: {n}</numerusform>
            <numerusform>обязательных не заполнено: {n}</numerusform>
            <numerusform>обязательных не заполнено: {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} conflicts</source>
        <translation>
            <numerusform>{n} расхождение</numerusform>
            <numerusform>{n} расхождения</numerusform>
            <numerusform>{n} расхождений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} conflicts stay open.</source>
        <translation>
            <numerusform>{n} расхождение остается нерешенным.</numerusform>
            <numerusform>{n} расхождения остаются нерешенными.</numerusform>
            <numerusform>{n} расхождений остаются нерешенными.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} conflicts stay open: the plan and the workbook say different things.</source>
        <translation>
            <numerusform>{n} расхождение остается нерешенным: в плане и в книге Excel разное.</numerusform>
            <numerusform>{n} расхождения остаются нерешенными: в плане и в книге Excel разное.</numerusform>
            <numerusform>{n} расхождений остаются нерешенными: в плане и в книге Excel разное.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} consultations</source>
        <translation>
            <numerusform>{n} консультация</numerusform>
            <numerusform>{n} консультации</numerusform>
            <numerusform>{n} консультаций</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} corridors</source>
        <translation>
            <numerusform>{n} коридор</numerusform>
            <numerusform>{n} коридора</numerusform>
            <numerusform>{n} коридоров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} documents</source>
        <translation>
            <numerusform>{n} документ</numerusform>
            <numerusform>{n} документа</numerusform>
            <numerusform>{n} документов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} essential items open</source>
        <translation>
            <numerusform>{n} основной пункт без ответа</numerusform>
            <numerusform>{n} основных пункта без ответа</numerusform>
            <numerusform>{n} основных пунктов без ответа</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} essential open</source>
        <translation>
            <numerusform>остался {n} основной</numerusform>
            <numerusform>осталось {n} основных</numerusform>
            <numerusform>осталось {n} основных</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} figures chosen:</source>
        <translation>
            <numerusform>Выбрано чисел: {n}</numerusform>
            <numerusform>Выбрано чисел: {n}</numerusform>
            <numerusform>Выбрано чисел: {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} figures differ</source>
        <translation>
            <numerusform>Различается {n} число</numerusform>
            <numerusform>Различаются {n} числа</numerusform>
            <numerusform>Различаются {n} чисел</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} figures of “{title}” were changed.</source>
        <translation>
            <numerusform>Изменено {n} число в таблице «{title}».</numerusform>
            <numerusform>Изменены {n} числа в таблице «{title}».</numerusform>
            <numerusform>Изменено {n} чисел в таблице «{title}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} figures of “{title}” will change.</source>
        <translation>
            <numerusform>Изменится {n} число в таблице «{title}».</numerusform>
            <numerusform>Изменятся {n} числа в таблице «{title}».</numerusform>
            <numerusform>Изменится {n} чисел в таблице «{title}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files are kept in the plan.</source>
        <translation>
            <numerusform>{n} файл сохранен в плане.</numerusform>
            <numerusform>{n} файла сохранены в плане.</numerusform>
            <numerusform>{n} файлов сохранены в плане.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} filters set</source>
        <translation>
            <numerusform>задан {n} фильтр</numerusform>
            <numerusform>задано {n} фильтра</numerusform>
            <numerusform>задано {n} фильтров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings</source>
        <translation>
            <numerusform>{n} замечание</numerusform>
            <numerusform>{n} замечания</numerusform>
            <numerusform>{n} замечаний</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings before adoption</source>
        <translation>
            <numerusform>{n} замечание до утверждения</numerusform>
            <numerusform>{n} замечания до утверждения</numerusform>
            <numerusform>{n} замечаний до утверждения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} in another currency</source>
        <translation>
            <numerusform>{n} в другой валюте</numerusform>
            <numerusform>{n} в другой валюте</numerusform>
            <numerusform>{n} в другой валюте</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} indicators</source>
        <translation>
            <numerusform>{n} показатель</numerusform>
            <numerusform>{n} показателя</numerusform>
            <numerusform>{n} показателей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} institutions</source>
        <translation>
            <numerusform>{n} учреждение</numerusform>
            <numerusform>{n} учреждения</numerusform>
            <numerusform>{n} учреждений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} items</source>
        <translation>
            <numerusform>{n} пункт</numerusform>
            <numerusform>{n} пункта</numerusform>
            <numerusform>{n} пунктов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} items are in “{name}”.</source>
        <translation>
            <numerusform>{n} пункт записан в «{name}».</numerusform>
            <numerusform>{n} пункта записаны в «{name}».</numerusform>
            <numerusform>{n} пунктов записаны в «{name}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} items of the plan are not in the pack; they stay.</source>
        <translation>
            <numerusform>{n} пункта плана нет в пакете; он остается.</numerusform>
            <numerusform>{n} пунктов плана нет в пакете; они остаются.</numerusform>
            <numerusform>{n} пунктов плана нет в пакете; они остаются.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} items with evidence</source>
        <translation>
            <numerusform>{n} пункт с подтверждениями</numerusform>
            <numerusform>{n} пункта с подтверждениями</numerusform>
            <numerusform>{n} пунктов с подтверждениями</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left</source>
        <translation>
            <numerusform>осталось {n}</numerusform>
            <numerusform>осталось {n}</numerusform>
            <numerusform>осталось {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines</source>
        <translation>
            <numerusform>{n} строка</numerusform>
            <numerusform>{n} строки</numerusform>
            <numerusform>{n} строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines copied</source>
        <translation>
            <numerusform>скопирована {n} строка</numerusform>
            <numerusform>скопировано {n} строки</numerusform>
            <numerusform>скопировано {n} строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} missing rows</source>
        <translation>
            <numerusform>{n} пропавшая строка</numerusform>
            <numerusform>{n} пропавшие строки</numerusform>
            <numerusform>{n} пропавших строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more</source>
        <translation>
            <numerusform>еще {n}</numerusform>
            <numerusform>еще {n}</numerusform>
            <numerusform>еще {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more kinds</source>
        <translation>
            <numerusform>еще {n} вид</numerusform>
            <numerusform>еще {n} вида</numerusform>
            <numerusform>еще {n} видов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more lines are not shown here.</source>
        <translation>
            <numerusform>Еще {n} строка здесь не показана.</numerusform>
            <numerusform>Еще {n} строки здесь не показаны.</numerusform>
            <numerusform>Еще {n} строк здесь не показано.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more values: search to see them.</source>
        <translation>
            <numerusform>Еще {n} значение: найдите его поиском.</numerusform>
            <numerusform>Еще {n} значения: найдите их поиском.</numerusform>
            <numerusform>Еще {n} значений: найдите их поиском.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} names are not in the plan</source>
        <translation>
            <numerusform>{n} названия нет в плане</numerusform>
            <numerusform>{n} названий нет в плане</numerusform>
            <numerusform>{n} названий нет в плане</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} names hold this. Arrows move, Enter takes the highlighted one.</source>
        <translation>
            <numerusform>Совпадает {n} название. Стрелки перемещают, Enter выбирает выделенное.</numerusform>
            <numerusform>Совпадают {n} названия. Стрелки перемещают, Enter выбирает выделенное.</numerusform>
            <numerusform>Совпадают {n} названий. Стрелки перемещают, Enter выбирает выделенное.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new items.</source>
        <translation>
            <numerusform>{n} новый пункт.</numerusform>
            <numerusform>{n} новых пункта.</numerusform>
            <numerusform>{n} новых пунктов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new records</source>
        <translation>
            <numerusform>{n} новая запись</numerusform>
            <numerusform>{n} новые записи</numerusform>
            <numerusform>{n} новых записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new rows</source>
        <translation>
            <numerusform>{n} новая строка</numerusform>
            <numerusform>{n} новые строки</numerusform>
            <numerusform>{n} новых строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new suggested actions.</source>
        <translation>
            <numerusform>{n} новое предлагаемое мероприятие.</numerusform>
            <numerusform>{n} новых предлагаемых мероприятия.</numerusform>
            <numerusform>{n} новых предлагаемых мероприятий.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not ready</source>
        <translation>
            <numerusform>{n} с замечаниями</numerusform>
            <numerusform>{n} с замечаниями</numerusform>
            <numerusform>{n} с замечаниями</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} objectives</source>
        <translation>
            <numerusform>{n} цель</numerusform>
            <numerusform>{n} цели</numerusform>
            <numerusform>{n} целей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} observations</source>
        <translation>
            <numerusform>{n} наблюдение</numerusform>
            <numerusform>{n} наблюдения</numerusform>
            <numerusform>{n} наблюдений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of them new</source>
        <translation>
            <numerusform>из них новых: {n}</numerusform>
            <numerusform>из них новых: {n}</numerusform>
            <numerusform>из них новых: {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} of {of}</source>
        <translation>{n} из {of}</translation>
    </message>
    <message>
        <source>{n} of {of} open</source>
        <translation>не решено {n} из {of}</translation>
    </message>
    <message>
        <source>{n} of {of} ratified</source>
        <translation>ратифицировано: {n} из {of}</translation>
    </message>
    <message numerus="yes">
        <source>{n} open items have no responsible institution</source>
        <translation>
            <numerusform>У {n} открытого пункта нет ответственного ведомства</numerusform>
            <numerusform>У {n} открытых пунктов нет ответственного ведомства</numerusform>
            <numerusform>У {n} открытых пунктов нет ответственного ведомства</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} own wordings are taken back.</source>
        <translation>
            <numerusform>{n} собственная формулировка убрана.</numerusform>
            <numerusform>{n} собственные формулировки убраны.</numerusform>
            <numerusform>{n} собственных формулировок убраны.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} partners have no agreement in force, the largest: {name}.</source>
        <translation>
            <numerusform>{n} партнер не имеет действующего соглашения, крупнейший: {name}.</numerusform>
            <numerusform>{n} партнера не имеют действующего соглашения, крупнейший: {name}.</numerusform>
            <numerusform>{n} партнеров не имеют действующего соглашения, крупнейший: {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pieces of evidence</source>
        <translation>
            <numerusform>{n} подтверждение</numerusform>
            <numerusform>{n} подтверждения</numerusform>
            <numerusform>{n} подтверждений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} places cannot be taken</source>
        <translation>
            <numerusform>{n} место нельзя импортировать</numerusform>
            <numerusform>{n} места нельзя импортировать</numerusform>
            <numerusform>{n} мест нельзя импортировать</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} population tables</source>
        <translation>
            <numerusform>{n} таблица населения</numerusform>
            <numerusform>{n} таблицы населения</numerusform>
            <numerusform>{n} таблиц населения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} quarters</source>
        <translation>
            <numerusform>{n} квартал</numerusform>
            <numerusform>{n} квартала</numerusform>
            <numerusform>{n} кварталов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} records begin or end before the plan does, in {year} (rows {rows}).</source>
        <translation>
            <numerusform>{n} запись начинается или заканчивается до начала плана, до {year} г. (строка {rows}).</numerusform>
            <numerusform>{n} записи начинаются или заканчиваются до начала плана, до {year} г. (строки {rows}).</numerusform>
            <numerusform>{n} записей начинаются или заканчиваются до начала плана, до {year} г. (строки {rows}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} records get their blanks filled</source>
        <translation>
            <numerusform>В {n} записи заполнятся пустые поля</numerusform>
            <numerusform>В {n} записях заполнятся пустые поля</numerusform>
            <numerusform>В {n} записях заполнятся пустые поля</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} records got their blanks filled</source>
        <translation>
            <numerusform>В {n} записи заполнены пустые поля</numerusform>
            <numerusform>В {n} записях заполнены пустые поля</numerusform>
            <numerusform>В {n} записях заполнены пустые поля</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} records have amounts not in {currency}; they are not converted and stay text (rows {rows}).</source>
        <translation>
            <numerusform>В {n} записи сумма не в {currency}: она не пересчитана и останется текстом (строка {rows}).</numerusform>
            <numerusform>В {n} записях суммы не в {currency}: они не пересчитаны и останутся текстом (строки {rows}).</numerusform>
            <numerusform>В {n} записях суммы не в {currency}: они не пересчитаны и останутся текстом (строки {rows}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} records still name it: {where}.</source>
        <translation>
            <numerusform>На нее все еще ссылается {n} запись: {where}.</numerusform>
            <numerusform>На нее все еще ссылаются {n} записи: {where}.</numerusform>
            <numerusform>На нее все еще ссылаются {n} записей: {where}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} records still name them: {where}.</source>
        <translation>
            <numerusform>На них все еще ссылается {n} запись: {where}.</numerusform>
            <numerusform>На них все еще ссылаются {n} записи: {where}.</numerusform>
            <numerusform>На них все еще ссылаются {n} записей: {where}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} reports overdue</source>
        <translation>
            <numerusform>{n} доклад просрочен</numerusform>
            <numerusform>{n} доклада просрочено</numerusform>
            <numerusform>{n} докладов просрочено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows</source>
        <translation>
            <numerusform>{n} строка</numerusform>
            <numerusform>{n} строки</numerusform>
            <numerusform>{n} строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows added.</source>
        <translation>
            <numerusform>Добавлена {n} строка.</numerusform>
            <numerusform>Добавлены {n} строки.</numerusform>
            <numerusform>Добавлено {n} строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows are skipped</source>
        <translation>
            <numerusform>{n} строка будет пропущена</numerusform>
            <numerusform>{n} строки будут пропущены</numerusform>
            <numerusform>{n} строк будет пропущено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows are there already</source>
        <translation>
            <numerusform>{n} строка уже есть</numerusform>
            <numerusform>{n} строки уже есть</numerusform>
            <numerusform>{n} строк уже есть</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows are titles, sums or lines of numbers.</source>
        <translation>
            <numerusform>{n} строка – заголовок, итог или номера столбцов.</numerusform>
            <numerusform>{n} строки – заголовки, итоги или номера столбцов.</numerusform>
            <numerusform>{n} строк – заголовки, итоги или номера столбцов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows below the headings.</source>
        <translation>
            <numerusform>{n} строка под заголовками.</numerusform>
            <numerusform>{n} строки под заголовками.</numerusform>
            <numerusform>{n} строк под заголовками.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows changed.</source>
        <translation>
            <numerusform>Изменена {n} строка.</numerusform>
            <numerusform>Изменены {n} строки.</numerusform>
            <numerusform>Изменено {n} строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows chosen:</source>
        <translation>
            <numerusform>Выбрано строк: {n}</numerusform>
            <numerusform>Выбрано строк: {n}</numerusform>
            <numerusform>Выбрано строк: {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows copied: paste them in Excel.</source>
        <translation>
            <numerusform>Скопирована {n} строка: вставьте ее в Excel.</numerusform>
            <numerusform>Скопировано {n} строки: вставьте их в Excel.</numerusform>
            <numerusform>Скопировано {n} строк: вставьте их в Excel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows deleted.</source>
        <translation>
            <numerusform>Удалена {n} строка.</numerusform>
            <numerusform>Удалены {n} строки.</numerusform>
            <numerusform>Удалено {n} строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows duplicated.</source>
        <translation>
            <numerusform>Дублирована {n} строка.</numerusform>
            <numerusform>Дублировано {n} строки.</numerusform>
            <numerusform>Дублировано {n} строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of headings</source>
        <translation>
            <numerusform>{n} строка заголовков</numerusform>
            <numerusform>{n} строки заголовков</numerusform>
            <numerusform>{n} строк заголовков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows selected</source>
        <translation>
            <numerusform>Выбрана {n} строка</numerusform>
            <numerusform>Выбраны {n} строки</numerusform>
            <numerusform>Выбрано {n} строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} seats</source>
        <translation>
            <numerusform>{n} место</numerusform>
            <numerusform>{n} места</numerusform>
            <numerusform>{n} мест</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} sector issues</source>
        <translation>
            <numerusform>{n} отраслевая проблема</numerusform>
            <numerusform>{n} отраслевые проблемы</numerusform>
            <numerusform>{n} отраслевых проблем</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} settings are changed.</source>
        <translation>
            <numerusform>{n} настройка изменена.</numerusform>
            <numerusform>{n} настройки изменены.</numerusform>
            <numerusform>{n} настроек изменены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} settled since the plan was opened</source>
        <translation>
            <numerusform>{n} устранено с открытия плана</numerusform>
            <numerusform>{n} устранено с открытия плана</numerusform>
            <numerusform>{n} устранено с открытия плана</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} sheets. Choose the one with the table.</source>
        <translation>
            <numerusform>{n} лист. Нажмите «Далее» и проверьте, где его заголовки.</numerusform>
            <numerusform>{n} листа. Выберите тот, на котором находится таблица.</numerusform>
            <numerusform>{n} листов. Выберите тот, на котором находится таблица.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} sheets: {names} …</source>
        <translation>
            <numerusform>{n} лист: {names} …</numerusform>
            <numerusform>{n} листа: {names} …</numerusform>
            <numerusform>{n} листов: {names} …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} sheets: {names}.</source>
        <translation>
            <numerusform>{n} лист: {names}.</numerusform>
            <numerusform>{n} листа: {names}.</numerusform>
            <numerusform>{n} листов: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} sources</source>
        <translation>
            <numerusform>{n} источник</numerusform>
            <numerusform>{n} источника</numerusform>
            <numerusform>{n} источников</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} stay as in the plan.</source>
        <translation>
            <numerusform>{n} остается как в плане.</numerusform>
            <numerusform>{n} остаются как в плане.</numerusform>
            <numerusform>{n} остаются как в плане.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} support no item</source>
        <translation>
            <numerusform>{n} не подтверждает ни одного пункта</numerusform>
            <numerusform>{n} не подтверждают ни одного пункта</numerusform>
            <numerusform>{n} не подтверждают ни одного пункта</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} terms</source>
        <translation>
            <numerusform>{n} термин</numerusform>
            <numerusform>{n} термина</numerusform>
            <numerusform>{n} терминов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} texts are translated.</source>
        <translation>
            <numerusform>{n} текст переведен.</numerusform>
            <numerusform>{n} текста переведены.</numerusform>
            <numerusform>{n} текстов переведены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} texts are worded anew.</source>
        <translation>
            <numerusform>{n} текст сформулирован заново.</numerusform>
            <numerusform>{n} текста сформулированы заново.</numerusform>
            <numerusform>{n} текстов сформулированы заново.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} texts were too long for a cell and are cut with a mark.</source>
        <translation>
            <numerusform>{n} текст не поместился в ячейку и обрезан с пометкой.</numerusform>
            <numerusform>{n} текста не поместились в ячейки и обрезаны с пометкой.</numerusform>
            <numerusform>{n} текстов не поместилось в ячейки; они обрезаны с пометкой.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} to settle before adoption</source>
        <translation>
            <numerusform>{n} замечание надо устранить до утверждения</numerusform>
            <numerusform>{n} замечания надо устранить до утверждения</numerusform>
            <numerusform>{n} замечаний надо устранить до утверждения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} treaties are not entered yet.</source>
        <translation>
            <numerusform>{n} договор еще не внесен.</numerusform>
            <numerusform>{n} договора еще не внесены.</numerusform>
            <numerusform>{n} договоров еще не внесены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} values</source>
        <translation>
            <numerusform>{n} значение</numerusform>
            <numerusform>{n} значения</numerusform>
            <numerusform>{n} значений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} values without a year or a number are not drawn.</source>
        <translation>
            <numerusform>{n} значение без года или числа не показано.</numerusform>
            <numerusform>{n} значения без года или числа не показаны.</numerusform>
            <numerusform>{n} значений без года или числа не показаны.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} warnings</source>
        <translation>
            <numerusform>{n} предупреждение</numerusform>
            <numerusform>{n} предупреждения</numerusform>
            <numerusform>{n} предупреждений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} warnings.</source>
        <translation>
            <numerusform>{n} предупреждение.</numerusform>
            <numerusform>{n} предупреждения.</numerusform>
            <numerusform>{n} предупреждений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} without a cost</source>
        <translation>
            <numerusform>{n} без суммы</numerusform>
            <numerusform>{n} без суммы</numerusform>
            <numerusform>{n} без суммы</numerusform>
        </translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} из {whole}</translation>
    </message>
    <message>
        <source>{part} of {whole} to settle before adoption</source>
        <translation>Устранить до утверждения: {part} из {whole}</translation>
    </message>
    <message>
        <source>{percent} % of the texts are there</source>
        <translation>Есть {percent} % текстов</translation>
    </message>
    <message>
        <source>{place}: “{text}” was not taken, {why}</source>
        <translation>{place}: «{text}» не импортировано, {why}</translation>
    </message>
    <message>
        <source>{quarters} · lead: {lead}</source>
        <translation>{quarters} · ведущее ведомство: {lead}</translation>
    </message>
    <message>
        <source>{share} % of all</source>
        <translation>{share} % населения</translation>
    </message>
    <message>
        <source>{sheet}, row {row}</source>
        <translation>{sheet}, строка {row}</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of {n} items</source>
        <translation>
            <numerusform>{shown} из {n} пункта</numerusform>
            <numerusform>{shown} из {n} пунктов</numerusform>
            <numerusform>{shown} из {n} пунктов</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {of}</source>
        <translation>{shown} из {of}</translation>
    </message>
    <message>
        <source>{shown} of {of} lines are drawn. Filter the rows to see others.</source>
        <translation>Показано линий: {shown} из {of}. Отберите строки, чтобы увидеть другие.</translation>
    </message>
    <message>
        <source>{shown} of {of} shown</source>
        <translation>показано {shown} из {of}</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} КБ</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} МБ</translation>
    </message>
    <message>
        <source>{term}: what it means</source>
        <translation>{term}: что это значит</translation>
    </message>
    <message>
        <source>{text} Key {figure} in the list.</source>
        <translation>{text} В списке – клавиша {figure}.</translation>
    </message>
    <message>
        <source>{text}. Key {figure} in the list.</source>
        <translation>{text}. В списке – клавиша {figure}.</translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title} (копия)</translation>
    </message>
    <message>
        <source>{year}: baseline {value} of “{name}”</source>
        <translation>{year}: исходное значение {value}, «{name}»</translation>
    </message>
    <message>
        <source>{year}: target {value} of “{name}”</source>
        <translation>{year}: целевое значение {value}, «{name}»</translation>
    </message>
    <message>
        <source>“Mine” shows nothing as long as it is not said which institution is yours.</source>
        <translation>«Мои» ничего не показывают, пока не указано ваше ведомство.</translation>
    </message>
    <message>
        <source>“{file}” is already the file of “{name}”.</source>
        <translation>«{file}» уже файл записи «{name}».</translation>
    </message>
    <message>
        <source>“{file}” is now the file of “{name}”.</source>
        <translation>«{file}» теперь файл записи «{name}».</translation>
    </message>
    <message>
        <source>“{institution}” is not among the institutions of this plan. Add it in step 3, or write its name or acronym in the preferences as it stands there.</source>
        <translation>Учреждения «{institution}» в этом плане нет. Добавьте его на шаге 3 или укажите в настройках его название или сокращение так, как оно записано там.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
    </message>
    <message>
        <source>“{name}” could not be read. Look whether it is open elsewhere or you may read it.</source>
        <translation>Файл «{name}» не удалось прочитать. Проверьте, не открыт ли он где-то еще и разрешено ли вам его читать.</translation>
    </message>
    <message>
        <source>“{name}” could start a program, so it is not opened from here. Save a copy if you trust it.</source>
        <translation>Файл «{name}» может запустить программу, поэтому отсюда он не открывается. Сохраните копию, если доверяете ему.</translation>
    </message>
    <message>
        <source>“{name}” has no file and no link yet.</source>
        <translation>У записи «{name}» пока нет ни файла, ни ссылки.</translation>
    </message>
    <message>
        <source>“{name}” has {size}. Files over {most} are linked, not kept, so that the plan stays quick to copy and to back up: keep the file where it is.</source>
        <translation>Размер файла «{name}» – {size}. На файлы больше {most} план ссылается, но не хранит их, чтобы его было легко копировать: оставьте файл на своем месте.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Drop the files in it instead.</source>
        <translation>«{name}» – папка. Перетащите файлы из нее.</translation>
    </message>
    <message>
        <source>“{name}” is already in the plan as “{title}”; it now supports {item} too.</source>
        <translation>Файл «{name}» уже есть в плане («{title}»); теперь он подтверждает и пункт {item}.</translation>
    </message>
    <message>
        <source>“{name}” is already there as “{title}”.</source>
        <translation>Файл «{name}» уже есть здесь: «{title}».</translation>
    </message>
    <message>
        <source>“{name}” is empty (0 bytes), so it was not added.</source>
        <translation>Файл «{name}» пуст (0 байт), поэтому он не добавлен.</translation>
    </message>
    <message>
        <source>“{name}” is kept in the plan.</source>
        <translation>Файл «{name}» сохранен в плане.</translation>
    </message>
    <message>
        <source>“{name}” is no longer there. Look whether it was moved or its drive is connected.</source>
        <translation>Файла «{name}» больше нет на месте. Проверьте, не перемещен ли он и подключен ли его диск.</translation>
    </message>
    <message>
        <source>“{name}” is not imported yet</source>
        <translation>«{name}» еще не импортирована</translation>
    </message>
    <message>
        <source>“{name}” is not in its folder. It was moved, or its drive is not connected.</source>
        <translation>Файла «{name}» нет в его папке. Он перемещен, или диск не подключен.</translation>
    </message>
    <message>
        <source>“{name}”: what it changes</source>
        <translation>«{name}»: что изменится</translation>
    </message>
    <message>
        <source>“{page}” is already there.</source>
        <translation>«{page}» уже есть здесь.</translation>
    </message>
    <message>
        <source>“{page}” was added as a link.</source>
        <translation>«{page}» добавлено как ссылка.</translation>
    </message>
    <message>
        <source>“{path}” could start a program, so it is not opened from here.</source>
        <translation>Файл «{path}» может запустить программу, поэтому отсюда он не открывается.</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>Таблица «{title}» удалена.</translation>
    </message>
    <message>
        <source>“{title}”, of the same year and area, stays as it is.</source>
        <translation>Таблица «{title}» за тот же год по той же территории останется без изменений.</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Назад</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter go there · Esc back to where you were</source>
        <translation>↑ ↓ – выбрать · Enter – перейти · Esc – назад, где вы были</translation>
    </message>
    <message>
        <source>✓ Everything in the table was understood.</source>
        <translation>✓ Таблица распознана полностью.</translation>
    </message>
    <message>
        <source>✓ Everything in the text was understood.</source>
        <translation>✓ Весь текст прочитан.</translation>
    </message>
    <message>
        <source>✓ No doubtful figures found.</source>
        <translation>✓ Замечаний к таблице нет.</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ сделано</translation>
    </message>
</context>
</TS>
