publish-of-participants = участников
publish-yes = да
publish-no = нет

publish-reason-head = Файл «{ $name }» не использован. Почему:
publish-reason-stored = Оригинал без изменений: { $stored }

# Должность, подпись, фамилия
document-signature = ______________________________        ____________________        ______________________________
