# Решения человека: ответы, какими их можно выбрать из списка и написать, и слова о принятых решениях.

answer-same = одно мероприятие
answer-different = разные мероприятия
answer-same-left = одно: верна левая строка
answer-same-right = одно: верна правая строка
answer-left = верно слева
answer-right = верно справа
answer-side-left = слева
answer-side-right = справа
answer-later = решу позже

# Построчные ответы: строки с ошибками, правки координатора
answer-take = принять как есть
answer-refuse = не принимать
answer-keep = оставить правку
answer-give-back = взять значение учреждения

decision-quoted = «{ $word }»
decision-about-field = { $side }: «{ $field }»
decision-signed = { $day }, { $who }
decision-signed-nobody = { $day }
decision-former = Ранее решено: { $ruling } ({ $signed }). { $n ->
    [0] Выполнить это решение не удалось: оно противоречит другому.
   *[other] С тех пор изменилось: { $changed }.
}

decision-stands = действует
decision-replaced = заменено более поздним
decision-undone = отменено

## Командная строка
decide-title = Вопросы за { $period }: { $n ->
    [0] нет открытых
    [one] { $n } ждёт ответа
   *[other] { $n } ждут ответа
}
decide-same-event =
    { "" }
    { $number }. Это одно мероприятие?
decide-conflict =
    { "" }
    { $number }. Какое значение верно: «{ $field }»? Пока взято левое.
decide-row = { "    " }{ $side }: { $who } – { $title } ({ $file }: { $cell })
decide-reasons = { "    " }почему: { $reasons }
decide-differs = { "    " }{ $key } («{ $field }»): { $left } / { $right }
decide-pending = { "    " }решение { $number }: { $answer }; будет учтено при следующем svod run
decide-left = { $n ->
    [0] Вопросов за { $period } больше нет. Учесть решения: svod run
    [one] Остался { $n } вопрос за { $period }
    [few] Осталось { $n } вопроса за { $period }
   *[other] Осталось { $n } вопросов за { $period }
}
decide-how =
    { "" }
    Ответить: svod decide НОМЕР same|different|left|right [--field ПОЛЕ=left|right] [--note "…"] – или в книге с вопросами
decide-file =
    { "" }
    Файл № { $number }: «{ $name }», { $institution } ({ $nil ->
    [yes] отмечено: сообщать нечего
   *[no] { $rows ->
        [one] { $rows } строка
        [few] { $rows } строки
       *[other] { $rows } строк
    }
}). { $why ->
    [fewer-rows] В нём меньше строк, чем в учтённом файле «{ $beside }» (строк: { $beside-rows }), и ни одной из его строк нет. Это новый отчёт учреждения?
    [displaced] Он был учтён первым, но его отправитель не подтверждён; теперь учтён файл самого учреждения «{ $beside }» (строк: { $beside-rows }), и ни одной из строк прежнего в нём нет. Чьи это сведения?
   *[other-sender] Он заменил бы учтённый файл «{ $beside }» (строк: { $beside-rows }), но отправитель не подтверждён. Это новый отчёт учреждения?
}
decide-file-unusable =
    { "" }
    Файл № { $number }: «{ $name }», { $institution } ({ $rows ->
    [one] { $rows } строка ждёт
    [few] { $rows } строки ждут
   *[other] { $rows } строк ждут
}). Учесть его нельзя:
decide-file-nobody = учреждение неизвестно
decide-file-pending = { "    " }решение { $number }: { $choice ->
    [admit] учесть
   *[set-aside] отложить
}; будет выполнено при следующем svod run
decide-file-how =
    { "" }
    Решить о файле: svod decide --admit НОМЕР – учесть его вместо прежнего; svod decide --set-aside НОМЕР [--note "…"] – отложить, прежний остаётся
decide-file-ruled = Файл № { $number } «{ $name }» { $choice ->
    [admit] будет учтён
   *[set-aside] будет отложен
} при следующем запуске svod run.
decision-file = { $choice ->
    [admit] файл учтён
   *[set-aside] файл отложен
}
decide-none-kept = Решений пока нет
decide-undone = Решение { $number } отменено: { $answer } – «{ $left }» / «{ $right }». При следующем svod run вопрос будет задан снова
head-number = №
head-decision = Решение
head-about = О чём
head-signed = Кто и когда
head-note = Примечание
head-stands = Действует ли

decision-correction = исправлено: «{ $field }», было «{ $given }», стало «{ $becomes }»
decision-given-back = возвращено значение учреждения: «{ $field }»
