# Письма учреждениям. В каждом сообщении есть: $form – название формы, $period – «I квартал 2024 года»,
# $institution – учреждение, $title и $table – листы шаблона, $nil – поле, в котором отмечают, что сообщать нечего.

letter-greeting = Здравствуйте!
letter-greeting-named = Здравствуйте, { $name }!
letter-ask = По всем вопросам обращайтесь: { $whom }

letter-request-subject = { $form }, { $period }: просим заполнить шаблон
letter-request-subject-until = { $form }, { $period }: просим прислать до { $day }
letter-request-lead = Просим представить сведения за { $period } («{ $form }»). Шаблон для вас – { $institution } – приложен к этому письму.
letter-request-lead-common = Просим представить сведения за { $period } («{ $form }»). Шаблон приложен к этому письму: он один для всех учреждений.
letter-request-deadline = Последний день отправки – { $day }.
letter-step-open = Сохраните приложенную книгу и откройте её в программе, в которой работаете с таблицами.
letter-step-choose = На листе «{ $title }» прежде всего выберите в списке своё учреждение: { $listed }. Без этого не узнать, чьи это сведения.
letter-step-fill = Заполните листы «{ $title }» и «{ $table }»: строка вверху первого листа подскажет, чего ещё не хватает.
letter-step-nil = Если сообщать нечего, выберите «да» в строке «{ $nil }» и всё равно отправьте файл.
letter-step-reply = Пришлите книгу ответом на это письмо. Имя файла можно изменить, а листы и столбцы – нет.

letter-reminder-subject-soon = Напоминание: { $form }, { $period } – до { $day }
letter-reminder-subject-today = Сегодня последний день: { $form }, { $period }
letter-reminder-subject-overdue = Срок прошёл: { $form }, { $period }
letter-reminder-subject-long-overdue = Повторно, срок нарушен: { $form }, { $period }
letter-reminder-soon = Напоминаем: сведения за { $period } («{ $form }») нужно прислать до { $day } включительно. { $left ->
    [one] Остался { $left } рабочий день.
    [few] Осталось { $left } рабочих дня.
   *[other] Осталось { $left } рабочих дней.
} Шаблон приложен ещё раз.
letter-reminder-today = Сегодня, { $day }, – последний день, когда можно прислать сведения за { $period } («{ $form }»). От вас – { $institution } – мы их пока не получили. Шаблон приложен ещё раз.
letter-reminder-overdue = Срок для сведений за { $period } («{ $form }») прошёл { $day }, а от вас – { $institution } – мы их не получили. Пришлите их, пожалуйста, сегодня. Шаблон приложен ещё раз.
letter-reminder-long-overdue = Срок для сведений за { $period } («{ $form }») истек { $day }. Несмотря на напоминания, сведения от вас – { $institution } – не поступили. Просим прислать их немедленно и сообщить причину задержки: без них в отчёте будет указано, что учреждение не отчиталось.
letter-reminder-crossed = Если вы уже отправили файл, а это письмо с ним разминулось, ничего делать не нужно.

letter-return-subject = Нужно исправить: { $form }, { $period } ({ $errors ->
    [one] { $errors } ошибка
    [few] { $errors } ошибки
   *[other] { $errors } ошибок
})
letter-return-lead = Ваш файл «{ $name }» за { $period } получен { $day }: в нём { $rows }. Не все сведения удалось принять.
letter-return-lead-unusable = Ваш файл «{ $name }» за { $period } получен { $day }, но принять его нельзя.
letter-return-errors = Нужно исправить:
letter-return-warnings = Просим проверить:
letter-return-more = …и ещё { $n }: полный список – в приложенной книге, на листе «Замечания».
letter-return-how = К письму приложена книга с вашими же данными: ячейки, которые нужно исправить, выделены цветом, к каждой есть примечание, а все замечания собраны на листе «Замечания». Исправьте её и пришлите ответом на это письмо: она заменит прежний файл целиком.

letter-held = { $n ->
    [one] От имени вашего учреждения пришёл ещё один файл. Он пока не учтён и ждёт решения:
   *[other] От имени вашего учреждения пришли ещё файлы. Они пока не учтены и ждут решения:
}
letter-held-file = «{ $name }», { $day }. Если его прислали вы, ответьте на это письмо; если нет, тоже сообщите об этом.

letter-receipt-subject = Принято: { $form }, { $period }
letter-receipt-lead = Ваши сведения за { $period } («{ $form }») приняты без замечаний.
letter-receipt-lead-nil = Принято: за { $period } («{ $form }») сообщать вам нечего.
letter-receipt-subject-doubts = Принято, просим проверить: { $form }, { $period }
letter-receipt-lead-doubts = Ваши сведения за { $period } («{ $form }») приняты. Есть места, которые просим проверить.
letter-receipt-how = К письму приложена книга с вашими же данными: ячейки, о которых идёт речь, выделены цветом. Если всё верно, отвечать не нужно. Если что-то нужно исправить, исправьте в этой книге и пришлите её ответом на это письмо: она заменит прежний файл целиком.
letter-receipt-file = Файл: «{ $name }», { $day }
letter-receipt-rows = Принято: { $rows }
letter-receipt-fingerprint = Отпечаток файла (SHA-256): { $fingerprint }
letter-receipt-later = Сохраните это письмо: по отпечатку можно доказать, какой именно файл принят. Если нужно что-то исправить, ответьте на это письмо с адреса учреждения: новый файл заменит этот.

## Список писем
letters-sheet = Письма
letters-institution = Учреждение
letters-code = Код
letters-kind = Письмо
letters-to = Кому
letters-subject = Тема
letters-attachments = Вложения
letters-fate = Что с ним
letter-kind-request = запрос с шаблоном
letter-kind-reminder = напоминание
letter-kind-return = возврат на исправление
letter-kind-receipt = подтверждение
fate-drafted = черновик: { $name }
fate-sent = отправлено { $day }
fate-sent-now = отправлено
fate-unknown = неизвестно, ушло ли: связь прервалась { $day }. Проверьте «Отправленные» и, если письма нет, повторите с --again { $code }
fate-failed = не отправлено: { $reason }
fate-failed-full = не отправлено: ящик учреждения переполнен. Позвоните туда и повторите команду позже ({ $reason })
fate-failed-nobody = не отправлено: такого адреса нет. Исправьте адрес в реестре и повторите команду ({ $reason })
fate-failed-too-large = не отправлено: письмо слишком велико для сервера ({ $reason })
fate-no-address = в реестре нет адреса
fate-bad-address = в реестре не адрес: «{ $value }»
fate-not-made = письмо не составлено: { $reason }
fate-waits = ждёт: { $reason }

## Состояние учреждения
progress-not-asked = не запрошено
progress-asked = запрошено
progress-reminded = напомнили
progress-silent = не ответило в срок
progress-nil = сообщать нечего
progress-in-order = в порядке
progress-with-findings = есть замечания
progress-refused = файл не принят
progress-returned = возвращено на исправление
progress-corrected = исправлено
