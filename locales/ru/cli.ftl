# Слова командной строки: справка, сводка, ошибки.

## Справка
help-svod = Сводит присланные учреждениями книги в одну сводную книгу и отчёт, который подписывают
help-heading-commands = Команды
help-heading-usage = Как писать
help-heading-arguments = Что назвать
help-heading-options = Параметры
usage-value = Значение «{ $value }» не подходит.
usage-command = Нет такой команды: { $value }.
usage-argument = Нет такого параметра: { $value }.
usage-missing = Не хватает: { $value }.
usage-meant = Возможно, имелось в виду: { $meant }.
usage-help = Что можно написать, покажет svod --help.
help-workspace = Папка сбора; иначе ближайшая вверх, где лежит svod.toml
help-lang = Язык сообщений: ru или en; иначе язык папки сбора, иначе язык системы
help-format = Как отвечать: text – людям, json – программам
help-verbose = Подробнее о том, что делается; дважды – ещё подробнее
help-help = Показать справку
help-version = Показать версию
help-init = Создать папку сбора: настройки, форму, реестр учреждений, папку для входящих
help-init-dir = Папка, которую надо создать
help-init-form = Готовая форма (international-events, training-activities) или файл формы
help-template = Подготовить шаблон для каждого учреждения из реестра или один для всех
help-template-period = Период: 2024-Q1, 2024-03, 2024-H1 или 2024
help-template-common = Один шаблон для всех: своё учреждение в нём выбирают из списка
help-send = Написать каждому учреждению и приложить его шаблон или один для всех
help-send-period = Период: 2024-Q1, 2024-03, 2024-H1 или 2024; иначе тот, за который идёт сбор
help-send-common = Приложить всем один и тот же шаблон: своё учреждение в нём выбирают из списка
help-send-send = Отправить письма; без этого ключа они ложатся черновиками в папку, чтобы на них взглянули
help-send-again = Написать этому учреждению (по коду) ещё раз, хотя письмо уже ушло
help-send-only = Написать только этому учреждению (по коду)
help-return = Вернуть файлы с ошибками, приложив книгу для исправления; остальным – подтверждение
help-return-period = Период; иначе тот, за который файлы приходили последними
help-return-send = Отправить письма; без этого ключа они ложатся черновиками в папку, чтобы на них взглянули
help-return-again = Написать этому учреждению (по коду) ещё раз, хотя письмо уже ушло
help-return-only = Написать только этому учреждению (по коду)
help-remind = Напомнить тем, кто не ответил: не чаще раза в день и только по рабочим дням
help-remind-period = Период; иначе тот, за который идёт сбор
help-remind-send = Отправить письма; без этого ключа они ложатся черновиками в папку, чтобы на них взглянули
help-remind-again = Написать этому учреждению (по коду) ещё раз, хотя письмо уже ушло
help-remind-only = Написать только этому учреждению (по коду)
help-remind-on = Как если бы сегодня был этот день: 2024-04-03
help-extend = Продлить срок одному учреждению
help-extend-code = Код учреждения
help-extend-date = Последний день для него: 2024-04-12
help-extend-period = Период; иначе тот, за который файлы приходили последними
help-log = Рассказать историю одного учреждения: письма, файлы, сроки
help-log-code = Код учреждения
help-log-period = Период; иначе тот, за который файлы приходили последними
help-status-on = Как если бы сегодня был этот день: 2024-04-03
help-fetch = Забрать письма с файлами из почтового ящика в папку inbox
help-watch = Ждать и сразу принимать всё, что приходит в папку inbox и в ящик, пока не остановят
help-watch-period = Период: 2024-Q1, 2024-03, 2024-H1 или 2024
help-watch-returns = Сразу готовить черновики писем тем, в чьих файлах есть замечания
help-watch-every = Через сколько секунд снова смотреть в папку inbox, если система не сообщает о новых файлах (сетевая папка)
help-watch-mail-every = Через сколько секунд снова смотреть в почтовый ящик
help-run = Принять всё из папки inbox, проверить, свести и записать свод и отчёт
help-run-period = Период: 2024-Q1, 2024-03, 2024-H1 или 2024
help-publish = Записать отчёт за сведённый период или за более длинный (полугодие, год) и сохранить его как редакцию
help-publish-period = Период, в том числе более длинный: 2024-Q1, 2024-H1, 2024-9M или 2024
help-status = Кто ответил, кто нет и что не так
help-status-period = Период: 2024-Q1, 2024-03, 2024-H1 или 2024
help-status-of = Рассказать об одном учреждении, по его коду: его файлы, что в них менялось, замечания
help-decide-admit = Учесть полученный файл с этим номером вместо того, который учитывался до сих пор
help-decide-set-aside = Отложить полученный файл с этим номером: ни он, ни его строки не учитываются, решения он не ждёт
help-decide = Ответить на вопросы о строках, учесть или отложить файлы; без номера – показать, о чём спрашивается
help-decide-number = Номер вопроса, как в книге
help-decide-answer = same – одно мероприятие, different – разные, left или right – верна левая или правая строка
help-decide-field = Чья строка верна в одном поле: total=left. Можно указать несколько раз
help-decide-note = Примечание, которое хранится вместе с решением; для строки, принятой как есть, – причина
help-decide-period = Период; иначе тот, за который файлы приходили последними
help-decide-accept = Принять как есть строку с этим номером на листе «Не вошли в отчёт»; причина – в --note
help-decide-list = Показать решения, правки, строки, принятые как есть, учтённые и отложенные файлы
help-decide-undo = Отменить решение, правку, приём строки или решение о файле с этим номером
help-check = Посмотреть один присланный файл; ничего не принимает и не меняет, работает и вне папки сбора
help-check-file = Файл
help-check-form = Готовая форма или файл формы; иначе форма папки сбора, иначе та, что подходит
help-check-period = Период; иначе тот, что назван в файле
help-understand = Прочитать фразы со стандартного ввода, по одной на строке, и сказать, как они поняты
help-understand-what = О чём фразы: dates – даты, participants – участники, place – место
help-understand-year = Год, который подразумевает дата без года; иначе год периода, иначе текущий
help-understand-period = Отчётный период: к нему относится «в течение квартала»
help-explain = Что значит замечание и как его исправить
help-explain-code = Код замечания, например D04; без кода – список всех
help-form = Работа с файлами форм
help-form-check = Найти все ошибки в файле формы, со строкой и столбцом
help-form-check-file = Файл формы
help-form-new = Начать новый файл формы: небольшой, целый, с пояснениями
help-form-new-file = Файл, который надо создать; существующий не перезаписывается
help-demo = Показать на примере: папка вымышленной области с присланными книгами, свод и отчёт
help-demo-dir = Папка, которую надо создать; иначе svod-demo
help-completions = Вывести дополнение команд для оболочки
help-completions-shell = Оболочка

## Настройки новой папки сбора
settings-file =
    # Настройки папки сбора. Строки после знака # – пояснения.

    # Файл формы: что спрашиваем, что проверяем, как выглядит отчёт.
    form = "{ $form }"

    # Язык сообщений и итоговых документов: ru или en.
    language = "{ $language }"

    # Через сколько дней после конца периода нужно сдать; шаблон показывает этот день.
    deadline-days = 5

    # Шаблоны рассылают двумя способами. svod template и svod send готовят каждому учреждению свой: файл сам доказывает,
    # чей он. С ключом --common – один для всех: своё учреждение в нём выбирают из списка. Когда что лучше, сказано в
    # руководстве.

    # Присланный файл больше стольких мегабайт хранится, но не читается.
    file-limit-mb = 64

    # Файл берётся из inbox, когда его столько секунд никто не трогал: до этого он, может быть, ещё копируется.
    quiet-seconds = 10

    # Сколько мегабайт памяти и сколько секунд можно потратить на чтение одного файла.
    worker-memory-mb = 1024
    worker-seconds = 20

    # Бланк учреждения: документ Word, в котором отдельным абзацем написано {"{{отчёт}}"}. Отчёт встанет на это место.
    # letterhead = "blank.docx"

    # Область, о которой отчёт. Если раскрыть эти строки, они заменят то, что названо в форме.
    # [region]
    # country = "RU"
    # name = "Приозёрская область"
    # [region.words]
    # region-of = "Приозёрской области"
    # reception-hall = "в здании правительства (Набережная ул., д. 2)"

    # Письма: без этих строк svod пишет черновики, а отправляете их вы. Образец целиком – в руководстве, глава «Почта».
    # [post]
    # from = "svod@region.example"
    # name = "Отдел внешних связей"
    # ask = "Ольга Северная, тел. 00-11"
    # signature = "Отдел внешних связей"

## Ход работы
stage-template = Готовлю шаблоны
stage-collect = Принимаю файлы
stage-read = Читаю и проверяю
stage-publish = Записываю свод

## Команды
init-done =
    Папка сбора готова: { $dir }
    Форма: { $form }

    Дальше:
      1. Впишите учреждения в { $dir }/institutions.xlsx
      2. svod template { $example } – свой шаблон для каждого учреждения;
         svod template { $example } --common – один для всех, если рассылать каждому свой неудобно
      3. Складывайте ответы в { $dir }/inbox
      4. svod run { $example } – свод и отчёт
template-done-common = Готов шаблон для всех за { $period }: { $path }
template-done = { $n ->
    [one] Готов { $n } шаблон
    [few] Готовы { $n } шаблона
   *[other] Готово { $n } шаблонов
} за { $period }: { $dir }
form-new-done = Форма создана: { $path }
form-check-sound = { $path }: ошибок нет
check-read = { $file } («{ $form }»): { $n ->
    [one] прочитана { $n } строка
    [few] прочитаны { $n } строки
   *[other] прочитано { $n } строк
}, замечаний нет
check-warn = { $file } («{ $form }»): { $n ->
    [one] прочитана { $n } строка
    [few] прочитаны { $n } строки
   *[other] прочитано { $n } строк
}, с ошибками – { $refused }
check-refused = { $file }: файл не принят, причина названа выше
demo-laid-out =
    Шаблон для всех:    { $template }
    Шаблоны учреждений: { $templates }
    Черновики писем:    { $letters }
    Присланные файлы:   { $returned }
    Их оригиналы:       { $originals }
demo-done =

    Это пример: область и учреждения вымышлены, а часть файлов испорчена нарочно. Ключ этой папки известен всем: настоящих сведений в ней не собирайте.
    Откройте { $workbook }
    Вся папка: { $dir }

## Сводка
collected-taken = { $n ->
    [0] Новых файлов нет
    [one] Принят { $n } файл
    [few] Приняты { $n } файла
   *[other] Принято { $n } файлов
}
collected-repeated = Такой файл уже принят, второй раз не учитывается: { $name }
collected-restored = Сохранённый файл пропал или был изменён, теперь он снова на месте: { $name }
collected-unfinished = Файл ещё копируется, он остался в папке inbox: { $name }. Подождите, пока копирование закончится, и выполните svod run ещё раз
collected-moved = Пока svod работал, в книгу записали: { $name }. Она перенесена в папку inbox, выполните svod run ещё раз
collected-unreadable = Файл не читается, остался в папке inbox: { $name } ({ $reason })
collected-left = Не взято из inbox: { $names }. Берутся только файлы, которые лежат прямо в inbox: переложите их из папок туда.
collected-skipped = { $n ->
    [one] Пропущен { $n } служебный файл
    [few] Пропущены { $n } служебных файла
   *[other] Пропущено { $n } служебных файлов
}: { $names }
summary-answers = { $answered ->
    [one] Ответило
   *[other] Ответили
} { $answered } из { $asked }
summary-nobody = В реестре нет учреждений, которых спрашивают за этот период: впишите их в institutions.xlsx
summary-sum = Получено строк: { $received } = в отчёте { $in-report } + объединено { $merged } + не принято { $refused } + ждёт решения { $waiting }
summary-carried = { $n ->
    [one] Кроме того, в отчёте { $n } мероприятие прежних периодов: оно продолжается, но в присланных файлах не названо.
    [few] Кроме того, в отчёте { $n } мероприятия прежних периодов: они продолжаются, но в присланных файлах не названы.
   *[other] Кроме того, в отчёте { $n } мероприятий прежних периодов: они продолжаются, но в присланных файлах не названы.
}
summary-more = …и ещё { $n }: все замечания – на листе «Замечания» сводной книги
summary-unusable = { $n ->
    [one] { $n } файл не использован
    [few] { $n } файла не использованы
   *[other] { $n } файлов не использованы
}; причины рядом с ними: { $dir }
summary-warnings = Предупреждений: { $n } (лист «Замечания» сводной книги)
summary-decisions = { $n ->
    [one] Учтено { $n } решение
    [few] Учтены { $n } решения
   *[other] Учтено { $n } решений
}
summary-held = { $n ->
    [one] { $n } файл ждёт
    [few] { $n } файла ждут
   *[other] { $n } файлов ждут
} вашего решения – учитывать или отложить: svod decide
summary-questions = { $n ->
    [one] { $n } вопрос ждёт
    [few] { $n } вопроса ждут
   *[other] { $n } вопросов ждут
} вашего решения: ответьте в книге с вопросами и положите её в inbox, или svod decide
artifact-workbook = Свод:     { $path }
artifact-report = Отчёт:    { $path }
artifact-pdf = PDF:      { $path }
artifact-pdf-not-built-in = PDF нет, ни отчёта, ни справки: эта сборка программы его не делает.
artifact-brief = Справка:  { $path }
artifact-page = Страница: { $path }
artifact-package = Таблицы:  { $path }
artifact-events = Данные:   { $path }
artifact-questions = Вопросы:  { $path }
artifact-template = Шаблон:   { $path }
artifact-register = Реестр:   { $path }

## Состояние
status-title = Сбор за { $period }
head-institution = Учреждение
head-state = Состояние
head-received = Получено
head-rows = Строк
head-in-report = В отчёте
head-merged = Объединено
head-refused = Не принято
head-waiting = Ждёт
head-files = Файлов
state-silent = не ответило
state-nil = мероприятий не было
state-in-order = в порядке
state-with-warnings = есть предупреждения
state-with-errors = есть ошибки
state-unusable = файл не использован
story-version = { $day }  № { $number }  { $name } ({ $n ->
    [one] { $n } строка
    [few] { $n } строки
   *[other] { $n } строк
}) – { $state ->
    [counts] учтён
    [replaced] заменён более новым
    [held] ждёт решения: svod decide
    [set-aside] отложен по решению
   *[unusable] использовать не удалось
}
change-added = добавлено: строка { $row }
change-removed = убрано: строка { $row }
change-changed = строка { $row }: «{ $field }»: было «{ $before }», стало «{ $after }»

## Ошибки
error-help = что делать
error-no-workspace = Здесь нет папки сбора: ни в { $path }, ни выше нет файла svod.toml
error-no-workspace-help = Перейдите в папку сбора, назовите её после --workspace или создайте: svod init ПАПКА
error-already-there = Уже существует: { $path }
error-already-there-help = Назовите другое имя; svod ничего не перезаписывает
error-settings = Настройки не читаются: { $path } ({ $reason })
error-settings-help = Исправьте строку, на которую указано выше
error-setting-range = Настройка { $key } не может быть { $value }: { $path }, строка { $line }
error-setting-range-help = Впишите число от { $least } до { $greatest } или удалите строку: тогда действует обычное значение
error-setting-range-label = от { $least } до { $greatest }
error-form = { $path }: { $n ->
    [one] в форме { $n } ошибка
    [few] в форме { $n } ошибки
   *[other] в форме { $n } ошибок
}
error-form-help = Исправьте форму и проверьте её: svod form check { $path }
error-unknown-form = Нет такой формы: { $name }
error-unknown-form-help = Назовите файл формы или одну из готовых: { $known }
error-unknown-code = Нет замечания с кодом { $code }
error-unknown-code-help = { $nearest ->
    [none] Список всех кодов: svod explain
   *[other] Коды этой группы: { $nearest }. Список всех: svod explain
}
error-unknown-institution = Учреждения с кодом { $code } нет ни в реестре, ни среди ответивших
error-unknown-institution-help = Коды стоят в первом столбце файла institutions.xlsx
error-wrong-frequency = { $period } – не тот период, за который собирают по этой форме
error-wrong-frequency-help = Период для этой формы пишется так: { $example }
error-not-a-period = «{ $value }» – не период
error-not-a-period-help = Периоды пишутся так: 2024-Q1 (квартал), 2024-03 (месяц), 2024-H1 (полугодие), 2024 (год)
error-journal = Журнал решений не читается: { $path }, строка { $line } ({ $reason })
error-journal-help = Верните файл из резервной копии или уберите испорченную строку: каждая строка – отдельная запись
error-nothing-came = Отвечать пока не о чем: в { $path } ещё ничего не приходило
error-nothing-came-help = Положите присланные файлы в папку inbox и выполните svod run ПЕРИОД
error-no-such-question = Вопроса { $number } нет: { $n ->
    [0] вопросов не осталось
    [one] задан { $n } вопрос
    [few] задано { $n } вопроса
   *[other] задано { $n } вопросов
}
error-no-such-question-help = Вопросы с номерами покажет svod decide
error-no-such-file = Файла № { $number } за { $period } нет
error-no-such-file-help = Номера файлов показывает svod decide, а для одного учреждения – svod status ПЕРИОД --of КОД
error-sum = Сумма строк не сходится: { $reason }
error-sum-help = Это ошибка программы, а не данных. Прежний отчёт не тронут, присланные файлы целы. Сообщите разработчикам и приложите эти слова.
error-no-answer = Файл № { $number } «{ $name }» нельзя учесть: из него не получается отчёт учреждения
error-no-answer-help = Почему, говорит svod decide. Если файл не нужен: svod decide --set-aside { $number }
error-no-such-decision = Решения { $number } нет, или оно уже не действует
error-no-such-decision-help = Решения с номерами покажет svod decide --list
decide-taken = Строка { $number } («{ $title }») принята как есть. Решение подействует при следующем запуске svod run.
decide-edit-undone = Отменено: { $number }, { $answer }. Подействует при следующем запуске svod run.
error-no-such-row = Строки с номером { $number }, которую можно принять, нет (всего не вошло: { $n })
error-no-such-row-help = Номера стоят на листе «Не вошли в отчёт» сводной книги; строки файла, о котором ещё не решено, принять нельзя
error-one-event-already = Эти строки уже объединены: спрашивается, чьё значение верно («{ $field }»)
error-one-event-already-help = Ответьте left или right, а если мероприятия разные – different
error-unknown-field = В форме нет поля «{ $field }»
error-unknown-field-help = Ключи полей стоят в списке вопросов: svod decide
error-nothing-to-choose = Чьё значение верно, указывают только там, где спрашивается, одно ли это мероприятие, и ответ – «одно»
error-nothing-to-choose-help = Уберите --field или ответьте same, left или right
error-post-setting = В настройках не указано, { $what ->
    [from] с какого адреса отправлять письма (from)
    [smtp] через какой сервер отправлять письма (раздел post.smtp)
    [imap] из какого ящика брать ответы (раздел post.imap)
   *[password] где лежит пароль (password-env, password-file, password-keyring или password-command)
}: { $path }
error-post-setting-help = Допишите раздел [post] в svod.toml: образец – в руководстве, глава «Почта». Без --send письма ложатся черновиками, для них настройки не нужны
error-letter = Письмо не составлено: { $reason }
error-letter-help = Проверьте раздел [post] в svod.toml
error-post-environment = Переменная среды, в которой должен лежать пароль (password-env), пуста: { $path }
error-post-environment-help = Задайте её в том же окне, где набираете команды: в Windows – set ИМЯ=пароль, в Linux – export ИМЯ=пароль. Или положите пароль в хранилище системы: password-keyring
error-no-name-to-choose = Шаблон для всех сделать нельзя: на титульном листе формы нет поля, в котором учреждение выбрало бы себя
error-no-name-to-choose-help = Добавьте в form.toml поле [[header]] с role = "institution" или подготовьте каждому свой шаблон: без --common
error-no-deadline = Напоминать не о чем: в настройках не указан срок сдачи ({ $path })
error-no-deadline-help = Укажите deadline-days в svod.toml или продлите срок учреждению: svod extend КОД ДАТА
error-mail-not-reached = Почтовый сервер { $host } недоступен: { $reason }
error-mail-not-reached-help = Проверьте сеть, имя сервера и порт в разделе [post] файла svod.toml и повторите: что уже отправлено, второй раз не уйдет
error-mail-not-trusted = Сертификату почтового сервера { $host } нельзя доверять: { $reason }
error-mail-not-trusted-help = Если сервер ваш и сертификат выдан в вашей организации, укажите файл сертификата: ca-file в разделе account. Если нет – спросите администратора: возможно, отвечает чужой сервер
error-mail-not-protected = Почтовый сервер { $host } не предлагает шифрования, а по настройкам оно обязательно
error-mail-not-protected-help = Укажите другой порт или security = "tls"; без шифрования пароль виден всем по дороге
error-mail-log-in = Почтовый сервер { $host } не впускает { $user }: { $reason }
error-mail-log-in-help = Проверьте имя и пароль; многим почтовым службам нужен отдельный «пароль приложения»
error-mail-token = Почтовый сервер { $host } не принял ключ доступа (токен) для { $user }: { $reason }
error-mail-token-help = Токен действует около часа и только для почты. Получите новый; чтобы он всегда был свежим, укажите в account программу, которая его печатает: password-command. Ничего не потеряно, повторите команду
error-mail-gone = Связь с почтовым сервером { $host } оборвалась: { $reason }
error-mail-gone-help = Проверьте сеть и повторите команду: ничего не потеряно, а что уже сделано, второй раз не сделается
error-mail-full = В почтовом ящике на { $host } нет места, письмо не переложить в папку «{ $folder }»: { $reason }
error-mail-full-help = Удалите из ящика лишнее или попросите администратора увеличить его и повторите. Письмо цело: оно осталось в ящике, а его копия уже лежит в inbox и дважды не посчитается
error-mail-no-folder = В почтовом ящике на { $host } нет папки «{ $folder }»: { $reason }
error-mail-no-folder-help = Проверьте folder в разделе [post.imap]: обычно это "INBOX"
error-secret-program = Программа «{ $program }» из password-command не сказала пароля: { $reason }
error-secret-program-help = Запустите её сами: она должна напечатать пароль (или токен) первой строкой
error-secret-program-silent = Программа «{ $program }» из password-command ничего не напечатала
error-secret-program-silent-help = Запустите её сами: она должна напечатать пароль (или токен) первой строкой
error-keyring = Хранилище паролей системы не дало пароля «{ $service }» для { $user }: { $reason }
error-keyring-help = Сохраните его: в Linux – secret-tool store --label=svod service { $service } username { $user } (пакет libsecret-tools), в Windows – cmdkey /generic:{ $user }.{ $service } /user:{ $user } /pass, в macOS – security add-generic-password -s { $service } -a { $user } -w
error-keyring-empty = В хранилище паролей системы нет пароля «{ $service }» для { $user }
error-keyring-empty-help = Сохраните его: в Linux – secret-tool store --label=svod service { $service } username { $user } (пакет libsecret-tools), в Windows – cmdkey /generic:{ $user }.{ $service } /user:{ $user } /pass, в macOS – security add-generic-password -s { $service } -a { $user } -w
error-mail-refused = Почтовый сервер { $host } отказал: { $reason }
error-mail-refused-help = Прочтите, что он ответил, исправьте и повторите: ничего не потеряно
error-nobody-asked = { $path }: за { $period } некого спрашивать
error-nobody-asked-help = Впишите учреждения в реестр: код и название обязательны; проверьте даты «с» и «по»
error-register = Реестр учреждений не читается: { $reason }
error-register-help = Откройте institutions.xlsx, сохраните его как книгу Excel (xlsx) и повторите
error-held = В этой папке уже работает другой svod ({ $path })
error-held-help = Дождитесь, пока он закончит, и повторите
error-worker = Не запускается отдельный процесс для чтения файлов ({ $path }): { $reason }
error-worker-help = Проверьте, на месте ли программа svod и разрешено ли запускать её; после обновления svod повторите команду
error-file-not-found = Нет такого файла: { $path }
error-file-not-found-help = Проверьте имя и папку
error-file-denied = Нет доступа: { $path }
error-file-denied-help = Возможно, файл открыт в другой программе. Закройте его или попросите права на папку и повторите
error-disk-full = На диске кончилось место: { $path }
error-disk-full-help = Освободите место и повторите: принятое сохранено, остальное лежит в inbox
error-file = Файл { $path }: { $reason }
error-file-help = Проверьте, что диск доступен, и повторите: принятое сохранено, остальное лежит в inbox
error-inner = svod не смог выполнить работу: { $reason }
error-inner-help = Повторите; если не поможет, пришлите разработчикам файл svod.log из папки сбора

## Как поняты фразы
understand-line = { $phrase } → { $meaning }
understand-dates-none = дней нет: надо уточнить
understand-dates-year-from-context = год взят из отчётного периода
understand-dates-relative-year = год отсчитан от отчётного
understand-dates-time-ignored = время не учтено
understand-dates-weekday-checked = день недели верен
understand-dates-weekday-mismatch = день недели не тот
understand-dates-words = дни записаны словами
understand-dates-approx = приблизительно
understand-dates-open-start = начало не названо
understand-dates-open-end = конец не назван
understand-dates-latin-lookalike = латинская буква вместо русской
understand-dates-ambiguous-order = день и месяц можно прочесть наоборот
understand-dates-recurring = повторяется
understand-dates-invalid = такого дня в календаре нет
understand-dates-reversed = конец раньше начала
understand-dates-not-held = перенесено, отменено или только предстоит
understand-dates-short-year = год дополнен до четырёх цифр
understand-dates-typo = исправлена опечатка
understand-total = { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[other] { $n } человек
}
understand-total-none = числа людей нет
understand-foreign = { $n ->
    [one] из них { $n } иностранец
    [few] из них { $n } иностранца
   *[other] из них { $n } иностранцев
}
understand-organisations = { $n ->
    [one] { $n } организация
    [few] { $n } организации
   *[other] { $n } организаций
}
understand-people-at-least = не меньше этого
understand-people-at-most = не больше этого
understand-people-approx = приблизительно
understand-people-words = число записано словами
understand-people-sum = посчитано из частей
understand-people-sum-of-dates = сложено по дням
understand-people-doubtful = неясно, все ли посчитаны и по одному ли разу: число надо проверить
understand-place-none = место не названо
understand-place-on-site = очно
understand-place-online = онлайн
understand-place-both = очно и онлайн
understand-place-several = города: { $list }
understand-inferred-city = город не написан, выведен
understand-inferred-region = регион не написан, выведен
understand-inferred-country = страна не написана, выведена

## Публикация
published-part = { $period }: в отчёте { $n }, { $answered ->
    [one] ответило
   *[other] ответили
} { $answered } из { $asked }
published-part-missing = { $period }: не сводился, в отчёт не вошёл. Если сведения есть: svod run { $id }
published-part-open = { $period }: { $n ->
    [one] { $n } вопрос ждёт решения
    [few] { $n } вопроса ждут решения
   *[other] { $n } вопросов ждут решения
}
published-edition-first = Редакция { $number }: { $path }
published-edition-new = Редакция { $number }: { $path }. { $n ->
    [one] { $n } отличие от прежней:
    [few] { $n } отличия от прежней:
   *[other] { $n } отличий от прежней:
}
published-edition-same = Ничего не изменилось: действует редакция { $number }, { $path }
published-edition-more = …и ещё { $n }: всё – в документе «Что изменилось»
artifact-changes = Отличия: { $path }
error-not-run = { $period }: публиковать нечего, сведения ещё не сводились
error-not-run-help = Сначала выполните: { $commands }
error-letterhead-damaged = Бланк не читается: { $path } – это не документ Word (docx) или он повреждён
error-letterhead-damaged-help = Откройте бланк в Word, сохраните как «Документ Word (*.docx)» и повторите
error-letterhead-too-large = Бланк слишком велик: { $path }
error-letterhead-too-large-help = Уменьшите рисунки в бланке и повторите
error-letterhead-locked = Бланк защищён паролем: { $path }
error-letterhead-locked-help = Сохраните бланк без пароля и повторите
error-letterhead-no-place = В бланке не отмечено место отчёта: { $path }
error-letterhead-no-place-help = Напишите в бланке отдельным абзацем, не в таблице и не в надписи: {"{{отчёт}}"}
error-letterhead-several-places = Место отчёта отмечено в бланке несколько раз: { $path }
error-letterhead-several-places-help = Оставьте один абзац {"{{отчёт}}"}
## Письма
post-list = Все письма списком: { $path }
post-nothing = Писать некому: { $period }
post-stray = Не узнать, кто прислал файл, поэтому вернуть его некому: { $name }
extend-done = Срок за { $period } для { $code } – { $day }
log-state-until = { $state }; срок – { $day }
status-on-time = Из { $expected } { $expected ->
    [one] учреждения
   *[other] учреждений
} { $received ->
    [one] ответило
   *[other] ответили
} { $received }, в срок – { $on-time }
progress-late = с опозданием
progress-extended = срок продлен до { $day }
progress-troubled = { $n ->
    [one] { $n } письмо не ушло или неизвестно, ушло ли
    [few] { $n } письма не ушли или неизвестно, ушли ли
   *[other] { $n } писем не ушли или неизвестно, ушли ли
}
story-letter = { $letter ->
    [request] запрос с шаблоном
    [reminder] напоминание
    [return] возврат на исправление
   *[receipt] подтверждение
}
story-drafted = готов черновик: { story-letter }
story-handed = передается на сервер: { story-letter } ({ $to })
story-sent = отправлено: { story-letter } ({ $id })
story-failed = не отправлено: { story-letter } ({ $reason })
story-extended = срок продлен до { $day }
story-file = получен файл: { $name } ({ $n ->
    [one] { $n } строка
    [few] { $n } строки
   *[other] { $n } строк
}, отпечаток { $fingerprint }), { $state ->
    [counts] учтён
    [replaced] заменён более новым
    [held] ждёт решения
    [set-aside] отложен по решению
    [opened] вложения взяты
   *[unusable] использовать не удалось
}
fetch-taken = { $n ->
    [0] Новых писем с файлами нет
    [one] Взято { $n } письмо: оно в папке inbox
    [few] Взято { $n } письма: они в папке inbox
   *[other] Взято { $n } писем: они в папке inbox
}
fetch-without-files = { $n ->
    [one] { $n } новое письмо без файлов оставлено в ящике: прочтите его
    [few] { $n } новых письма без файлов оставлены в ящике: прочтите их
   *[other] { $n } новых писем без файлов оставлены в ящике: прочтите их
}
fetch-too-large = { $n ->
    [one] { $n } письмо больше дозволенного (file-limit-mb), оно оставлено в ящике
    [few] { $n } письма больше дозволенного (file-limit-mb), они оставлены в ящике
   *[other] { $n } писем больше дозволенного (file-limit-mb), они оставлены в ящике
}
watch-begun = Жду файлов за { $period } в папке { $dir }. Остановить – Ctrl+C
watch-over = Остановлено: всё принятое сохранено
error-letters = { $path }: в текстах писем { $n ->
    [one] { $n } ошибка
    [few] { $n } ошибки
   *[other] { $n } ошибок
}
error-letters-help = Исправьте указанные строки. Пока файл с ошибками, письма не пишутся; чтобы вернуть прежние тексты, уберите файл
letters-mistake-name = в письмах нет такой фразы: { $name }
letters-mistake-variable = здесь нельзя назвать { $name }; можно: { $known }
letters-mistake-syntax = не понять, как это читать ({ $reason })
error-post-journal = Журнал писем не читается: { $path }, строка { $line } ({ $reason })
error-post-journal-help = Уберите испорченную строку: каждая строка – отдельная запись, а пропавшие записи svod возьмёт из svod.db. Ничего не отправлено
post-restored = Журнал писем svod.post был повреждён или утрачен: { $n ->
    [one] { $n } запись восстановлена
    [few] { $n } записи восстановлены
   *[other] { $n } записей восстановлено
} по svod.db. Второй раз ничего не уйдёт
