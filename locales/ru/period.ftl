# Отчётный период: именительный («I квартал 2024 года») и предложный («в I квартале 2024 года») падежи.
period-quarter = { $roman } квартал { $year } года
# «Во втором»: перед II предлог с гласной.
period-in-quarter = { $roman ->
    [II] во
   *[other] в
} { $roman } квартале { $year } года
period-half = { $roman } полугодие { $year } года
period-in-half = { $roman ->
    [II] во
   *[other] в
} { $roman } полугодии { $year } года
period-nine = 9 месяцев { $year } года
period-in-nine = в январе – сентябре { $year } года
period-year = { $year } год
period-in-year = в { $year } году
period-month = { $month } { $year } года
period-in-month = в { $month } { $year } года

month-1 = январь
month-2 = февраль
month-3 = март
month-4 = апрель
month-5 = май
month-6 = июнь
month-7 = июль
month-8 = август
month-9 = сентябрь
month-10 = октябрь
month-11 = ноябрь
month-12 = декабрь

month-in-1 = январе
month-in-2 = феврале
month-in-3 = марте
month-in-4 = апреле
month-in-5 = мае
month-in-6 = июне
month-in-7 = июле
month-in-8 = августе
month-in-9 = сентябре
month-in-10 = октябре
month-in-11 = ноябре
month-in-12 = декабре

count-rows = { $n } { $n ->
    [one] строка
    [few] строки
   *[other] строк
}
count-files = { $n } { $n ->
    [one] файл
    [few] файла
   *[other] файлов
}
