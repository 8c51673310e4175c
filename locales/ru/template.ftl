sheet-title = Титул
sheet-table = Мероприятия
sheet-dictionaries = Справочники
sheet-guide = Как заполнять
