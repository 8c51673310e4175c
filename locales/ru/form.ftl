# Ошибки в файле формы. Каждая стоит у своей строки и столбца; «guess» – есть ли догадка «near».

# Файл как TOML
form-syntax = Файл не разобрать как TOML: { $said }.
form-duplicate-key = Этот ключ уже стоит выше. Оставьте один.
form-invalid = Это значение здесь не подходит: { $said }.

# Ключи, типы, размеры
form-unknown-key = Ключа «{ $key }» здесь нет.{ $guess ->
    [yes] {" "}Может быть, «{ $near }»?
   *[no] {""}
}
form-missing-key = Не хватает ключа «{ $key }».
form-wrong-type = Здесь нужно { $expected ->
    [string] «текст в кавычках»
    [boolean] true или false
    [integer] целое число
    [number] число
    [array] [перечисление в квадратных скобках]
    [object] таблица ключей
    [string-or-object] «текст в кавычках» или тексты по языкам: ru = "…", en = "…"
   *[other] другое значение
}, а стоит { $found ->
    [string] текст
    [boolean] true или false
    [integer] целое число
    [number] дробное число
    [date] дата без кавычек
    [array] перечисление
   *[object] таблица ключей
}.
form-unknown-value = «{ $value }» здесь не бывает.{ $guess ->
    [yes] {" "}Может быть, «{ $near }»?
   *[no] {""}
} Можно: { $allowed }.
form-empty-text = Текст пуст. Впишите его или удалите ключ.
form-empty-list = Нужна хотя бы одна запись.
form-too-long = Слишком длинно: { $n } { $n ->
    [one] знак
    [few] знака
   *[other] знаков
}, а помещается { $max }.
form-line-break = Здесь нельзя переносить строку.
form-not-finite = Такое число использовать нельзя.
form-too-small = Слишком мало: нужно не меньше { $min }.
form-too-large = Слишком много: нужно не больше { $max }.

# Сведения о форме
form-bad-id = Имя «{ $name }» не годится: нужны строчные латинские буквы, цифры и дефисы, первой – буква.
form-language-twice = Язык «{ $name }» назван дважды.
form-lacks-language = Нет текста на языке «{ $language }», а он объявлен среди языков формы.

# Поля
form-bad-key = Ключ «{ $name }» не годится: нужны строчные латинские буквы, цифры и подчёркивания, первой – буква, всего не больше 60 знаков.
form-reserved-key = Слово «{ $name }» занято языком правил. Назовите поле иначе.
form-key-twice = Поле с ключом «{ $name }» уже есть.
form-role-of-table = Роль «{ $name }» бывает только у поля таблицы, а это поле титульного листа.
form-role-of-header = Роль «{ $name }» бывает только у поля титульного листа, а это поле таблицы.
form-role-twice = Роль «{ $name }» на этом листе уже занята другим полем.
form-role-type = Для роли «{ $name }» нужен тип { $expected }.
form-role-needs-dictionary = Для роли «{ $name }» нужен справочник (dictionary).
form-role-without-dictionary = У поля с ролью «{ $name }» справочника не бывает: значение здесь свободное.
form-unknown-dictionary = Справочника «{ $name }» нет.{ $guess ->
    [yes] {" "}Может быть, «{ $near }»?
   *[no] {""}
}
form-dictionary-type = Справочник бывает только у поля типа string.
form-bad-attendance = У справочника формы проведения не бывает ключа «{ $name }»: только on-site, online и both.{ $guess ->
    [yes] {" "}Может быть, «{ $near }»?
   *[no] {""}
}
form-idle-constraint = Ограничение «{ $key }» к полю такого типа не применяется.
form-crossed = Нижняя граница ({ $least }) больше верхней ({ $most }): ни одно значение не подойдёт.
form-bad-regex = Регулярное выражение не разобрать: { $said }.
form-heading-twice = Заголовок «{ $name }» уже ведёт к полю «{ $other }». Столбец не узнать по нему однозначно.
form-bad-example = Пример «{ $name }» сам не прошёл бы проверку этого поля.
form-too-many-fields = Полей больше, чем столбцов на листе: помещается { $max }.

# Листы
form-bad-sheet = Лист нельзя назвать «{ $name }»: нужно от 1 до 31 знака, без [ ] : * ? / \ и без апострофа по краям.
form-sheet-twice = Лист «{ $name }» в этой книге уже есть.

# Справочники
form-bad-dictionary = Имя справочника «{ $name }» не годится: нужны строчные латинские буквы, цифры и дефисы, первой – буква.
form-unknown-builtin = Встроенного справочника «{ $name }» нет.{ $guess ->
    [yes] {" "}Может быть, «{ $near }»?
   *[no] {""}
}
form-empty-dictionary = Справочник «{ $name }» пуст.
form-unused-dictionary = Справочник «{ $name }» не назван ни у одного поля. Удалите его или укажите у поля.
form-entry-twice = Запись с ключом «{ $name }» в этом справочнике уже есть.
form-bad-entry = Ключ «{ $name }» не годится: уберите пробелы по краям и переносы строк.
form-alias-twice = «{ $name }» уже ведёт к записи «{ $other }». Одно слово не может означать две записи.

# Правила
form-bad-code = Код «{ $name }» не годится: нужны одна-три прописные латинские буквы и две-три цифры, например Z01.
form-code-without-message = Кода «{ $name }» в перечне svod нет, поэтому правилу нужна своя фраза: message.
form-bad-expression = Выражение не разобрать: { $said }.
form-unknown-name = Имени «{ $name }» правило не знает: есть row, header и period.{ $guess ->
    [yes] {" "}Может быть, «{ $near }»?
   *[no] {""}
}
form-unknown-part = В выражении названо поле «{ $name }», а его нет.{ $guess ->
    [yes] {" "}Может быть, «{ $near }»?
   *[no] {""}
}
form-rule-answers-no-yes = Правило отвечает не «да» и не «нет». Выражение должно быть истинно, когда всё в порядке.
form-rule-unguarded = Когда ячейка «{ $name }» пуста, правило не выполнить. Сначала спросите, заполнена ли она: has(row.{ $name }).
form-rule-fails = Правило не выполнить: { $said }.

# Фразы
form-bad-pattern = Фразу не разобрать: { $said }.
form-unknown-argument = Слова «${ $name }» у этой фразы нет.{ $guess ->
    [yes] {" "}Может быть, «${ $near }»?
   *[no] {""}
}
form-not-in-pattern = «{ $name }» во фразе не сказать: можно называть только слова с «$».

# Повторы, слияние, регион, отчёт
form-unknown-field = Поля «{ $name }» в таблице нет.{ $guess ->
    [yes] {" "}Может быть, «{ $near }»?
   *[no] {""}
}
form-merge-type = Правило «{ $name }» годится только для полей со свободным текстом.
form-unknown-country = Страны с кодом «{ $name }» нет. Нужен код ISO 3166 из двух букв, например RU.{ $guess ->
    [yes] {" "}Может быть, «{ $near }»?
   *[no] {""}
}
form-bad-word = Слово нельзя назвать «{ $name }»: нужны латинские буквы, цифры, дефисы и подчёркивания, первой – буква.
form-taken-word = Имя «{ $name }» занято: так называется одно из слов самого отчёта.
form-bad-file-name = Файл нельзя назвать «{ $name }»: уберите знаки / \ : * ? " < > | и точки по краям.
form-group-without-dictionary = По этому полю не сгруппировать: у него нет справочника.
form-too-wide = Столбцы не помещаются на лист: вместе они шире { $max } мм.
form-column-without-dates = Столбцу с датами нужно поле с ролью start или dates-text.
form-column-without-people = Столбцу с участниками нужно поле с ролью people или total.
form-unknown-counter = Поля «{ $name }» на титульном листе нет.{ $guess ->
    [yes] {" "}Может быть, «{ $near }»?
   *[no] {""}
}
form-counter-type = Сложить можно только целые числа, а у поля «{ $name }» другой тип.
