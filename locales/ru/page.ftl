# Страница отчёта для сети.

page-skip = Перейти к отчёту
page-contents = Содержание страницы
page-summary = Справка
page-report = Отчёт
page-people = Сколько было людей
page-people-apart = Участники, посетители и зрители показаны порознь: складывать их нельзя.
page-events = Мероприятий
page-more = Ещё
page-largest = Самые многолюдные мероприятия
page-documents = Подписанные документы
page-event-number = мероприятие №
page-answers = Как ответили учреждения
page-asked = Учреждений опрошено
page-answered = Ответили
page-in-time = из них в срок
page-late = из них с опозданием
page-nil = из них сообщили «мероприятий не было»
page-unusable = Прислали файл, который не удалось использовать
page-silent = Не ответили
page-merged = Повторных сообщений объединено
page-no-events = В отчёте нет ни одного мероприятия.
page-search = Поиск по мероприятиям
page-search-words = Найти слова
page-filter-section = Раздел
page-filter-month = Месяц
page-filter-country = Страна: место или участники
page-filter-format = Форма проведения
page-all = Все
page-reset = Сбросить
# {n} и {all} подставляет сама страница.
page-shown = Показано мероприятий: {"{n}"} из {"{all}"}
page-none = Ничего не найдено. Всего мероприятий: {"{all}"}
page-footer = Собрано программой svod из { $n ->
    [one] { $n } присланного файла
   *[other] { $n } присланных файлов
}. Форма «{ $form }», версия { $version }.
