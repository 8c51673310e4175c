# Что прислали вместо таблицы: подставляется в замечание F07.
read-kind-pdf = это документ PDF
read-kind-word = это текстовый документ
read-kind-slides = это презентация
read-kind-image = это снимок или рисунок
read-kind-html = это веб-страница, сохранённая как таблица
read-kind-csv = это текст с разделителями (CSV)
read-kind-text = это простой текст
read-kind-rtf = это документ RTF
read-kind-xml = это файл XML
read-kind-archive = это архив
read-kind-mail = это письмо
read-kind-numbers = это файл программы Apple Numbers
read-kind-unknown = это файл неизвестного вида

# Почему файл не открывается: замечание F03.
read-locked = файл защищён паролем
read-damaged = файл повреждён или загружен не до конца

# Какой предел превышен: замечание F08.
read-limit-size = файл больше { $n } МБ
read-limit-inflated = содержимое файла в распакованном виде больше { $n } МБ
read-limit-parts = файл состоит более чем из { $n } { $n ->
    [one] части
   *[other] частей
}
read-limit-strings = текстов в файле больше { $n }
read-limit-sheets = листов больше { $n }
read-limit-cells = заполненных ячеек больше { $n }
read-limit-memory = на чтение не хватило { $n } МБ памяти: файл слишком велик или сложен
read-limit-time = чтение заняло больше { $n } с: файл слишком велик или сложен

# Почему из архива или письма ничего не взято: замечания F03, F07 и F08.
unpack-leads-out = имена файлов в архиве ведут за его пределы
unpack-link = в архиве вместо файла лежит ссылка
unpack-nested = внутри лежит ещё один архив или письмо; пришлите таблицы без вложенных архивов
unpack-no-workbook = в этом архиве или письме нет ни одной таблицы
unpack-aside = { " " }Не взято: { $list }.
read-limit-files = файлов в архиве больше { $n }

# Книги, которые выпустил svod
read-own-questions = книга с вопросами
read-own-consolidated = сводная книга
read-own-changed = её скрытый лист изменён, и нельзя сказать, откуда она
read-own-form = она составлена по другой форме («{ $value }»)
read-own-period = она за { $value }, а собирается { $expected }
read-own-workspace = она из другой папки сбора: файлов, по которым она составлена, здесь нет
read-answer-words = таких слов среди ответов нет, выберите ответ из списка
read-answer-contradiction = ответы на этот вопрос противоречат друг другу
read-answer-half = указано, чьё значение верно, но не сказано, одно ли это мероприятие
