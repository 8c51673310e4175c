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

decision-about-field = { $side }: «{ $field }»
decision-signed = { $day }, { $who }
decision-signed-nobody = { $day }
decision-former = Ранее решено: { $ruling } ({ $signed }). { $n ->
    [0] Выполнить это решение не удалось: оно противоречит другому.
   *[other] С тех пор изменилось: { $changed }.
}
