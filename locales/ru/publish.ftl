# Сводная книга и отчёт.

publish-of-participants = участников
publish-yes = да
publish-no = нет

publish-reason-head = Файл «{ $name }» не использован. Почему:
publish-reason-stored = Оригинал без изменений: { $stored }

# Под чертами в месте для подписи
document-post = (должность)
document-signature = (подпись)
document-name = (инициалы, фамилия)
publish-footer-pages = Стр. &P из &N

# Листы
publish-sheet-about = О своде
publish-sheet-summary = Сводка
publish-sheet-answers = Кто ответил
publish-sheet-findings = Замечания
publish-sheet-questions = Вопросы
publish-questions-name = Вопросы за { $period }
publish-sheet-left-out = Не вошли в отчёт
publish-sheet-sources = Источники

publish-lead-about = Книга собрана из файлов, которые прислали учреждения: «{ $form }», в отчёте { $rows }. Присланные файлы не изменены, на них ведут ссылки. Когда исправлен файл или решён вопрос, книга собирается заново.
publish-lead-register = Все мероприятия отчёта одной таблицей: для отбора, сортировки и правки. Голубые графы можно править: впишите лучшее слово, верное число, другой раздел и положите книгу в папку inbox – каждая правка будет проверена, сохранена и показана в источниках. Остальные графы считает svod. Зелёным отмечены ваши правки, жёлтым – те, под которыми учреждение изменило значение.
publish-lead-summary = Все числа посчитаны по мероприятиям отчёта. Участники, посетители и зрители показаны порознь: складывать их нельзя.
publish-lead-answers = По одной строке на каждое учреждение из реестра. Молчание и ответ «мероприятий не было» – не одно и то же.
publish-lead-findings = Ошибка не пускает строку в отчёт, предупреждение – пускает, но просит проверить, примечание сообщает, что было сделано. Ссылка в графе «Ячейка» открывает присланный файл.
publish-lead-left-out = Эти строки присланы с ошибками или ждут решения о своём файле. Учреждение исправит их – или решите вы: выберите «принять как есть», впишите причину и положите книгу в папку inbox. Принятая строка стоит в отчёте, её ошибки остаются видны; решение действует, пока строка не изменится.
publish-lead-questions = Здесь решает человек. Сравните две строки (различия выделены цветом) и выберите ответ в голубой ячейке под ними. Если мероприятие одно, в графе «Верно» можно указать, чьё значение взять; где ничего не выбрано, до вашего ответа стоит значение ведущего учреждения. Сохраните книгу и положите её в папку inbox: отвечать можно не на всё сразу, и переименовывать её можно.
publish-lead-sources = Откуда взято каждое значение: учреждение, файл и ячейка. Ссылка в графе «Ячейка» открывает присланный файл.

# Счёт строк
publish-sum = Сходится ли счёт строк
publish-sum-received = Получено строк
publish-sum-in-report = вошло в отчёт, по одной на мероприятие
publish-sum-merged = объединено с другой строкой о том же мероприятии
publish-sum-refused = отклонено из-за ошибок
publish-sum-waiting = ждёт решения о своём файле
publish-sum-adds-up = Сходится: { $received } = { $in-report } + { $merged } + { $refused } + { $waiting }. Ни одна строка не потеряна.
publish-sum-does-not-add-up = Не сходится: получено { $received }, а учтено { $in-report } + { $merged } + { $refused } + { $waiting }. Такого быть не должно: сообщите разработчикам.
publish-sum-carried = перешло из прежних периодов: продолжаются, в присланных файлах не названы
publish-carried-from = (перешло: { $period })
publish-look-at = → лист «{ $sheet }»

# Что делать дальше
publish-tasks = Что делать дальше
publish-task-silent = { $n ->
    [one] учреждение не ответило
    [few] учреждения не ответили
   *[other] учреждений не ответили
}: { $names }
publish-and-more = { $names } и ещё { $n }
publish-task-errors = { $n ->
    [1] ошибка: учреждение должно исправить её и прислать файл заново
    [one] ошибка: учреждения должны исправить сведения и прислать файлы заново
    [few] ошибки: учреждения должны исправить сведения и прислать файлы заново
   *[other] ошибок: учреждения должны исправить сведения и прислать файлы заново
}
publish-task-held = { $n ->
    [one] файл ждёт решения, учитывать ли его: svod decide
    [few] файла ждут решения, учитывать ли их: svod decide
   *[other] файлов ждут решения, учитывать ли их: svod decide
}
publish-task-unusable = { $n ->
    [1] файл не удалось использовать: учреждение должно прислать его заново
    [one] файл не удалось использовать: учреждения должны прислать их заново
    [few] файла не удалось использовать: учреждения должны прислать их заново
   *[other] файлов не удалось использовать: учреждения должны прислать их заново
}
publish-task-waiting = { $n ->
    [one] строка ждёт, пока не решено, что делать с её файлом
    [few] строки ждут, пока не решено, что делать с их файлом
   *[other] строк ждут, пока не решено, что делать с их файлом
}
publish-task-questions = { $n ->
    [one] вопрос ждёт ответа
    [few] вопроса ждут ответа
   *[other] вопросов ждут ответа
}
publish-task-warnings = { $n ->
    [1] предупреждение: строка в отчёте есть, но её стоит проверить
    [one] предупреждение: строки в отчёте есть, но их стоит проверить
    [few] предупреждения: строки в отчёте есть, но их стоит проверить
   *[other] предупреждений: строки в отчёте есть, но их стоит проверить
}
publish-task-none = Дел не осталось: все ответили, ошибок и вопросов нет. Отчёт можно подписывать.

# Что где лежит
publish-contents = Что в этой книге
publish-contents-report = Отчёт в том виде, в каком его подписывают
publish-contents-register = Все мероприятия одной таблицей, с отбором по любой графе
publish-contents-summary = Числа и диаграммы: по разделам, месяцам, странам, учреждениям
publish-contents-answers = Кто прислал файл и когда, кто промолчал
publish-contents-findings = Что не так в присланных файлах и как это исправить
publish-contents-questions = О чём должен решить человек
publish-contents-left-out = Строки, которых нет в отчёте, и причины
publish-contents-sources = Откуда взято каждое значение, вплоть до ячейки

# Из каких файлов
publish-files = Из чего собрано: { $n } { $n ->
    [one] файл
    [few] файла
   *[other] файлов
}
publish-institution-unknown = учреждение не определено
publish-institution-own = книга с ответами
publish-fate-taken-before = ответы приняты раньше
publish-fate-answers = { $n ->
    [0] ответов в ней нет
    [one] прочитан { $n } ответ
    [few] прочитано { $n } ответа
   *[other] прочитано { $n } ответов
}
publish-fate-counts = учтён
publish-fate-replaced = заменён более новым файлом
publish-fate-held = ждёт решения, учитывать ли его: svod decide
publish-fate-set-aside = отложен по решению
publish-fate-opened = вложения взяты
publish-fate-unusable = использовать не удалось
publish-fate-unusable-why = Не использован. { $why }

# Заголовки граф
publish-number = №
publish-institution = Учреждение
publish-file = Файл
publish-received = Получен
publish-rows = Строк
publish-row = Строка
publish-cell = Ячейка
publish-field = Поле
publish-value = Значение
publish-as-received = Как было написано
publish-what-became = Что с этим стало
publish-why = Почему
publish-state = Состояние
publish-versions = Прислано файлов
publish-rows-received = Получено строк
publish-rows-in-report = Из них в отчёте
publish-rows-merged = Объединено
publish-rows-refused = Отклонено
publish-rows-waiting = Ждёт решения
publish-errors = Ошибок
publish-warnings = Предупреждений
publish-email = Электронная почта
publish-severity = Важность
publish-code = Код
publish-what-is-wrong = Что не так
publish-how-to-mend = Что это значит и как исправить
publish-used = Взято в отчёт
publish-reported-by = Кто сообщил
publish-source-rows = Строк-источников
publish-findings-of-row = Замечаний
publish-count = Количество
publish-document = Документ
publish-document-of = Мероприятие

publish-understood-first = Понято: первый день
publish-understood-last = Понято: последний день
publish-understood-city = Понято: город
publish-understood-region = Понято: регион
publish-understood-country = Понято: страна
publish-understood-attendance = Понято: формат
publish-understood-partners = Понято: страны-участницы
publish-understood-kind = Понято: вид
publish-understood-total = Понято: численность
publish-understood-unit = Понято: кто посчитан
publish-understood-foreign = Понято: из них иностранцев

publish-attendance-on-site = очно
publish-attendance-online = онлайн
publish-attendance-both = очно и онлайн

# Состояния
publish-state-silent = не ответило
publish-state-nil = мероприятий не было
publish-state-in-order = принято
publish-state-with-warnings = принято, есть предупреждения
publish-state-with-errors = есть ошибки
publish-state-unusable = файл не удалось использовать
publish-severity-error = ошибка
publish-severity-warning = предупреждение
publish-severity-note = примечание
publish-refused = отклонена
publish-waiting = ждёт решения
publish-whole-file = файл целиком
publish-used-yes = да
publish-used-decided = да, решение: { $signed }
publish-used-same = совпадает
publish-used-no = нет, отличается
publish-choose-from-list = Такого значения нет в списке. Оставить его?
publish-not-editable-hint = Править можно голубые графы.
publish-not-editable = Эту графу заполняет svod
publish-row-key = Ключ строки
publish-correction-homeless = строки больше нет в отчёте
publish-correction-idle = не нужна: учреждение пишет так же
publish-correction-not-taken = не принята: нарушает правило
publish-correction-asked-again = действует, но учреждение изменило значение
publish-correction-stands = действует
publish-correction-signed = Кем и когда сохранена книга
publish-correction-now = Сейчас у учреждения
publish-correction-becomes = Исправлено на
publish-correction-given = Было у учреждения
publish-correction-state = Что с правкой
publish-no-corrections = Правок нет.
publish-lead-corrections = Значения, которые вы исправили в листе с мероприятиями. Если учреждение потом изменило своё значение, решите, какое верно: «оставить правку» или «взять значение учреждения». До ответа в отчёте стоит ваше.
publish-sheet-corrections = Правки
publish-accepted = принята как есть
publish-row-reason = Причина
publish-row-decision = Ваше решение
publish-corrected-by = исправлено; книга сохранена: { $name }, { $day }
publish-used-overruled = нет, исправлено координатором
publish-used-corrected = да: исправлено координатором

publish-no-events = В отчёте нет ни одного мероприятия.
publish-no-answers = В реестре нет ни одного учреждения.
publish-no-findings = Замечаний нет.
publish-no-questions = Вопросов нет: решать нечего.
publish-nothing-left-out = Все полученные строки вошли в отчёт.

# Вопросы
publish-question-same = Вопрос { $number } из { $of }. Это одно мероприятие? { $n ->
    [one] В отчёте – № { $events }.
   *[other] В отчёте сейчас – порознь, № { $events }.
}
publish-question-conflict = Вопрос { $number } из { $of }. Какое значение верно: «{ $field }»? Мероприятие № { $events }, пока взято левое.
publish-why-asked = Почему спрашиваем
publish-decision = Ваше решение
publish-decision-hint = Выберите ответ из списка.
publish-choice-hint = Чьё значение взять, если мероприятие одно. Можно оставить пустым.
publish-choice = Верно
publish-former = Ранее
publish-decision-wrong = Выберите один из ответов в списке или очистите ячейку.
publish-decision-advice = ← выберите из списка
publish-decision-note = Примечание

# Сводка
publish-main-figures = Главное
publish-figure-entries = Мероприятий в отчёте
publish-figure-joint = из них сообщили несколько учреждений: { $n }
publish-figure-joint-none = каждое – от одного учреждения
publish-figure-answered = Учреждений ответило
publish-figure-answered-of = из { $of }
publish-figure-answered-nil = из { $of }; из ответивших сообщили «мероприятий не было»: { $nil }
publish-people-of = численность указана в { $n } из { $of } { $of ->
    [one] мероприятия
   *[other] мероприятий
}
publish-people-of-foreign = численность указана в { $n } из { $of } { $of ->
    [one] мероприятия
   *[other] мероприятий
}; из них иностранцев – { $foreign }
publish-figure-answers = Ответов от учреждений
publish-unchanged = без изменений
publish-figure-counter = сумма по всем ответам
publish-reported = по сведениям { $n } из { $of } { $of ->
    [one] организации
   *[other] организаций
}
publish-reported-of-parts = { $n ->
    [0] полных сведений не дала ни одна из { $of }
    [one] полные сведения дала { $n } из { $of }
   *[other] полные сведения дали { $n } из { $of }
} { $of ->
    [one] организации
   *[other] организаций
}
publish-figure-documents = Подписанных документов
publish-people = Сколько было людей
publish-people-events = по { $n ->
    [one] { $n } мероприятию
   *[other] { $n } мероприятиям
}
publish-people-events-foreign = по { $n ->
    [one] { $n } мероприятию
   *[other] { $n } мероприятиям
}; из них иностранцев – { $foreign }
publish-people-known = Численность указана в { $n } из { $of } { $of ->
    [one] мероприятия
   *[other] мероприятий
}. Числа разных строк не складываются.
publish-unit-unknown = Не указано, кто посчитан
publish-not-given = не указано
publish-began-before = начались раньше
publish-began-after = начались позже
publish-without-days = без точных дат
publish-by-section = Мероприятия по разделам
publish-by-section-label = Раздел
publish-by-month = Мероприятия по месяцу начала
publish-by-month-label = Месяц
publish-by-country = Мероприятия по странам проведения
publish-by-country-label = Страна
publish-by-whereabouts = Мероприятия дома, в других регионах и за рубежом
publish-by-whereabouts-label = Где
publish-elsewhere = другие регионы страны
publish-region-not-given = в стране, регион не назван
publish-abroad = за рубежом
publish-by-format = Мероприятия по форме проведения
publish-by-format-label = Форма проведения
publish-by-partner = Мероприятия по странам-участницам
publish-by-partner-label = Страна
publish-by-kind = Мероприятия по видам
publish-by-kind-label = Вид
publish-by-institution = Мероприятия по учреждениям
publish-by-institution-label = Учреждение (мероприятие двух учреждений – у обоих)
publish-documents = Подписанные документы
publish-missing = { $n ->
    [one] Сведений за { $names } в отчёте нет: за этот период они не сводились.
   *[other] Сведений за { $names } в отчёте нет: за эти периоды они не сводились.
}

# Редакции отчёта
edition-value = «{ $value }»
edition-nothing = пусто
edition-line = Текст отчёта: было { $before }, стало { $after }
edition-figure = { $words }: было { $before }, стало { $after }
edition-added = № { $number } «{ $title }»: добавлено
edition-removed = «{ $title }» (прежний № { $number }): исключено
edition-changed = № { $number } «{ $title }», «{ $field }»: было { $before }, стало { $after }
edition-title = Что изменилось
edition-compared = Отчёт за { $period }: редакция { $number } по сравнению с редакцией { $before }
edition-document-name = Что изменилось за { $period }, редакция { $number }
edition-nothing-changed = Изменений нет.
edition-head-number = №
edition-head-event = Мероприятие
edition-head-field = Что изменилось
edition-head-before = Было
edition-head-after = Стало
edition-head-whole = Отчёт в целом
edition-head-events = Мероприятия
edition-cell-text = Текст отчёта
edition-cell-whole-event = мероприятие целиком
edition-cell-was-not = не было
edition-cell-added = добавлено
edition-cell-removed = исключено

# Более длинный период: год, полугодие, девять месяцев
publish-sheet-parts = По периодам
publish-lead-parts = Главные числа каждого периода рядом и за всё время вместе. Мероприятие, которое идёт в нескольких периодах, в итоге посчитано один раз, поэтому итог бывает меньше суммы.
publish-lead-about-of-parts = Книга составлена из уже сведённых периодов: «{ $form }», в отчёте { $rows }. Каждый период взят в последнем виде, со всеми исправлениями. Вопросы решают и строки правят в книгах этих периодов.
publish-lead-register-of-parts = Все мероприятия отчёта одной таблицей: для отбора и сортировки. Правят их в книге того периода, за который они присланы.
publish-lead-answers-of-parts = По одной строке на каждое учреждение и по графе на каждый период. Пусто там, где учреждение не спрашивали или период не сводился.
publish-parts = Из чего составлено
publish-part = { $period }: { $answered ->
    [one] ответило
   *[other] ответили
} { $answered } из { $asked }; ошибок – { $errors }, нерешённых вопросов – { $questions }
publish-part-missing = { $period }: не сводился, его мероприятий в отчёте нет
publish-part-missing-heading = { $period } (не сводился)
publish-contents-parts = Периоды рядом: главные числа каждого и за всё время
publish-figure = Показатель
publish-figure-remark = Пояснение

# Справка
publish-largest = Самые многолюдные мероприятия
publish-answers = Как ответили учреждения
publish-fact-asked = Учреждений опрошено
publish-fact-answered = Ответили
publish-fact-in-time = из них в срок
publish-fact-late = из них с опозданием
publish-fact-nil = из них сообщили «мероприятий не было»
publish-fact-unusable = Прислали файл, который не удалось использовать
publish-fact-silent = Не ответили
publish-fact-merged = Повторных сообщений объединено
publish-fact-asked-of-parts = Ответов ожидалось
publish-fact-answered-of-parts = Получено
publish-fact-silent-of-parts = Не получено
publish-brief-title = Справка за { $period }
publish-brief-document-name = Справка за { $period }
publish-brief-figure = Показатель
publish-brief-part = Период
publish-edition = Редакция { $number }
publish-brief-others = прочие ({ $n })
publish-brief-share = { $n }{"\u00A0"}({ $share }{"\u00A0"}%)
publish-brief-number = №{"\u00A0"}{ $n }
publish-brief-more-documents = и ещё { $n } { $n ->
    [one] документ
    [few] документа
   *[other] документов
}
publish-brief-nothing = В отчёте нет ни одного мероприятия.

# Где стоит каждое учреждение, если им писали
publish-standing-asked = Запрошено
publish-standing-reminded = Последнее напоминание
publish-standing-reminders = Напоминаний
publish-standing-deadline = Срок
publish-standing-answered = Первый файл
publish-standing-days-late = Опоздание, дней
publish-standing-returned = Возвращено на исправление
publish-standing-figures = По состоянию на { $day } (день последнего письма или файла): { $n ->
    [one] ответило
   *[other] ответили
} { $n } из { $expected } ({ $share } %), без замечаний – { $in-order }.
publish-standing-on-time = В срок – { $n } ({ $share } %).

# Что не так с опубликованной редакцией
edition-harm-no-record = в ней нет записи edition.json
edition-harm-bad-record = её запись edition.json не читается
edition-harm-gone = её папки нет на месте
edition-harm-missing = { $n ->
    [one] нет файла { $list }
   *[other] нет файлов { $list }
}
edition-harm-changed = { $n ->
    [one] изменён файл { $list }
   *[other] изменены файлы { $list }
}
