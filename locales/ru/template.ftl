sheet-title = Титул
sheet-table = Мероприятия
sheet-dictionaries = Справочники
sheet-guide = Как заполнять

# Да и нет в ячейках.
template-yes-no = Да или нет
template-yes = да
template-no = нет

# Титульный лист
template-caption = Отчет за { $period }
template-caption-until = Отчет за { $period }. Срок отправки – { $day }
template-title-advice = Заполните голубые ячейки на этом листе и таблицу на листе «{ $table }». Подробности и пример – на листе «{ $guide }».
template-state-ready = Файл заполнен, его можно отправлять.
template-state-blank = Файл пока пуст: внесите сведения на лист «{ $table }».
template-state-blank-nil = Файл пока пуст: внесите сведения на лист «{ $table }» или выберите «да» в строке «{ $nil }».
template-state-open = Отправлять рано. Не заполнено обязательных ячеек: { $missing }. Противоречий: { $wrong }.
template-check = Проверка файла (считается автоматически)
template-check-rows = Заполнено строк таблицы
template-check-rows-help = Строка считается заполненной, если в ней есть хотя бы одно значение.
template-check-title = Не заполнено на этом листе
template-check-title-help = Обязательные ячейки со звездочкой; пустая таблица без отметки, что сведений нет.
template-check-table = Не заполнено в таблице
template-check-table-help = Обязательные ячейки начатых строк. В таблице они желтые.
template-check-wrong = Противоречий
template-check-wrong-help = Например, окончание раньше начала или дата вне отчетного периода. Такие ячейки розовые.
template-footer = &L{ $institution }. { $period }&RСтр. &P из &N

# Таблица
template-table-advice = Одна запись – одна строка. Поля со звездочкой обязательны. Желтая ячейка ждет заполнения, в розовой – противоречие.
template-dictionaries-advice = Эти значения предлагают выпадающие списки на листе «{ $table }» и на титульном листе. Лист заполнять не нужно.

# Отказы и подсказки
template-refused = Так записать нельзя
template-refuse-list = Выберите значение из выпадающего списка. Все значения – на листе «{ $sheet }».
template-refuse-yes-no = Выберите «да» или «нет».
template-refuse-integer = Нужно целое число без слов и пробелов. Если числа нет, оставьте ячейку пустой.
template-refuse-between = Нужно целое число от { $low } до { $high }, без слов. Если числа нет, оставьте ячейку пустой.
template-refuse-number = Нужно число без слов. Если числа нет, оставьте ячейку пустой.
template-refuse-date = Нужна дата в виде ДД.ММ.ГГГГ, например { $first }.
template-refuse-start = Нужна дата в виде ДД.ММ.ГГГГ, не позже { $last } – последнего дня отчетного периода.
template-refuse-end = Нужна дата в виде ДД.ММ.ГГГГ, не раньше { $first } – первого дня отчетного периода.
template-refuse-length = Длина текста – от { $least } до { $most } { $most ->
    [one] знака
   *[other] знаков
} с пробелами.
template-refuse-long = Текст слишком длинный: помещается { $most } { $most ->
    [one] знак
    [few] знака
   *[other] знаков
} с пробелами. Сократите его.

# Как заполнять
template-guide-title = На листе «{ $title }» заполните голубые ячейки. Учреждение и отчетный период вписаны заранее, менять их нельзя.
template-guide-table = На лист «{ $table }» внесите сведения: одна запись – одна строка. Поля со звездочкой обязательны. Пустых строк между записями лучше не оставлять.
template-guide-lists = Где у ячейки есть стрелка, выбирайте значение из списка. Все списки собраны на листе «{ $dictionaries }». Даты пишите в виде ДД.ММ.ГГГГ, количество – числом без слов.
template-guide-paste = Текст из письма или другого файла вставляйте через «Специальную вставку» как текст (значения): обычная вставка стирает выпадающие списки и проверки. Новая строка внутри ячейки – Alt+Enter.
template-guide-more = Если готовых строк не хватило, вставьте новые между ними. Столбцы и листы не добавляйте, не удаляйте и не переименовывайте. Ячейки, которые заполнять не нужно, защищены без пароля.
template-guide-nil = Если вносить нечего, выберите «да» в строке «{ $nil }» на листе «{ $title }» и все равно отправьте файл: молчание отчетом не считается.
template-guide-send = Когда вверху листа «{ $title }» появится «Файл заполнен», сохраните книгу в том же формате и отправьте ее в ответ на письмо. Имя файла можно изменить.
template-guide-colours = Что означают цвета
template-colour-input = Голубая ячейка
template-colour-input-help = Заполняете вы. На листе с таблицей для заполнения открыты все строки под заголовком.
template-colour-missing = Желтая ячейка
template-colour-missing-help = Обязательное поле еще не заполнено.
template-colour-wrong = Розовая ячейка
template-colour-wrong-help = Значения противоречат друг другу или отчетному периоду: проверьте выделенные ячейки строки.
template-guide-field = Поле
template-guide-kind = Что вписать
template-guide-how = Как заполнять
template-guide-example = Пример
template-guide-sheet = Лист «{ $sheet }»
template-kind-given = Вписано заранее
template-kind-list = Значение из списка
template-kind-boolean = Да или нет
template-kind-date = Дата
template-kind-integer = Целое число
template-kind-number = Число
template-kind-text = Текст
template-kind-text-limited = Текст, до { $most } { $most ->
    [one] знака
   *[other] знаков
}

# Книга с исправлениями
remarks-sheet = Замечания
remarks-file-name = исправить
remarks-advice = Исправьте выделенные ячейки (место – ссылка на ячейку) и пришлите эту книгу ответом на письмо: она заменит прежний файл целиком. К каждой выделенной ячейке есть такое же примечание. Этот лист заполнять не нужно.
remarks-number = №
remarks-place = Где
remarks-field = Поле
remarks-written = Что указано
remarks-message = Что не так и как исправить
remarks-empty = (пусто)
remarks-file = Файл в целом
remarks-wrong = Нужно исправить
remarks-doubtful = Проверьте, верно ли мы поняли. Если верно, менять ничего не нужно

# Реестр учреждений
register-sheet = Учреждения
register-code = Код
register-name = Полное название
register-short_name = Краткое название
register-email = Электронная почта
register-contact = Контактное лицо
register-lang = Язык
register-since = Отчитывается с
register-until = Отчитывается по
register-code-help = Короткое неизменное обозначение учреждения: латинские буквы, цифры и дефис. По нему узнаются файлы.
register-name-help = Название целиком, как его печатать.
register-short_name-help = Под этим названием учреждение стоит в именах файлов и в сводных таблицах. Если пусто, берется полное.
register-email-help = Адрес, на который отправляется шаблон. Несколько адресов – через запятую.
register-contact-help = К кому обращаться с вопросами: должность, имя, рабочий телефон.
register-lang-help = Язык шаблона: ru – русский, en – английский. Если пусто – русский.
register-since-help = Первый день, с которого учреждение отчитывается. Если пусто – всегда.
register-until-help = Последний день, по который учреждение отчитывается. Если пусто – бессрочно.
register-refuse-code = Такой код уже есть. У каждого учреждения свой код.
register-refuse-lang = Выберите ru или en.
register-refuse-date = Нужна дата в виде ДД.ММ.ГГГГ, например 01.01.2024.
register-footer = &RСтр. &P из &N
