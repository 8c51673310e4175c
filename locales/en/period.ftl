# The reporting period: alone ("Q1 2024") and after "in" ("in Q1 2024").
period-quarter = Q{ $number } { $year }
period-in-quarter = in Q{ $number } { $year }
period-half = H{ $number } { $year }
period-in-half = in H{ $number } { $year }
period-nine = January to September { $year }
period-in-nine = in January to September { $year }
period-year = { $year }
period-in-year = in { $year }
period-month = { $month } { $year }
period-in-month = in { $month } { $year }

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

month-in-1 = January
month-in-2 = February
month-in-3 = March
month-in-4 = April
month-in-5 = May
month-in-6 = June
month-in-7 = July
month-in-8 = August
month-in-9 = September
month-in-10 = October
month-in-11 = November
month-in-12 = December

count-rows = { $n } { $n ->
    [one] row
   *[other] rows
}
count-files = { $n } { $n ->
    [one] file
   *[other] files
}
