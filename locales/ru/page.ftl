# Страница отчёта для сети.

page-skip = Перейти к отчёту
page-contents = Содержание страницы
page-summary = Справка
page-report = Отчёт
page-people = Сколько было людей
page-people-apart = Участники, посетители и зрители показаны порознь: складывать их нельзя.
page-events = Мероприятий
page-more = Ещё
page-documents = Подписанные документы
page-event-number = мероприятие №
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
page-beside = По периодам
page-beside-figure = Показатель
page-beside-all = Всего
