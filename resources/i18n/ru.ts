<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Mainstreamer</name>
    <message>
        <source>(blank)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(без названия)</translation>
    </message>
    <message>
        <source>(not chosen)</source>
        <translation>(не выбрано)</translation>
    </message>
    <message>
        <source>(removed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(table)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ add evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A finished plan of a fictional country, to look around and try things out.</source>
        <translation>Готовый план вымышленной страны: можно осмотреться и все попробовать.</translation>
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
        <source>Action plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions with a compulsory field or an indicator missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a table</source>
        <translation>Добавить таблицу</translation>
    </message>
    <message>
        <source>Add another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added up</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Age not stated</source>
        <translation>Не указан</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As on this computer</source>
        <translation>Как на этом компьютере</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>Build migration into a development plan, step by step: from the first question to an action plan in Excel.</source>
        <translation>Шаг за шагом включите миграцию в план развития: от первого вопроса до плана действий в Excel.</translation>
    </message>
    <message>
        <source>Calendar: {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks of the table</source>
        <translation>Проверка таблицы</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file ending in .mplan, or drop it onto this window.</source>
        <translation>Выберите файл с расширением .mplan или перетащите его в это окно.</translation>
    </message>
    <message>
        <source>Choose a row to see all of its fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder or file name</source>
        <translation>Выбрать другую папку или другое имя файла</translation>
    </message>
    <message>
        <source>Choose from a calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose from the quarters of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column {number}: {numbers} …</source>
        <translation>Столбец {number}: {numbers} …</translation>
    </message>
    <message>
        <source>Compulsory: readiness asks for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed from your population tables and registers, or observed and entered. Nothing is estimated.</source>
        <translation>Вычислены по вашим таблицам населения и реестрам или введены как наблюдения. Оценок программы здесь нет.</translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Скопировать сведения</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Скопировать отчет</translation>
    </message>
    <message>
        <source>Copy the table in the spreadsheet with its ages and headings, and paste it at the left.</source>
        <translation>Скопируйте таблицу из электронной таблицы вместе с возрастами и заголовками и вставьте ее слева.</translation>
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
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Details: {details}</source>
        <translation>Сведения: {details}</translation>
    </message>
    <message>
        <source>Document, decision, table or minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Копия</translation>
    </message>
    <message>
        <source>Enter a population table and observations in step 5, or actions in the action plan.</source>
        <translation>Введите таблицу населения и наблюдения в шаге 5 или меры в плане действий.</translation>
    </message>
    <message>
        <source>Enter opens the plan that is marked.</source>
        <translation>Enter открывает отмеченный план.</translation>
    </message>
    <message>
        <source>Enter or a click leads to the row.</source>
        <translation>Клавиша Enter или щелчок ведет к строке.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Essential items only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change is kept: who made it, when, what was there before. Nothing is ever lost from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything here can be changed later. The plan is one file, saved from the first moment.</source>
        <translation>Все это можно изменить позже. План – один файл, он сохраняется с первой минуты.</translation>
    </message>
    <message>
        <source>Everything up to the last “saved” is in the file. You can go on; look first whether your last entry is there.</source>
        <translation>Все до последней отметки «сохранено» находится в файле. Можно продолжать; сначала проверьте, на месте ли ваша последняя запись.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence that counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to Excel …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Отбор</translation>
    </message>
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by code, name, year, place or source</source>
        <translation>Отбор по коду, названию, году, месту или источнику</translation>
    </message>
    <message>
        <source>Filter by: {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a country, a province or a city. You only need its name and years.</source>
        <translation>Для страны, провинции или города. Нужны только название и годы.</translation>
    </message>
    <message>
        <source>For printing: cover and action plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the public: without persons and contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GCM {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap: not known without a cost estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap: {sum} = {gap}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the whole way to the file, folder included.</source>
        <translation>Укажите полный путь к файлу вместе с папкой.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Контрастные</translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the plan: {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Показатель</translation>
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
        <translation type="unfinished"></translation>
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
        <source>It is not known which column is women and which is men. Choose above; nothing is guessed.</source>
        <translation>Неизвестно, в каком столбце женщины, а в каком мужчины. Выберите выше; программа не угадывает.</translation>
    </message>
    <message>
        <source>Keep it in the usual folder</source>
        <translation>Хранить в обычной папке</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Язык окна</translation>
    </message>
    <message>
        <source>Last age group</source>
        <translation>Последняя возрастная группа</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Look at the sample plan</source>
        <translation>Посмотреть учебный план</translation>
    </message>
    <message>
        <source>Look for it…</source>
        <translation>Найти его…</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Использованы</translation>
    </message>
    <message>
        <source>Mainstreamer made a mistake</source>
        <translation>В Mainstreamer произошла ошибка</translation>
    </message>
    <message>
        <source>Mainstreamer plans (*.mplan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migration Governance Indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migration in the development plan of {country}</source>
        <translation>Миграция в плане развития: {country}</translation>
    </message>
    <message>
        <source>Name and institution stand in the history of a plan beside your changes. Both may be blank.</source>
        <translation>Имя и ведомство указываются в истории плана рядом с вашими изменениями. Оба поля можно не заполнять.</translation>
    </message>
    <message>
        <source>Needed before the plan is adopted</source>
        <translation>Нужно до утверждения плана</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Новый план</translation>
    </message>
    <message>
        <source>New plan …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step ›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No figures yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not translated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Замечание</translation>
    </message>
    <message>
        <source>Nothing is missing. The plan can be put forward for adoption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was pasted. Correct these cells in your spreadsheet and copy the rows again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was pasted: “{text}” in row {row}, column {column} of the copied cells is not a number.</source>
        <translation>Ничего не вставлено: «{text}» в строке {row}, столбце {column} скопированных ячеек – не число.</translation>
    </message>
    <message>
        <source>Number, article, page</source>
        <translation type="unfinished"></translation>
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
        <source>Only with a value</source>
        <translation>Только со значением</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a plan …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a plan…</source>
        <translation>Открыть план…</translation>
    </message>
    <message>
        <source>Open in the evidence register</source>
        <translation type="unfinished"></translation>
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
        <source>Open the workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a population table</source>
        <translation>Вставка таблицы населения</translation>
    </message>
    <message>
        <source>Paste a table from a spreadsheet</source>
        <translation>Вставить таблицу из электронной таблицы</translation>
    </message>
    <message>
        <source>Paste a table …</source>
        <translation>Вставить таблицу …</translation>
    </message>
    <message>
        <source>Paste here (Ctrl+V)</source>
        <translation>Вставьте сюда (Ctrl+V)</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste rows copied in Excel, with or without their headings (Ctrl+V)</source>
        <translation type="unfinished"></translation>
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
        <source>Plans</source>
        <translation>Планы</translation>
    </message>
    <message>
        <source>Plans (*.mplan)</source>
        <translation>Планы (*.mplan)</translation>
    </message>
    <message>
        <source>Plans that you make or open will be listed here.</source>
        <translation>Здесь появятся планы, которые вы создадите или откроете.</translation>
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
        <source>Preferences</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Preferences …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarters of the plan: {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Все готово.</translation>
    </message>
    <message>
        <source>Recent plans</source>
        <translation>Недавние планы</translation>
    </message>
    <message>
        <source>Recommendation 2, point {points}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {verb} (Ctrl+Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Убрать из списка</translation>
    </message>
    <message>
        <source>Remove indicator: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report of the mistake</source>
        <translation>Отчет об ошибке</translation>
    </message>
    <message>
        <source>Result: {output} · {quarters} · lead: {lead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown: {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps and pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still missing: {fields}.</source>
        <translation>Не хватает: {fields}.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off this item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>The checklist follows the second of six recommendations in the position paper that the International Organization for Migration prepared for the United Nations High-level Dialogue on International Migration and Development in 2013. Mainstreamer is not a product of that organisation.</source>
        <translation>Контрольный перечень следует второй из шести рекомендаций меморандума о позиции, который Международная организация по миграции подготовила к Диалогу на высоком уровне Организации Объединенных Наций по вопросу о международной миграции и развитии 2013 года. Mainstreamer не является продуктом этой организации.</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled. No file was changed.</source>
        <translation type="unfinished"></translation>
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
        <source>The folder {folder} does not exist.</source>
        <translation>Папки {folder} не существует.</translation>
    </message>
    <message>
        <source>The folder {folder} will be made.</source>
        <translation>Папка {folder} будет создана.</translation>
    </message>
    <message>
        <source>The history of the plan keeps this beside each change. You may leave both blank.</source>
        <translation>История плана хранит это рядом с каждым изменением. Оба поля можно не заполнять.</translation>
    </message>
    <message>
        <source>The last year lies before the first year.</source>
        <translation>Последний год раньше первого.</translation>
    </message>
    <message>
        <source>The name that the history keeps with each change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers that are in the table now will be replaced. Undo brings them back.</source>
        <translation>Числа, которые сейчас есть в таблице, будут заменены. Отмена вернет их.</translation>
    </message>
    <message>
        <source>The period is longer than {years} years; check both years.</source>
        <translation>Период длиннее {years} лет; проверьте оба года.</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan has no first and last year yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report names files on this computer and may hold a word of the plan: read it before you send it.</source>
        <translation>В отчете названы файлы этого компьютера и могут быть слова из плана: прочитайте его, прежде чем отправлять.</translation>
    </message>
    <message>
        <source>The table is not understood yet</source>
        <translation>Таблица пока не прочитана</translation>
    </message>
    <message>
        <source>The total as the source states it; leave it blank when there is none.</source>
        <translation>Всего по источнику; если в источнике этого нет, оставьте пустым.</translation>
    </message>
    <message>
        <source>The workbook holds the action plan, the registers, the checklist and the readiness findings.</source>
        <translation type="unfinished"></translation>
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
        <source>There is nothing to paste: copy rows in Excel first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They appear here as soon as there are numbers.</source>
        <translation>Они появятся здесь, как только будут числа.</translation>
    </message>
    <message>
        <source>They hold for you on this computer and take effect at once.</source>
        <translation>Они действуют для вас на этом компьютере и применяются сразу.</translation>
    </message>
    <message>
        <source>This folder will be made when it is first needed.</source>
        <translation>Эта папка будет создана, когда понадобится.</translation>
    </message>
    <message>
        <source>This item does not concern us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item is shown in English because it has no translation yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step has no items to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be corrected: {sentence}</source>
        <translation>Нужно исправить: {sentence}</translation>
    </message>
    <message>
        <source>To close the gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the action plan ›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the previous step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total, stated</source>
        <translation>Итог источника</translation>
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
        <source>Type the numbers, or paste them with Ctrl+V. Enter moves down.</source>
        <translation>Введите числа или вставьте их (Ctrl+V). Клавиша Enter переводит вниз.</translation>
    </message>
    <message>
        <source>Typing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Understood: {n} age groups</source>
        <translation>
            <numerusform>Прочитано: {n} возрастная группа</numerusform>
            <numerusform>Прочитано: {n} возрастные группы</numerusform>
            <numerusform>Прочитано: {n} возрастных групп</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Undo: {verb} (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Usual here: {currency}; fiscal year from {month}. Please check both with the budget law.</source>
        <translation>Здесь обычно: {currency}; первый месяц финансового года – {month}. Сверьте то и другое с законом о бюджете.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
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
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing is said below.</source>
        <translation>Чего не хватает, сказано ниже.</translation>
    </message>
    <message>
        <source>What stands between the plan and its adoption. Enter or a double click leads to the place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the plan covers, its calendar, and who answers for it. The cover of the workbook is made from this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this step is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What usually goes wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to keep the plan</source>
        <translation>Где хранить план</translation>
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
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who and where</source>
        <translation>Кто и где</translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation>Кто работает?</translation>
    </message>
    <message>
        <source>Who is working? …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who usually knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Women + men</source>
        <translation>Женщины + мужчины</translation>
    </message>
    <message>
        <source>Write a year between {first} and {last}.</source>
        <translation>Укажите год от {first} до {last}.</translation>
    </message>
    <message>
        <source>Write the plan into an Excel workbook (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written and checked: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Yes, claimed</source>
        <translation type="unfinished"></translation>
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
        <source>blank</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>changed {date}</source>
        <translation>изменен {date}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>essential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fully funded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>пропустить</translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negative: more is secured than it costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no currency of its own</source>
        <translation>собственной валюты нет</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
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
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet funded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partners {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{age} and over</source>
        <translation>{age} лет и старше</translation>
    </message>
    <message>
        <source>{answered} of {of} answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: take off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message numerus="yes">
        <source>{n} actions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} block adoption</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells cannot be taken</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} claimed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} documents</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} essential items open</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fields to fill in</source>
        <translation>
            <numerusform>{n} поле не заполнено</numerusform>
            <numerusform>{n} поля не заполнены</numerusform>
            <numerusform>{n} полей не заполнено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} notes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} objectives</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} quarters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows added.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows changed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows deleted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} texts were too long for a cell and are cut with a mark.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
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
        <source>{n} without a cost</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} would make it better</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{place}: “{text}” was not taken, {why}</source>
        <translation>{place}: «{text}» не принято, {why}</translation>
    </message>
    <message>
        <source>{shown} of {of} shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title} (копия)</translation>
    </message>
    <message>
        <source>“{name}” is not in its folder. It was moved, or its drive is not connected.</source>
        <translation>Файла «{name}» нет в его папке. Он перемещен, или диск не подключен.</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>Таблица «{title}» удалена.</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ All saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ All saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Everything in the text was understood.</source>
        <translation>✓ Весь текст прочитан.</translation>
    </message>
    <message>
        <source>✓ Nothing in the table is doubtful.</source>
        <translation>✓ Сомнений в таблице нет.</translation>
    </message>
</context>
</TS>
